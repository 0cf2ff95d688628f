"""Another one of a series than the base knows: "the second Zephyr", "opens its fifteenth shop"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import stem

if TYPE_CHECKING:
    from checker.evidence.evidence import Evidence
    from checker.evidence.subjects import Answer
    from checker.factbase.model import Statement
    from checker.mentions import Scene


class Series:
    """Answers for one document."""

    def __init__(self, evidence: Evidence) -> None:
        """Collect the words of the language."""
        self._evidence = evidence
        rules = evidence.rules
        self._rules = rules
        self._changes = frozenset(stem(word, evidence.language) for word in rules.changes)

    def later_one(self, scene: Scene, answer: Answer) -> bool:
        """Whether an ordinal before the subject makes it another one ("the second Zephyr")."""
        for part in answer.parts:
            if part.role == "subject":
                first = scene.sentence.at(part.start)
                for v in scene.values:
                    later = v.value.type == "ordinal" and v.value.number != 1
                    before = scene.sentence.tokens[v.first - 1].norm if v.first else ""
                    if later and v.last in (first - 1, first - 2) and before in self._evidence.articles:
                        return True
        return False

    def of_later_one(self, scene: Scene, statement: Statement) -> bool:
        """Whether an ordinal makes what signals the property another one ("the second cable is 91 kilometres long")."""
        later = {v.last for v in scene.values if v.value.type == "ordinal" and v.value.number != 1 and v.first > 0}
        defined = {i for i in later if scene.sentence.tokens[i - 1].norm in self._evidence.articles}
        return any(c.first - 1 in defined for c in scene.cues.get(statement.property.id, ()))

    def adds(self, scene: Scene) -> bool:
        """Whether a sentence tells of one more than there were ("opens its fifteenth shop", "wants a fourth title")."""
        rules = self._rules
        return any(
            t.norm in rules.changes or t.stem in self._changes or t.norm in rules.modals or t.norm in rules.plan_words
            for t in scene.sentence.tokens
        )
