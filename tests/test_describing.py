"""Words of nationality: whom they describe, what they should have been, and what they say nothing of."""

from __future__ import annotations

import pytest
from small_base import alarms, check

from checker.demonyms import is_plural, same_form


@pytest.mark.parametrize(
    ("form", "country", "language", "right"),
    [
        ("Noorse", "sweden", "nl", "Zweedse"),
        ("Noor", "sweden", "nl", "Zweed"),
        ("Noors", "sweden", "nl", "Zweeds"),
        ("Noren", "sweden", "nl", "Zweden"),
        ("Fransman", "sweden", "nl", "Zweed"),
        ("Noor", "france", "nl", "Fransman"),
        ("Norwegian", "sweden", "en", "Swedish"),
        ("Dane", "sweden", "en", "Swede"),
        ("Swede", "denmark", "en", "Dane"),
        ("Dane", "france", "en", "Frenchman"),
        ("Dane", "nowhere", "en", None),
        ("Table", "sweden", "en", None),
    ],
)
def test_a_word_of_another_country_keeps_its_form(form, country, language, right):
    assert same_form(form, country, language) == right


def test_several_people_are_told_from_one():
    assert is_plural("Ieren", "nl")
    assert is_plural("Danes", "en")
    assert not is_plural("Ier", "nl")
    assert not is_plural("Dutch", "nl")


WRONG = [
    ("nl", "Nora Vellinga, 37, een ⟦Noorse⟧ die op het meer woont, wint.", "Nederlandse"),
    ("en", "Nora Vellinga, 37, a ⟦Dane⟧ who lives on the lake, wins.", "Dutchwoman"),
    ("nl", "Iris Kuipers leidt Halmstra. Zdeněk Brandl vaart. De ⟦Noor⟧ kent het meer.", "Tsjech"),
    ("en", "Nora Vellinga leads. Zdeněk Brandl sails. The ⟦Norwegian⟧ was first.", "Czech"),
    ("nl", "Zdeněk Brandl vaart al lang. De ⟦Noor⟧ volgde Nora Vellinga op.", "Tsjech"),
    ("en", "Zdeněk Brandl has sailed for years. The ⟦German⟧ succeeded Nora Vellinga.", "Czech"),
    ("nl", "Zdeněk Brandl vaart. “Het waait.” De ⟦Noor⟧, ook bakker, lacht.", "Tsjech"),
    ("en", "Zdeněk Brandl sails. “It is windy.” The ⟦Norwegian⟧, a baker as well, smiles.", "Czech"),
    ("nl", "Zdeněk Brandl vaart. De ⟦Noorse⟧ stuurman kent het meer.", "Tsjechische"),
    ("en", "Zdeněk Brandl sails. The ⟦Norwegian⟧ helmsman knows the lake.", "Czech"),
    ("nl", "Zdeněk Brandl is een ⟦Noor⟧.", "Tsjech"),
    ("en", "Zdeněk Brandl is a ⟦Norwegian⟧.", "Czech"),
    ("nl", "Halmstra bouwt. Zijn ⟦Noorse⟧ stuurman, Zdeněk Brandl, verwacht wind.", "Tsjechische"),
    ("en", "Halmstra builds. Its ⟦Norwegian⟧ helmsman, Zdeněk Brandl, expects wind.", "Czech"),
    ("nl", "De ⟦Ierse⟧ Fiona Carrick doet mee.", "Britse"),
    ("en", "⟦Irish⟧ Fiona Carrick takes part.", "British"),
    ("nl", "Zdeněk Brandl uit ⟦Noorwegen⟧ wint.", "Tsjechië"),
    ("en", "Zdeněk Brandl of ⟦Norway⟧ wins.", "Czechia"),
    ("en", "Zdeněk Brandl of the ⟦Netherlands⟧ wins.", "Czechia"),
    ("en", "⟦Latvia⟧’s Zdeněk Brandl wins.", "Czechia"),
    ("nl", "Zdeněk Brandl vaart. “Meer niet”, aldus de ⟦Noor⟧.", "Tsjech"),
    ("en", "Zdeněk Brandl sails. “No more,” said the ⟦Norwegian⟧.", "Czech"),
    ("nl", "Zdeněk Brandl volgde Nora Vellinga op. De 43-jarige ⟦Noor⟧ lacht.", "Tsjech"),
    ("en", "Ewan Tarrant beat Nora Vellinga. The 37-year-old ⟦Frenchwoman⟧ smiles.", "Dutchwoman"),
    ("nl", "“Als ⟦Noor⟧ ken ik het water”, zegt Zdeněk Brandl.", "Tsjech"),
    ("en", "“As a ⟦Norwegian⟧ I know the water,” says Zdeněk Brandl.", "Czech"),
]

