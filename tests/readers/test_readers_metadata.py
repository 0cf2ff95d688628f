"""Decoding, and what all formats share: title, language, date, notices and refusals."""

from __future__ import annotations

import codecs
import hashlib
import subprocess
import sys

import pytest

from checker import period
from checker.errors import DocumentError
from checker.reading import known_suffixes, read_document

NL = "Het museum opende in maart zijn nieuwe vleugel en ontving in het eerste jaar veel bezoekers uit het hele land."
EN = "The museum opened its new wing in March and welcomed many visitors from all over the country in the first year."


def read(text, path="a.txt", **options):
    return read_document(path, text if isinstance(text, bytes) else text.encode(), **options)


def codes(document):
    return [notice.code for notice in document.notices]


def test_known_suffixes():
    assert set(known_suffixes()) >= {".txt", ".md", ".markdown", ".html", ".htm"}
    assert list(known_suffixes()) == sorted(known_suffixes())


def test_no_parser_is_loaded_before_it_is_needed():
    script = (
        "import sys; from checker.reading import *; known_suffixes(); read_document('a.txt', b'the text of a wing');"
        "print([name for name in ('spacy', 'justhtml', 'markdown_it') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_path_and_digest_are_of_the_file():
    data = codecs.BOM_UTF8 + NL.encode()
    document = read(data, "Dir/A.TXT")
    assert (document.path, document.digest) == ("Dir/A.TXT", hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize(
    ("data", "source", "notices"),
    [
        (NL.encode(), NL, []),
        (codecs.BOM_UTF8 + NL.encode(), NL, []),
        (codecs.BOM_UTF16_LE + NL.encode("utf-16-le"), NL, []),
        (codecs.BOM_UTF16_BE + NL.encode("utf-16-be"), NL, []),
        (f"“{NL}” café €".encode("cp1252"), f"“{NL}” café €", ["encoding"]),
        (f"{NL}\r\n{NL}\r{NL}".encode(), f"{NL}\r\n{NL}\r{NL}", []),
    ],
)
def test_decoding(data, source, notices):
    document = read(data)
    assert document.source == source
    assert codes(document) == notices
    assert all(notice.warning for notice in document.notices)


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "rot13", "nonsense", "utf-8"])
def test_declared_charset_of_html(label):
    page = f'<html lang="nl"><meta charset="{label}"><p>caf\u00e9 \u20ac 5'.encode("cp1252")
    document = read(page, "a.html")
    assert document.text == "café € 5"


def test_declared_charset_other_than_western():
    document = read('<html lang="en"><meta charset="iso-8859-2"><p>Baciuška Łódź'.encode("iso-8859-2"), "a.html")
    assert (document.text, codes(document)) == ("Baciuška Łódź", [])


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04\x00\x00", b"abc\0def", bytes(range(1, 32)) * 9, b"\x89PNG\r\n\x1a\n\0\0"]
)
@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.html"])
def test_binary_is_refused(data, path):
    with pytest.raises(DocumentError, match="looks binary: ") as caught:
        read(data, path)
    assert caught.value.problems[0].code == "binary"


@pytest.mark.parametrize("path", ["a.exe", "a", "dir.txt/a", ".txt", "a.txt.bak"])
def test_unknown_suffix_is_refused(path):
    with pytest.raises(DocumentError, match=r"\.html.*\.txt") as caught:
        read(NL, path)
    assert caught.value.problems[0].code == "format"


@pytest.mark.parametrize(("text", "expected"), [(f"<!DOCTYPE html><p>{NL}", NL), (NL, NL)])
def test_standard_input_is_read_by_its_content(text, expected):
    assert read(text, "-").text == expected


@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.html", "-"])
@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", codecs.BOM_UTF8])
def test_empty_files_are_noticed(path, data):
    document = read(data, path)
    assert (document.blocks, codes(document)) == ((), ["empty"])


