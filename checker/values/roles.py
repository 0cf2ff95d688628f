"""The role of a value beside its neighbours: part of a whole, difference, target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.values.nouns import counted_noun
from checker.values.numbers import read_number

if TYPE_CHECKING:
    from checker.values.context import Context, Found

_COMPARED = frozenset(("count", "quantity", "money", "percent", "duration", "age"))
_REACH = 3


def with_role(context: Context, found: Found) -> Found:
    """Return a reading with its role, where its neighbours give one: part, difference or target."""
    fields = found.fields
    if fields["type"] not in _COMPARED or fields.get("role"):
        return found
    lexicon, tokens = context.lexicon, context.tokens
    if fields["type"] == "count":
        whole = _whole(context, found.end)
        if whole is not None:
            noun = counted_noun(context, whole)
            named = (
                {"noun": None, "noun_start": None, "noun_end": None}
                if noun is None
                else {"noun": context.text[noun[0] : noun[1]], "noun_start": noun[0], "noun_end": noun[1]}
            )
            return found._replace(fields={**fields, "role": "part", **named})
    hedge = lexicon.hedges_before.match_before(tokens, found.start)
    start = hedge[1] if hedge else found.start
    if lexicon.targets.match_before(tokens, start):
        return found._replace(fields={**fields, "role": "target"})
    if fields["type"] == "count" and lexicon.more.match(tokens, found.end):
        return found._replace(
            fields={**fields, "role": "difference", "noun": None, "noun_start": None, "noun_end": None}
        )
    if lexicon.change.match_before(tokens, start) or _compared(context, found):
        return found._replace(fields={**fields, "role": "difference"})
    return found


def _whole(context: Context, end: int) -> int | None:
    """Return the index after the number of the whole ("acht van zijn veertien zeges", "8-of-16"), or None."""
    at = end + 1 if context.hyphen(end) else end
    joined = context.lexicon.part_words.match(context.tokens, at)
    if joined is None:
        return None
    after = joined[1] + 1 if context.hyphen(joined[1]) else joined[1]
    whole = read_number(context, after)
    return whole.end if whole and not whole.ordinal else None


def _compared(context: Context, found: Found) -> bool:
    """Whether a comparative follows the value or the noun that it counts ("drie zeges meer dan")."""
    if context.lexicon.more.match(context.tokens, found.end):
        return True
    noun_end = found.fields.get("noun_end")
    if noun_end is None:
        return False
    for index in range(found.end, min(found.end + _REACH, len(context.tokens))):
        if context.tokens[index].end == noun_end:
            return context.lexicon.more.match(context.tokens, index + 1) is not None
    return False
