"""The whole numbers of a sentence, each with its place; the two ends of a range are two figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.values.model import Value
from checker.values.reader import read_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.analysis import Token
    from checker.mentions import Scene


@dataclass(frozen=True, slots=True)
class Figure:
    """A whole number in a sentence; the two ends of "9-14" are two figures."""

    number: int
    first: int
    last: int
    start: int
    end: int
    value: Value


def split(scene: Scene, value: Value) -> Iterator[Figure]:
    """Yield the figures of a value: none for a value that is no whole number."""
    if value.type != "count" or value.number is None or value.number != value.number.to_integral_value():
        return
    sentence = scene.sentence
    if value.number_to is None:
        first, last = sentence.at(value.start), sentence.at(value.end - 1)
        yield Figure(int(value.number), first, last, value.start, value.end, value)
        return
    tokens = [t for t in sentence.tokens if value.start <= t.start and t.end <= value.end]
    if len(tokens) < 3 or not (tokens[0].text.isdigit() and tokens[-1].text.isdigit()):
        return
    for token in (tokens[0], tokens[-1]):
        number = Decimal(token.text)
        own = Value(
            type="count", start=token.start, end=token.end, text=token.text, number=number, low=number, high=number
        )
        yield Figure(int(number), token.index, token.index, token.start, token.end, own)


def tried_behind(scene: Scene, figure: Figure, language: str) -> Figure | None:
    """Return the second figure of two that are spelled out as one word ("three-of-seven")."""
    tokens = scene.sentence.tokens[figure.last + 1 : figure.last + 5]
    if len(tokens) < 4 or (tokens[0].text, tokens[2].text) != ("-", "-") or tokens[2].start != tokens[1].end:
        return None
    token = tokens[3]
    read = read_values(token.text, language)
    if len(read) != 1 or read[0].type != "count" or read[0].number is None:
        return None
    own = replace(read[0], start=token.start, end=token.end, noun=None, noun_start=None, noun_end=None)
    return Figure(int(read[0].number), token.index, token.index, token.start, token.end, own)


def bare_figure(scene: Scene, index: int) -> Figure:
    """Return the figure that a token in digits is."""
    token = scene.sentence.tokens[index]
    number = Decimal(token.text)
    value = Value(
        type="count", start=token.start, end=token.end, text=token.text, number=number, low=number, high=number
    )
    return Figure(int(number), index, index, token.start, token.end, value)


def minutes(scene: Scene) -> Iterator[Figure]:
    """Yield how many minutes somebody played, by the text."""
    for mention in scene.values:
        value = mention.value
        number = value.number if value.type == "duration" and value.unit == "minute" else None
        if number is not None and value.number_to is None and number == number.to_integral_value():
            yield Figure(int(number), mention.first, mention.last, value.start, value.end, value)


def is_clock(hours: Token, colon: Token, minutes: Token) -> bool:
    """Whether three tokens are a time on the clock ("with 1 : 12 left"), which counts nothing."""
    return hours.text.isdecimal() and colon.text == ":" and minutes.text.isdecimal()