@pytest.mark.parametrize(
    ("text", "language", "notices"),
    [
        (NL, "nl", []),
        (EN, "en", []),
        (f"{NL} Hij zei: “Embrace the impossible, and all will be well.”", "nl", []),
        ("Peter werd derde in Rotterdam.", "nl", []),
        ("Jane finished with Peter in Rotterdam.", "en", []),
        ("Acme Rotterdam 2025", "en", ["language-default"]),
        ("Das Museum ist nicht offen", "en", ["language-default"]),
        (f"{NL}\n\n{EN}\n\n{NL}\n\n{NL}", "nl", []),
        ("2025", "en", ["language-default"]),
    ],
)
def test_language_is_detected(text, language, notices):
    document = read(text)
    assert (document.language, codes(document)) == (language, notices)


def test_default_language_stands_in():
    assert read("Acme Rotterdam 2025", default_language="nl").language == "nl"


FOREIGN = {
    "de": "Das Museum hat im März den neuen Flügel eröffnet und wurde von vielen Besuchern aus dem ganzen Land besucht.",
    "fr": "Le musée a ouvert sa nouvelle aile en mars et les visiteurs sont venus de tout le pays pour cette ouverture.",
    "es": "El museo abrió su nueva ala en marzo y los visitantes llegaron de todo el país para ver la colección.",
    "it": "Il museo ha aperto la nuova ala a marzo e i visitatori sono arrivati da tutta l'Italia per gli eventi della mostra.",
    "pt": "O museu abriu a sua nova ala em março e os visitantes não pararam de chegar para ver uma das coleções mais ricas.",
    "pl": "Muzeum otworzyło w marcu nowe skrzydło i jest to jedno z wydarzeń, które przyciągnęło gości z całego kraju na lata.",
}


@pytest.mark.parametrize("code", sorted(FOREIGN))
@pytest.mark.parametrize("repeat", [1, 5])
def test_a_language_that_cannot_be_checked_is_refused(code, repeat):
    with pytest.raises(DocumentError, match=rf"“{code}”.*supported: en, nl.*--language") as caught:
        read(" ".join([FOREIGN[code]] * repeat))
    assert caught.value.problems[0].code == "language"
    assert read(FOREIGN[code], language="nl").language == "nl"


@pytest.mark.parametrize("code", sorted(FOREIGN))
@pytest.mark.parametrize("prose", [NL, EN])
def test_a_quote_in_another_language_changes_nothing(code, prose):
    assert read(f"{prose} {prose} “{FOREIGN[code]}” {prose}").language == ("nl" if prose == NL else "en")


@pytest.mark.parametrize(
    ("path", "text", "language"),
    [
        ("a.md", f"---\nlang: nl-BE\n---\n{NL}", "nl"),
        ("a.md", f"---\nlanguage: EN\n---\n{EN}", "en"),
        ("a.html", f'<html lang="nl_NL"><p>{NL}', "nl"),
        ("a.html", f'<html lang="und"><p>{NL}', "nl"),
        ("a.html", f'<html lang=""><p>{EN}', "en"),
    ],
)
def test_declared_language(path, text, language):
    document = read(text, path)
    assert (document.language, codes(document)) == (language, [])


def test_declared_language_that_the_text_denies_is_noticed():
    document = read(f'<html lang="en"><p>{NL}', "a.html")
    assert (document.language, codes(document)) == ("en", ["language-disagrees"])


@pytest.mark.parametrize("options", [{}, {"language": "nl"}])
def test_declared_language_that_cannot_be_checked(options):
    page = f'<html lang="de-AT"><p>{NL}'
    if options:
        assert read(page, "a.html", **options).language == "nl"
    else:
        with pytest.raises(DocumentError, match="“de”"):
            read(page, "a.html")


@pytest.mark.parametrize("language", ["de", "xx", "Dutch!", ""])
def test_language_option_that_cannot_be_checked(language):
    with pytest.raises(DocumentError, match="supported: en, nl"):
        read(NL, language=language)


