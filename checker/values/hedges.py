"""Hedges beside a value: what they make of it, and where their words begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.values.ranges import changed_before

if TYPE_CHECKING:
    from checker.values.context import Context, Found
    from checker.values.lexicon import HedgeMeaning

_ENDS = frozenset(("min", "max"))
_AFTER = frozenset(("count", "quantity", "money", "percent", "duration", "age"))


def hedge_before(context: Context, found: Found) -> tuple[HedgeMeaning, int] | None:
    """Return the hedge right before a reading, and the index of its first token."""
    kind = found.fields["type"]
    table = context.lexicon.date_hedges if kind == "date" else context.lexicon.hedges_before
    before = table.match_before(context.tokens, found.start)
    if before and before[0].only and (kind not in before[0].only or "number_to" in found.fields):
        return None
    return before


def _stretches(context: Context, found: Found, closer: str) -> bool:
    """Whether a date is two with a range word between them, and not a period; `closer` is the word that pairs up."""
    ranges = context.lexicon.date_ranges
    inner = range(found.start + 1, found.end - 1)
    return any(ranges.match(context.tokens, at) or context.key(at) == closer for at in inner)


def hedged(context: Context, found: Found) -> Found:
    """Return a reading with the hedge before or after it, where there is one; the span of the value stays as it is.

    A date has hedges of its own: "sinds 2022" is `min`, "until 2028" `max`, "before" `under`, "after" `over`.
    """
    fields: dict[str, Any] = dict(found.fields)
    fields.setdefault("hedge_start", context.tokens[found.start].start)
    lexicon = context.lexicon
    dated = fields["type"] == "date"
    if dated and context.key(found.end - 1) in lexicon.ago:
        return found._replace(fields=fields)
    before = hedge_before(context, found)
    alone = before is not None and found.start - before[1] == 1  # not "up to a maximum of"
    if before and alone and not dated and before[0].meaning in _ENDS and changed_before(context, before[1]):
        before = None  # "rose to 30", "went from 12": the figure itself
    opener = lexicon.date_openers.match_before(context.tokens, found.start) if dated else None
    if opener and _stretches(context, found, opener[0]):
        return found._replace(fields=fields)  # "from ... to" opens a stretch and is no hedge
    if before and fields.get("role") != "rank":
        meaning, at = before
        fields |= {"hedge": meaning.meaning, "hedge_start": context.tokens[at].start}
        fields["hedge_doubtful"] = meaning.doubtful
        return found._replace(fields=fields)
    after = lexicon.hedges_after.match(context.tokens, found.end)
    if after is None and fields.get("noun_end"):
        index = found.end
        while index < len(context.tokens) and context.tokens[index].start < fields["noun_end"]:
            index += 1
        after = lexicon.hedges_after.match(context.tokens, index)
    if after and fields["type"] in _AFTER:
        fields["hedge"] = after[0].meaning
    return found._replace(fields=fields)
