"""What a place of a text is about: the type of the value there, of the term or contact, a place, or a name.

The kind depends on what stands in the text alone, never on whether the checker links it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.contacts import find_contacts
from checker.values import read_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.document import Document
    from checker.evaluation.corpus import Place
    from checker.factbase.model import FactBase
    from checker.mentions import Scene
    from checker.report import Finding

KINDS = (
    "count", "ordinal", "age", "date", "duration", "quantity", "money", "percent",
    "place", "term", "entity", "contact", "name",
)  # fmt: skip
"""Every kind, in the order in which figures list them."""
NAME = "name"


def kind_at(base: FactBase, document: Document, scenes: Sequence[Scene], place: Place) -> str:
    """Return the kind of a place (offsets in the source) of a document whose scenes are given."""

    def stands(start: int, end: int) -> bool:
        first, last = document.source_map.span(start, end)
        return first < place[1] and place[0] < last

    for contact in find_contacts(document.text):
        if stands(contact.start, contact.end):
            return "contact"
    for scene in scenes:
        for mention in scene.values:
            if stands(mention.start, mention.end):
                return mention.value.type
    for scene in scenes:
        for term in scene.terms:
            if stands(term.start, term.end):
                return _known(term.statements[0].property.type)
        for entity in scene.entities:
            if stands(entity.start, entity.end):
                country = any(base.entities[name].country for name in entity.ids if name in base.entities)
                return "place" if country else NAME
    return NAME


def kind_of(base: FactBase, finding: Finding) -> str:
    """Return the kind of a finding: the type of what it says was claimed, else of its property, else of its words."""
    if finding.claimed_value is not None:
        return _known(str(finding.claimed_value.get("type")))
    known = base.properties.get(finding.property or "")
    if known is not None:
        return _known(known.type)
    return next((value.type for value in read_values(finding.text, "en")), NAME)


def _known(kind: str) -> str:
    return kind if kind in KINDS else "term"
