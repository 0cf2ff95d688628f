"""Since when and until when something holds, beside a role, relation or term that the text gets right."""

from __future__ import annotations

import pytest
from small_base import alarms, check, marked

from checker.report import Verdict

COUNTED = pytest.mark.xfail(strict=True, reason="a year before a noun is read as a count of it")
TEXTS = {
    "nl": {
        "since": "Iris Kuipers is sinds {} algemeen directeur van Halmstra.",
        "until": "Dirk Okma is tot {} algemeen directeur van Halmstra.",
    },
    "en": {
        "since": "Iris Kuipers has been managing director of Halmstra since {}.",
        "until": "Dirk Okma is managing director of Halmstra until {}.",
    },
}


def judged(text, language, day):
    plain, start, end = marked(text)
    report = check(plain, language, day)
    found = [f for f in report.findings if f.start < end and start < f.end]
    return [f.verdict for f in found], [r.text for f in found for r in f.repairs]


@pytest.mark.parametrize(
    ("language", "bound", "day", "date", "verdicts", "repairs"),
    [
        ("nl", "since", "2025-05-20", "2021", [Verdict.SUPPORTED], []),
        ("en", "since", "2025-05-20", "2021", [Verdict.SUPPORTED], []),
        ("nl", "since", "2025-05-20", "1 september 2021", [Verdict.SUPPORTED], []),
        ("en", "since", "2025-05-20", "September 2021", [Verdict.SUPPORTED], []),
        ("nl", "since", "2025-05-20", "2019", [Verdict.CONTRADICTED], ["2021"]),
        ("en", "since", "2025-05-20", "2019", [Verdict.CONTRADICTED], ["2021"]),
        ("nl", "since", "2025-05-20", "oktober 2021", [Verdict.CONTRADICTED], ["september 2021"]),
        ("en", "since", "2025-05-20", "October 2021", [Verdict.CONTRADICTED], ["September 2021"]),
        ("nl", "since", "2025-05-20", "2 september 2021", [Verdict.CONTRADICTED], ["1 september 2021"]),
        ("nl", "until", "2021-06-01", "2021", [Verdict.SUPPORTED], []),
        ("en", "until", "2021-06-01", "2021", [Verdict.SUPPORTED], []),
        pytest.param("nl", "until", "2021-06-01", "2024", [Verdict.CONTRADICTED], ["2021"], marks=COUNTED),
        ("en", "until", "2021-06-01", "2024", [Verdict.CONTRADICTED], ["2021"]),
    ],
)
def test_the_ends_of_what_holds_are_evidence(language, bound, day, date, verdicts, repairs):
    assert judged(TEXTS[language][bound].format(f"⟦{date}⟧"), language, day) == (verdicts, repairs)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Iris Kuipers, algemeen directeur van Halmstra, woont sinds 2003 in Lemmer."),
        ("en", "Iris Kuipers, managing director of Halmstra, has lived in Lemmer since 2003."),
        ("nl", "Sinds 2003 bouwt Halmstra jachten, zegt algemeen directeur Iris Kuipers."),
        ("en", "Since 2003 Halmstra has built yachts, says managing director Iris Kuipers."),
        ("nl", "Algemeen directeur Iris Kuipers van Halmstra tekende in 2019 het plan."),
        ("en", "Managing director Iris Kuipers of Halmstra signed the plan in 2019."),
        ("nl", "Tot 2030 blijft Iris Kuipers algemeen directeur van Halmstra."),
        ("en", "Iris Kuipers remains managing director of Halmstra until 2030."),
    ],
)
def test_a_date_that_bounds_something_else_is_left_alone(language, text):
    assert alarms(check(text, language)) == []
