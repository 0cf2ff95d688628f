"""Which thing a deed is done to: "Berg designed the hall", "the hall, a steel building designed by Berg"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.evidence.evidence import Evidence
    from checker.mentions import EntityMention, Scene
    from checker.relations.deed_words import DeedWords

NAMED = ("name", "part", "discouraged", "unknown")
"""How those are mentioned that can be said to have done something."""
OBJECT = 4
"""How many words may stand before the noun of the thing."""
_APPOSED = 4
"""How many words a phrase may have that says again what the thing is (", a tugboat built by")."""


class DoneTo:
    """Finds the things around the verbs and nouns of deeds."""

    def __init__(self, evidence: Evidence, words: DeedWords) -> None:
        """Share the words of the deeds."""
        self._evidence = evidence
        self._words = words

    def thing_before(self, scene: Scene, end: int) -> EntityMention | None:
        """Return what a verb at a token is said of: the mention before it, with small words alone between."""
        tokens = scene.sentence.tokens
        index = end - 1
        index = self._over_other_deeds(scene, index)
        while index >= 0:
            thing = next((m for m in scene.entities if m.last == index and self.is_thing(scene, m)), None)
            if thing is not None:
                return thing
            token = tokens[index]
            if token.norm in self._words.also:
                return None
            if token.norm in self._words.aux or token.text in (",", "(", ")") or self._words.passes(scene, token):
                index -= 1
                continue
            skipped = self.apposed(scene, index)
            if skipped is None:
                return None
            index = skipped
        return None

    def thing_after(self, scene: Scene, mention: EntityMention) -> EntityMention | None:
        """Return what a clause goes on about whose opening says who did it: "Designed by Berg, the hall ..."."""
        tokens = scene.sentence.tokens
        index = mention.last + 1
        while index < len(tokens) and (self._words.passes(scene, tokens[index])):
            index += 1
        if index + 1 >= len(tokens) or not (tokens[index].text == "," or self._evidence.rules.compounds):
            return None
        index += 1
        while index < len(tokens) and tokens[index].norm in self._evidence.articles:
            index += 1
        found = (m for m in scene.entities if m.first <= index <= m.last and m.first > mention.last)
        thing = next(found, None)
        return thing if thing is not None and self.is_thing(scene, thing) else None

    def _over_other_deeds(self, scene: Scene, index: int) -> int:
        """Return the token before "designed by Berg and", where another deed of the same thing comes first."""
        tokens = scene.sentence.tokens
        while index > 0 and tokens[index].norm in self._evidence.rules.coordinators:
            doer = next((m for m in scene.entities if m.last == index - 1 and m.how in NAMED), None)
            if doer is None:
                return index
            at = self._words.described_from(scene, doer.first) - 1
            if at < 1 or tokens[at].norm not in self._words.at or tokens[at - 1].norm not in self._words.done:
                return index
            index = at - 2
        return index

    def apposed(self, scene: Scene, index: int) -> int | None:
        """Return the token before ", a steel tugboat", which says again what the thing before the comma is."""
        tokens = scene.sentence.tokens
        start = index
        while start > 0 and index - start < _APPOSED and tokens[start].text.isalpha() and tokens[start].text.islower():
            if tokens[start].norm in self._words.small or self._evidence.is_verb(tokens[start]):
                return None
            if tokens[start].norm in self._evidence.articles:
                return start - 2 if tokens[start - 1].text == "," else None
            start -= 1
        return None

    def is_thing(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether a mention is the thing itself: not a part of it, nor what only belongs to it."""
        tokens = scene.sentence.tokens
        if mention.how not in ("name", "part", "noun", "pronoun", "discouraged") or len(mention.ids) != 1:
            return False
        rules = self._evidence.rules
        if mention.how == "pronoun" and tokens[mention.first].norm in (*rules.possessives, *rules.relatives):
            return False
        following = tokens[mention.last + 1] if mention.last + 1 < len(tokens) else None
        if following is not None and (following.text in ("-", "‑") or following.norm in ("'s", "s")):
            return False
        if mention.how == "noun" and not self._just_it(scene, mention):
            return False
        index = mention.first - 1
        while index >= 0 and (tokens[index].norm in self._evidence.articles or self._describes(scene, index)):
            index -= 1
        if index < 0 or tokens[index].norm not in self._evidence.prepositions:
            return True
        before = tokens[index - 1].norm if index else ""
        return tokens[index].norm in self._evidence.rules.partitives and before in self._words.nouns

    def _just_it(self, scene: Scene, noun: EntityMention) -> bool:
        """Whether "the ship" is just that, and no "other ship", "ship of Berg" or "ship in Delft"."""
        tokens = scene.sentence.tokens
        following = tokens[noun.last + 1].norm if noun.last + 1 < len(tokens) else ""
        definite = noun.first > 0 and tokens[noun.first - 1].norm in self._evidence.rules.definite
        return definite and following not in self._evidence.prepositions

    def _describes(self, scene: Scene, index: int) -> bool:
        token = scene.sentence.tokens[index]
        return any(m.how == "adjective" and m.first <= index <= m.last for m in scene.entities) or (
            token.text.islower()
            and token.text.isalpha()
            and token.norm not in self._words.small
            and token.norm not in self._evidence.prepositions
            and not self._evidence.is_verb(token)
            and index > 0
        )

    def object(self, scene: Scene, start: int) -> EntityMention | None:
        """Return the thing that begins at a token, behind an article and a few plain words, and ends its phrase."""
        tokens = scene.sentence.tokens
        for m in sorted(scene.entities, key=lambda m: m.first):
            if m.first < start or m.first - start > OBJECT or not self.is_thing(scene, m):
                continue
            between = tokens[start : m.first]
            if any(
                t.norm in self._words.small
                or not t.text.isalpha()
                or self._evidence.is_verb(t)
                or t.norm in self._words.also
                for t in between
            ):
                return None
            following = tokens[m.last + 1] if m.last + 1 < len(tokens) else None
            plain = following is not None and following.text.isalpha() and following.text.islower()
            closed = following is not None and (
                following.norm in (*self._evidence.closed, *self._words.aux, *self._words.small)
                or self._evidence.is_verb(following)
                or following.norm in self._words.done
                or any(v.first <= following.index <= v.last for v in scene.values)
            )
            second = following is not None and following.norm in {
                w.split()[-1] for f in self._words.deeds.values() for d in f for w in d.did
            }
            return m if not plain or closed or second else None
        return None
