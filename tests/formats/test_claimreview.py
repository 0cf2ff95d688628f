"""ClaimReview, field by field against what schema.org says of the types that are used."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hostile_report import hostile_report, ignored_report
from museum_reports import REPORTS, every_verdict

from checker.renderers.claimreview import render

SHOWN = {**REPORTS, "hostile": hostile_report, "ignored": ignored_report}
CREATIVE_WORK = {
    "identifier",
    "name",
    "headline",
    "text",
    "url",
    "inLanguage",
    "datePublished",
    "publisher",
    "citation",
}
PROPERTIES = {
    "ClaimReview": {"claimReviewed", "itemReviewed", "reviewRating", "reviewBody", *CREATIVE_WORK},
    "Claim": {"appearance", "firstAppearance", *CREATIVE_WORK},
    "CreativeWork": CREATIVE_WORK,
    "Rating": {"ratingValue", "bestRating", "worstRating", "alternateName", "ratingExplanation"},
    "Organization": {"name", "url"},
}
"""The properties that schema.org gives these types, as far as they are used here."""
KINDS = {"itemReviewed": "Claim", "reviewRating": "Rating", "appearance": "CreativeWork", "publisher": "Organization"}


def graph(report):
    data = json.loads(render(report)[""])
    assert set(data) == {"@context", "@graph"}
    assert data["@context"] == "https://schema.org"
    return data["@graph"]


def check(node, kind):
    assert node["@type"] == kind
    assert set(node) - {"@type"} <= PROPERTIES[kind]
    for key, value in node.items():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                check(each, KINDS.get(key, "CreativeWork"))
            elif key == "datePublished":
                assert re.fullmatch(r"\d{4}(-\d\d){0,2}", each)
            elif key == "url":
                assert re.match(r"https?://[^\s<>\"]+\Z", each)
            elif key == "inLanguage":
                assert each in ("nl", "en")


@pytest.mark.parametrize("name", SHOWN)
def test_types_and_properties_are_those_of_the_vocabulary(name):
    for node in graph(SHOWN[name]()):
        check(node, "ClaimReview")
        assert {"claimReviewed", "itemReviewed", "reviewRating"} <= set(node)
        rating = node["reviewRating"]
        assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
        assert rating["alternateName"]


def test_a_review_for_each_claim_that_the_fact_base_judges():
    reviews = graph(every_verdict())
    verdicts = [review["reviewRating"]["alternateName"] for review in reviews]
    assert sorted(verdicts) == ["contradicted"] * 3 + ["outdated"] * 2 + ["supported"] * 6
    values = {review["reviewRating"]["alternateName"]: review["reviewRating"]["ratingValue"] for review in reviews}
    assert values == {"contradicted": 1, "outdated": 2, "supported": 5}


def test_a_review_in_full():
    (review,) = [item for item in graph(every_verdict()) if item["claimReviewed"] == "Ines Falk, born: age 36"]
    explanation = "On 7 May 2025 Ines Falk is 35: she was born on 14 August 1989."
    assert review == {
        "@type": "ClaimReview",
        "identifier": review["identifier"],
        "inLanguage": "en",
        "claimReviewed": "Ines Falk, born: age 36",
        "reviewBody": explanation,
        "itemReviewed": {
            "@type": "Claim",
            "text": "Director Ines Falk, 36, calls it the largest project since the museum was founded in 1911.",
            "inLanguage": "en",
            "appearance": {
                "@type": "CreativeWork",
                "identifier": "drafts/opening.md",
                "headline": "Lantern Museum opens its north wing",
                "datePublished": "2025-05-07",
            },
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": 1,
            "worstRating": 1,
            "bestRating": 5,
            "alternateName": "contradicted",
            "ratingExplanation": explanation,
        },
        "citation": [
            {
                "@type": "CreativeWork",
                "name": "Entry 4411",
                "publisher": {"@type": "Organization", "name": "Chamber of Records"},
                "datePublished": "2023",
            },
            # An address that is no web address is left out.
            {"@type": "CreativeWork", "name": "A page", "publisher": {"@type": "Organization", "name": "Elsewhere"}},
        ],
    }


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("https://news.example/a?b=1", "https://news.example/a?b=1"),
        ("javascript:alert(1)", None),
        ("https://x.example/ <b>", None),
        ("/relative", None),
        (None, None),
    ],
)
def test_the_address_of_the_document(given, shown):
    report = every_verdict()
    documents = [replace(item, document=replace(item.document, url=given)) for item in report.documents]
    for review in graph(replace(report, documents=tuple(documents))):
        assert review["itemReviewed"]["appearance"].get("url") == shown


def test_dates_that_are_no_days_are_left_out():
    assert graph(REPORTS["nothing_found"]()) == []
    for review in graph(REPORTS["undated_and_errors"]()):
        assert "datePublished" not in review["itemReviewed"]["appearance"]


def test_what_is_ignored_is_not_reviewed():
    assert len(graph(ignored_report())) == len(graph(every_verdict())) - 1  # the other one is of a check


def test_it_can_stand_in_a_script_element():
    text = render(hostile_report())[""]
    assert not set(text) & set("<>&")
    assert "</script>" in json.dumps(json.loads(text))
