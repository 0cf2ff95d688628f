"""Hedges beside a value: what they make of it, and where their words begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.values.context import Context, Found


def hedged(context: Context, found: Found) -> Found:
    """Return a reading with the hedge before or after it, where there is one; a hedge after it joins no span."""
    fields: dict[str, Any] = dict(found.fields)
    start = context.tokens[found.start].start
    fields.setdefault("hedge_start", start)
    before = context.lexicon.hedges_before.match_before(context.tokens, found.start)
    if before and not (fields["type"] == "date" and before[0].doubtful):
        meaning, at = before
        fields["hedge"] = meaning.meaning
        fields["hedge_doubtful"] = meaning.doubtful
        fields["hedge_start"] = context.tokens[at].start
        return found._replace(fields=fields)
    after = context.lexicon.hedges_after.match(context.tokens, found.end)
    if after and fields["type"] not in ("date", "ordinal"):
        fields["hedge"] = after[0].meaning
    return found._replace(fields=fields)
