"""Dictionary forms of irregular words: what must be left alone first, then what must be found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.analysis import fold
from checker.lemmas import Lemmas, _index, finite, lemma

LEFT_ALONE = {
    # Forms of a verb that are as often a noun, an adjective, an ordinal or a conjunction; names of places; nouns in ge-.
    "nl": """
        namen was waren weer weken vierde reden vroeg sloot bond wond plant gevallen gevaren gebieden gezicht geluid
        gezond geld gemeente gebouw gebied gevolg gewicht geschiedenis geleden verleden overleden heden zweden rede
        verslagen verdachten verboden bad baden lagen voornamen achternamen bijnamen plaatsnamen deelstaat
        uitgaven opgaven opnamen doorbraken uitbraken voorsprong uitlaat uitvaart rondvaart binnenvaart invoer uitvoer
        afgelopen omstreden afstand toestand inhoud inzet opzet afzet aanbod uitgang dienst winst kunst markt punt kaart
        leiden enkhuizen wereld zeventig schade einde waarde hoogte lengte huis prijs mens kind jaar jaren auto winnaar
        verenigde verkeerde document deelnemer aankondiging opening bouwen nemen deelnemen verkopen x
    """,
    "en": """
        founded founder rose saw left lay felt ground wound shot spoke bore fed wives lives
        leaves bases axes data media opera document specimen hamlet bed red hundred building meeting winner
        window wonder herd lead take person win child be is was x
    """,
}

VERBS = {
    "nl": """
        nemen: neemt nam genomen
        winnen: won wonnen wint gewonnen
        beginnen: begon begint begonnen
        staan: stond stonden staat
        krijgen: kreeg kregen krijgt
        worden: werd werden wordt geworden
        brengen: bracht brachten gebracht
        kopen: kocht gekocht
        verkopen: verkocht verkochte verkoopt
        stijgen: steeg stijgt gestegen
        ontwerpen: ontwierp ontworpen
        bouwen: bouwt bouwde bouwden gebouwd gebouwde
        werken: werkt werkte gewerkt
        maken: maakt maakte gemaakt
        reizen: reist reisde gereisd
        leven: leeft leefde geleefd
        landen: landt landde geland
        starten: startte gestart gestarte
        stellen: stelt stelde gesteld
        openen: opent opende geopend
        eindigen: eindigt eindigde geeindigd
        vestigen: vestigt gevestigd
        bevestigen: bevestigt bevestigde bevestigd
        ontwikkelen: ontwikkelt ontwikkeld ontwikkelde
        presenteren: presenteert presenteerde gepresenteerd gepresenteerde
        genereren: genereert genereerde gegenereerd
        verwelkomen: verwelkomt verwelkomd
        deelnemen: deelneemt deelnam deelnamen deelgenomen
        uitbrengen: uitbrengt uitbracht uitgebracht
        aankondigen: aankondigt aankondigde aangekondigd aangekondigde
        oprichten: oprichtte opgericht opgerichte
        plaatsvinden: plaatsvindt plaatsvond plaatsgevonden
        bekendmaken: bekendmaakte bekendgemaakt
        aanmoedigen: aangemoedigd aanmoedigt
        overnemen: overneemt overnam overgenomen
        tentoonstellen: tentoongesteld
        uitgeven: uitgegeven uitgaf
    """,
    "en": """
        win: won
        take: took taken
        grow: grew grown
        rise: risen
        sell: sold
        buy: bought
        build: built
        hold: held
        lead: led
        run: ran
        begin: began begun
        find: found
        see: seen
        withdraw: withdrew withdrawn
        undertake: undertook undertaken
        mislead: misled
    """,
}

NOUNS = {
    "nl": """
        lid: leden
        stad: steden
        kind: kinderen
        schip: schepen
        museum: musea
        huis: huizen
        prijs: prijzen
        mens: mensen
        politicus: politici
        snelheid: snelheden
        mogelijkheid: mogelijkheden
        categorie: categorieen
        ziekenhuis: ziekenhuizen
        havenstad: havensteden
        kleinkind: kleinkinderen
        bestuurslid: bestuursleden
        cruiseschip: cruiseschepen
    """,
    "en": """
        child: children
        person: people
        man: men
        woman: women
        foot: feet
        thesis: theses
        criterion: criteria
        spokesperson: spokespeople
        grandchild: grandchildren
    """,
}


FINITE = {
    "nl": ("speelde won nam begon stond vertrok reisde", "spelen genomen gewonnen boot werf lid namen waren"),
    "en": ("drew won took began grew sailed joined", "draw boat yard saw left rose founder"),
}


def _cases(table):
    for language, text in table.items():
        for line in text.strip().splitlines():
            base, forms = line.split(":")
            yield from ((language, form, base.strip()) for form in forms.split())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_words_that_could_be_other_words_are_left_alone(language):
    assert {word: lemma(word, language) for word in LEFT_ALONE[language].split() if lemma(word, language) != word} == {}


@pytest.mark.parametrize(("language", "form", "base"), [*_cases(VERBS), *_cases(NOUNS)])
def test_an_irregular_form_has_its_dictionary_form(language, form, base):
    assert lemma(form, language) == base
    assert lemma(base, language) == base


@pytest.mark.parametrize("language", ["nl", "en"])
def test_only_an_inflected_form_that_is_no_noun_is_surely_a_verb(language):
    verbs, others = (words.split() for words in FINITE[language])
    assert {word: finite(word, language) for word in (*verbs, *others)} == {
        **dict.fromkeys(verbs, True),
        **dict.fromkeys(others, False),
    }


def test_languages_do_not_share_their_forms():
    assert lemma("won", "nl") == "winnen"
    assert lemma("won", "en") == "win"
    assert lemma("led", "nl") == "led"
    assert lemma("kinderen", "en") == "kinderen"


def test_a_form_that_is_left_alone_still_counts_after_a_particle():
    assert lemma("gaven", "nl") == "gaven"
    assert lemma("toegaven", "nl") == "toegeven"
    assert lemma("uitgaven", "nl") == "uitgaven"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_form_of_the_table_is_folded_and_its_lemma_is_final(language):
    index = _index(language)
    for form, base in {**index.whole, **index.verbs}.items():
        assert form == fold(form)
        assert lemma(lemma(form, language), language) == lemma(form, language)
        assert lemma(base, language) == base or base in index.table.ambiguous


def _words(language):
    index = _index(language)
    endings = [*index.table.endings, *index.table.participles, "en", "t", ""]
    known = st.sampled_from(sorted({*index.whole, *index.verbs}))
    starts = st.sampled_from([*sorted(index.particles), "ge", "ver", "on", ""])
    middle = st.text("aeioudtknrsgz", max_size=6)
    return st.builds("".join, st.tuples(starts, starts, middle, st.one_of(known, middle), st.sampled_from(endings)))


@pytest.mark.parametrize("language", ["nl", "en"])
@given(data=st.data())
def test_the_lemma_of_a_lemma_is_itself(language, data):
    word = data.draw(st.one_of(_words(language), st.text(max_size=50)))
    once = lemma(word, language)
    assert lemma(once, language) == once


def test_very_long_strings_are_handed_back():
    assert lemma("ge" * 500_000, "nl") == "ge" * 500_000


def test_words_are_split_on_load():
    table = Lemmas.model_validate({"verbs": {"nemen": "nam  genomen\n"}, "nouns": {}})
    assert table.verbs == {"nemen": ("nam", "genomen")}
