"""Places, medals, marks, ages and "the fourth of them": what is caught, and what must stay silent."""

from __future__ import annotations

from decimal import Decimal

import pytest
from small_base import alarms, checker_of, document, marked

from checker.report import Verdict
from checker.values import read_values
from checker.values.lengths import in_clock_form, length_of

VOCABULARY = """
properties:
  time: {type: duration, label: {nl: tijd, en: time}}
  seed: {type: ordinal, label: {nl: plaatsing, en: seed}}
  albums: {type: count, label: {nl: platen, en: albums}, counts: {nl: [plaat, album], en: [album, record]}}
  crossing_time: {type: duration, label: {nl: vaartijd, en: crossing time}}
"""
WORLD = """
meer-cup:
  type: event
  name: {nl: Meerbeker, en: Lake Cup}
  facts:
    edition: {value: 12, where: {year: 2026}}
ilse-varga:
  type: person
  name: Ilse Varga
  aliases: [Varga]
  gender: female
  facts:
    born: 1999-03-02
    seed: 2
    titles: {value: 4, valid: 2026-05-30/..}
    albums: {value: 3, valid: 2020-01-01/..}
    result:
      - {value: 3, where: {event: meer-cup, year: 2024}}
      - {value: 2, where: {event: meer-cup, year: 2026}}
    time:
      - {value: 62.15 seconds, where: {event: meer-cup, year: 2024}}
      - {value: 1:01.48, where: {event: meer-cup, year: 2026}}
otto-brem:
  type: person
  name: Otto Brem
  aliases: [Brem]
  gender: male
  facts:
    born: 2001-11-20
    result: {value: 1, where: {event: meer-cup, year: 2026}}
pont:
  type: route
  name: {nl: veerdienst Oever, en: Oever ferry}
  aliases: {nl: [de veerdienst], en: [the ferry]}
  facts:
    crossing_time: 2 hours and 35 minutes
"""