OF_THINGS = [
    ("nl", "Okkema levert de motor; het ⟦Noorse⟧ bedrijf is blij.", "Nederlandse"),
    ("en", "Okkema delivers the engine. The ⟦Norwegian⟧ company is pleased.", "Dutch"),
    ("en", "⟦Norway⟧’s Okkema has a new engine.", "Netherlands"),
]

SILENT = [
    ("en", "Zdeněk Brandl of Norway’s press service waves."),
    ("en", "The boat of Zdeněk Brandl of Norway wins."),
    ("en", "Latvia’s Zdeněk Brandl fans cheer, and Latvia’s Zdeněk Brandl’s fans too."),
    ("nl", "Nora Vellinga en Zdeněk Brandl uit Tsjechië winnen."),
    ("nl", "Okkema levert de motor; het Noorse bedrijf Zeewerf is blij."),
    ("en", "Okkema and Halmstra deliver. The Norwegian company is pleased."),
    ("en", "Karel Zeewerf beat Okkema. The Norwegian company is pleased."),
    ("nl", "Okkema levert de motor aan het Noorse bedrijf."),
    ("en", "Okkema delivers the engine. The Norwegian company from Oslo pays."),
    ("en", "“No Norwegian knows the water as a Dane does, I think,” says Zdeněk Brandl."),
    ("nl", "Zdeněk Brandl vaart. De Noor Tor Lie kijkt toe."),
    ("en", "Zdeněk Brandl sails. The Norwegian Tor Lie looks on."),
    ("nl", "Zdeněk Brandl vaart. De Noor, Tor Lie, kijkt toe."),
    ("en", "Zdeněk Brandl sails. The Norwegian, Tor Lie, looks on."),
    ("nl", "Tor Lie versloeg Zdeněk Brandl. De Noor lacht."),
    ("en", "Tor Lie beat Zdeněk Brandl. The Norwegian smiles."),
    ("nl", "Tor Lie is er. Zdeněk Brandl zag Lie. De Noor lacht."),
    ("en", "Tor Lie is here. Zdeněk Brandl saw Lie. The Norwegian smiles."),
    ("nl", "Zdeněk Brandl vaart. De drie Noren kijken toe."),
    ("en", "Zdeněk Brandl sails. The Danes look on."),
    ("nl", "Zdeněk Brandl vaart met Nora Vellinga. De Tsjech kent het meer."),
    ("en", "Zdeněk Brandl sails with Nora Vellinga. The Czech knows the lake."),
    ("nl", "Nora Vellinga volgde Zdeněk Brandl op. De Nederlandse stuurman kent het meer."),
    ("en", "Nora Vellinga succeeded Zdeněk Brandl. The Dutch helmsman knows the lake."),
    ("nl", "Iris Kuipers en Zdeněk Brandl varen. De Noorse lacht."),
    ("nl", "Zdeněk Brandl, de Duitse kampioen van 2019, is er."),
    ("en", "Zdeněk Brandl, the German champion of 2019, is here."),
    ("nl", "Zdeněk Brandl vaart. De Duitse bondskanselier kijkt toe."),
    ("en", "Zdeněk Brandl sails. The German chancellor looks on."),
    ("nl", "Zdeněk Brandl vaart met een Duitse stuurman."),
    ("en", "Zdeněk Brandl sails with a German helmsman."),
    ("nl", "Zdeněk Brandl is een Duitse collega dank verschuldigd."),
    ("en", "Zdeněk Brandl is a German success story."),
    ("nl", "De bouwer van Zdeněk Brandl is een Duitser."),
    ("en", "The builder of Zdeněk Brandl is a German."),
    ("nl", "Zdeněk Brandl is geen Noor."),
    ("en", "Zdeněk Brandl is not a Norwegian."),
    ("nl", "Fiona Carrick is een Schotse."),
    ("en", "Ewan Tarrant is British."),
]


@pytest.mark.parametrize(("language", "text", "right"), WRONG)
def test_a_wrong_nationality_is_found_and_mended_in_its_form(language, text, right):
    start, end = text.index("⟦"), text.index("⟧") - 1
    (alarm,) = alarms(check(text.replace("⟦", "").replace("⟧", ""), language))
    assert (alarm.property, alarm.start, alarm.end) == ("nationality", start, end)
    assert [repair.text for repair in alarm.repairs] == [right]


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_a_nationality_of_somebody_or_something_else_is_left_alone(language, text):
    assert [f"{alarm.text}: {alarm.explanation}" for alarm in alarms(check(text, language))] == []


@pytest.mark.parametrize(("language", "text", "right"), OF_THINGS)
def test_a_wrong_country_of_a_thing_is_found(language, text, right):
    start, end = text.index("⟦"), text.index("⟧") - 1
    (alarm,) = alarms(check(text.replace("⟦", "").replace("⟧", ""), language))
    assert (alarm.property, alarm.start, alarm.end) == ("country", start, end)
    assert alarm.repairs[0].text == right
