"""Documents that are empty, broken, foreign, huge or hostile: checked, or refused with a sentence, and never a traceback."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.commands import build

GOOD = "---\nlanguage: en\ndate: 2025-05-07\n---\n\nThe harbour museum opened its doors to the visitors on Wednesday 7 May 2025.\n"
DUTCH = "Het museum in de haven is op woensdag 7 mei 2025 geopend en de toegang was voor iedereen gratis.\n"
ENGLISH = "The museum in the harbour was opened on Wednesday 7 May 2025 and it was free for all of the visitors.\n"
GERMAN = "Die Stadt hat das Gebäude nicht verkauft, und es ist auch noch nicht klar, wer es sein wird. Das Museum im Hafen wurde am Mittwoch eröffnet und der Eintritt war für alle Besucher an diesem Tag frei.\n"
FRENCH = "Le musée du port a été ouvert mercredi et l'entrée était gratuite pour tous les visiteurs de la ville.\n"


@pytest.fixture(autouse=True)
def _empty_base(tmp_path, monkeypatch):
    """A folder with a fact base without facts, and one good document, as the working directory."""
    root = tmp_path / "project"
    (root / "facts").mkdir(parents=True)
    (root / ".git").mkdir()
    (root / "good.md").write_text(GOOD, encoding="utf-8")
    monkeypatch.chdir(root)


def check(name: str, data: bytes | str, *options: str):
    """Check a document beside a good one; returns the exit status, the document's report, its error codes and notices."""
    Path(name).write_bytes(data if isinstance(data, bytes) else data.encode())
    result = CliRunner().invoke(build(), ["check", name, "good.md", "--format", "json", *options])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    report = json.loads(result.stdout)
    documents = {document["path"]: document for document in report["documents"]}
    assert "good.md" in documents, "the other documents are checked whatever one of them is"
    errors = [error["code"] for error in report["errors"] if error["path"] == name]
    return result.exit_code, documents.get(name), errors, result.stderr


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.md", b"", "empty"),
        ("empty.txt", b"", "empty"),
        ("empty.html", b"", "empty"),
        ("bom.txt", b"\xef\xbb\xbf", "empty"),
        ("blank.txt", b" \n\t\r\n\n ", "empty"),
        ("front.md", b"---\ntitle: x\n---\n", "empty"),
        ("tags.html", b"<html><body><p></p><!-- a --></body></html>", "empty"),
        ("latin.txt", "Het café in de haven is op woensdag 7 mei 2025 geopend.".encode("cp1252"), "encoding"),
        ("short.txt", b"Havenlicht 2025\n", "language-default"),
        ("anchor.md", f"---\na: &x 1\n---\n{ENGLISH}".encode(), "front-matter"),
        ("nested.md", f"---\na: {'[' * 2_000}\n---\n{ENGLISH}".encode(), "front-matter"),
        ("date.md", f"---\ndate: soon\n---\n{ENGLISH}".encode(), "front-matter"),
    ],
)
def test_a_notice_and_no_error(name, data, code):
    status, document, errors, said = check(name, data)
    assert (status, errors) == (0, [])
    assert document is not None
    assert f"{name}" in said
    assert f"[{code}]" in said
    assert "warning: " in said


@pytest.mark.parametrize(
    ("name", "data", "code", "said"),
    [
        ("photo.md", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary", "photo.md"),
        ("nul.txt", b"Het museum\x00 in de haven", "binary", "nul.txt"),
        ("noise.txt", random.Random(5).randbytes(4000), "binary", "noise.txt"),
        ("paper.pdf", b"%PDF-1.7\n", "format", "these can be read: "),
        ("noname", b"x", "format", "a file without a suffix"),
        ("german.txt", GERMAN.encode(), "language", "supported: en, nl"),
        ("french.txt", FRENCH.encode(), "language", "choose one with --language"),
        ("declared.md", f"---\nlanguage: de\n---\n{ENGLISH}".encode(), "language", "supported: en, nl"),
        ("declared.html", f'<html lang="fr"><p>{ENGLISH}</p></html>'.encode(), "language", "supported: en, nl"),
    ],
)
def test_an_error_and_the_others_are_checked(name, data, code, said):
    status, document, errors, shown = check(name, data)
    assert (status, document, errors) == (2, None, [code])
    assert said in shown


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("german.txt", GERMAN, "nl"),
        ("declared.md", f"---\nlanguage: de\n---\n{ENGLISH}", "en"),
        ("dutch.txt", DUTCH, "en"),
    ],
)
def test_the_option_outranks_the_language_of_the_text(name, text, language):
    status, document, errors, _ = check(name, text, "--language", language)
    assert (status, errors, document["language"]) == (0, [], language)


@pytest.mark.parametrize("default", ["nl", "en"])
def test_a_short_text_is_read_in_the_configured_language(default):
    Path("presscheck.toml").write_text(f'language = "{default}"', encoding="utf-8")
    status, document, _, said = check("short.txt", "Havenlicht 2025\n")
    assert (status, document["language"]) == (0, default)
    assert f"read as “{default}”" in said


@pytest.mark.parametrize(("text", "language"), [(DUTCH, "nl"), (ENGLISH, "en")])
def test_the_language_is_told_from_the_text(text, language):
    assert check("text.txt", text)[1]["language"] == language


def test_offsets_point_into_the_decoded_file():
    text = "Café in de haven: op maandag 7 mei 2025 ging het museum open voor het publiek van de stad."
    status, document, _, _ = check("latin.txt", text.encode("cp1252"))
    assert status == 1, "7 May 2025 was a Wednesday"
    (finding,) = document["findings"]
    assert text[finding["start"] : finding["end"]] == finding["text"]


HOSTILE = {
    "one long word": "a",
    "one word again and again": "woord ",
    "a word a line": "woord\n",
    "digits": "7",
    "brackets": "(",
    "square brackets": "[",
    "stars": "*",
    "underscores": "_",
    "grave accents": "`",
    "quotes": ">",
    "tags": "<b>",
    "ampersands": "&",
    "dots": ".",
    "dashes": "-",
    "hyphenated": "a-",
    "slashes": "/",
    "at signs": "@",
    "addresses": "a@",
    "web": "http://",
    "percent": "%",
    "quotation marks": "“",
    "apostrophes": "'",
    "combining marks": "e\u0301\u0301",
    "right to left": "\u202e",
    "zero width": "\u200b",
    "emoji": "\U0001f600",
    "line ends": "\r\n\n\r",
    "spaces": " ",
    "non-breaking": "\u00a0",
    "names": "Naam ",
    "headings": "# a\n\n",
    "table": "| a | b |\n",
    "euro": "€ ",
    "months": "mei ",
    "ordinals": "eerste ",
    "hundreds": "honderd",
}


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_checked(piece, suffix):
    status, document, errors, _ = check(f"hostile{suffix}", (piece * 1_000)[:1_000], "--language", "nl")
    assert status in (0, 1)
    assert errors == []
    assert document is not None
