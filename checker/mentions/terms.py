"""The labels of term-valued statements (roles, engines, classes of a kind) in a text, through inflection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.analysis import Phrases
from checker.factbase.model import Term
from checker.mentions import TermMention

if TYPE_CHECKING:
    from checker.analysis import Passage
    from checker.factbase.model import FactBase, Statement


class TermIndex:
    """Finds the terms of one fact base in texts of one language; labels of every language count."""

    def __init__(self, base: FactBase, language: str) -> None:
        """Build the index; linear in the number of labels."""
        self._phrases = Phrases("LEMMA", language)
        for statement in base.statements:
            if isinstance(statement.value, Term):
                for label in statement.value.all_labels():
                    self._phrases.add(label, statement)

    def find(self, passage: Passage) -> list[list[TermMention]]:
        """Return the term mentions of each sentence, the longest where two overlap."""
        found: list[list[TermMention]] = [[] for _ in passage.sentences]
        spans: list[tuple[int, int, list[Statement]]] = [
            (*passage.offsets(first, end), statements) for first, end, statements in self._phrases.find(passage.doc)
        ]
        taken: list[tuple[int, int]] = []
        for start, end, statements in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            for number, sentence in enumerate(passage.sentences):
                if sentence.start <= start and end <= sentence.end:
                    taken.append((start, end))
                    text = passage.doc.text[start - passage.start : end - passage.start]
                    found[number].append(
                        TermMention(
                            start=start,
                            end=end,
                            text=text,
                            first=sentence.at(start),
                            last=sentence.at(end - 1),
                            statements=tuple(statements),
                        )
                    )
        return [sorted(mentions, key=lambda mention: mention.start) for mentions in found]
