"""Checks that need no fact base, or only its names: one file a check, found by itself.

Each module defines one constant `check`. Its docstring is what users read about it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from checker.document import Document
    from checker.explain import Explainer
    from checker.factbase.model import FactBase
    from checker.mentions import Scene
    from checker.report import Finding

    Run = Callable[[Document, Sequence[Scene], FactBase, Explainer], Iterable[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check over a whole document.

    `run` yields findings, in any order. `finds` says in one sentence per language of the interface what it looks for:
    formats show it beside the findings. A check that `yields` compares the text with itself: where the fact base knows
    which figure is wrong, that is said once, by the fact base.
    """

    run: Run
    finds: Mapping[str, str] = field(default_factory=dict)
    yields: bool = False
