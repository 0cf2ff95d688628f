"""schema.org ClaimReview as JSON-LD: each claim that the fact base judges, for a page that publishes the review.

Only what the fact base confirms or denies is a review of a claim; slips of spelling, the calendar and values that
nobody vouches for are not.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from checker.renderers import Renderer
from checker.renderers._findings import about, explanation, located, sources, web_address
from checker.renderers._text import one_line
from checker.report import Verdict
from checker.ui import words as load_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.document import Document
    from checker.renderers._findings import Located
    from checker.report import Report, SourceNote
    from checker.ui import Words

_RATINGS = {Verdict.CONTRADICTED: 1, Verdict.OUTDATED: 2, Verdict.SUPPORTED: 5}
"""From 1 (false) to 5 (true); what was true once is nearer to false than to half true."""
_ISO_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
_UNSAFE = {ord("<"): r"\u003c", ord(">"): r"\u003e", ord("&"): r"\u0026"}


def render(report: Report) -> Mapping[str, str]:
    """Return one graph. It may be put into a script element as it is: `<`, `>` and `&` are written as escapes."""
    words = load_words(report.ui)
    reviews = [
        _review(item, report, words)
        for document in report.documents
        for item in located(document)
        if item.finding.check == "fact" and item.finding.verdict in _RATINGS and not item.finding.suppressed
    ]
    text = json.dumps({"@context": "https://schema.org", "@graph": reviews}, ensure_ascii=False, indent=1)
    return {"": text.translate(_UNSAFE).encode("utf-8", "replace").decode("utf-8") + "\n"}


def _review(item: Located, report: Report, words: Words) -> dict[str, Any]:
    finding = item.finding
    text = explanation(finding, words)
    review = {
        "@type": "ClaimReview",
        "identifier": item.id,
        "inLanguage": report.ui,
        "claimReviewed": f"{about(finding)}: {one_line(finding.claimed or finding.text)}",
        "reviewBody": text,
        "itemReviewed": {
            "@type": "Claim",
            "text": one_line(finding.sentence),
            "inLanguage": item.document.language,
            "appearance": _work(item.document),
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": _RATINGS[finding.verdict],
            "worstRating": 1,
            "bestRating": 5,
            "alternateName": words.verdicts[finding.verdict].label,
            "ratingExplanation": text,
        },
        "citation": [_source(source) for source in sources(finding, report)],
    }
    return {key: value for key, value in review.items() if value != []}


def _dated(edtf: str | None) -> dict[str, str]:
    """Return a date as schema.org takes it: ISO 8601, so no interval and no season."""
    return {"datePublished": edtf} if edtf and _ISO_DATE.fullmatch(edtf) else {}


def _work(document: Document) -> dict[str, Any]:
    title = {"headline": one_line(document.title)} if document.title else {}
    date = _dated(document.date.edtf if document.date else None)
    url = web_address(document.url)
    return {
        "@type": "CreativeWork",
        "identifier": one_line(document.path),
        **title,
        **date,
        **({"url": url} if url else {}),
    }


def _source(source: SourceNote) -> dict[str, Any]:
    url = web_address(source.url)
    return {
        "@type": "CreativeWork",
        "name": one_line(source.title or source.publisher),
        "publisher": {"@type": "Organization", "name": one_line(source.publisher)},
        **_dated(source.date),
        **({"url": url} if url else {}),
    }


renderer = Renderer(id="claimreview", render=render)
