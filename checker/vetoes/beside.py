"""What the words right beside a figure make of it: more of them, something added, somebody else's, another edition.

"An option on another twelve", "plus 150 bottles at EUR 62", "the fund paid a third of its budget of EUR 4.9 million",
"the 25th edition is from 15 to 18 July 2027": none of these is what the fact base says of the one spoken of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.factbase.model import Moment
from checker.mentions.results import in_a_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention

_ADDED = 5
"""How many words an added thing may stand before its figure."""
_DATES = ("date", "start", "end")
_GAPPED = 4
"""How many words there are at least before a value that is said of a thing without a verb."""
_NEXT = 2
"""How far behind a noun a count stands with a preposition between them."""


class Beside:
    """Finds such words in one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the words of the language."""
        self._evidence = evidence
        rules = evidence.rules
        self._further = tuple(tuple(words.split()) for words in rules.further)
        self._order = frozenset(rules.ordering)
        self._definite = frozenset(rules.definite)
        self._copulas = frozenset((*rules.copulas, *rules.auxiliaries))
        self._adding = frozenset(rules.adding)
        self._inside = frozenset(rules.inside)
        self._indefinite = frozenset(rules.articles) - frozenset(rules.definite)
        self._owners = frozenset(rules.possessives)

    def find(self, statement: Statement, scene: Scene, mention: ValueMention) -> Iterator[str]:
        """Yield what forbids an alarm about a value."""
        tokens = scene.sentence.tokens
        before = tuple(t.norm for t in tokens[: mention.first])
        if mention.value.type == "count" and any(before[-len(words) :] == words for words in self._further):
            yield "more of them"
        if (
            mention.value.type == "count"
            and mention.value.role == "amount"
            and before[-1:]
            and before[-1] in self._order
        ):
            yield "some of them"
        if mention.value.type == "count" and (self._is_streak(scene, mention) or self._is_span(scene, mention)):
            yield "some of them"
        if self._is_added(statement, scene, mention):
            yield "something added"
        if mention.value.type in ("money", "quantity") and self._is_next(statement, scene, mention):
            yield "somebody else"
        if mention.value.type not in ("date", "ordinal", "age") and self._of_nth(scene, mention):
            yield "one of several"
        if self._is_theirs(statement, scene):
            yield "somebody else"
        if mention.value.type == "ordinal" and self._is_another_time(statement, scene, mention):
            yield "another one of a series"
        if mention.value.type == "ordinal" and self._says_who(statement, scene, mention):
            yield "what says who is meant"

    def _is_streak(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a count without its noun is of those that came without a break: "had won four straight"."""
        return in_a_row(scene.sentence.tokens, mention.last, self._evidence.language)

    def _is_span(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a count is of those among which one of a rank was: "the fourth defeat in six games"."""
        ranks = [v for v in scene.values if v.value.type == "ordinal" and v.last < mention.first]
        within = mention.first > 0 and scene.sentence.tokens[mention.first - 1].norm in self._inside
        return within and any(v.noun is not None and mention.first - v.noun == _NEXT for v in ranks)

    def _is_added(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a figure is of what is added to the subject ("plus 150 magnums at EUR 62")."""
        tokens = scene.sentence.tokens
        near = [t.index for t in tokens[max(0, mention.first - _ADDED) : mention.first] if t.norm in self._adding]
        if not near or near[-1] + 1 >= mention.first:
            return False
        cues = scene.cues.get(statement.property.id, ())
        return not any(near[-1] < cue.first < mention.first for cue in cues)

    def _of_nth(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a rank alone is the subject of a value's clause: "...; the first had 190 pages"."""
        tokens = scene.sentence.tokens
        for rank in scene.values:
            if rank.value.type != "ordinal" or not 0 < rank.first < rank.last + 1 < mention.first:
                continue
            before = tokens[rank.first - 2] if rank.first > 1 else None
            opens = before is None or before.text in ";,:" or before.norm in self._evidence.rules.coordinators
            alone = self._evidence.is_verb(tokens[rank.last + 1])
            if opens and alone and tokens[rank.first - 1].norm in self._definite:
                return not any(t.text in ";:" for t in tokens[rank.last : mention.first])
        return False

    def _is_next(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a value is said of a thing right before it, without a verb ("and a bicycle EUR 14")."""
        tokens = scene.sentence.tokens
        if mention.first < _GAPPED:
            return False
        link, article, noun = tokens[mention.first - 3 : mention.first]
        joined = link.text == "," or link.norm in self._evidence.rules.coordinators
        if not joined or article.norm not in self._indefinite or not noun.text.isalpha() or not noun.text.islower():
            return False
        cues = scene.cues.get(statement.property.id, ())
        named = any(m.ids and m.first <= noun.index <= m.last for m in scene.entities)
        kin = any(v.last < link.index and v.value.type == mention.value.type for v in scene.values)
        return kin and not named and not any(c.first <= noun.index <= c.last for c in cues)

    def _is_theirs(self, statement: Statement, scene: Scene) -> bool:
        """Whether every noun that signals the property is that of somebody else who has just been named ("its")."""
        owners = [m for m in scene.entities if m.how == "pronoun" and m.text.casefold() in self._owners and m.ids]
        others = {
            m.last + 1 for m in owners if statement.subject not in (*m.ids, *m.others) or self._has(m.ids[0], statement)
        }
        cues = {cue.first for cue in scene.cues.get(statement.property.id, ())}
        return bool(cues) and cues <= others

    def _says_who(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a rank with its noun is the subject of the sentence itself: "The fourth seed saved nine"."""
        tokens = scene.sentence.tokens
        person = self._evidence.type_of(statement.subject) == "person"
        if (
            statement.property.type != "ordinal"
            or not person
            or mention.first != 1
            or tokens[0].norm not in self._definite
        ):
            return False
        after = tokens[mention.last + 2 : mention.last + 3]
        return bool(after) and not any(t.norm in self._copulas for t in after)

    def _has(self, entity: str, statement: Statement) -> bool:
        """Whether the one who was named last has the property too, and is not the statement's subject."""
        own = statement.subject != entity
        return own and bool(self._evidence.base.facts_of(entity, statement.property.id))

    def _is_another_time(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether the sentence gives an ordinal's own date, and the base another year for the subject.

        Of the number of an edition an earlier year does so only in its clause ("first held in 1987, now in its 38th").
        """
        base = self._evidence.base
        known = [
            f.value.period
            for name in _DATES
            for f in base.facts_of(statement.subject, name)
            if isinstance(f.value, Moment)
        ]
        told = [when for _, when in self._evidence.times.years(scene)]
        if statement.property.id == "edition":
            own = self._evidence.times.clause_date(scene, mention)
            told = [when for when in told if when == own or all(when.first > day.last for day in known)]
        return bool(known and told) and not any(
            one.first.year <= other.last.year and other.first.year <= one.last.year for one in known for other in told
        )
