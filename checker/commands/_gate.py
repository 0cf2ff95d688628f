"""What counts in a run: settings, options, the baseline and the day, put together."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checker.commands._notices import say
from checker.errors import ConfigurationError, DataError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.factbase.model import FactBase
    from checker.gate.baseline import Baseline
    from checker.gate.gate import Gate
    from checker.period import Period
    from checker.report import DocumentReport
    from checker.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class GateOptions:
    """What the command line says of what counts; None where it says nothing."""

    fail_on: str | None = None
    min_confidence: float | None = None
    today: Period | None = None
    as_of: Period | None = None

    def day(self) -> date:
        """Return the day that the last days of ignores are compared with.

        That of `--today`, else the first of `--as-of`, else that of the machine's clock.
        """
        given = self.today or self.as_of
        return given.first if given else date.today()  # noqa: DTZ011 - the day where the machine stands is meant


@dataclass(frozen=True, slots=True)
class Doorkeeper:
    """Holds the documents of a run against its gate."""

    gate: Gate
    settings: Settings
    files: Mapping[str, Path | None]
    """Where the documents are, by the path that they are shown with."""

    def judge(self, reports: Sequence[DocumentReport], *, quiet: bool = False) -> list[DocumentReport]:
        """Return the reports as they count; what is wrong with ignores is said on standard error, unless `quiet`."""
        baseline = self.gate.baseline
        folder = str(Path(baseline.path).parent) if baseline else ""
        judged = []
        for report in reports:
            judged.append(
                self.gate.judge(
                    report,
                    path=self._path(report, self.settings.folder),
                    baseline_path=self._path(report, folder) if baseline else None,
                )
            )
            if not quiet:
                say(*judged[-1].notices[len(report.notices) :])
        if baseline and not quiet:
            say(*_gone(baseline))
        return judged

    def fails(self, reports: Sequence[DocumentReport]) -> bool:
        """Whether the run fails."""
        return any(self.gate.rules(self._path(item, self.settings.folder)).fails(item) for item in reports)

    def _path(self, report: DocumentReport, folder: str) -> str | None:
        file = self.files.get(report.document.path)
        return seen_from(file, folder) if file else None


def seen_from(file: Path, folder: str) -> str | None:
    """Return the path of a file as seen from a folder, with `/` between its parts; None on another drive."""
    try:
        path = os.path.relpath(Path(os.path.realpath(file.parent), file.name), os.path.realpath(folder))
    except ValueError:
        return None
    return Path(path).as_posix().encode("utf-8", "backslashreplace").decode("utf-8")


def open_gate(settings: Settings, base: FactBase, baseline: str | None, options: GateOptions) -> Gate:
    """Return the gate of a run. Raises ConfigurationError or DataError where a setting or the baseline is wrong."""
    from checker import plugins  # noqa: PLC0415 - help pages load nothing of this
    from checker.gate.gate import Gate  # noqa: PLC0415
    from checker.properties import built_in  # noqa: PLC0415
    from checker.settings import FACT  # noqa: PLC0415

    properties = {*built_in(), *base.properties}
    # Without a fact base the team's own properties are not known.
    unknown = settings.unknown_properties(properties) if base.path is not None else ()
    if unknown:
        raise ConfigurationError(*unknown)
    return Gate(
        settings=settings,
        topics=(FACT, *plugins.names("checker.checks"), *sorted(properties)),
        today=options.day(),
        baseline=load_baseline(baseline),
        fail_on=options.fail_on,
        min_confidence=options.min_confidence,
    )


def baseline_file(option: str | None, settings: Settings) -> str | None:
    """Return the baseline of a run: the option, else the setting, else the one beside the configuration, else None."""
    from checker.gate.baseline import NAME  # noqa: PLC0415 - help pages load nothing of this

    beside = Path(os.path.relpath(Path(settings.folder, NAME)))
    return option or settings.baseline or (beside.as_posix() if beside.is_file() else None)


def load_baseline(path: str | None) -> Baseline | None:
    """Return the baseline of a file. Raises DataError where it cannot be read."""
    if path is None:
        return None
    from checker.gate.baseline import read_baseline  # noqa: PLC0415 - help pages load nothing of this

    return read_baseline(read_text(path), path)


def read_text(path: str) -> str:
    """Return the text of a baseline, line ends untouched. Raises DataError where it cannot be read."""
    try:
        return Path(path).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        code, message = "missing-file", "there is no such baseline; make it with: presscheck baseline PATH..."
    except UnicodeDecodeError:
        code, message = "encoding", "is not UTF-8; save the file as UTF-8"
    except OSError as error:
        code, message = "unreadable", f"cannot be read: {error.strerror or error}"
    raise DataError(Problem(path=path, code=code, message=message))


def _gone(baseline: Baseline) -> list[Problem]:
    """Return a notice for each entry whose document is no longer there."""
    folder = Path(baseline.path).parent
    message = "the document “{path}” of this entry is not there (any more); remove the entry, or correct its path"
    return [
        Problem(
            path=baseline.path,
            code="ignore-unused",
            message=message.format(path=entry.path),
            line=line,
            warning=True,
        )
        for entry, line in baseline.entries
        if not (folder / entry.path).exists()
    ]
