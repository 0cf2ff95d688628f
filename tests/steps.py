"""Work counted instead of timed: the same figure on every machine, however busy.

`calls` counts what Python and C functions are called; `Steps` is a backtracking matcher over the parsed form of a regular
expression that counts every comparison it makes, as the engine of `re` makes them.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

parser = re._parser
NAMES = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}


def calls(run: Callable[[], object]) -> int:
    """How many function calls a piece of work makes."""
    count = 0

    def tally(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(tally)
    try:
        run()
    finally:
        sys.setprofile(before)
    return count


def word(character: str) -> bool:
    return character.isalnum() or character == "_"


CATEGORIES = {
    "CATEGORY_DIGIT": lambda c: c.isdecimal(),
    "CATEGORY_NOT_DIGIT": lambda c: not c.isdecimal(),
    "CATEGORY_SPACE": lambda c: c.isspace(),
    "CATEGORY_NOT_SPACE": lambda c: not c.isspace(),
    "CATEGORY_WORD": word,
    "CATEGORY_NOT_WORD": lambda c: not word(c),
}


class Steps:
    """Searches a text like `finditer` of a compiled pattern; `count` is the number of characters compared."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.parsed = parser.parse(pattern.pattern, pattern.flags)
        self.flags = pattern.flags
        self.groups: dict[int | None, str | None] = {}
        self.count = 0

    def match(self, text: str) -> int | None:
        return next(self._sequence(list(self.parsed), 0, text, 0, self.flags), None)

    def spans(self, text: str) -> list[tuple[int, int]]:
        found, start = [], 0
        while start <= len(text):
            end = next(self._sequence(list(self.parsed), 0, text, start, self.flags), None)
            if end is None:
                start += 1
                continue
            found.append((start, end))
            start = end + (end == start)
        return found

    def _sequence(self, items: list, index: int, text: str, at: int, flags: int) -> Iterator[int]:
        if index == len(items):
            yield at
            return
        for stop in self._item(items[index], text, at, flags):
            yield from self._sequence(items, index + 1, text, stop, flags)

    def _item(self, item: tuple, text: str, at: int, flags: int) -> Iterator[int]:
        name, argument = str(item[0]), item[1]
        if name in NAMES:
            low, high, body = argument
            yield from self._repeat(list(body), low, high, text, at, flags, greedy=name != "MIN_REPEAT")
        elif name == "BRANCH":
            for branch in argument[1]:
                yield from self._sequence(list(branch), 0, text, at, flags)
        elif name == "SUBPATTERN":
            group, added, removed, body = argument
            before = self.groups.get(group)
            for stop in self._sequence(list(body), 0, text, at, (flags | added) & ~removed):
                self.groups[group] = text[at:stop]
                yield stop
            self.groups[group] = before
        elif name == "GROUPREF":
            self.count += 1
            same = self.groups.get(argument)
            if same is not None and text.startswith(same, at):
                yield at + len(same)
        elif name in ("ASSERT", "ASSERT_NOT"):
            if self._looks(argument, text, at, flags) == (name == "ASSERT"):
                yield at
        elif name == "AT":
            self.count += 1
            if self._stands(str(argument), text, at):
                yield at
        elif at < len(text):
            self.count += 1
            if self._fits(name, argument, text[at], flags):
                yield at + 1

    def _repeat(
        self, body: list, low: int, high: int, text: str, at: int, flags: int, *, greedy: bool
    ) -> Iterator[int]:
        # A stack of its own: a text of thousands of characters is no deep recursion.
        stack = [(at, 0, self._sequence(body, 0, text, at, flags))]
        if not greedy and low == 0:
            yield at
        while stack:
            here, done, rest = stack[-1]
            stop = next(rest, None) if done < high else None
            if stop is None or stop == here:
                stack.pop()
                if greedy and done >= low:
                    yield here
                continue
            if not greedy and done + 1 >= low:
                yield stop
            stack.append((stop, done + 1, self._sequence(body, 0, text, stop, flags)))

    def _looks(self, argument: tuple, text: str, at: int, flags: int) -> bool:
        direction, body = argument
        if direction > 0:
            return next(self._sequence(list(body), 0, text, at, flags), None) is not None
        low, _ = body.getwidth()
        return at >= low and any(stop == at for stop in self._sequence(list(body), 0, text, at - low, flags))

    def _stands(self, place: str, text: str, at: int) -> bool:
        before, after = at > 0 and word(text[at - 1]), at < len(text) and word(text[at])
        return {
            "AT_BOUNDARY": before != after,
            "AT_NON_BOUNDARY": before == after,
            "AT_BEGINNING": at == 0 or bool(self.flags & re.MULTILINE and text[at - 1] == "\n"),
            "AT_BEGINNING_STRING": at == 0,
            "AT_END": at == len(text)
            or bool(self.flags & re.MULTILINE and text[at] == "\n")
            or (at == len(text) - 1 and text[at] == "\n"),
            "AT_END_STRING": at == len(text),
        }[place]

    def _fits(self, name: str, argument: object, character: str, flags: int) -> bool:
        forms = {character, character.lower(), character.upper()} if flags & re.IGNORECASE else {character}
        if name == "LITERAL":
            return any(len(form) == 1 and ord(form) == argument for form in forms)
        if name == "NOT_LITERAL":
            return all(len(form) > 1 or ord(form) != argument for form in forms)
        if name == "ANY":
            return character != "\n" or bool(flags & re.DOTALL)
        assert name == "IN", name
        negated = str(argument[0][0]) == "NEGATE"
        members = argument[1:] if negated else argument
        return negated != any(self._member(member, form) for member in members for form in forms if len(form) == 1)

    def _member(self, member: tuple, character: str) -> bool:
        kind, value = str(member[0]), member[1]
        if kind == "LITERAL":
            return ord(character) == value
        if kind == "RANGE":
            return value[0] <= ord(character) <= value[1]
        return CATEGORIES[str(value)](character)
