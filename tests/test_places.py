"""Editions, moves from place to place, balances of wins and defeats: what is caught, and what must stay silent."""

from __future__ import annotations

import pytest
from small_base import alarms, checker_of, document, marked

VOCABULARY = """
properties:
  games_won: {type: count, label: {nl: gewonnen partijen, en: games won}}
  games_drawn: {type: count, label: {nl: remises, en: draws}}
  games_lost: {type: count, label: {nl: verloren partijen, en: games lost}}
  guide_rank: {type: ordinal, label: {nl: plaats in de gids, en: rank in the guide}}
"""
WORLD = """
meer-cup:
  type: event
  name: {nl: Meerbeker, en: Lake Cup}
  facts:
    edition: [{value: 38, where: {year: 2026}}, {value: 37, where: {year: 2025}}]
    winner: [{value: ilse-varga, where: {year: 2026}}, {value: mara-lind, where: {year: 2025}}]
leaf-prize:
  type: event
  name: {nl: Bladprijs, en: Leaf Prize}
  facts:
    edition: {value: 22, where: {year: 2026}}
    winner: {value: otto-brem, where: {year: 2026}}
ilse-varga:
  type: person
  name: Ilse Varga
  aliases: [Varga]
  gender: female
  facts:
    games_won: {value: 5, where: {event: meer-cup, year: 2026}}
    games_drawn: {value: 3, where: {event: meer-cup, year: 2026}}
    games_lost: {value: 1, where: {event: meer-cup, year: 2026}}
    wins: {value: 11, where: {year: 2026}}
    ranking: [{value: 9, where: {year: 2025}}, {value: 7, where: {year: 2026}}]
    result:
      - {value: 6, where: {event: meer-cup, year: 2024}}
      - {value: 3, where: {event: meer-cup, year: 2025}}
      - {value: 1, where: {event: meer-cup, year: 2026}}
mara-lind:
  type: person
  name: Mara Lind
  gender: female
  facts:
    result: {value: 2, where: {event: meer-cup, year: 2026}}
otto-brem: {type: person, name: Otto Brem, gender: male}
fc-kade:
  type: team
  name: FC Kade
  aliases: [Kade]
  facts:
    wins: {value: 19, where: {year: 2026}}
    draws: {value: 6, where: {year: 2026}}
    losses: {value: 9, where: {year: 2026}}
    ranking: [{value: 9, where: {year: 2025}}, {value: 4, where: {year: 2026}}]
oever:
  type: university
  name: {nl: Universiteit Oever, en: University of Oever}
  facts:
    ranking: [{value: 214, where: {year: 2025}}, {value: 198, where: {year: 2026}}]
    guide_rank: [{value: 5, where: {year: 2025}}, {value: 3, where: {year: 2026}}]
grauw:
  type: city
  name: Grauw
  facts:
    ranking: [{value: 12, where: {year: 2025}}, {value: 8, where: {year: 2026}}]
"""


def report(text, language):
    return checker_of(VOCABULARY, WORLD).check(document(text, language, "2026-06-15"))


SLIPS = [
    # the number before the name of what comes back each year
    ("nl", "Ilse Varga wint ⟦37ste⟧ Meerbeker", "38ste"),
    ("nl", "Ilse Varga won zondag de ⟦39e⟧ Meerbeker.", "38e"),
    ("en", "Ilse Varga has won the ⟦39th⟧ Lake Cup, finishing clear of Mara Lind.", "38th"),
    ("en", "The ⟦36th⟧ annual Lake Cup was won by Ilse Varga.", "38th"),
    ("en", "Otto Brem receives the ⟦23rd⟧ Leaf Prize.", "22nd"),
    ("nl", "Otto Brem krijgt de ⟦21e⟧ Bladprijs.", "22e"),
    # from one place to the next
    ("en", "Kade climbed from ⟦eighth⟧ to fourth.", "ninth"),
    ("en", "Kade climbed from ninth to ⟦fifth⟧.", "fourth"),
    ("nl", "FC Kade klom van de ⟦achtste⟧ naar de vierde plaats.", "negende"),
    ("nl", "FC Kade klom van de negende naar de ⟦vijfde plaats⟧.", "vierde plaats"),
    ("nl", "Universiteit Oever klom op de ranglijst van plaats 214 naar ⟦189⟧.", None),
    ("en", "The University of Oever rose from ⟦241st⟧ to 198th in the ranking.", "214th"),
    ("nl", "Universiteit Oever staat op plaats 198, tegen ⟦224⟧ vorig jaar.", None),
    ("en", "Grauw is eighth in the ranking, where it was ⟦tenth⟧.", "twelfth"),
    # places of a list of dates, and what somebody made do with
    ("en", "Ilse Varga won the Lake Cup. ⟦Eighth⟧ two years ago, third last year, and now this.", "Sixth"),
    ("nl", "Ilse Varga won de Meerbeker. Zesde twee jaar geleden, ⟦vierde⟧ vorig jaar en nu dit.", "derde"),
    ("en", "Ilse Varga had been sixth in 2024 and ⟦second⟧ in 2025.", "third"),
    ("nl", "Ilse Varga was zesde in 2024 en ⟦tweede⟧ in 2025.", "derde"),
    ("en", "Mara Lind had to make do with ⟦third⟧ this time.", "second"),
    ("en", "Ilse Varga ended up ⟦fourth⟧ at the Lake Cup in 2025.", "third"),
    # the one list that something is in
    ("nl", "FC Kade eindigde op de ⟦derde plaats⟧.", "vierde plaats"),
    ("en", "FC Kade finished ⟦fifth⟧.", "fourth"),
    ("en", "Grauw takes ⟦ninth place⟧.", "eighth place"),
    # wins, draws and defeats
    ("en", "Ilse Varga won the Lake Cup. Nine rounds, ⟦four⟧ wins, three draws, one defeat.", "five"),
    ("nl", "Ilse Varga won de Meerbeker. Ze boekte vijf overwinningen, ⟦twee⟧ remises en één nederlaag.", "drie"),
    ("nl", "Varga won vijf partijen, speelde ⟦vier keer⟧ remise en verloor er één.", "drie keer"),
    ("nl", "Varga won vijf partijen, speelde drie keer remise en verloor er ⟦twee⟧.", "een"),
    ("en", "FC Kade finished the 2026 season with 19 wins, ⟦five⟧ draws and nine defeats.", "six"),
    ("en", "FC Kade won 19, drew six and lost ⟦eight⟧ of its games in 2026.", "nine"),
    ("nl", "FC Kade sloot 2026 af met 19 zeges, zes gelijke spelen en ⟦acht⟧ nederlagen.", "negen"),
]


