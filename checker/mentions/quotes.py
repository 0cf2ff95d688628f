"""Who speaks: the “I” and “we” of a quote are its speaker, and whom the speaker speaks for.

The speaker is who stands beside the speech verb of the sentence in which a quote begins or ends; a later quote of the
paragraph that names nobody is still theirs. A speaker whom the fact base does not know makes “we” somebody unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from checker.factbase.model import Reference
from checker.languages import grammar
from checker.mentions import EntityMention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.analysis import Token
    from checker.factbase.model import FactBase
    from checker.mentions import Scene

_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")
_EITHER = frozenset('"')
_RUNNING = frozenset({"organisation", "company", "team"})
"""Types that run events and projects, and make products."""
_BEHIND, _BEFORE = 8, 4
"""How many words behind and before a speech verb its subject may stand."""


@dataclass(slots=True, eq=False)
class _Quote:
    """A quote: the tokens of each scene that are in it, and the sentences that tell who speaks."""

    tokens: dict[int, list[Token]] = field(default_factory=dict)
    speaker: EntityMention | None = None
    named: tuple[str, ...] = ()


class Quotes:
    """Resolves the first person of a fact base's language."""

    def __init__(self, base: FactBase, language: str) -> None:
        """Collect the words of the language."""
        self._base = base
        rules = grammar(language)
        self._verbs = frozenset(rules.speech_verbs)
        self._alone = frozenset(rules.pronouns.speaker_alone)
        self._together = frozenset(rules.pronouns.speaker_together)

    def resolve(self, scenes: Sequence[Scene]) -> None:
        """Add what "I", "my", "we" and "our" mean to the scenes of a document, whose names are resolved already."""
        often: dict[str, int] = {}
        for scene in scenes:
            for mention in scene.entities:
                for entity in mention.ids:
                    often[entity] = often.get(entity, 0) + 1
        for _, block in groupby(scenes, key=lambda scene: scene.sentence.block):
            own = list(block)
            quotes = list(self._quotes(own))
            known = [quote for quote in quotes if quote.speaker is not None]
            last = known[0] if known else None
            for quote in quotes:
                last = quote if quote.speaker is not None else last
                if last is not None and last.speaker is not None:
                    self._add(own, quote, last.speaker, last.named, often)

    def _quotes(self, scenes: Sequence[Scene]) -> Iterator[_Quote]:
        """Yield the quotes of a paragraph in their order, each with its speaker if a sentence of it tells."""
        quote: _Quote | None = None
        found: list[_Quote] = []
        outside: dict[int, list[Token]] = {}
        touching: dict[int, list[_Quote]] = {}
        for scene in scenes:
            for token in scene.sentence.tokens:
                mark = token.text
                if quote is None and (mark in _OPENING or mark in _EITHER):
                    quote = _Quote()
                    found.append(quote)
                elif quote is not None and (mark in _CLOSING or mark in _EITHER):
                    quote = None
                elif quote is not None:
                    quote.tokens.setdefault(scene.index, []).append(token)
                    if quote not in touching.setdefault(scene.index, []):
                        touching[scene.index].append(quote)
                else:
                    outside.setdefault(scene.index, []).append(token)
        for scene in scenes:
            told = self._told(scene, outside.get(scene.index, ()))
            if told is None:
                continue
            here = touching.get(scene.index) or [q for q in found if min(q.tokens, default=-1) == scene.index + 1][:1]
            for one in here:
                one.speaker, one.named = told
        yield from found

    def _told(self, scene: Scene, outside: Sequence[Token]) -> tuple[EntityMention, tuple[str, ...]] | None:
        """Return who speaks, by the words of a sentence that are in no quote, and what those words name beside."""
        free = {token.index for token in outside}
        for token in outside:
            if token.norm not in self._verbs:
                continue
            mentions = [m for m in scene.entities if m.first in free and self._may_speak(m)]
            behind = [m for m in mentions if 0 < m.first - token.index <= _BEHIND]
            before = [m for m in mentions if 0 < token.index - m.last <= _BEFORE]
            speaker = behind[0] if behind else before[-1] if before else None
            if speaker is not None:
                others = (m for m in scene.entities if m.first in free and m is not speaker and m.how == "name")
                return speaker, tuple(e for m in others for e in m.ids if self._is_body(e))
        return None

    def _may_speak(self, mention: EntityMention) -> bool:
        return mention.how == "unknown" or any(
            e in self._base.entities and self._base.entities[e].human for e in mention.ids
        )

    def _is_body(self, entity: str) -> bool:
        """Whether somebody can speak for an entity: it is no person and no place."""
        known = self._base.entities.get(entity)
        return known is not None and not known.human and not known.country and known.type != "place"

    def _bodies(self, one: str) -> Iterator[str]:
        """Yield what the base ties an entity to: the club that he plays for, the company whose director she is."""
        for statement in self._base.by_subject.get(one, ()):
            yield from (other for other in statement.where.values() if self._is_body(other))
        for statement in self._base.statements:
            match statement.value:
                case Reference(id=other) if statement.subject == one and self._is_body(other):
                    yield other
                case Reference(id=other) if other == one and self._is_body(statement.subject):
                    yield statement.subject
                case _:
                    pass

    def _run_by(self, body: str) -> Iterator[str]:
        """Yield what names an organisation among its own facts: the festival that it organises."""
        if self._base.entities[body].type not in _RUNNING:
            return
        for statement in self._base.statements:
            named = isinstance(statement.value, Reference) and statement.value.id == body
            if named and self._is_body(statement.subject):
                yield statement.subject

    def _add(
        self,
        scenes: Sequence[Scene],
        quote: _Quote,
        speaker: EntityMention,
        named: tuple[str, ...],
        often: dict[str, int],
    ) -> None:
        people = tuple(e for e in speaker.ids if e in self._base.entities and self._base.entities[e].human)[:1]
        bodies = [body for person in people for body in self._bodies(person)]
        own = sorted(dict.fromkeys((*named, *bodies)), key=lambda e: (e not in named, -often.get(e, 0), e))
        # Whoever speaks for a foundation speaks for the festival that it runs, where the text is about it.
        beyond = {body for one in own for body in self._run_by(one) if body in often}
        spoken_for = (*own, *sorted(beyond.difference(own), key=lambda e: (-often[e], e)))
        for scene in scenes:
            for token in quote.tokens.get(scene.index, ()):
                together = token.norm in self._together
                if not together and token.norm not in self._alone:
                    continue
                if together and people and not spoken_for:
                    continue  # of whom this person speaks, the base says nothing
                scene.entities.append(
                    EntityMention(
                        start=token.start,
                        end=token.end,
                        text=token.text,
                        first=token.index,
                        last=token.index,
                        ids=tuple(spoken_for) if together else people,
                        how="pronoun",
                    )
                )
            scene.entities.sort(key=lambda mention: (mention.start, mention.end))
