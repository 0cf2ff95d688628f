"""Amounts whose unit only the words around them tell: "the profit came to 9.4 million", "a bale weighs 540 pounds".

A scaled number that counts nothing, right behind the cue of a property whose statements are in one currency, is a sum
in that currency. Pounds right behind the cue of a weight are a weight. Cents are those of the base's one currency: the
dollar is not the only one that has them.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.data import load_packaged
from checker.factbase.model import Amount
from checker.languages import grammar
from checker.lemmas import finite
from checker.values.convert import same_dimension
from checker.values.tables import Units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.factbase.model import FactBase
    from checker.mentions import CueMention, Scene, ValueMention
    from checker.values.model import Value

_CUE = 0.6
"""From which weight on a cue says what a sum is of: "insured for 46 million" is the insured value."""
_REACH = 9
"""How many words may stand between a cue and its amount."""
_SCALED = 100_000
_HALF = Decimal("0.5")


class BareSums:
    """Finds the amounts of one language."""

    def __init__(self, base: FactBase, language: str) -> None:
        """Collect the currencies of the base's properties, and the words that may stand before an amount."""
        self._base = base
        self._language = language
        rules = grammar(language)
        small = (*rules.articles, *rules.prepositions, *rules.auxiliaries, *rules.verbs)
        self._between = frozenset(small) - frozenset(rules.clause_openers)
        self._against = frozenset((*rules.comparisons, *(word for pair in rules.routes for word in pair)))
        self._purposes, self._articles = frozenset(rules.purposes), frozenset((*rules.articles, *rules.definite))
        self._subunits = load_packaged(Units, "languages", language, "units.yaml").subunits
        self._currencies: dict[str, set[str]] = {}
        for statement in base.statements:
            if isinstance(statement.value, Amount) and statement.value.currency:
                self._currencies.setdefault(statement.property.id, set()).add(statement.value.currency)

    def read(self, scenes: Sequence[Scene]) -> None:
        """Give the values of scenes their currency or unit, where only their words tell it."""
        for scene in scenes:
            scene.values = [self._sum(scene, v) or self._weight(scene, v) or self._cents(v) or v for v in scene.values]

    def _sum(self, scene: Scene, mention: ValueMention) -> ValueMention | None:
        value = mention.value
        scaled = value.number is not None and value.number >= _SCALED and any(c.isalpha() for c in value.text)
        if value.type != "count" or not scaled or value.role != "amount" or not self._counts_nothing(scene, mention):
            return None
        beside = self._beside(scene, mention)
        if beside is not None:
            return replace(mention, value=replace(value, type="money", currency=beside))
        currencies = {
            currency
            for prop, cues in scene.cues.items()
            for currency in self._currencies.get(prop, ())
            if any(way(scene, mention, cue) for cue in cues for way in (self._leads, self._is_for, self._follows))
        }
        if len(currencies) != 1:
            return None
        bare = replace(value, noun=None, noun_start=None, noun_end=None)
        return replace(mention, value=replace(bare, type="money", currency=currencies.pop()), noun=None)

    def _counts_nothing(self, scene: Scene, mention: ValueMention) -> bool:
        """Whether a number has no noun, or one that is the verb of a sum ("9 miljoen uitgetrokken")."""
        start = mention.value.noun_start
        cues = (cue for prop, own in scene.cues.items() if prop in self._currencies for cue in own)
        return start is None or any(cue.start <= start < cue.end and cue.weight == 1.0 for cue in cues)

    def _beside(self, scene: Scene, mention: ValueMention) -> str | None:
        """Return the currency of the sum that a figure is set against ("9.4 million euros, against 8.1 million")."""
        if not mention.first or scene.sentence.tokens[mention.first - 1].norm not in self._against:
            return None
        before = [v.value for v in scene.values if v.last < mention.first and v.value.type in ("money", "count")]
        return before[-1].currency if before and before[-1].type == "money" else None

    def _weight(self, scene: Scene, mention: ValueMention) -> ValueMention | None:
        value = mention.value
        if value.type != "money" or value.currency != "GBP" or not value.text[-1].isalpha() or "GBP" in value.text:
            return None
        for prop, cues in scene.cues.items():
            spec = self._base.properties.get(prop)
            if spec is None or spec.type != "quantity" or spec.unit is None or not same_dimension(spec.unit, "pound"):
                continue
            if any(self._leads(scene, mention, cue) for cue in cues):
                low, high = _written(value)
                weight = replace(value, type="quantity", currency=None, unit="pound", low=low, high=high)
                return replace(mention, value=weight)
        return None

    def _cents(self, mention: ValueMention) -> ValueMention | None:
        value = mention.value
        own = {currency for currencies in self._currencies.values() for currency in currencies}
        if value.type != "money" or len(own) != 1 or value.currency in own or value.currency not in self._subunits:
            return None
        if value.text.split()[-1].casefold() not in self._subunits[value.currency] or "$" in value.text:
            return None
        currency = next(iter(own))
        return replace(mention, value=replace(value, currency=currency)) if self._has_cents(currency, value) else None

    def _has_cents(self, currency: str, value: Value) -> bool:
        """Whether the subunit of another currency ends in the same word ("euro cents")."""
        word = value.text.split()[-1].casefold()
        return any(name.endswith(word) for name in self._subunits.get(currency, ()))

    def _is_for(self, scene: Scene, mention: ValueMention, cue: CueMention) -> bool:
        """Whether an amount is said to be for what the name of a property says ("er is 18 miljoen voor de natuur")."""
        tokens = scene.sentence.tokens
        between = tokens[mention.last + 1 : cue.first]
        if cue.weight < _CUE or not between or between[0].norm not in self._purposes:
            return False
        return all(t.norm in self._articles for t in between[1:])

    def _follows(self, scene: Scene, mention: ValueMention, cue: CueMention) -> bool:
        """Whether the verb of a sum stands right behind an amount ("heeft 58 miljoen gekost", "58 miljoen kostte")."""
        verb = cue.weight == 1.0 and finite(scene.sentence.tokens[cue.first].norm, self._language)
        return cue.first == mention.last + 1 and (verb or cue.start == mention.value.noun_start)

    def _leads(self, scene: Scene, mention: ValueMention, cue: CueMention) -> bool:
        """Whether nothing but verbs, names, dates and small words stands between a cue and an amount."""
        if cue.weight < _CUE or cue.last >= mention.first or mention.first - cue.last > _REACH:
            return False
        between = scene.sentence.tokens[cue.last + 1 : mention.first]
        named = {i for m in scene.entities for i in range(m.first, m.last + 1)}
        named |= {i for v in scene.values if v.value.type == "date" for i in range(v.first, v.last + 1)}
        if between and between[-1].text == ":":
            between = between[:-1]  # "Kosten: 27,4 miljoen"
        return all(t.index in named or t.norm in self._between or finite(t.norm, self._language) for t in between)


def _written(value: Value) -> tuple[Decimal | None, Decimal | None]:
    """Return the bounds of a number that is measured and so written to its last place, as sums are not."""
    if value.number is None or value.low != value.high or value.number != value.number.to_integral_value():
        return value.low, value.high
    return value.number - _HALF, value.number + _HALF
