"""Front matter: a block of YAML between two lines of `---` at the very start of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from checker import period
from checker.data import parse_yaml
from checker.errors import DataError, Problem
from checker.readers import Dated

_OPENING = re.compile(r"---[ \t]*(?:\r\n?|\n)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)", re.MULTILINE)
_MOST = 20_000
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?=[T ]\d|\Z)")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the front matter says of its document; `end` is the offset in the source at which the text begins."""

    end: int = 0
    title: str | None = None
    url: str | None = None
    language: str | None = None
    dates: tuple[Dated, ...] = ()
    notices: tuple[Problem, ...] = ()


def _word(values: dict[str, object], *keys: str) -> str | None:
    for key in keys:
        value = values.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def read_front_matter(source: str, path: str) -> FrontMatter:
    """Return the front matter of a text; an empty one, ending at 0, where it has none.

    Front matter that is no YAML is passed over with a notice, and so is a date that is no EDTF date.
    """
    opening = _OPENING.match(source)
    closing = _CLOSING.search(source, opening.end(), opening.end() + _MOST) if opening else None
    if opening is None or closing is None:
        return FrontMatter()
    # Leading line ends keep the line numbers of problems right.
    try:
        located = parse_yaml("\n" + source[opening.end() : closing.start()], path)
    except DataError as error:
        notices = tuple(replace(problem, code="front-matter", warning=True) for problem in error.problems)
        return FrontMatter(end=closing.end(), notices=notices)
    if not isinstance(located.value, dict):
        # Two rulers around prose are no front matter.
        return FrontMatter(end=closing.end()) if located.value is None else FrontMatter()
    dates: tuple[Dated, ...] = ()
    notices = ()
    date_text = _word(located.value, "date", "datum")
    if date_text is not None:
        day = _DATE.match(date_text)
        try:
            dates = (Dated("front-matter", period.parse(day.group() if day else date_text)),)
        except ValueError as error:
            key = "date" if "date" in located.value else "datum"
            notices = (located.problem([key], "front-matter", f"{error}; the date was passed over", warning=True),)
    return FrontMatter(
        end=closing.end(),
        title=_word(located.value, "title", "titel"),
        url=_word(located.value, "url", "canonical"),
        language=_word(located.value, "lang", "language", "taal"),
        dates=dates,
        notices=notices,
    )
