"""Slips and gaps by chance, for the trees to learn from: figures of true texts altered, and fact bases with holes in them.

The slips that people planted are few. A right figure can be a wrong one in many ways; and a figure whose statement is
taken from the base is one that the base does not know, of which every alarm would be false.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.demonyms import same_form
from checker.factbase.model import Amount
from checker.mentions import EntityMention
from checker.report import Verdict
from checker.wording import messages, rewrite, show_entity

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from checker.document import Document
    from checker.factbase.model import FactBase, Statement
    from checker.mentions import Scene, ValueMention
    from checker.report import Finding

HOLES = (0.2, 0.7)
"""Which part of its properties a fact base with holes lacks: at least, and at most."""
LOST = 0.15
"""Which part of what is left is not known of one subject or other."""
APART = 600
"""How many characters two altered figures of one text are from each other at least."""
_SMALL = 20
COUNTRIES = ("Belgium", "Denmark", "Sweden", "Italy", "Poland", "Canada", "Japan", "Portugal", "Austria", "Norway")
PLACES = ("Oosterveld", "Haverdonk", "Lindenberg", "Westmoor", "Kasteldam", "Norbridge", "Ravelsfoort", "Altmere")
SURNAMES = ("Veenstra", "Harkema", "Lindqvist", "Oakley", "Terhorst", "Moreau", "Brandsma", "Whitlock")
"""Names that no fact base has."""


@dataclass(frozen=True)
class Sown:
    """A figure or name at a place of a source that is right by some statements."""

    place: tuple[int, int]
    mention: ValueMention | EntityMention
    statements: frozenset[str]


def with_holes(base: FactBase, chance: random.Random) -> FactBase:
    """Return a fact base that lacks some of its properties, and others of some subjects."""
    own = sorted({s.property.id for s in base.statements})
    part = chance.uniform(*HOLES)
    gone = {name for name in own if chance.random() < part}
    pairs = sorted({(s.subject, s.property.id) for s in base.statements})
    lost = {pair for pair in pairs if chance.random() < LOST}
    kept = [s for s in base.statements if s.property.id not in gone and (s.subject, s.property.id) not in lost]
    properties = {name: spec for name, spec in base.properties.items() if name not in gone}
    return replace(base, statements=tuple(kept), properties=properties)


def right_figures(document: Document, findings: Sequence[Finding], scenes: Sequence[Scene], source: str) -> list[Sown]:
    """Return the figures of a true text that some findings call right, as they stand in its source."""
    return _right(document, findings, [mention for scene in scenes for mention in scene.values], source)


def right_names(document: Document, findings: Sequence[Finding], scenes: Sequence[Scene], source: str) -> list[Sown]:
    """Return the names of a true text that some findings call right, as they stand in its source."""
    explicit = [m for scene in scenes for m in scene.entities if m.how in ("name", "country", "adjective")]
    return _right(document, findings, explicit, source)


def _right(
    document: Document, findings: Sequence[Finding], mentions: Sequence[ValueMention | EntityMention], source: str
) -> list[Sown]:
    found: list[Sown] = []
    for mention in mentions:
        here = [f for f in findings if f.start < mention.end and mention.start < f.end]
        right = [f for f in here if f.verdict is Verdict.SUPPORTED and f.check == "fact" and f.evidence]
        place = document.source_map.span(mention.start, mention.end)
        if right and source[slice(*place)] == document.text[mention.start : mention.end]:
            found.append(Sown(place, mention, frozenset(one.statement for f in right for one in f.evidence)))
    return found


def groups(figures: Sequence[Sown]) -> Iterator[list[Sown]]:
    """Yield figures in groups that stand far from each other, so that one text can hold the slips of a group."""
    left = sorted(figures, key=lambda figure: figure.place)
    while left:
        group: list[Sown] = []
        for figure in left:
            if not group or figure.place[0] - group[-1].place[1] > APART:
                group.append(figure)
        yield group
        left = [figure for figure in left if figure not in group]


def altered(figure: Sown, base: FactBase, document: Document, chance: random.Random) -> str | None:
    """Return a wrong figure or name in the form of a right one, or None where none can be written."""
    if isinstance(figure.mention, EntityMention):
        return _another_name(figure.mention, base, document.language, chance)
    value, language = figure.mention.value, document.language
    if value.number is not None and value.type != "date" and chance.random() < 0.4:
        others = [number for number in _others(figure, base) if number != value.number]
        if others:
            return rewrite(value, chance.choice(others), language)
    if value.type == "date":
        return _another_date(value.text, language, chance)
    if re.search(r"\d", value.text):
        return _mistyped(value.text, chance)
    if value.number is None or value.number != value.number.to_integral_value():
        return None
    by = chance.choice([-2, -1, -1, 1, 1, 2, 3])
    return rewrite(value, max(Decimal(1), value.number + by), language) if value.number <= _SMALL else None


def _others(figure: Sown, base: FactBase) -> list[Decimal]:
    """Return the figures of other statements of the same kind: another's, another year's, another property's."""
    own = [s for s in base.statements if s.id in figure.statements and isinstance(s.value, Amount)]
    alike = [s for s in base.statements if any(_alike(s, one) for one in own)]
    return sorted({s.value.number for s in alike if isinstance(s.value, Amount) and s.value.number is not None})