def report(text, language):
    return checker_of(VOCABULARY, WORLD).check(document(text, language, "2026-06-01"))


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("nl", "Ilse Varga won ⟦goud⟧ op de Meerbeker 2026.", "zilver"),
        ("en", "Ilse Varga took ⟦gold⟧ at the Lake Cup in 2026.", "silver"),
        ("nl", "In 2024 pakte Ilse Varga ⟦goud⟧.", "brons"),
        ("en", "In 2024 Ilse Varga won a ⟦gold medal⟧.", "bronze medal"),
        ("nl", "Ilse Varga moest met ⟦brons⟧ naar huis.", "zilver"),
        ("en", "Otto Brem settled for ⟦bronze⟧.", "gold"),
        ("nl", "# ⟦Zilver⟧ voor Otto Brem", "Goud"),
        ("nl", "Varga, die ⟦derde⟧ werd in 1.01,48, was tevreden.", "tweede"),
        ("nl", "Varga eindigde als tweede in ⟦1.01,84⟧.", "1.01,48"),
        ("en", "Varga finished second in ⟦1:01.84⟧.", "1:01.48"),
        ("nl", "Ilse Varga was in 2024 nog ⟦vierde⟧.", "derde"),
        ("en", "Ilse Varga, ⟦fourth⟧ two years ago, finished second.", "third"),
        ("en", "Ilse Varga, the ⟦fourth⟧ seed, is here.", "second"),
        # which one of so many
        ("en", "Ilse Varga won her ⟦fifth⟧ title.", "fourth"),
        ("nl", "Ilse Varga veroverde haar ⟦vijfde⟧ titel op rij.", "vierde"),
        ("nl", "Ilse Varga won. Het was haar ⟦derde⟧ titel.", "vierde"),
        ("en", "Ilse Varga took silver. It is her ⟦sixth⟧ title.", "fourth"),
        ("en", "Ilse Varga released her ⟦fourth⟧ album in 2021.", "third"),
        ("nl", "In 2021 bracht Ilse Varga haar ⟦vierde⟧ plaat uit.", "derde"),
        ("nl", "Ilse Varga is blij. ⟦Goud⟧ op de Meerbeker van 2024, dat was wat.", "Brons"),
        ("en", "Ilse Varga is pleased. ⟦Gold⟧ at the Lake Cup in 2024, and more to come.", "Bronze"),
        ("nl", "De veerdienst doet er ⟦3 uur en 35 minuten⟧ over, een lange vaartijd.", "2 uur en 35 minuten"),
        ("en", "The ferry has a crossing time of ⟦2 hours and 55 minutes⟧.", "2 hours and 35 minutes"),
    ],
)
def test_a_wrong_place_medal_or_mark_is_found(language, text, right):
    plain, start, end = marked(text)
    found = alarms(report(plain, language))
    assert [plain[f.start : f.end] for f in found] == [plain[start:end]]
    assert [r.text for f in found for r in f.repairs[:1]] == [right]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # true
        ("nl", "Ilse Varga won zilver op de Meerbeker, na brons in 2024."),
        ("en", "Ilse Varga took silver in 1:01.48, one place better than in 2024."),
        ("nl", "Varga, derde in 2024, werd tweede in 1.01,48."),
        ("en", "Varga, third two years ago, finished second in 1:01.48."),
        ("en", "Ilse Varga, the bronze medallist of 2024, finished second."),
        ("nl", "De veerdienst heeft een vaartijd van twee uur en 35 minuten."),
        ("en", "The ferry has a crossing time of 2 hours 35."),
        # the colour, the stuff, several at once, a hope, a denial, somebody else, another event
        ("nl", "Ilse Varga draagt goud en zilver in haar haar."),
        ("en", "Ilse Varga wears gold."),
        ("nl", "Ilse Varga won een gouden ring."),
        ("en", "Ilse Varga won a gold watch in a raffle."),
        ("nl", "Ilse Varga won goud en zilver bij de jeugd."),
        ("nl", "Ilse Varga won nooit goud."),
        ("en", "Silver at the Lake Cup in 2026, bronze at the Lake Cup in 2024: Ilse Varga smiles."),
        ("en", "Ilse Varga hopes to win gold in 2028."),
        ("nl", "De prijs van goud is hoog, zegt Otto Brem."),
        ("en", "Ilse Varga won three gold medals as a junior."),
        ("nl", "Ilse Varga won als junior drie keer goud."),
        ("en", "Karel Dijk won bronze."),
        ("en", "Ilse Varga swam 1:03.90 in her heat."),
        ("nl", "Ilse Varga finishte in haar serie in 1.03,90."),
        # a number that is no age, the seed of somebody else
        ("en", "Ilse Varga (6) beat Otto Brem (48)."),
        ("en", "Ilse Varga won her fourth title."),
        # which one of so many: the next one, an earlier one, one of a kind, without a break, another thing
        ("en", "It was her fourth title, said Ilse Varga."),
        ("nl", "Ilse Varga won haar vierde titel."),
        ("en", "Ilse Varga hopes for her fifth title."),
        ("nl", "Ilse Varga gaat voor haar vijfde titel."),
        ("nl", "Wordt het de vijfde titel voor Ilse Varga?"),
        ("en", "Ilse Varga works on her fourth album."),
        ("en", "In 2023 Ilse Varga won her second title."),
        ("nl", "Het was haar tweede titel op gras, zei Ilse Varga."),
        ("en", "Ilse Varga won. It was her second title in a row."),
        ("en", "Ilse Varga won. It was her third indoor title."),
        ("en", "Ilse Varga released her second album, a live one, in 2019."),
        ("en", "It was her sixth visit to Berlin, said Ilse Varga."),
        ("en", "Ilse Varga beat the fourth seed."),
        ("nl", "Ilse Varga, de derde, speelt met een plaatsing."),
        ("en", "The seed Ilse Varga saved three chances and took the fourth."),
        ("nl", "Het winnende nummer was 1.01,48."),
    ],
)
def test_what_is_true_or_something_else_stays_silent(language, text):
    assert [(f.text, f.property) for f in alarms(report(text, language))] == []


def test_what_a_name_is_called_between_commas_is_no_other_person():
    text = "Otto Brem won. Ilse Varga, the winner in 2022 and 2023, finished second."
    found = [f for f in report(text, "en").findings if f.text == "second"]
    assert [(f.verdict, f.subject) for f in found] == [(Verdict.SUPPORTED, "ilse-varga")]


@pytest.mark.parametrize(
    ("language", "text", "number", "unit"),
    [
        ("nl", "1.59,41", "119.41", "second"),
        ("en", "1:59.41", "119.41", "second"),
        ("en", "2:03:59", "7439", "second"),
        ("nl", "twee uur en 35 minuten", "155", "minute"),
        ("en", "3 years and 6 months", "42", "month"),
    ],
)
def test_a_length_in_several_units_is_one_number(language, text, number, unit):
    (value,) = read_values(text, language)
    length = length_of(value)
    assert (str(length.number), length.unit) == (number, unit)


def test_years_and_days_together_are_no_exact_number():
    (value,) = read_values("2 years and 4 days", "en")
    assert length_of(value) is None


@pytest.mark.parametrize(("text", "expected"), [("1:59.41", "2:01.07"), ("1:00:00", "0:02:01"), ("9:59", None)])
def test_a_mark_is_put_right_in_its_own_form(text, expected):
    values = [v for v in read_values(f"in {text}", "en") if v.type == "duration"]
    assert [in_clock_form(v, Decimal("121.07")) for v in values] == ([expected] if expected else [])
