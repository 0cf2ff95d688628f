"""Where all figures beside a name are those of somebody else, the name is the slip, and it is found once."""

from __future__ import annotations

import pytest
from small_base import alarms, check

from checker.report import Verdict

WHOSE = [
    ("nl", "Okkema, opgericht op 7 mei 1952, heeft 240 medewerkers.", "240 (medewerkers)"),
    ("en", "Okkema was founded on 7 May 1952 and employs 240 people.", "240 (employees)"),
]


@pytest.mark.parametrize(("language", "text", "figure"), WHOSE)
def test_the_name_is_wrong_once_with_the_figures_of_whom(language: str, text: str, figure: str) -> None:
    found = [f for f in check(text, language, ui=language).findings if f.verdict is Verdict.CONTRADICTED]
    assert [f.text for f in found] == ["Okkema"]
    assert found[0].expected == "Halmstra Jachten"
    assert figure in found[0].explanation
    assert [p.text for p in found[0].parts if p.role == "value"][1] == "240"
    assert len(found[0].evidence) == 2


SAID_OF_A_PEER = [
    ("nl", "Nora Vellinga heeft drie titels op haar naam."),
    ("en", "Nora Vellinga has three titles to her name."),
]


@pytest.mark.parametrize(("language", "text"), SAID_OF_A_PEER)
def test_what_is_said_of_one_is_not_confirmed_by_another(language: str, text: str) -> None:
    assert not check(text, language).findings


OPENED = [
    ("nl", "Anders dan Halmstra heeft Okkema 240 medewerkers.", ["240 medewerkers"]),
    ("en", "Unlike Halmstra, Okkema was founded in 1952.", ["1952"]),
    ("en", "After Halmstra, Okkema and the Waterbond were founded in 1931.", []),
]


@pytest.mark.parametrize(("language", "text", "wrong"), OPENED)
def test_the_phrase_that_opens_a_sentence_joins_no_names(language: str, text: str, wrong: list[str]) -> None:
    assert [f.text for f in alarms(check(text, language))] == wrong
