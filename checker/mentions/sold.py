"""What is said of each of the things that are sold alike: "A day ticket costs EUR 10".

An indefinite article before a name in small letters mostly makes it a new thing ("a green bond"). Of what has a price,
one at the head of a sentence that nothing narrows is any of them, and so the one that the base knows.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker.languages import grammar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.analysis import Token
    from checker.factbase.model import FactBase
    from checker.mentions import EntityMention

_PRICES = ("price", "ticket_price")


class Sold:
    """Tells the things of one fact base of which many are sold, in texts of one language."""

    def __init__(self, base: FactBase, language: str) -> None:
        """Collect the words that narrow a noun."""
        self._base = base
        rules = grammar(language)
        self._narrowing = frozenset((*rules.prepositions, *rules.coordinators, *rules.partitives, *rules.relatives))
        self._inside = frozenset(rules.inside)

    def any_of_them(self, mention: EntityMention, tokens: Sequence[Token]) -> bool:
        """Whether a name behind an indefinite article stands for each of the things of that name."""
        if mention.first != 1 or not any(self._base.facts_of(e, p) for e in mention.ids for p in _PRICES):
            return False
        behind = tokens[mention.last + 1 :]
        if not behind or not behind[0].text.isalpha() or behind[0].norm in self._narrowing:
            return False  # "a day ticket for children", "a day ticket and a sandwich"
        for token, following in pairwise(behind):
            if not (token.text[0].isalnum() or token.text in "€$£"):
                break
            if token.norm in self._inside and following.capital:
                return False  # "costs EUR 10 in Paris"
        return True
