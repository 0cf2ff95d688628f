"""Findings about how a name is written, against the name that the base has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.mentions.given_names import given_names
from checker.report import Evidence, Finding, Repair, Verdict
from checker.wording import show_entity

if TYPE_CHECKING:
    from checker.analysis import Token
    from checker.explain import Explainer
    from checker.mentions import EntityMention, Scene


def name_finding(
    scene: Scene,
    mention: EntityMention,
    entity: str,
    expected: str,
    explainer: Explainer,
    *,
    key: str,
    other: EntityMention | None = None,
    role: str = "",
) -> Finding:
    """Return that a name stands where the base has `expected` for an entity; `key` is the message."""
    known = explainer.base.entities.get(entity)
    name = show_entity(explainer.base, entity, explainer.ui)
    proof = Evidence(statement=f"{entity}.name", label=name, file=known.file, line=known.line) if known else None
    return Finding(
        verdict=Verdict.MISSPELLED,
        check="names",
        start=mention.start,
        end=mention.end,
        text=mention.text,
        sentence=explainer.sentence(scene),
        explanation=explainer.say(
            key, claimed=mention.text, expected=expected, other=other.text if other else "", role=role
        ),
        property="name" if entity else None,
        subject=entity or None,
        subject_name=name if entity else None,
        claimed=mention.text,
        expected=expected,
        expected_value={"type": "name", "text": expected},
        evidence=(proof,) if proof and proof.file else (),
        related=(explainer.part("name", other.start, other.end),) if other else (),
        repairs=(Repair(mention.start, mention.end, expected),),
        confidence=0.8,
    )


def wrong_first_name(
    scene: Scene, mention: EntityMention, given: Token, explainer: Explainer, *, role: str | None = None
) -> Finding:
    """Return that the given name before a surname is wrong: misspelled, or another than that of who has the `role`."""
    entity = mention.ids[0]
    right = f"{given_names(explainer.base, entity)[0]} {mention.text}"
    whole = explainer.text[given.start : mention.end]
    wrong = replace(mention, start=given.start, text=whole, first=given.index)
    key = {None: "first_name_told", "": "misspelled"}.get(role, "first_name")
    return name_finding(scene, wrong, entity, right, explainer, key=key, role=role or "")