@pytest.mark.parametrize(("language", "text", "right"), SLIPS)
def test_a_wrong_place_or_balance_is_found(language, text, right):
    plain, start, end = marked(text)
    found = alarms(report(plain, language))
    assert [plain[f.start : f.end] for f in found] == [plain[start:end]]
    if right is not None:
        assert [r.text for f in found for r in f.repairs[:1]] == [right]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # how often somebody won, another edition, one to come, a part
        ("en", "Ilse Varga took her third Lake Cup."),
        ("nl", "Ilse Varga pakte haar tweede Meerbeker."),
        ("nl", "Het was de derde Meerbeker voor Ilse Varga."),
        ("en", "It was Varga's second Lake Cup title."),
        ("en", "Mara Lind won the 37th Lake Cup."),
        ("nl", "Jan Peters, winnaar van de 31e Meerbeker, keek toe."),
        ("en", "The 39th Lake Cup will be held in May 2027."),
        ("nl", "De organisatie kijkt uit naar de 39e Meerbeker."),
        ("en", "Preparations for the 39th Lake Cup have begun."),
        ("en", "The 25th Lake Cup drew a record crowd."),
        ("nl", "Tijdens de 30e Meerbeker stond Ilse Varga nog langs de kant."),
        ("nl", "De tweede Meerbeker-etappe begint om twaalf uur."),
        # moves in a shorter time, or in another list
        ("en", "After the first round Kade climbed from twelfth to tenth."),
        ("en", "During the season Kade climbed from 16th to fourth."),
        ("nl", "Ilse Varga schoof in de slotronde op van de derde naar de eerste plaats."),
        ("nl", "Universiteit Oever steeg in een andere lijst van plaats 40 naar 31."),
        ("nl", "De stroom ging van 220 naar 198 volt."),
        ("en", "The University of Oever went from fifth to third in the guide."),
        ("en", "Ilse Varga is seventh in the world, where she was ninth."),
        ("en", "Grauw is eighth in the ranking, where rival Hessum is fourth."),
        # a place of another contest, on the way, of a part of the club, of an opponent
        ("nl", "FC Kade werd derde op het wintertoernooi."),
        ("en", "FC Kade finished second in a friendly tournament in Spain."),
        ("en", "FC Kade's youth team came home second."),
        ("nl", "Grauw eindigde als eerste in de verkiezing van de groenste stad."),
        ("en", "FC Kade sits second after ten rounds."),
        ("nl", "FC Kade staat na tien ronden tweede."),
        ("nl", "Met Kerst stond FC Kade nog derde."),
        ("en", "FC Kade ended up third in the fair play ranking."),
        ("nl", "In het fairplayklassement eindigde FC Kade als derde."),
        ("en", "Sparta came second and FC Kade finished fourth."),
        ("nl", "FC Kade verloor van Sparta, dat derde werd."),
        ("en", "FC Kade were first to score."),
        ("nl", "Ilse Varga moest op de 100 meter genoegen nemen met de vijfde plaats."),
        ("en", "Mara Lind had to make do with second-hand skates."),
        ("en", "Ilse Varga won the Lake Cup. Second in Berlin, third in Rome, and now this."),
        ("en", "Ilse Varga had been fourth in 2021 and fifth in 2022."),
        # balances of other games
        ("nl", "Uit de laatste negen duels haalde FC Kade zes zeges, twee gelijke spelen en één nederlaag."),
        ("en", "At home FC Kade had twelve wins, three draws and two defeats."),
        ("nl", "Tegen Lind heeft Ilse Varga zeven zeges en twee nederlagen."),
        ("en", "Sparta finished with 21 wins, six draws and seven defeats; FC Kade had 19 wins."),
        ("en", "FC Kade won three, drew six and lost one of its friendlies."),
        ("en", "Ilse Varga won the Lake Cup with five wins, three draws and one loss."),
    ],
)
def test_another_place_or_balance_stays_silent(language, text):
    assert [(f.text, f.property) for f in alarms(report(text, language))] == []