@pytest.mark.parametrize(
    ("path", "text", "title"),
    [
        ("a.txt", f"De kop\n\n{NL}", "De kop"),
        ("a.txt", f" date 2025-05 De kop.\n\n{NL}", "De kop."),
        ("a.txt", NL, None),
        ("a.md", f"---\ntitle: Uit de\n  voorkant\n---\n# De kop\n\n{NL}", "Uit de voorkant"),
        ("a.md", f"# De *kop*\n\n{NL}", "De kop"),
        ("a.html", f"<title>De &amp; titel</title><h1>De kop</h1><p>{NL}", "De & titel"),
        ("a.html", f"<h2>Eerst</h2><h1>De kop</h1><p>{NL}", "De kop"),
    ],
)
def test_title(path, text, title):
    assert read(text, path).title == title


@pytest.mark.parametrize(
    ("path", "text", "url"),
    [
        ("a.txt", NL, None),
        ("a.md", f"---\nurl: https://a.example/x\n---\n{NL}", "https://a.example/x"),
        ("a.html", f"<link rel='Canonical' href='https://a.example/x?y&amp;z'><p>{NL}", "https://a.example/x?y&z"),
        ("a.html", f"<meta property='og:url' content='https://a.example/b'><p>{NL}", "https://a.example/b"),
        (
            "a.html",
            f"<meta property=og:url content=https://b.example><link rel=canonical href=https://a.example><p>{NL}",
            "https://a.example",
        ),
        ("a.html", f"<link rel=stylesheet href=https://a.example><link rel=canonical><p>{NL}", None),
    ],
)
def test_address(path, text, url):
    assert read(text, path).url == url


def test_broken_front_matter_is_noticed_at_its_line():
    document = read(f"---\ntitle: [open\ndate: 2025\n---\n# Kop\n\n{NL}\n", "a.md")
    assert codes(document) == ["front-matter"]
    assert document.notices[0].warning
    assert [document.text[b.start : b.end] for b in document.blocks] == ["Kop", NL]


def test_front_matter_date_that_is_none_is_noticed():
    document = read(f"---\ntitle: a\ndate: gisteren\n---\n{NL}\n", "a.md")
    assert (document.date, codes(document), document.notices[0].line) == (None, ["front-matter"], 3)


def test_two_rulers_are_no_front_matter():
    document = read(f"---\n{NL}\n\n---\n", "a.md")
    assert document.text == NL


