"""Roles beside names: another post than the base gives, and the roles that may be the same person's."""

from __future__ import annotations

import pytest
from small_base import alarms, check

from checker.languages import supported
from checker.relations.posts import apart, contained, post, roles


@pytest.mark.parametrize(
    ("language", "one", "other", "expected"),
    [
        ("nl", "rector", "decaan", True),
        ("en", "rector", "dean", True),
        ("nl", "algemeen directeur", "artistiek directeur", True),
        ("en", "managing director", "artistic director", True),
        ("nl", "CFO", "operationeel directeur", True),
        ("en", "finance director", "chief operating officer", True),
        ("nl", "hoogleraar kustmorfologie", "hoogleraar ecologie", True),
        ("en", "head of patent law", "head of employment law", True),
        ("nl", "projectdirecteur", "programmadirecteur", True),
        ("nl", "directeur", "artistiek directeur", False),
        ("en", "director", "managing director", False),
        ("nl", "museumdirecteur", "directeur", False),
        ("nl", "topvrouw", "algemeen directeur", False),
        ("en", "CEO", "managing director", False),
        ("nl", "hoogleraar kustkunde", "hoogleraar kustmorfologie", False),
        ("en", "professor of coastal science", "professor of coastal morphology", False),
        ("nl", "hoogleraar", "rector", False),
        ("en", "professor", "rector", False),
        ("nl", "baas", "rector", False),
        ("en", "boss", "rector", False),
        ("nl", "arts", "chirurg", False),
        ("en", "player", "goalkeeper", False),
    ],
)
def test_two_roles_are_one_or_apart(language, one, other, expected):
    first, second = post(one, language), post(other, language)
    assert apart(first, second) is apart(second, first) is expected


def test_a_shorter_role_is_no_other_one():
    assert contained("conductor", "chief conductor")
    assert not contained("artistic director", "director")


@pytest.mark.parametrize("language", [code for code in supported() if roles(code).posts])
def test_every_word_names_one_post(language):
    words = [word for known in roles(language).posts.values() for word in known]
    assert len(words) == len(set(words))


WRONG = [
    ("nl", "“Mooi,” zegt ⟦financieel directeur⟧ Iris Kuipers.", "algemeen directeur"),
    ("en", "“Good,” said ⟦finance director⟧ Iris Kuipers.", "managing director"),
    ("nl", "Iris Kuipers (45), ⟦artistiek directeur⟧ van Halmstra, lacht.", "algemeen directeur"),
    ("en", "Iris Kuipers, 45, ⟦artistic director⟧ of Halmstra, smiles.", "managing director"),
    ("nl", "⟦Decaan⟧ Iris Kuipers kwam in 2016.", "algemeen directeur"),
    ("en", "⟦Dean⟧ Iris Kuipers, who came in 2016, smiles.", "managing director"),
    ("nl", "“De oude hal lekte,” zegt ⟦woordvoerder⟧ Iris Kuipers, die in 2016 kwam.", "algemeen directeur"),
    ("en", "“The old hall leaked,” said ⟦spokesperson⟧ Iris Kuipers, who came in 2016.", "managing director"),
    ("nl", "Iris Kuipers, ⟦woordvoerder⟧ sinds 2021, lacht.", "algemeen directeur"),
    ("en", "Iris Kuipers, ⟦spokesperson⟧ since 2021, smiles.", "managing director"),
]

SILENT = [
    ("nl", "“Mooi,” zegt directeur Iris Kuipers."),
    ("en", "“Good,” said director Iris Kuipers."),
    ("nl", "“Mooi,” zegt topvrouw Iris Kuipers."),
    ("en", "“Good,” said chief executive Iris Kuipers."),
    ("nl", "“Mooi,” zegt baas Iris Kuipers."),
    ("en", "“Good,” said boss Iris Kuipers."),
    ("nl", "Oud-decaan Iris Kuipers lacht."),
    ("en", "Former dean Iris Kuipers smiles."),
    ("nl", "Iris Kuipers, decaan tot 2019, lacht."),
    ("en", "Iris Kuipers, dean until 2019, smiles."),
    ("nl", "Iris Kuipers, penningmeester van de schaakclub, lacht."),
    ("en", "Iris Kuipers, treasurer of the chess club, smiles."),
    ("nl", "Iris Kuipers, toen financieel directeur, lachte."),
    ("en", "Iris Kuipers, then finance director, smiled."),
    ("nl", "Financieel directeur Karel Dijkgraaf van Zeewerf lacht."),
    ("en", "Finance director Karel Dijkgraaf of Zeewerf smiles."),
    ("nl", "Zdeněk Brandl, financieel directeur van Zeewerf, lacht."),
    ("en", "Coach Zdeněk Brandl smiles."),
    ("nl", "Iris Kuipers, moeder en bestuurder, lacht."),
    ("en", "Iris Kuipers, engineer, smiles."),
    ("nl", "Iris Kuipers, niet langer financieel directeur, lacht."),
    ("en", "Iris Kuipers and finance director Karel Dijkgraaf smile."),
    ("nl", "Iris Kuipers en financieel directeur Karel Dijkgraaf lachen."),
    ("nl", "De woordvoerder van Iris Kuipers lacht."),
    ("en", "The spokesperson of Iris Kuipers smiles."),
    ("nl", "Onder algemeen directeur Dirk Okma groeide Halmstra."),
    ("en", "Under managing director Dirk Okma, who left in 2021, Halmstra grew."),
    ("nl", "Volgens de decaan Iris Kuipers te spreken lukt niet."),
]


@pytest.mark.parametrize(("language", "text", "right"), WRONG)
def test_another_post_beside_a_name_is_found(language, text, right):
    start, end = text.index("⟦"), text.index("⟧") - 1
    (alarm,) = alarms(check(text.replace("⟦", "").replace("⟧", ""), language))
    assert (alarm.property, alarm.start, alarm.end) == ("role", start, end)
    assert [repair.text for repair in alarm.repairs] == [right]


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_a_role_that_may_be_right_is_left_alone(language, text):
    assert [f"{alarm.text}: {alarm.explanation}" for alarm in alarms(check(text, language))] == []
