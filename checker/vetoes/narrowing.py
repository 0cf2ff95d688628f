"""Words around a value that make it one of less, or of something else, than the statement is about.

"18 paintings of hers", "the catalogue of another show", "2 million of its budget", "180,000 a year": each says
something true of which the base knows nothing. They forbid alarms and never support.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import stem
from checker.factbase.model import Amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.evidence.evidence import Evidence
    from checker.evidence.subjects import Answer
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention

_PHRASE = 3
"""How many words of the phrase behind a superlative are looked at."""
_NEAR = 8
"""How many words before a value may say of whom it is."""


_LIKENED = 3
"""How many words stand between a word of likening and the value of what is likened."""


class Narrowing:
    """Finds what narrows the values of one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the closed classes of the language."""
        self._evidence = evidence
        rules = evidence.rules
        self._rules = rules
        self._owned = frozenset(
            (*rules.pronouns.male, *rules.pronouns.female, *rules.pronouns.neutral, *rules.definite, *rules.articles)
        )
        self._possessives = frozenset(rules.possessives)
        self._indefinite = frozenset(rules.articles) - frozenset(rules.definite)
        self._temporal = frozenset(rules.temporal)
        self._there = frozenset(rules.counting) - {*rules.pronouns.neutral, *rules.pronouns.plural}
        self._respective = frozenset(rules.respective)
        self._excluded: dict[str, frozenset[str]] = {}

    def find(self, statement: Statement, scene: Scene, mention: ValueMention, answer: Answer) -> Iterator[str]:
        """Yield what forbids an alarm about a value."""
        if scene.sentence.tokens[0].norm in self._rules.hypotheses:
            yield "a hypothesis"
        if self._excludes(statement, scene):
            yield "a word of something else"
        if self._of_somebody(statement, scene, mention):
            yield "those of somebody else"
        if self._by_some(scene, mention, answer):
            yield "what only some of them did"
        if self._of_its_own(statement, scene, mention):
            yield "what is the subject's, and not the subject"
        if self._so_far(statement, mention, scene):
            yield "a number so far"
        if self._of_its_kind(statement, scene, answer):
            yield "another one of its kind"
        if self._one_of_many(statement, scene, mention):
            yield "one of several"
        if self._of_something_new(statement, scene, mention):
            yield "a new thing"
        if self._each_time(statement, scene, mention):
            yield "a figure for each year"
        if self._for_something(statement, scene, mention):
            yield "a figure for one thing"
        if self._superlative(statement, scene, mention):
            yield "one of several"
        if self._alternative(scene, mention):
            yield "another price or size for some"
        if self._of_a_whole(statement, scene, mention):
            yield "a part of something"
        if mention.value.type == "count" and self._traded(statement, scene, mention):
            yield "what was sold or bought"
        if mention.value.type == "age" and self._back_then(scene, mention):
            yield "the age at another time"
        if any(t.norm in self._respective for t in scene.sentence.tokens) and any(
            m.how == "unknown" for m in scene.entities
        ):
            yield "a list with a name that the base does not know"

    def _excludes(self, statement: Statement, scene: Scene) -> bool:
        prop = statement.property
        if prop.id not in self._excluded:
            language = self._evidence.language
            self._excluded[prop.id] = frozenset(stem(word, language) for word in prop.excludes.get(language, ()))
        words = self._excluded[prop.id]
        return bool(words) and any(t.stem in words for t in scene.sentence.tokens)

    def _noun_end(self, scene: Scene, mention: ValueMention) -> int:
        """Return the index of the first token behind a value and the noun that it counts."""
        if mention.value.noun_end is not None and mention.value.noun_end > mention.end:
            return scene.sentence.at(mention.value.noun_end - 1) + 1
        return mention.last + 1

    def _of_somebody(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether what is counted is that of another one ("18 schilderijen van Ter Borch")."""
        tokens = scene.sentence.tokens
        after = self._noun_end(scene, mention)
        if mention.value.noun is None or after + 1 >= len(tokens) or tokens[after].norm not in self._rules.partitives:
            return False
        start = after + 1
        while start < len(tokens) and tokens[start].norm in self._evidence.articles:
            start += 1
        named = [m for m in scene.entities if m.first == start and m.how in ("name", "part", "unknown")]
        family = self._evidence.related(statement.subject) | self._evidence.tied(statement.subject)
        return bool(named) and not any(family & set(m.ids) or statement.subject in m.ids for m in named)

    def _by_some(self, scene: Scene, mention: ValueMention, answer: Answer) -> bool:
        """Whether a verb behind "174 students of the faculty" says what these did ("... graduated")."""
        tokens = scene.sentence.tokens
        after = self._noun_end(scene, mention)
        if mention.value.type != "count" or mention.value.noun is None or after + 2 >= len(tokens):
            return False
        if tokens[after].norm not in self._rules.partitives:
            return False
        subject = next((p for p in answer.parts if p.role == "subject"), None)
        if subject is None:
            return False
        first, last = scene.sentence.at(subject.start), scene.sentence.at(subject.end - 1)
        if not after < first <= after + 2 or last + 1 >= len(tokens):
            return False
        following = tokens[last + 1]
        return self._evidence.is_verb(following) and following.norm not in self._rules.auxiliaries

    def _so_far(self, statement: Statement, mention: ValueMention, scene: Scene) -> bool:
        """Whether a number is less than what there will be in the end ("by now 21 of the turbines stand")."""
        fact, number = statement.value, mention.value.number
        if statement.valid is not None or statement.where or not isinstance(fact, Amount):
            return False
        if fact.low is None or number is None or number >= fact.low:
            return False
        before = scene.sentence.tokens[max(0, mention.first - _NEAR) : mention.first]
        return any(t.norm in self._rules.so_far for t in before)

    def _of_its_own(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether what somebody has is the subject of a value's clause ("its neighbour has 60 teachers")."""
        tokens = scene.sentence.tokens
        cues = scene.cues.get(statement.property.id, ())
        telling = {i for c in cues for i in range(c.first, c.last + 1)}
        telling |= {i for m in scene.entities if m.ids and m.how != "pronoun" for i in range(m.first, m.last + 1)}
        for index in range(mention.first - 2, max(0, mention.first - _NEAR), -1):
            if tokens[index].text in (",", ";", ":"):
                return False
            opens = index == 1 or tokens[index - 2].text in (",", ";", ":")
            owned = tokens[index - 1].norm in self._possessives and tokens[index].text.isalpha()
            which = tokens[index - 2].norm if index > 1 else ""
            nth = any(v.value.type == "ordinal" and v.last == index - 1 for v in scene.values)
            nth = nth and mention.value.type != "age"  # "Its first resident is Mila, 16"
            if nth and which in self._possessives and (index == 2 or tokens[index - 3].text in (",", ";", ":")):
                return (
                    self._evidence.is_verb(tokens[index + 1]) or index + 1 in telling
                )  # "Its first phase costs EUR 2 million"
            if opens and owned and self._evidence.is_verb(tokens[index + 1]):
                return index not in telling and not self._evidence.is_verb(tokens[index])
        return False

    def _of_its_kind(self, statement: Statement, scene: Scene, answer: Answer) -> bool:
        """Whether a subject named by a common noun is that of something else ("the catalogue of the toy show")."""
        tokens = scene.sentence.tokens
        tied = self._evidence.tied(statement.subject) | self._evidence.related(statement.subject)
        facts = self._evidence.base.by_subject.get(statement.subject, ())
        tied |= {value for fact in facts for value in fact.where.values()}
        for part in answer.parts:
            if part.role != "subject" or not part.text[:1].islower():
                continue
            last = scene.sentence.at(part.end - 1)
            own = [m for m in scene.entities if m.last == last and m.how in ("name", "noun")]
            if not own or last + 2 >= len(tokens) or tokens[last + 1].norm not in self._rules.partitives:
                continue
            near = [m for m in scene.entities if last < m.first <= last + 4]
            if own[0].how == "noun":
                near = [m for m in near if m.first <= last + 3 and (m.explicit or m.how == "unknown")]
                tied = tied | {i for m in near for i in m.ids if self._evidence.tied(i) & tied}
                if not near:
                    continue
            if not any(tied & set(m.ids) for m in near):
                return True
        return False

    def _of_something_new(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a value is that of a thing that the text brings up itself ("a novel of 312 pages")."""
        tokens = scene.sentence.tokens
        if self._of_new_antecedent(statement, scene, mention):
            return True
        if mention.first < 3 or tokens[mention.first - 1].norm not in self._rules.describing:
            return False
        head = tokens[mention.first - 2]
        before = tokens[mention.first - 3]
        likened = mention.first > _LIKENED and tokens[mention.first - 4].norm in self._rules.likening
        if likened and before.norm in self._evidence.articles:
            return True  # "longer than the ferry of 112 metres"
        indefinite = before.norm in self._evidence.articles and before.norm not in self._rules.definite
        if not indefinite or not head.text.isalpha() or not head.text.islower():
            return False
        if any(m.first <= head.index <= m.last for m in scene.entities):
            return False
        own = scene.cues.get(statement.property.id, ())
        if head.norm in self._rules.totals or any(c.first <= head.index <= c.last for c in own if c.weight >= 0.4):
            return False
        if mention.first >= 4 and tokens[mention.first - 4].text == ",":
            return False  # an apposition: it says what the name before it is
        is_one = mention.first > _LIKENED and tokens[mention.first - 4].norm in self._rules.copulas
        if is_one and any(statement.subject in m.ids and m.last == mention.first - 5 for m in scene.entities):
            return False  # "Alpha is a ferry with six decks"
        kind = self._evidence.type_of(statement.subject)
        there = any(t.norm in self._there for t in tokens[max(0, mention.first - 6) : mention.first - 3])
        return there or head.norm not in self._rules.type_nouns.get(kind, ())  # "there is a race with eight stages"

    def _one_of_many(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a sum is that of one thing, and the property's that of all ("a loan of 14 million": its loans)."""
        tokens = scene.sentence.tokens
        at = mention.first - 2
        if mention.value.type != "money" or at < 1 or tokens[at + 1].norm not in self._rules.partitives:
            return False
        if tokens[at - 1].norm not in self._indefinite:
            return False
        language = self._evidence.language
        label = statement.property.label.get(language, "").casefold().split()
        return tokens[at].norm not in label and any(
            len(word) > len(tokens[at].norm) and stem(word, language) == tokens[at].stem for word in label
        )

    def _of_new_antecedent(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether "which" before a value goes back to such a thing ("wrote a novel of 312 pages, which costs ...")."""
        tokens = scene.sentence.tokens
        for index in range(mention.first - 1, max(1, mention.first - _NEAR), -1):
            if tokens[index].text != ",":
                continue
            if tokens[index + 1].norm not in self._rules.relatives:
                return False
            heads = [t.index for t in tokens[max(0, index - _NEAR) : index] if t.norm in self._indefinite]
            if not heads:
                return False
            after = tokens[heads[0] + 1 : index]
            kind = self._rules.type_nouns.get(self._evidence.type_of(statement.subject), ())
            named = any(heads[0] < m.first < index and (m.explicit or m.how == "unknown") for m in scene.entities)
            cues = scene.cues.get(statement.property.id, ())
            told = any(heads[0] < c.first < index for c in cues)
            return (
                not named and not told and not any(t.norm in kind for t in after) and tokens[heads[0] - 1].text != ","
            )
        return False

    def _each_time(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a sum is one for each year or month, and the property's own words do not say so."""
        tokens = scene.sentence.tokens
        after = mention.last + 1
        if mention.value.type != "money" or after + 1 >= len(tokens) or tokens[after].norm not in self._rules.rates:
            return False
        own = {word for words in statement.property.label.values() for word in words.casefold().split()}
        return tokens[after + 1].norm in self._rules.spans and not own & {*self._rules.rates, *self._rules.spans}

    def _for_something(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether the noun of the property is narrowed ("the waiting time for a new hip is eleven weeks")."""
        tokens = scene.sentence.tokens
        articles = frozenset(self._rules.articles) - frozenset(self._rules.definite)
        for cue in scene.cues.get(statement.property.id, ()):
            after = cue.last + 1
            if cue.weight >= 0.8 and after + 1 < mention.first and tokens[after].norm in self._rules.purposes:
                return tokens[after + 1].norm in articles
        return False

    def _superlative(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether the clause speaks of one of several by how it excels ("the youngest weighs 900 kilograms")."""
        tokens = scene.sentence.tokens
        counted = {i for v in scene.values for i in range(v.first, v.last + 1)}
        own = [c for c in scene.cues.get(statement.property.id, ()) if c.whole or c.first < c.last]
        counted |= {i for c in own for i in range(c.first, c.last + 1)}  # a label of "the longest game"
        if len(tokens) > 3 and self._excels(tokens[1].norm) and tokens[0].norm in self._rules.definite:
            named = any(m.explicit and statement.subject in m.ids and m.last < mention.first for m in scene.entities)
            if not named and 1 not in counted and any(self._evidence.is_verb(t) for t in tokens[2 : mention.first]):
                return True  # "The largest hospital in the region has 890 beds"
        after = tokens[mention.last + 1].norm if mention.last + 1 < len(tokens) else ""
        before = tokens[mention.first - 1].norm if mention.first else ""
        owned = before in self._rules.definite or before in self._rules.possessives
        if owned and mention.value.type == "count" and self._excels(after):
            return True  # "the three largest customers"
        for index in range(mention.first - 1, max(0, mention.first - _NEAR), -1):
            if tokens[index].text in (";", ":"):
                return False
            word = tokens[index].norm
            excels = self._excels(word)
            excels = excels and index not in counted
            if not excels or index == 0:
                continue
            before = tokens[index - 1].norm
            following = tokens[index + 1 : index + _PHRASE]
            alone = bool(following) and self._evidence.is_verb(following[0])
            if alone and any(m.explicit and m.first in (index + 2, index + 3) for m in scene.entities):
                continue  # "The best known is Alpha of 1878": it is said which one
            cued = any(c.first == index + 1 and c.weight == 1.0 for cues in scene.cues.values() for c in cues)
            # "The youngest of them 15"
            alone |= index + 3 == mention.first and following[0].norm in self._rules.partitives
            if before in self._rules.definite and (alone or cued):
                return True
            if before in self._owned and statement.where and cued:
                return True
        return False

    def _excels(self, word: str) -> bool:
        """Whether a word is a superlative."""
        return any(word.endswith(end) and (word == end or len(word) > len(end) + 2) for end in self._rules.superlatives)

    def _alternative(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a figure is what some pay or get instead of the one before ("or 25.50 for groups")."""
        tokens = scene.sentence.tokens
        after = mention.last + 1
        if mention.first == 0 or after >= len(tokens) or tokens[after].norm not in self._rules.purposes:
            return False
        before = tokens[mention.first - 1]
        kin = any(v.last < mention.first and v.value.type == mention.value.type for v in scene.values)
        return kin and before.norm in self._rules.coordinators

    def _of_a_whole(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a value is a part of another one, or of what the property names ("2 million of its budget")."""
        tokens = scene.sentence.tokens
        after = mention.last + 1
        cues = scene.cues.get(statement.property.id, ())
        opens = mention.first > 3 and tokens[0].norm in self._rules.partitives and tokens[1].norm in self._owned
        if any(self._share_before(scene, c.first) and self._adjoins(scene, c.last, mention.first) for c in cues):
            return True  # "half of the deposits of the bank, EUR 15 billion, ..."
        if opens and mention.value.type != "percent" and any(c.first == 2 for c in cues):
            return True  # "Of the budget, 2 million goes to the youth teams"
        if after + 2 >= len(tokens) or tokens[after].norm not in self._rules.partitives:
            return False
        if tokens[after + 1].norm in self._rules.relatives:
            return True  # "236 million, 150 million of which comes from the state"
        if tokens[after + 1].norm not in self._owned:
            return False
        if any(v.first == after + 2 and v.value.type == mention.value.type for v in scene.values):
            return True
        year = any(v.first == after + 2 and v.value.type == "date" for v in scene.values)  # "of its 2024 revenue"
        return mention.value.type != "percent" and any(c.first == after + 2 + year for c in cues)

    def _adjoins(self, scene: Scene, last: int, first: int) -> bool:
        """Whether a comma, and before it only whose it is, stands between a cue and a value."""
        named = {i for m in scene.entities if m.ids for i in range(m.first, m.last + 1)}
        named |= {i for v in scene.values if v.value.type == "date" for i in range(v.first, v.last + 1)}
        between = scene.sentence.tokens[last + 1 : first]
        small = (*self._owned, *self._rules.prepositions, *self._rules.partitives)
        return (
            bool(between)
            and between[-1].text in (",", "(")
            and all(t.index in named or t.norm in small for t in between[:-1])
        )

    def _share_before(self, scene: Scene, first: int) -> bool:
        """Whether a share of what stands at a token is spoken of: "half of the deposits", "40 percent of revenue"."""
        tokens = scene.sentence.tokens
        at = first - 1
        while at > 0 and tokens[at].norm in self._owned:
            at -= 1
        return at > 0 and tokens[at].norm in self._rules.partitives and any(v.last == at - 1 for v in scene.values)

    def _traded(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether a verb of trade stands beside a count, and is no cue of the property ("sold 2 million records")."""
        tokens = scene.sentence.tokens
        after = self._noun_end(scene, mention)
        noun = stem(mention.value.noun or "", self._evidence.language)
        if any(noun.endswith(stem(ware, self._evidence.language)) for ware in self._rules.wares):
            return False
        if mention.value.role == "multiple" or noun in {stem(t, self._evidence.language) for t in self._rules.times}:
            near = tokens[max(0, mention.first - 2) : mention.last + 3]
            return any(t.norm in self._rules.dealings for t in near)  # "sold 4,000 times": one thing, again and again
        beside = {*range(max(0, mention.first - 1), mention.first), *range(after, min(after + 1, len(tokens)))}
        cues = {i for c in scene.cues.get(statement.property.id, ()) for i in range(c.first, c.last + 1)}
        return any(tokens[i].norm in self._rules.dealings for i in beside - cues)

    def _back_then(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether the clause of an age begins with "when", so that it is the age of another time."""
        tokens = scene.sentence.tokens
        for index in range(mention.first - 1, max(-1, mention.first - 8), -1):
            if tokens[index].text in ",;:":
                return False
            if tokens[index].norm in self._temporal:
                return index > 0 or self._evidence.times.clause_date(scene, mention) is None
        return False