@pytest.mark.parametrize(
    ("path", "text", "date", "origin"),
    [
        ("a.txt", f"Kop\n\nUtrecht – 7 mei 2025: {NL}", "2025-05-07", "dateline"),
        ("a.txt", f"Headline\n\nLONDON, 3 March 2024 – {EN}", "2024-03-03", "dateline"),
        ("a.txt", f"Kop\n\nAmsterdam, 12 maart 2024 - {NL}", "2024-03-12", "dateline"),
        ("a.txt", f"Headline\n\nNew York (May 7, 2025) – {EN}", "2025-05-07", "dateline"),
        ("a.txt", f"Headline\n\nLONDON, March 3, 2024 /Newswire/ -- {EN}", "2024-03-03", "dateline"),
        ("a.txt", f"Kop\n\nALPHEN AAN DEN RIJN, woensdag 7 mei 2025 (ANP) – {NL}", "2025-05-07", "dateline"),
        ("a.txt", f"Kop\n\n’s-Hertogenbosch, 7 mei 2025 – {NL}", "2025-05-07", "dateline"),
        ("a.txt", f"Headline\n\nWashington, D.C., May 7, 2025 – {EN}", "2025-05-07", "dateline"),
        ("a.txt", f"Kop\n\nUtrecht, mei 2025 – {NL}", "2025-05", "dateline"),
        ("a.txt", f"Kop\n\n7 mei 2025, Utrecht – {NL}", "2025-05-07", "dateline"),
        ("a.txt", f"Kop\n\nUtrecht, 7 mei 2025\n\n{NL}", "2025-05-07", "dateline"),
        # a full stop behind a place and a day
        ("a.txt", f"Kop\n\nUtrecht, 7 mei 2025. {NL}", "2025-05-07", "dateline"),
        ("a.txt", f"Headline\n\nLondon, 7 May 2025. {EN}", "2025-05-07", "dateline"),
        ("a.md", f"# Kop\n\nAlphen aan den Rijn, 7 mei 2025. {NL}", "2025-05-07", "dateline"),
        ("a.md", f"# Headline\n\nNew York, May 7, 2025. {EN}", "2025-05-07", "dateline"),
        # who wrote it, and when
        ("a.txt", f"Kop\n\nDoor onze redacteur, 7 mei 2025\n\n{NL}", "2025-05-07", "dateline"),
        ("a.txt", f"Headline\n\nBy our editor, 7 May 2025\n\n{EN}", "2025-05-07", "dateline"),
        ("a.txt", f"Kop\n\nVan onze verslaggever. Woensdag 7 mei 2025\n\n{NL}", "2025-05-07", "dateline"),
        ("a.txt", f"Headline\n\nBy our correspondent. Wednesday 7 May 2025\n\n{EN}", "2025-05-07", "dateline"),
        ("a.md", f"# Kop\n\n*Door J.P. de Vries – 7 mei 2025.*\n\n{NL}", "2025-05-07", "dateline"),
        ("a.md", f"# Headline\n\n*By J. R. Berg (7 May 2025)*\n\n{EN}", "2025-05-07", "dateline"),
        ("a.md", f"# Kop\n\nWoensdag 7 mei 2025 | door onze redactie\n\n{NL}", "2025-05-07", "dateline"),
        ("a.md", f"# Headline\n\n7 May 2025, by our editor\n\n{EN}", "2025-05-07", "dateline"),
        ("a.md", f"# Headline\n\nMatch report, Wednesday 7 May 2025\n\n{EN}", "2025-05-07", "dateline"),
        ("a.md", f"# Kop\n\nTekst: Jo Voorbeeld | 7 mei 2025\n\n{NL}", "2025-05-07", "dateline"),
        ("a.md", f"# Headline\n\nWords: Jo Example | May 7, 2025\n\n{EN}", "2025-05-07", "dateline"),
        ("a.txt", f" date 2025-05 De kop\n\n{NL}", "2025-05", "head-line"),
        ("a.txt", f"Date: 12 March 2024\n\nHeadline\n\n{EN}", "2024-03-12", "head-line"),
        ("a.txt", f"Datum: woensdag 7 mei 2025\n\nKop\n\n{NL}", "2025-05-07", "head-line"),
        ("a.txt", f"Headline\nPublished on March 3, 2024\n\n{EN}", "2024-03-03", "head-line"),
        ("a.txt", f"Kop\n\nGepubliceerd: 3 maart 2024, 10.30 uur\n\n{NL}", "2024-03-03", "head-line"),
        ("a.md", f"---\ndate: 2025-05-07T10:00:00+02:00\n---\n{NL}", "2025-05-07", "front-matter"),
        ("a.md", f"# Kop\n\n**Utrecht – 7 mei 2025:** {NL}", "2025-05-07", "dateline"),
        (
            "a.html",
            f'<meta property="article:published_time" content="2025-05-07T10:00Z"><p>{NL}',
            "2025-05-07",
            "metadata",
        ),
        ("a.html", f'<meta name="date" content="2025-05"><p>{NL}', "2025-05", "metadata"),
        ("a.html", f'<meta name="DCTERMS.date" content="2025-05-07"><p>{NL}', "2025-05-07", "metadata"),
        ("a.html", f'<h1>Kop</h1><p><time datetime="2025-05-07">7 mei</time></p><p>{NL}', "2025-05-07", "metadata"),
        (
            "a.html",
            (
                '<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2020-01-01"},'
                f'{{"@type":["NewsArticle"],"datePublished":"2025-05-07T00:00:00Z"}}]}}</script><p>{NL}'
            ),
            "2025-05-07",
            "metadata",
        ),
    ],
)
def test_date(path, text, date, origin):
    document = read(text, path)
    assert (str(document.date), document.date_origin, codes(document)) == (date, origin, [])


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.txt", f"Kop\n\nOp 7 mei 2025 – een woensdag – won hij. {NL}"),
        ("a.txt", f"Headline\n\nOn 3 March 2024, the company won. {EN}"),
        ("a.txt", f"Kop\n\nJan Voorbeeld (7 mei 1990) – directeur van het museum. {NL}"),
        ("a.txt", f"Kop\n\nJan Voorbeeld (7 mei 1990) leidt het museum. {NL}"),
        ("a.txt", f"Kop\n\nIn 2025 – het jubileumjaar – kwam iedereen. {NL}"),
        ("a.txt", f"Kop\n\nUtrecht, 7 mei 2025\n\nBreda, 8 mei 2025\n\nEde, 9 mei 2025\n\n{NL}"),
        ("a.txt", f"Headline\n\nPublished on March 3, 2024, the report surprised us. {EN}"),
        ("a.txt", f"Date night at 12 restaurants\n\n{EN}"),
        # a byline says no more than who and when; a full stop closes a full date only
        ("a.txt", f"Kop\n\nDoor de storm ging het feest niet door. Het is nu op 7 mei 2025\n\n{NL}"),
        ("a.txt", f"Headline\n\nBy then it was over. It is now on 7 May 2025\n\n{EN}"),
        ("a.txt", f"Kop\n\nDoor onze redacteur, 7 mei 2025 bij het museum\n\n{NL}"),
        ("a.txt", f"Headline\n\nBy our editor, 7 May 2025 at the museum\n\n{EN}"),
        ("a.txt", f"Kop\n\nDoor de verkoop is alles anders. De winkel sluit op 7 mei 2025.\n\n{NL}"),
        ("a.txt", f"Headline\n\nBy then all was sold. The shop closes on 7 May 2025.\n\n{EN}"),
        ("a.txt", f"Kop\n\nVerslag van de vergadering van 7 mei 2025\n\n{NL}"),
        ("a.txt", f"Headline\n\nReport of the meeting of 7 May 2025\n\n{EN}"),
        ("a.txt", f"Kop\n\nDoorbraak, zegt iedereen op 7 mei 2025\n\n{NL}"),
        ("a.txt", f"Headline\n\nBystanders saw it on 7 May 2025\n\n{EN}"),
        ("a.txt", f"Kop\n\nUtrecht, mei 2025. {NL}"),
        ("a.txt", f"Headline\n\nLondon, May 2025. {EN}"),
        ("a.html", f'<p>{NL} Op <time datetime="2025-05-07">7 mei</time> gaat het open. {NL}'),
        ("a.html", f'<nav><time datetime="2025-05-07">7 mei</time></nav><p>{NL}'),
        (
            "a.html",
            f'<script type="application/ld+json">{{"@type":"Event","datePublished":"2025-05-07"</script><p>{NL}',
        ),
    ],
)
def test_no_date(path, text):
    assert read(text, path).date is None


@pytest.mark.parametrize(
    ("option", "front", "prose", "date", "origin", "disagrees"),
    [
        ("2025-05-08", "2025-05-07", "7 mei 2025", "2025-05-08", "option", True),
        (None, "2025-05-07", "7 mei 2025", "2025-05-07", "front-matter", False),
        (None, "2025-05", "7 mei 2025", "2025-05", "front-matter", False),
        (None, "2025-05-07", "mei 2025", "2025-05-07", "front-matter", False),
        (None, "2025-06", "7 mei 2025", "2025-06", "front-matter", True),
    ],
)
def test_the_most_trusted_date_wins(option, front, prose, date, origin, disagrees):
    text = f"---\ndate: {front}\n---\n# Kop\n\nUtrecht – {prose}: {NL}"
    document = read(text, "a.md", date=period.parse(option) if option else None)
    assert (str(document.date), document.date_origin) == (date, origin)
    assert codes(document) == (["date-disagrees"] if disagrees else [])
    if disagrees:
        assert date in document.notices[0].message
        assert "(dateline)" in document.notices[0].message or "(front-matter)" in document.notices[0].message
