"""How a document is called on a page, and what is said of problems."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.errors import Problem
    from checker.report import DocumentReport


def title(item: DocumentReport) -> str:
    """Return the title of a document, else the name of its file."""
    document = item.document
    return document.title or PurePosixPath(document.path.replace("\\", "/")).name or document.path


def said(problems: Sequence[Problem]) -> tuple[str, ...]:
    """Return what is said of problems, each once."""
    return tuple(str(problem) for problem in dict.fromkeys(problems))
