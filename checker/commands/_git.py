"""The git repository that a run stands in: asked through the command `git`, and never written to."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import PresscheckError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OPTION = "--since"


class GitError(PresscheckError):
    """Git is not there, or cannot tell what was asked."""


def _refusal(message: str) -> GitError:
    return GitError(Problem(path=_OPTION, code="git", message=message))


def _run(folder: Path, arguments: Sequence[str], *, data: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    # Paths are paths, whatever signs they hold; messages are compared with nothing, but must be readable.
    environment = {**os.environ, "GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        return subprocess.run(  # noqa: S603 - no shell; the revision was resolved by git before it is used
            ["git", *arguments],  # noqa: S607 - the git that the user has
            cwd=folder,
            input=data,
            stdin=subprocess.DEVNULL if data is None else None,
            capture_output=True,
            env=environment,
            check=False,
        )
    except FileNotFoundError:
        raise _refusal("this needs the program git, which is not installed here") from None
    except OSError as error:
        raise _refusal(f"git cannot be run: {error.strerror or error}") from None


class Repository:
    """The repository around a folder, compared with one of its revisions."""

    def __init__(self, folder: Path, revision: str) -> None:
        """Find the repository, and where its present state and a revision parted. Raises GitError."""
        top = _run(folder, ["rev-parse", "--show-toplevel"])
        if top.returncode:
            said = _first_line(top.stderr)
            reason = "this folder is in no git repository" if "not a git repository" in said else f"git says: {said}"
            raise _refusal(f"{reason}; run where the documents are kept in git, or leave out {_OPTION}")
        self.top = Path(os.fsdecode(top.stdout.rstrip(b"\n")))
        self.base = self._parted(revision)

    def _parted(self, revision: str) -> str:
        found = _run(self.top, ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"])
        commit = found.stdout.decode("ascii", "replace").strip()
        if found.returncode or not commit:
            hint = "or fetch the whole history in CI (actions/checkout: fetch-depth: 0; GitLab: GIT_DEPTH: 0)"
            raise _refusal(f"there is no revision “{revision}” here; check its name, {hint}")
        # What others changed meanwhile is not ours: compare with where the two lines of history parted.
        shared = _run(self.top, ["merge-base", commit, "HEAD"])
        return shared.stdout.decode("ascii", "replace").strip() or commit

    def _ask(self, *arguments: str, data: bytes | None = None) -> bytes:
        done = _run(self.top, arguments, data=data)
        if done.returncode:
            raise _refusal(f"git {arguments[0]} failed: {_first_line(done.stderr)}")
        return done.stdout

    def _names(self, *arguments: str) -> list[str]:
        return [os.fsdecode(name) for name in self._ask(*arguments).split(b"\0") if name]

    def path(self, file: Path) -> str | None:
        """Return the path of a file or folder inside the repository, with `/` between its parts, or None."""
        is_named = file.name not in ("", "..")  # a link is what git knows, not what it leads to
        real = Path(os.path.realpath(file.parent), file.name) if is_named else Path(os.path.realpath(file))
        try:
            return real.relative_to(os.path.realpath(self.top)).as_posix()
        except ValueError:
            return None

    def tracked(self) -> frozenset[str]:
        """Return the paths of the files that git knows."""
        return frozenset(self._names("ls-files", "-z"))

    def untracked(self) -> list[str]:
        """Return the paths of the files that git does not know, ignored ones left out."""
        return self._names("ls-files", "-z", "--others", "--exclude-standard")

    def changed(self) -> dict[str, str | None]:
        """Return the paths of files that changed, with their old paths; None where a file is new."""
        words = iter(
            self._names("diff", "--name-status", "-z", "--no-ext-diff", "--no-relative", "-M", self.base, "--")
        )
        found: dict[str, str | None] = {}
        for status in words:
            path = next(words)
            if status[0] in "RC":
                path, old = next(words), path
                found[path] = old
                if status[0] == "R":
                    found[old] = old
            else:
                found[path] = path if status[0] in "MTD" else None
        return found

    def diff(self, old: str, path: str) -> str:
        """Return the difference of one file with its old state, without lines of context."""
        options = (
            "--unified=0",
            "--inter-hunk-context=0",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--no-relative",
        )
        return self._ask("diff", *options, "-M", self.base, "--", *{old, path}).decode("utf-8", "replace")

    def old_bytes(self, path: str) -> bytes:
        """Return the bytes that a file had."""
        return self._ask("cat-file", "blob", f"{self.base}:{path}")

    def old_files(self) -> Iterator[tuple[str, str]]:
        """Yield the object and path of each file that there was; links and other repositories left out."""
        for entry in self._names("ls-tree", "-r", "-z", "--full-tree", self.base):
            about, _, path = entry.partition("\t")
            mode, kind, name = about.split()
            if kind == "blob" and mode != "120000":
                yield name, path

    def old_blobs(self, names: Sequence[str]) -> Iterator[bytes]:
        """Yield the bytes of objects, in the order of their names."""
        answer = self._ask("cat-file", "--batch", data="".join(f"{name}\n" for name in names).encode("ascii"))
        at = 0
        for _ in names:
            line = answer.index(b"\n", at)
            size = int(answer[at:line].rsplit(b" ", 1)[1])
            yield answer[line + 1 : line + 1 + size]
            at = line + size + 2


def _first_line(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else "nothing"
