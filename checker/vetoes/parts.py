"""Figures of a part, or of a change: "Of the 9,000 pilots", "X's café", "adds three", "of which X pays 42 million"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import stem
from checker.lemmas import lemma

if TYPE_CHECKING:
    from checker.analysis import Token
    from checker.evidence.evidence import Evidence
    from checker.evidence.subjects import Answer
    from checker.factbase.model import Statement
    from checker.linking.signals import Signals
    from checker.mentions import Scene, ValueMention

_OF_NOW = ("t", "s", "ing")
"""Ends of the forms of verbs that may speak of what is to come."""


class Parts:
    """Answers for one document."""

    def __init__(self, evidence: Evidence, signals: Signals) -> None:
        """Collect the words of the language."""
        self._evidence = evidence
        self._signals = signals
        rules = evidence.rules
        self._rules = rules
        self._changes = frozenset(stem(word, evidence.language) for word in rules.changes)
        self._more = frozenset(rules.differences)
        self._defined = frozenset((*rules.definite, *rules.pronouns.neutral, *rules.pronouns.speaker))
        self._wholes = frozenset((*rules.wholes, *rules.tallies))
        self._restrictors = frozenset(rules.restrictors)
        self._ahead = frozenset((*rules.modals, *rules.plan_words))
        self._ends = frozenset(end for _, end in rules.routes) - frozenset(rules.coordinators)

    def own_noun(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether what is counted is the property's own noun, another than the one before, and nothing narrows it.

        "640 medewerkers, onder wie 148 piloten" is all its pilots; "waaronder 14 tekeningen die ..." is not.
        """
        counted, prop = self._signals.counted, statement.property.id
        if not counted.named(prop, scene, mention):
            return False
        for other in scene.values:
            if other.last < mention.first and other.value.type == "count" and counted.named(prop, scene, other):
                return False
        tokens = scene.sentence.tokens
        after = scene.sentence.at(mention.value.noun_end - 1) + 1 if mention.value.noun_end else mention.last + 1
        following = tokens[after] if after < len(tokens) else None
        narrowed = (*self._rules.relatives, *self._rules.restrictors, *self._rules.partitives)
        between = tokens[mention.last + 1 : max(mention.last + 1, after - 1)]
        return (following is None or following.norm not in narrowed) and not any(
            t.norm in self._rules.parts for t in between
        )

    def _in_clause_before(self, scene: Scene, mention: ValueMention, index: int) -> bool:
        """Whether a verb ends its own clause between a value and a place ("which has 90 rooms, opens in May")."""
        between = scene.sentence.tokens[mention.last + 1 : max(index, mention.last + 1)]
        comma = next((t.index for t in between if t.text == ","), None)
        told = scene.sentence.tokens[:comma] if comma is not None else ()
        opened = next((t.index for t in told if t.norm in self._rules.relatives and t.index < mention.first), None)
        return opened is not None and any(self._evidence.is_verb(t) for t in told[opened:])

    def is_share_or_change(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a count is of a part, a capacity or a change: "Of the 9,000 pilots", "room for 90", "adds three"."""
        tokens = scene.sentence.tokens
        before = [t.norm for t in tokens[max(0, mention.first - 2) : mention.first]]
        if before and (before[-1] in self._rules.capacities or " ".join(before) in self._rules.capacities):
            held = self._signals.counted.held(statement.property.id, scene, mention)
            return not held and not self._is_capacity(statement)
        if before and before[-1] in self._rules.definite and any(v.last == mention.first - 3 for v in scene.values):
            whole = before[0] in self._rules.partitives and self._signals.counted.named(
                statement.property.id, scene, mention
            )
            return not whole  # "vier op de vijf vluchten", and not "een van de elf sporen"
        if len(before) == 2 and before[1] in self._rules.sharing and mention.first > 1:
            first = mention.first - 2
            if before[0] in self._rules.ones or any(v.last == first and v.value.type == "count" for v in scene.values):
                return True  # "one in five patients"
        prop, ellipsis = statement.property.id, self._signals.counted
        if ellipsis.is_whole(scene, mention) or ellipsis.pointed(scene, mention):
            return False
        if mention.noun is not None and any(
            m.first == mention.noun + 1 and statement.subject in m.ids for m in scene.entities
        ):
            return False  # "the 12-track depot opened on Monday"
        partitive = len(tokens) > 2 and tokens[0].norm in self._rules.partitives and tokens[1].norm in self._defined
        if partitive and (mention.first <= 3 or mention.value.noun is None):
            return mention.value.noun is not None or not ellipsis.predicated(prop, scene, mention)
        if ellipsis.is_part(scene, mention):
            return not ellipsis.predicated(prop, scene, mention)
        own = {i for c in scene.cues.get(prop, ()) if c.last > c.first for i in range(c.first, c.last + 1)}
        between = tokens[mention.last + 1 : mention.noun] if mention.noun is not None else ()
        narrowing = (*between, *tokens[mention.last + 1 : mention.last + 2])
        if any(t.norm in self._rules.parts and t.index not in own for t in narrowing):
            return True
        if any(m.how == "adjective" and mention.last < m.first < (mention.noun or 0) for m in scene.entities):
            return True  # "30 Belgian employees"
        near = tokens[max(0, mention.first - 6) : mention.last + 5]
        if self._is_traded(statement, scene, mention):
            return True
        counted = mention.last + 1 if mention.noun is None else mention.noun
        changing = [
            t.index
            for t in near
            if t.index != counted
            and (t.norm in self._rules.changes or (t.stem in self._changes and t.norm != t.stem))  # "open" is no verb
            and not any(o.norm in self._evidence.openers for o in tokens[mention.last + 1 : t.index])
            and not self._in_clause_before(scene, mention, t.index)
        ]
        if mention.first and tokens[mention.first - 1].norm in self._ends:
            ahead = any(t.norm in self._ahead for t in tokens[: mention.first])
            # "grew to 310": so many there are; "will grow to 310", "groeit naar 310" are plans
            changing = [i for i in changing if ahead or tokens[i].norm.endswith(_OF_NOW) or not self._bent(tokens[i])]
        if not any(t.norm in self._ahead for t in tokens[: mention.first]):
            changing = [i for i in changing if not (i == mention.first - 1 and tokens[i].norm in self._rules.reached)]
        objects = [m.last for m in scene.entities if m.ids and m.how != "pronoun"]
        if self._evidence.occasions.of_statement(statement) is not None:
            return False  # nothing changes in a contest: who "added 12 points" has 12
        if self._evidence.type_of(statement.subject) == "project" and not any(t.norm in self._more for t in near):
            changing = [i for i in changing if tokens[i].norm not in self._rules.gaining]  # it adds all that it has
        # "opens the tower with six rooms": what changes is the tower, not its rooms.
        return any(not any(index < last < mention.first for last in objects) for index in changing)

    def _bent(self, token: Token) -> bool:
        """Whether a verb is not in its dictionary form ("grew", "groeide")."""
        return lemma(token.norm, self._evidence.language) != token.norm

    def _is_traded(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a count is what somebody buys or builds, and not what there is: "the construction of two"."""
        tokens = scene.sentence.tokens
        first = mention.first - 1
        if first > 0 and tokens[first].norm in self._rules.partitives:
            first -= 1
        last = (mention.last if mention.noun is None else mention.noun) + 1
        told = {i for c in scene.cues.get(statement.property.id, ()) for i in range(c.first, c.last + 1)}
        beside = [tokens[i] for i in (first, last) if 0 <= i < len(tokens) and i not in told]
        project = self._evidence.type_of(statement.subject) == "project"
        return not project and any(t.norm in self._rules.trades for t in beside)

    def of_which(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a figure is a part of one before it ("a budget of 186 million, of which X pays 42 million")."""
        tokens = scene.sentence.tokens
        kin = [v.last for v in scene.values if v.last < mention.first and v.value.type == mention.value.type]
        for i in range(kin[-1] + 1 if kin else mention.first, mention.first):
            of = (tokens[i - 1].norm in self._rules.partitives) or tokens[i].norm.endswith(self._rules.partitives)
            if of and tokens[i].norm in self._rules.part_relatives:
                return not any(c.first > i for c in scene.cues.get(statement.property.id, ()))
        return False

    def _is_capacity(self, statement: Statement) -> bool:
        """Whether a property is by its label how many there is room for ("passagierscapaciteit")."""
        label = statement.property.label.get(self._evidence.language, "").casefold()
        return any(word.endswith(self._rules.capacity) for word in label.split())

    def _one_of_its(self, scene: Scene, statement: Statement) -> set[int]:
        """Return the nouns of which a rank tells one of several that the subject has ("the first episode of X")."""
        facts = self._evidence.base.by_subject.get(statement.subject, ())
        counted = [
            s.property.id for s in facts if s.property.type == "count" and s.property.id != statement.property.id
        ]
        ranked = [v for v in scene.values if v.value.type == "ordinal" and v.noun is not None]
        return {v.noun for v in ranked for p in counted if v.noun and self._signals.counted.named(p, scene, v)}

    def part_of_subject(self, scene: Scene, statement: Statement, answer: Answer, mention: ValueMention) -> bool:
        """Whether the sentence speaks of a part of the subject: "De verfafdeling van X", "X's café"."""
        tokens = scene.sentence.tokens
        own = scene.cues.get(statement.property.id, [])
        telling = {i for c in own for i in range(c.first, c.last + 1)}
        telling |= {i for m in scene.entities if m.ids for i in range(m.first, m.last + 1)}
        stands = self._evidence.subjects.strangers.stands_for
        telling |= {m.last for m in scene.entities if m.how == "noun" and stands(statement, scene, m)}
        nth = mention.value.type in ("date", "duration")  # "the first phase of the works" is a part of them
        telling |= {v.noun for v in scene.values if v.noun is not None and not (nth and v.value.type == "ordinal")}
        telling -= self._one_of_its(scene, statement)
        for part in answer.parts:
            if part.role != "subject":
                continue
            first, last = scene.sentence.at(part.start), scene.sentence.at(part.end - 1)
            if (
                last + 2 < mention.first
                and tokens[last + 1].text == ","
                and tokens[last + 2].norm in self._rules.relatives
            ):
                continue  # "the home of X, which has 46 trains"
            index = first - 1
            while index > 0 and tokens[index].norm in self._evidence.articles:
                index -= 1
            inside = index == 2 and tokens[index].norm in self._restrictors  # "The café on the ferry"
            meant = index in (2, 3) and tokens[index].norm in self._rules.purposes  # "A kit for the ferry costs"
            if index > 0 and (inside or meant or tokens[index].norm in self._rules.partitives):
                head = tokens[index - 1]
                mentioned = {i for m in scene.entities for i in range(m.first, m.last + 1)}
                joined = index > 1 and tokens[index - 2].text in ("-", "‑")  # "the build-up of"
                before = tokens[max(0, index - 3 - 2 * joined) : index - 1]
                article = any(t.norm in self._evidence.articles for t in before) and not any(
                    t.index in mentioned for t in before
                )
                opening = head.index == 0
                plain = head.text.replace("'", "").isalpha() and (head.text.islower() or opening)
                # but "took over from", "nam het over van"
                plain = plain and (joined or head.norm not in self._evidence.prepositions)
                if (article or opening) and plain and head.index not in telling and head.norm not in self._wholes:
                    return True
            if last + 2 < len(tokens) and tokens[last + 1].norm in self._rules.including and last + 2 != mention.first:
                return True  # "X with training and service"; "X with twelve rooms" has them
            if last + 2 < len(tokens) and tokens[last + 1].norm == "'s":
                owned = tokens[last + 2].norm in self._rules.parts and last + 3 < len(tokens)  # "X's own contract"
                head = tokens[last + 3 if owned else last + 2]
                counted = mention.first == last + 2  # "Berg's eight films have won nine prizes"
                plain = head.text.isalpha() and head.text.islower() and head.norm not in self._wholes
                if plain and head.index not in telling and not counted:
                    return True
        return False
