"""Every table of cases beside this file: texts with their values marked, Dutch and English beside each other.

`[...]` marks a value, `{...}` the noun that it counts. `is` lists the readings in the order of the text: type, then number
(`5..8` for a range), unit, currency, date or duration, then `~hedge` and `@role` where they are not `exact` and `amount`
(`nth` for an ordinal). `day` is the date of the document. A text without marks holds no value.
"""

import re
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from checker import period
from checker.values import Value, read_values

TABLES = sorted(Path(__file__).parent.glob("*.yaml"))


def _cases():
    for table in TABLES:
        for number, case in enumerate(yaml.safe_load(table.read_text(encoding="utf-8"))):
            readings = case["is"] if isinstance(case["is"], list) else [case["is"]] if case["is"] else []
            for language in ("nl", "en", "de"):
                if language in case:
                    day = str(case["day"]) if "day" in case else None
                    yield pytest.param(case[language], language, day, readings, id=f"{table.stem}-{number}-{language}")


CASES = list(_cases())


def _unmark(marked):
    text, values, nouns = "", [], []
    for part in re.split(r"([\[\]{}])", marked):
        if part in ("[", "{"):
            (values if part == "[" else nouns).append((len(text), None))
        elif part in ("]", "}"):
            into = values if part == "]" else nouns
            into[-1] = (into[-1][0], len(text))
        else:
            text += part
    return text, values, nouns


def _plain(number):
    return format(number.normalize(), "f") if number is not None else "-"


def _show(value: Value, *, with_noun):
    number = _plain(value.number) + (f"..{_plain(value.number_to)}" if value.number_to is not None else "")
    content = {"date": value.date, "duration": value.duration}.get(value.type) or number
    parts = [value.type, content]
    if value.type == "quantity":
        parts.append(value.unit)
    if value.type == "percent" and value.unit:
        parts.append(value.unit)
    if value.type == "money":
        parts.append(value.currency)
    if value.hedge != "exact":
        parts.append("~" + value.hedge)
    if value.role != ("nth" if value.type == "ordinal" else "amount"):
        parts.append("@" + value.role)
    return " ".join(parts)


def _rounded(reading):
    """Thirds have no end: four places are enough to tell them apart."""
    return re.sub(r"\d+\.\d{5,}", lambda m: format(Decimal(m[0]).quantize(Decimal("0.0001")), "f"), reading)


@pytest.mark.parametrize(("marked", "language", "day", "readings"), CASES)
def test_a_text_is_read_as_its_table_says(marked, language, day, readings):
    text, spans, nouns = _unmark(marked)
    values = read_values(text, language, period.parse(day) if day else None)
    found = [(text[v.start : v.end], _rounded(_show(v, with_noun=bool(nouns)))) for v in values]
    assert found == [(text[start:end], str(reading)) for (start, end), reading in zip(spans, readings, strict=True)]
    counted = {(v.noun_start, v.noun_end) for v in values if v.noun is not None}
    assert set(nouns) <= counted, (nouns, counted)


def test_there_are_enough_cases_of_every_part():
    tables = [table.stem for table in TABLES if table.stem != "german"]
    counts = {
        (table, language): sum(case.id.startswith(f"{table}-") and case.id.endswith(f"-{language}") for case in CASES)
        for table in tables
        for language in ("nl", "en")
    }
    assert len(tables) >= 12
    assert min(counts.values()) >= 40, counts
    assert sum(counts.values()) >= 2_500
    assert sum(case.id.endswith("-de") for case in CASES) >= 200
