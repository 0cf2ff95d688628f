"""Who is said to have made, own or run something: "designed by Berg", "Berg designed it", "the design is by Berg".

The name must be tied to the verb, and the verb to the thing, with nothing between that could be another thing; what
`deeds.yaml` tells of a property's label says which verbs are meant.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.factbase.model import Reference
from checker.relations.deed_words import DeedWords
from checker.relations.done_to import NAMED, OBJECT, DoneTo
from checker.report import Part
from checker.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.analysis import Token
    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import EntityMention, Scene
    from checker.mentions.deeds import Deed
    from checker.relations.slots import Slot

_BODIES = frozenset({"person", "organisation", "company", "team"})
_REACH = 12
"""How many words may stand between a verb and the name behind "by", or between the thing and the verb."""
_NAMED_BEFORE = 3
"""Where a noun stands at least that says what the thing before it is."""
_BACK = 3
"""How many sentences back a thing must have been named for the text still to be about it."""


class Doers:
    """Reads who did what in the sentences of one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the deeds of the properties of the base."""
        self._evidence = evidence
        self._base = evidence.base
        self._words = words = DeedWords(evidence)
        self._things = DoneTo(evidence, words)

    def slots(self, scene: Scene, mention: EntityMention, statements: Sequence[Statement]) -> Iterator[Slot]:
        """Yield the statements of which a mention stands in the doer's place."""
        if mention.how not in NAMED or not self._words.deeds or not self._ends(scene, mention):
            return
        for words, thing, verb in self._said(scene, mention):
            for statement in statements:
                deed = self._deed(statement, words)
                if deed is None or not self._can_do(mention, statement, deed):
                    continue
                if not self._then(statement, scene, deed):
                    continue
                if thing is not None and statement.subject in thing.ids:
                    part = Part("subject", thing.text, thing.start, thing.end)
                    yield statement, (part, Part("cue", verb.text, verb.start, verb.end))
                elif thing is None:
                    answer = self._evidence.subjects.answer(
                        statement, scene, mention.first, mention.last, (0, len(scene.sentence.tokens) - 1)
                    )
                    clear = answer.score >= WEIGHTS.alarm_subject or self._only_one(statement, scene)
                    if clear and not answer.rival:
                        yield statement, (*answer.parts, Part("cue", verb.text, verb.start, verb.end))

    def _only_one(self, statement: Statement, scene: Scene) -> bool:
        """Whether a sentence goes on about the one thing of the text that has a property, named shortly before."""
        holders = {s.subject for s in self._base.by_property[statement.property.id]}
        near = self._evidence.scenes[max(0, scene.index - _BACK) : scene.index]
        block = [s for s in near if s.sentence.block == scene.sentence.block]
        here = any(statement.subject in m.ids for s in block for m in s.entities)
        kind = self._evidence.type_of(statement.subject)
        alike = {i for s in block for m in s.entities for i in m.ids if self._evidence.type_of(i) == kind}
        strange = any(m.how == "unknown" for s in block for m in s.entities)
        return here and not strange and holders & self._evidence.mentioned == {statement.subject} == alike

    def _deed(self, statement: Statement, word: str) -> Deed | None:
        for deed in self._words.deeds.get(statement.property.id, ()):
            forms = {fold(w.split()[0]) for w in deed.did} | {fold(w) for w in (*deed.done, *deed.deed)}
            forms |= {phrase.split()[0] for phrase in deed.given}
            if word in forms or (deed.made and word == ""):
                return deed
        return None

    def _can_do(self, mention: EntityMention, statement: Statement, deed: Deed) -> bool:
        """Whether a name can be that of who did it: a person or body, of the kind that the base has there."""
        if not isinstance(statement.value, Reference):
            return False
        kind = self._evidence.type_of(statement.value.id)
        if mention.how == "unknown":
            single = statement.property.single or not (deed.many or statement.property.open)
            return single and (kind != "person" or " " in mention.text)
        kinds = {self._evidence.type_of(i) for i in mention.ids}
        return kind in kinds or (kind in _BODIES and bool(kinds & _BODIES))

    def _then(self, statement: Statement, scene: Scene, deed: Deed) -> bool:
        """Whether a sentence can speak of the time and the occasion of a statement."""
        if statement.where:
            fit = self._evidence.qualifiers.fit(statement, scene, None)
            return bool(fit.parts) and not fit.conflicts and not fit.unnamed
        dates = [v for v in scene.values if v.value.type in ("date", "duration")]
        if deed.lasting:
            return not dates and not any(t.norm in self._words.past for t in scene.sentence.tokens)
        return not (dates and ((deed.given and not deed.made) or statement.valid is not None))

    # The ways to say it ---------------------------------------------------------------------------------------------

    def _said(self, scene: Scene, mention: EntityMention) -> Iterator[tuple[str, EntityMention | None, Token]]:
        """Yield the verb or noun by which a name did something, to what, and its token."""
        yield from self._passive(scene, mention)
        yield from self._active(scene, mention)
        yield from self._credited(scene, mention)
        yield from self._answers(scene, mention)

    def _passive(self, scene: Scene, mention: EntityMention) -> Iterator[tuple[str, EntityMention | None, Token]]:
        """Yield "THING was designed by NAME", and the verb behind it ("werd door NAME ontworpen")."""
        tokens = scene.sentence.tokens
        at = self._words.described_from(scene, mention.first) - 1
        for phrase in self._words.given:
            start = at - len(phrase) + 1
            if start > 0 and tuple(t.norm for t in tokens[start : at + 1]) == phrase:
                made = start > 1 and phrase[-1] in self._of + tuple(self._words.by) and self._is_made(tokens[start - 1])
                thing = self._things.thing_before(scene, start - made)
                if thing is not None:
                    yield phrase[0], thing, tokens[start]
        if at < 1 or tokens[at].norm not in self._words.at:
            return
        verb = next((t for t in reversed(tokens[max(0, at - _REACH) : at]) if not self._words.passes(scene, t)), None)
        behind = next(
            (t for t in tokens[mention.last + 1 : mention.last + 1 + OBJECT] if not self._words.passes(scene, t)), None
        )
        found, before = None, at
        if verb is not None and verb.norm in self._words.done:
            found, before = verb, verb.index
        elif behind is not None and behind.norm in self._words.done and self._evidence.rules.compounds:
            found = behind
        if found is None or not self._takes(found.norm, tokens[at].norm):
            return
        fronted = found is tokens[0]
        thing = self._things.thing_after(scene, mention) if fronted else self._things.thing_before(scene, before)
        if thing is None:
            return
        rest = takewhile(lambda t: t.text[0].isalnum(), tokens[mention.last + 1 :][:OBJECT])
        if not any(t.norm in self._words.modals for t in (*tokens[thing.last + 1 : mention.first], *rest)):
            yield found.norm, thing, found

    def _is_made(self, token: Token) -> bool:
        """Whether a word is a participle between the thing and whose design it follows ("was built to a design by")."""
        made = self._evidence.is_verb(token) or token.norm in self._words.participles
        return token.text.islower() and token.norm not in self._words.aux and made

    def _answers(self, scene: Scene, mention: EntityMention) -> Iterator[tuple[str, EntityMention | None, Token]]:
        """Yield "NAME was responsible for the design of THING"."""
        tokens = scene.sentence.tokens
        after = mention.last + 1
        for phrase in self._words.answering:
            end = after + len(phrase)
            if tuple(t.norm for t in tokens[after:end]) != phrase:
                continue
            noun = end + (end < len(tokens) and tokens[end].norm in self._evidence.articles)
            if noun + 2 < len(tokens) and tokens[noun].norm in self._words.nouns and tokens[noun + 1].norm in self._of:
                first = noun + 2
                first += tokens[first].norm in self._evidence.articles
                thing = next((m for m in scene.entities if m.first == first and self._things.is_thing(scene, m)), None)
                if thing is not None:
                    yield tokens[noun].norm, thing, tokens[noun]

    def _takes(self, verb: str, preposition: str) -> bool:
        if preposition in self._words.by:
            return True
        every = (deed for found in self._words.deeds.values() for deed in found)
        return any(preposition in deed.at and verb in map(fold, deed.done) for deed in every)

    def _active(self, scene: Scene, mention: EntityMention) -> Iterator[tuple[str, EntityMention | None, Token]]:
        """Yield "NAME designed THING", "won NAME THING" and "NAME heeft THING ontworpen"."""
        tokens = scene.sentence.tokens
        if mention.first and tokens[mention.first - 1].norm in (*self._evidence.rules.prepositions, *self._words.small):
            return
        after, before = mention.last + 1, mention.first - 1
        if after >= len(tokens):
            return
        if tokens[after].norm in self._words.did:
            thing = self._things.object(scene, after + 1)
            if thing is not None and self._completes(tokens[after].norm, tokens, thing.last + 1):
                yield tokens[after].norm, thing, tokens[after]
        elif self._evidence.rules.compounds and before >= 0 and tokens[before].norm in self._words.did:
            thing = self._things.object(scene, after)
            if thing is not None and self._completes(tokens[before].norm, tokens, thing.last + 1):
                yield tokens[before].norm, thing, tokens[before]
        elif tokens[after].norm in self._words.have:
            thing = self._things.object(scene, after + 1)
            rest = tokens[thing.last + 1 : thing.last + 1 + OBJECT] if thing is not None else ()
            verb = next((t for t in rest if not self._words.passes(scene, t)), None)
            if verb is not None and verb.norm in self._words.done:
                yield verb.norm, thing, verb

    def _completes(self, verb: str, tokens: Sequence[Token], start: int) -> bool:
        """Whether the second word of a verb of two stands behind the thing ("richtte Acme in 2001 op")."""
        every = [w.split() for found in self._words.deeds.values() for deed in found for w in deed.did]
        if any([fold(w) for w in words] == [verb] for words in every):
            return True
        seconds = {words[1] for words in every if len(words) > 1 and fold(words[0]) == verb}
        return any(t.norm in seconds for t in tokens[start : start + _REACH])

    def _credited(self, scene: Scene, mention: EntityMention) -> Iterator[tuple[str, EntityMention | None, Token]]:
        """Yield "the design of THING is by NAME", "Design: NAME" and "THING, a novel by NAME"."""
        tokens = scene.sentence.tokens
        at = self._words.described_from(scene, mention.first) - 1
        if at < 0:
            return
        start = next(
            (
                at - len(phrase) + 1
                for phrase in sorted(self._words.credits, key=len, reverse=True)
                if at - len(phrase) + 1 >= 0 and tuple(t.norm for t in tokens[at - len(phrase) + 1 : at + 1]) == phrase
            ),
            None,
        )
        if start is None:
            return
        ends = {start - 1, self._things.apposed(scene, start - 1) if start else None}
        thing = next((m for m in scene.entities if m.last in ends and self._things.is_thing(scene, m)), None)
        if thing is not None and tokens[at].norm in self._words.by:
            yield "", thing, tokens[at]
            return
        said = self._said_to_be(scene, start - 1)
        if said is not None:
            yield tokens[start - 1].norm, said, tokens[start - 1]
            return
        index = start - 1
        copula = index >= 0 and tokens[index].norm in self._words.aux
        while index > 0 and tokens[index].norm in self._words.aux:
            index -= 1
        named = next((m for m in scene.entities if m.last == index and self._things.is_thing(scene, m)), None)
        if named is not None:
            index = named.first - 1
            while index > 0 and (tokens[index].norm in self._evidence.articles or tokens[index].norm in self._of):
                index -= 1
        if (
            index < 0
            or tokens[index].norm not in self._words.nouns
            or (named is None and start - 1 - index > 0 and not copula)
        ):
            return
        if tokens[at].text == ":" or copula:
            yield tokens[index].norm, named, tokens[index]

    def _said_to_be(self, scene: Scene, noun: int) -> EntityMention | None:
        """Return what is said to be a deed: "THING is a design by", "THING, een ontwerp van"."""
        tokens = scene.sentence.tokens
        rules = self._evidence.rules
        if noun < _NAMED_BEFORE or tokens[noun].norm not in self._words.nouns:
            return None
        article, link = tokens[noun - 1].norm, tokens[noun - 2]
        if article not in rules.articles or article in rules.definite:
            return None
        if link.text != "," and link.norm not in rules.copulas:
            return None
        found = (m for m in scene.entities if m.last == noun - 3 and self._things.is_thing(scene, m))
        return next(found, None)

    @property
    def _of(self) -> tuple[str, ...]:
        return self._evidence.rules.partitives

    # What stands between --------------------------------------------------------------------------------------------

    def _ends(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether a name ends its phrase: "Acme" of "the Acme yard", "Acme's yard" and "Acme-dochter" does not."""
        tokens = scene.sentence.tokens
        if self._joined(scene, mention):
            return False
        if mention.last + 1 >= len(tokens):
            return True
        following = tokens[mention.last + 1]
        if following.text in ("-", "‑", "/", "&") or following.norm in ("'s", "s", "'", "’"):
            return False
        if not following.text[0].isalnum() or following.norm in self._words.done | self._words.did:
            return True
        dated = any(v.first <= following.index <= v.last for v in scene.values)
        placed = any(m.first <= following.index <= m.last for m in scene.entities)
        return (
            dated
            or placed
            or following.norm in (*self._evidence.closed, *self._words.aux)
            or self._evidence.is_verb(following)
        )

    def _joined(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether a name is one of several: "by Berg and Acme", "by Berg, Dahl and Acme", "by Berg with Acme"."""
        tokens = scene.sentence.tokens
        joining = (*self._evidence.rules.coordinators, *self._evidence.rules.companions)
        for other in scene.entities:
            if other is mention or other.how not in (*NAMED, "noun", "pronoun"):
                continue
            low, high = (other, mention) if other.first < mention.first else (mention, other)
            between = tokens[low.last + 1 : high.first]
            near = 0 < len(between) <= 2 + OBJECT and any(t.norm in joining for t in between)
            plain = all(t.norm in joining or t.text == "," or t.text.islower() for t in between)
            if near and plain and not self._words.verb_near(between, 0, len(between)):
                return True
        following = tokens[mention.last + 1].norm if mention.last + 1 < len(tokens) else ""
        return following in joining and not self._words.verb_near(tokens, mention.last + 2)
