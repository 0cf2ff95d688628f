"""The files of a small project to hold runs against."""

from __future__ import annotations

from pathlib import Path

FACTS = """
ada-bosman:
  type: person
  name: Ada Bosman
  discouraged: [Eda Bosman]
  gender: female
  facts:
    born: {value: 1990-03-14, source: report}
    residence: {value: belgium, source: report, valid: 2020/..}
    height: {value: 170 cm, source: report}
"""
VOCABULARY = "properties: {height: {type: quantity, label: {nl: lengte, en: height}}}\n"
REGISTRY = "report: {publisher: Havenlicht, title: Annual report, date: 2025-03-01}\n"
HEADS = {
    "nl": "---\ndate: 2025-05-07\nlanguage: nl\n---\n\n",
    "en": "---\ndate: 2025-05-07\nlanguage: en\n---\n\n",
}
BORN = {"nl": "Ada Bosman is geboren op 14 maart 1991.", "en": "Ada Bosman was born on 14 March 1991."}
"""One error: the year."""


def write(name: str, text: str) -> str:
    """Write a file of the project and return its name."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return name
