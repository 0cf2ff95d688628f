"""What an organisation shall, should or must have is no figure of what it has: "By then revenue should be 60 million".

`vetoes` knows the words of plans; here it is the verb before the figure that makes it one, wherever the aim was named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.evidence.evidence import Evidence
    from checker.factbase.model import Statement
    from checker.mentions import Scene, ValueMention

_OWNERS = frozenset({"company", "organisation"})
_TYPES = frozenset({"count", "money", "percent"})
_BETWEEN = 4
"""How many words beside names and dates may stand between such a verb and the figure."""


class Aimed:
    """Answers for one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the verbs, and what makes a figure the object of another word than them."""
        self._evidence = evidence
        rules = evidence.rules
        self._modals = frozenset(rules.modals)
        self._reckonings = tuple(tuple(phrase.split()) for phrase in rules.reckonings)
        self._owned = frozenset((*rules.definite, *rules.possessives))
        breaks = frozenset((*rules.clause_openers, *rules.restrictors, *rules.partitives))
        self._breaks = breaks - frozenset(rules.likening)  # the Dutch "than" is "then" too

    def is_aim(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether the verb before a figure says what is to be, and nothing else than a verb stands between them."""
        if mention.value.type not in _TYPES or self._evidence.type_of(statement.subject) not in _OWNERS:
            return False
        if statement.valid is None and self._evidence.times.year_of(statement) is None:
            return False  # what the base knows may be the aim itself
        tokens = scene.sentence.tokens
        if mention.first and tokens[mention.first - 1].norm in self._owned:
            return False  # "will train its 1,340 employees"
        if self._is_reckoned(statement, scene, mention):
            return True
        inside = {i for m in scene.entities for i in range(m.first, m.last + 1)}
        inside |= {i for v in scene.values for i in range(v.first, v.last + 1)}
        inside |= {i for c in scene.cues.get(statement.property.id, ()) for i in range(c.first, c.last + 1)}
        passed = 0
        for token in reversed(tokens[: mention.first]):
            if token.norm in self._modals and token.index not in inside:  # and not the month of May
                return True
            if token.text in (",", ";", ":") or (token.norm in self._breaks and token.index not in inside):
                return False
            passed += token.index not in inside
            if passed > _BETWEEN:
                return False
        return False

    def _is_reckoned(self, statement: Statement, scene: Scene, mention: ValueMention) -> bool:
        """Whether the clause says that a figure is only expected: "rekent op een omzet van", "is looking at"."""
        tokens = scene.sentence.tokens
        start = max((t.index + 1 for t in tokens[: mention.first] if t.text in ",;:"), default=0)
        words = [t.norm for t in tokens[start : mention.first]]
        told = {cue.first - start for cue in scene.cues.get(statement.property.id, ())}
        return any(
            tuple(words[index : index + len(phrase)]) == phrase and not told & set(range(index))
            for phrase in self._reckonings
            for index in range(len(words) - len(phrase) + 1)
        )
