"""Findings about a name that is, or should be, the value of a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.demonyms import same_form
from checker.evidence.cities import country_of
from checker.factbase.model import Reference
from checker.report import Repair, Verdict
from checker.wording import fact_json, show_entity, show_fact

if TYPE_CHECKING:
    from checker.explain import Explainer
    from checker.factbase.model import FactBase, Statement
    from checker.mentions import EntityMention, Scene
    from checker.report import Finding, Part

Parts = tuple["Part", ...]


class Named:
    """Writes the findings of one document."""

    def __init__(self, base: FactBase, explainer: Explainer) -> None:
        """Share the fact base and the wording."""
        self._base = base
        self._explain = explainer

    def right(
        self, statement: Statement, scene: Scene, mention: EntityMention, parts: Parts, confidence: float
    ) -> Finding:
        """Return that a name is the value of a statement."""
        value = fact_json(statement.value, statement.property.type)
        return self._explain.finding(
            Verdict.SUPPORTED,
            scene,
            statement,
            mention.start,
            mention.end,
            key="supported",
            expected=self._shown(statement, mention),
            expected_value=value,
            claimed_value=value,
            parts=parts,
            confidence=confidence,
        )

    def wrong(
        self, statement: Statement, scene: Scene, mention: EntityMention, parts: Parts, confidence: float
    ) -> Finding:
        """Return that a name stands where the value of a statement should."""
        return self._explain.finding(
            Verdict.CONTRADICTED,
            scene,
            statement,
            mention.start,
            mention.end,
            key="contradicted",
            expected=self._shown(statement, mention),
            expected_value=fact_json(statement.value, statement.property.type),
            claimed_value={"type": statement.property.type, "entity": mention.ids[0] if mention.ids else None},
            parts=parts,
            repairs=self._replacement(statement, mention),
            confidence=confidence,
        )

    def _shown(self, statement: Statement, mention: EntityMention) -> str:
        """Return how a statement's value reads; of a town that a nationality is held against, with its country."""
        shown = show_fact(self._base, statement.value, self._explain.ui)
        if mention.how not in ("adjective", "inhabitant") or not isinstance(statement.value, Reference):
            return shown
        country = country_of(self._base, statement.value.id)
        if country in (None, statement.value.id):
            return shown
        named = show_entity(self._base, country, self._explain.ui)
        return shown if named == shown else f"{shown} ({named})"

    def _replacement(self, statement: Statement, mention: EntityMention) -> tuple[Repair, ...]:
        value = statement.value
        if not isinstance(value, Reference):
            return ()
        right: str | None = show_entity(self._base, value.id, self._explain.language)
        if mention.how in ("adjective", "inhabitant"):
            country, whose = (
                show_entity(self._base, country_of(self._base, value.id) or value.id, "en"),
                self._base.entities[statement.subject],
            )
            right = same_form(mention.text, country, self._explain.language, whose.gender)
        return (Repair(mention.start, mention.end, right),) if right else ()
