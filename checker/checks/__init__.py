"""Checks that need no fact base, or only its names: one file a check, found by itself.

Each module defines one constant `check`. Its docstring is what users read about it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from checker.document import Document
    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.mentions import Scene
    from checker.report import Finding

    Run = Callable[[Document, Sequence[Scene], FactBase, Explainer], Iterable[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check over a whole document; `run` yields findings, in any order."""

    run: Run
