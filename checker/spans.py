"""Many spans of a text, asked in logarithmic time whether one of them touches another span."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Spans:
    """A fixed set of spans (start, end), end exclusive, which may overlap each other."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Sort the spans."""
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]
        self._longest = max((end - start for start, end in self._spans), default=0)

    def touches(self, start: int, end: int) -> bool:
        """Whether some span shares a character with `start` to `end`."""
        index = bisect.bisect_left(self._starts, end) - 1
        while index >= 0 and self._starts[index] > start - self._longest:
            if self._spans[index][1] > start:
                return True
            index -= 1
        return False
