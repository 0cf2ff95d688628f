"""Options and fixtures that several test modules share."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

REAL_TEXTS = "PRESSCHECK_REAL_TEXTS"

# A slow machine is no bug, and a run that fails must fail again.
hypothesis.settings.register_profile("presscheck", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("presscheck")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write new output over the golden files (see tests/golden)")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the repository."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def real_texts() -> Path:
    """The folder of the real texts; without the variable the test is skipped, with it they must be there."""
    folder = os.environ.get(REAL_TEXTS)
    if not folder:
        pytest.skip(f"{REAL_TEXTS} is not set: the real texts are not part of this repository")
    root = Path(folder)
    missing = [name for name in ("seeds", "score_seeds.py") if not (root / name).exists()]
    assert not missing, f"{REAL_TEXTS} names a folder without {' and '.join(missing)}"
    assert list((root / "seeds").glob("*.txt")), f"{REAL_TEXTS} names a folder without texts"
    return root


@pytest.fixture(scope="session")
def presscheck(repository: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """A function that runs the command in a process of its own, by default in the repository."""

    def run(*arguments: str | Path, text: str = "", cwd: Path = repository) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "checker", *map(str, arguments)]
        return subprocess.run(command, input=text, capture_output=True, encoding="utf-8", cwd=cwd, check=False)

    return run


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """A function that compares a text with a golden file, or writes the file when --accept is given."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        assert path.is_file(), f"{path} is missing; look at the output and write it with: pytest --accept"
        assert path.read_bytes().decode("utf-8") == text, f"{path} differs; see tests/golden/README.md"

    return compare
