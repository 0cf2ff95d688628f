"""TOML into plain data with the place of every key: the standard library reads it, and says nothing of places."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from checker.data import Keys, Located, Place
from checker.errors import ConfigurationError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)")
# Three quotation marks come before one; a multi-line string may end in up to two quotation marks of its own.
_TOKEN = re.compile(
    r"""
    (?P<text>"{3}(?:[^\\]|\\.)*?"{3,5} | '{3}.*?'{3,5} | "(?:[^"\\\n]|\\.)*" | '[^'\n]*')
    | (?P<bare>[A-Za-z0-9_+:-]+)
    | (?P<sign>[\[\]{}=,.\n])
    | (?P<rest>\#[^\n]* | [^\S\n]+ | .)
    """,
    re.VERBOSE | re.DOTALL,
)


def parse_toml(text: str, path: str) -> Located:
    """Read a TOML text into plain data with places. Raises ConfigurationError where it is no TOML."""
    try:
        value = tomllib.loads(text)
        places = _Places(text).read()
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        said = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "nested too deeply"
        place = _PLACE.search(said)
        line, column = (int(place[1]), int(place[2])) if place else (None, None)
        message = f"this is not valid TOML: {_PLACE.sub('', said)}"
        raise ConfigurationError(Problem(path=path, code="toml", message=message, line=line, column=column)) from None
    return Located(path, value, places)


class _Places:
    """One pass over a text that is known to be valid."""

    def __init__(self, text: str) -> None:
        self.places: dict[Keys, Place] = {}
        self.counts: dict[Keys, int] = {}
        """How many tables an array of tables has so far."""
        self.tokens = self._tokens(text.replace("\r\n", "\n"))
        self.kind, self.mark, self.place = "", "", Place(1, 1)
        self.step()

    @staticmethod
    def _tokens(text: str) -> Iterator[tuple[str, str, Place]]:
        line, start = 1, 0
        for match in _TOKEN.finditer(text):
            kind = match.lastgroup or ""
            if kind != "rest":
                yield kind, match[0], Place(line, match.start() - start + 1)
            if "\n" in match[0]:
                line += match[0].count("\n")
                start = match.start() + match[0].rindex("\n") + 1
        yield "end", "", Place(line, 1)

    def step(self) -> None:
        """Go to the next token."""
        self.kind, self.mark, self.place = next(self.tokens, ("end", "", self.place))

    def read(self) -> dict[Keys, Place]:
        table: Keys = ()
        while self.kind != "end":
            if self.mark == "\n":
                self.step()
            elif self.mark == "[":
                table = self.header()
            else:
                self.pair(table)
        return self.places

    def header(self) -> Keys:
        place = self.place
        self.step()
        many = self.mark == "["
        if many:
            self.step()
        table = self.inside(self.key())
        if many:
            number = self.counts.get(table, 0)
            self.counts[table] = number + 1
            table = (*table, number)
        for length in range(1, len(table) + 1):
            self.places.setdefault(table[:length], place)
        while self.mark not in ("\n", ""):
            self.step()
        return table

    def inside(self, keys: Keys) -> Keys:
        """Return the path of a header, with the number of the last table where a part of it is an array of tables."""
        path: Keys = ()
        for index, key in enumerate(keys):
            path = (*path, key)
            if path in self.counts and index < len(keys) - 1:
                path = (*path, self.counts[path] - 1)
        return path

    def key(self) -> Keys:
        keys: Keys = ()
        while self.kind in ("text", "bare") or self.mark == ".":
            if self.mark != ".":
                name = tomllib.loads(f"x={self.mark}")["x"] if self.kind == "text" else self.mark
                keys = (*keys, name)
            self.step()
        return keys

    def pair(self, table: Keys) -> None:
        place = self.place
        path = (*table, *self.key())
        for length in range(len(table) + 1, len(path) + 1):
            self.places.setdefault(path[:length], place)
        self.step()  # the equals sign
        self.value(path)

    def value(self, path: Keys) -> None:
        if self.mark == "[":
            self.step()
            number = 0
            while self.mark != "]" and self.kind != "end":
                if self.mark in ("\n", ","):
                    self.step()
                    continue
                self.places[(*path, number)] = self.place
                self.value((*path, number))
                number += 1
            self.step()
        elif self.mark == "{":
            self.step()
            while self.mark != "}" and self.kind != "end":
                if self.mark in ("\n", ","):
                    self.step()
                    continue
                self.pair(path)
            self.step()
        else:
            while self.mark not in ("\n", ",", "]", "}", ""):
                self.step()
