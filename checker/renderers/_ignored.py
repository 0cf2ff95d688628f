"""Why a finding is ignored, in one sentence of the interface language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.ui.dates import written_date

if TYPE_CHECKING:
    from checker.report import Suppression
    from checker.ui import Words


def why_ignored(suppression: Suppression, words: Words) -> str:
    """Return that a finding is ignored, for which reason, and until when."""
    if suppression.until is None:
        return words.ignored.format(reason=suppression.reason)
    date = written_date(suppression.until.isoformat(), words)
    return words.ignored_until.format(reason=suppression.reason, date=date)
