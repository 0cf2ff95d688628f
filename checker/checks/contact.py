"""Contacts: a malformed web address, e-mail address or telephone number, and those that differ from the base.

An address of the base is recognised wherever it stands; one that differs from it by a slip of the pen is an error.
"""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from rapidfuzz.distance import DamerauLevenshtein, Levenshtein

from checker.checks import Check
from checker.contacts import ContactMention, contact_key, find_contacts
from checker.factbase.model import Contact
from checker.report import Finding, Repair, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.document import Document
    from checker.explain import Explainer
    from checker.factbase.model import FactBase, Statement
    from checker.mentions import Scene


_ALIKE = 0.65
"""How much of a malformed contact must agree with one of the base to be taken for it."""


def _malformed(scene: Scene, mention: ContactMention, known: dict[str, Statement], explainer: Explainer) -> Finding:
    key = mention.kind
    meant = _meant(mention, known)
    if meant is not None:
        return _judged(scene, mention, meant, Verdict.INCONSISTENT, explainer)
    digits = str(sum(character.isdigit() for character in mention.text.replace("(0)", "")))
    if mention.kind == "url":
        key_text = explainer.say(
            "url" if mention.repair else "url_unknown", claimed=mention.text, expected=mention.repair or ""
        )
    else:
        key_text = explainer.say(key, claimed=mention.text, digits=digits)
    return Finding(
        verdict=Verdict.INCONSISTENT,
        check="contact",
        start=mention.start,
        end=mention.end,
        text=mention.text,
        sentence=explainer.sentence(scene),
        explanation=key_text,
        claimed=mention.text,
        claimed_value={"type": "contact", "text": mention.text},
        expected=mention.repair,
        expected_value={"type": "contact", "text": mention.repair} if mention.repair else None,
        repairs=(Repair(mention.start, mention.end, mention.repair),) if mention.repair else (),
    )


def _judged(
    scene: Scene, mention: ContactMention, statement: Statement, verdict: Verdict, explainer: Explainer
) -> Finding:
    if not isinstance(statement.value, Contact):
        raise TypeError(statement.id)
    right = statement.value.text
    return explainer.finding(
        verdict,
        scene,
        statement,
        mention.start,
        mention.end,
        key="supported" if verdict is Verdict.SUPPORTED else "contact",
        expected=right,
        expected_value={"type": "contact", "text": right},
        claimed_value={"type": "contact", "text": mention.text},
        repairs=() if verdict is Verdict.SUPPORTED else (Repair(mention.start, mention.end, right),),
        confidence=0.95,
    )


def _meant(mention: ContactMention, known: dict[str, Statement]) -> Statement | None:
    """Return the one contact of the base that a malformed one is most like, if that is much like it."""
    scored = sorted(
        (
            (Levenshtein.normalized_similarity(other, mention.key), statement.id, statement)
            for other, statement in known.items()
        ),
        key=lambda hit: (-hit[0], hit[1]),
    )
    return scored[0][2] if scored and scored[0][0] >= _ALIKE else None


def _nearly(mention: ContactMention, known: dict[str, Statement]) -> Statement | None:
    """Return the one statement from which a contact differs by one or two characters of a long address."""
    key = mention.key
    allowed = 1 if len(key) < 14 else 2
    hits = [
        statement
        for other, statement in known.items()
        if other != key
        and other.startswith("tel:") == key.startswith("tel:")
        and ("@" in other) == ("@" in key)
        and DamerauLevenshtein.distance(other, key, score_cutoff=allowed) <= allowed
    ]
    return hits[0] if len(hits) == 1 else None


def _run(document: Document, scenes: Sequence[Scene], base: FactBase, explainer: Explainer) -> Iterator[Finding]:
    known: dict[str, Statement] = {}
    for statement in base.statements:
        if isinstance(statement.value, Contact):
            known.setdefault(contact_key(statement.value.text), statement)
    starts = [scene.sentence.start for scene in scenes]
    for block in document.blocks:
        text = document.text[block.start : block.end]
        for found in find_contacts(text, handles=True):
            mention = ContactMention(
                kind=found.kind,
                start=found.start + block.start,
                end=found.end + block.start,
                text=found.text,
                well_formed=found.well_formed,
                repair=found.repair,
                handle=found.handle,
            )
            scene = scenes[max(bisect.bisect_right(starts, mention.start) - 1, 0)]
            if mention.handle:
                cut = next((s for key, s in known.items() if key.startswith(f"{mention.key}.")), None)
                if cut is not None:
                    yield _judged(scene, mention, cut, Verdict.INCONSISTENT, explainer)
            elif not mention.well_formed:
                yield _malformed(scene, mention, known, explainer)
            elif mention.key in known:
                yield _judged(scene, mention, known[mention.key], Verdict.SUPPORTED, explainer)
            else:
                near = _nearly(mention, known)
                if near is not None:
                    yield _judged(scene, mention, near, Verdict.CONTRADICTED, explainer)


check = Check(
    run=_run,
    finds={
        "nl": "Een webadres, e-mailadres of telefoonnummer moet goed gevormd zijn en dat van de feitenbasis.",
        "en": "A web address, e-mail address or telephone number must be well formed and be that of the fact base.",
    },
)
