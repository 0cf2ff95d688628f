"""A nationality beside what is right of somebody: wrong where it is another one, whoever the phrase leaves unnamed."""

from __future__ import annotations

import pytest
from small_base import alarms, check

WRONG = [
    ("nl", "Nora Vellinga stuurt. De 37-jarige ⟦Belgische⟧ kent het meer."),
    ("en", "Nora Vellinga steers. The 37-year-old ⟦Belgian⟧ was born in Lemmer."),
    ("en", "“Go,” says Nora Vellinga, the steerswoman, a ⟦Belgian⟧ of 37."),
    ("en", "Nora Vellinga steers. The 37-year-old ⟦Belgian⟧ was glad of it."),
    ("nl", "Nora Vellinga stuurt. De ⟦Belgische⟧ is in Lemmer geboren."),
    ("en", "Nora Vellinga steers. The ⟦Belgian⟧ was born in Lemmer."),
]
SILENT = [
    ("nl", "Nora Vellinga stuurt. De 37-jarige Nederlandse kent het meer."),
    ("en", "Nora Vellinga steers, a Dutchwoman of 37 with a loud voice."),
    ("nl", "Nora Vellinga stuurt. De 37-jarige Belgische boot is van haar."),
    ("en", "Nora Vellinga steers. The 37-year-old Belgian boat is hers."),
    ("nl", "Nora Vellinga versloeg Tor Lie. De Noor is in Lemmer geboren."),
    ("en", "Nora Vellinga beat Tor Lie. The Norwegian was born in Lemmer."),
    ("en", "Nora Vellinga steers. The Belgians were born in Lemmer."),
    ("nl", "Nora Vellinga verloor van een 37-jarige Belgische."),
    ("en", "Nora Vellinga lost to a 37-year-old Belgian."),
    ("nl", "Zdeněk Brandl stuurt. De 43-jarige Duitser Lars Meier helpt hem."),
    ("en", "Zdeněk Brandl and Lars Meier, a German of 43, steer."),
    ("nl", "Nora Vellinga stuurt. Haar trainer is een Belg. De Belg is in Lemmer geboren."),
    ("en", "Nora Vellinga has a Belgian trainer. The Belgian was born in Lemmer."),
    ("en", "Nora Vellinga beat the Norwegian Lie. The Norwegian came second in 2023."),
]


@pytest.mark.parametrize(("language", "text"), WRONG)
def test_a_wrong_nationality_beside_right_claims_is_found(language, text):
    start, end = text.index("⟦"), text.index("⟧") - 1
    found = alarms(check(text.replace("⟦", "").replace("⟧", ""), language))
    assert [(a.start, a.end, a.subject, a.property) for a in found] == [(start, end, "nora-vellinga", "nationality")]


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_a_nationality_that_may_be_right_is_left_alone(language, text):
    assert [alarm.text for alarm in alarms(check(text, language)) if alarm.property == "nationality"] == []