def _alike(one: Statement, other: Statement) -> bool:
    if not isinstance(one.value, Amount) or not isinstance(other.value, Amount) or one.value.unit != other.value.unit:
        return False
    both = one.property.type == other.property.type
    return one.property.id == other.property.id or (both and one.subject == other.subject)


def _mistyped(text: str, chance: random.Random) -> str | None:
    """Return a text with one digit changed, two swapped, or a zero more or less."""
    places = [place for place, character in enumerate(text) if character.isdigit()]
    digits = list(text)
    way = chance.random()
    if way < 0.35 and len(places) > 1:
        at = chance.randrange(len(places) - 1)
        one, other = places[at], places[at + 1]
        digits[one], digits[other] = digits[other], digits[one]
    elif way < 0.45 and len(places) > 1 and text[places[-1]] == "0" and len(text) == places[-1] + 1:
        del digits[places[-1]]
    elif way < 0.5 and text.isdigit():
        digits.append("0")
    else:
        place = chance.choice(places)
        digits[place] = str((int(digits[place]) + chance.choice([1, 2, 3, 5, 7, 9])) % 10)
    written = "".join(digits)
    first = re.search(r"\d", written)
    return written if written != text and first and first[0] != "0" else None


def _another_date(text: str, language: str, chance: random.Random) -> str | None:
    """Return a date with another month, day or year."""
    months = [month.casefold() for month in messages(language).months if month]
    written = next((m for m in months if re.search(rf"\b{re.escape(m)}\b", text.casefold())), None)
    if written is not None and chance.random() < 0.5:
        at = text.casefold().index(written)
        other = months[(months.index(written) + chance.choice([-1, 1, 2, 6])) % len(months)]
        other = other.capitalize() if text[at].isupper() else other
        return text[:at] + other + text[at + len(written) :]
    runs = list(re.finditer(r"\d+", text))
    if not runs:
        return None
    run = chance.choice(runs)
    by = chance.choice([-10, -2, -1, 1, 2, 3, 10])
    number = int(run[0]) + by
    last = 28
    if len(run[0]) <= 2:
        number = number if 1 <= number <= last else (int(run[0]) % last) + 1
    return text[: run.start()] + str(number) + text[run.end() :]


def _another_name(mention: EntityMention, base: FactBase, language: str, chance: random.Random) -> str | None:
    """Return another name of the base, or an invented one; another country for a country."""
    if mention.how == "adjective":
        return same_form(mention.text, chance.choice(COUNTRIES), language, None)
    if mention.how == "country":
        return chance.choice(COUNTRIES) if language == "en" else None
    known = base.entities.get(mention.ids[0])
    if known is None:
        return None
    if chance.random() < 0.4:
        if not known.human:
            return chance.choice(PLACES) if known.type == "place" else None
        first, _, rest = mention.text.partition(" ")
        return f"{first} {chance.choice(SURNAMES)}" if rest else chance.choice(SURNAMES)
    others = [e for e in base.entities.values() if e.type == known.type and e.id != known.id]
    return show_entity(base, chance.choice(others).id, language) if others else None
