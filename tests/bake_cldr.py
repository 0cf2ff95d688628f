"""Bakes what values are read by from the CLDR, as Babel ships it; run by hand after an update of Babel.

python tests/bake_cldr.py writes checker/languages/<code>/cldr.yaml for every language with number words (names of months,
weekdays and currencies, the decimal mark, the order of a date in digits) and checker/values/iso4217.yaml (codes and signs of currencies);
tests/values/test_baked.py compares them with `rendered`. What the CLDR does not know stands beside them, written by hand:
languages/<code>/dates.yaml and units.yaml, values/currencies.yaml.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel import Locale
from babel.localedata import locale_identifiers
from babel.numbers import get_currency_name, get_territory_currencies

CHECKER = Path(__file__).parent.parent / "checker"
# Currencies that are gone, and that press texts still name.
GONE = ("ANG", "ATS", "BEF", "DEM", "ESP", "FRF", "GRD", "IEP", "ITL", "NLG", "PTE", "SVC")
HEAD = "# {}, from the CLDR. Baked: change tests/bake_cldr.py, not this file.\n"


def languages() -> list[str]:
    """The languages that have number words."""
    return sorted(path.parent.name for path in (CHECKER / "languages").glob("*/numbers.yaml"))


def currencies() -> list[str]:
    """The codes of ISO 4217 that are legal tender somewhere, and those of `GONE`."""
    territories = (code for code in Locale("en").territories if len(code) == 2 and code.isalpha())
    return sorted({code for territory in territories for code in get_territory_currencies(territory)} | set(GONE))


def wrapped(key: str, items: Iterable[str], marks: str = "{}") -> str:
    """A mapping or list of YAML in lines of readable length."""
    lines, line = [], f"{key}: {marks[0]}"
    for item in items:
        if len(line) + len(item) > 120:
            lines.append(line.rstrip())
            line = "  "
        line += f"{item}, "
    return "\n".join([*lines, line.removesuffix(", ") + marks[1]]) + "\n"


def named(names: dict[str, int]) -> Iterator[str]:
    """The items of a mapping from names to numbers."""
    return (f"{json.dumps(name, ensure_ascii=False)}: {number}" for name, number in names.items())


def forms(calendar: dict[str, dict[str, dict[int, str]]], width: str) -> dict[str, int]:
    """The names of months or weekdays of one width, in lower case; inside a date and alone."""
    return {
        name.lower(): number
        for context in ("format", "stand-alone")
        for number, name in calendar[context][width].items()
    }


def short(calendar: dict[str, dict[str, dict[int, str]]]) -> dict[str, int]:
    """The abbreviations that are no full names; with a full stop where the language writes none, and without where it does."""
    full = forms(calendar, "wide")
    found = {name.rstrip("."): number for name, number in forms(calendar, "abbreviated").items()}
    return {name + stop: number for name, number in found.items() for stop in ("", ".") if name not in full}


def day_first(locale: Locale) -> bool:
    """Whether the day stands before the month in the short date of a locale."""
    pattern = locale.date_formats["short"].pattern
    return pattern.index("d") < pattern.index("M")


def language_table(code: str) -> str:
    """The text of checker/languages/<code>/cldr.yaml."""
    locale = Locale(code)
    regions = [Locale.parse(name) for name in locale_identifiers() if name.startswith(f"{code}_")]
    other = sorted(
        r.territory for r in regions if r.territory and len(r.territory) == 2 and day_first(r) != day_first(locale)
    )
    names: dict[str, list[str]] = {}
    for currency in currencies():
        both = [get_currency_name(currency, count, locale=code) for count in (1, 2)]
        names[currency] = [name for name in dict.fromkeys(both) if name and name != currency]
    shown = [f"{c}: [{', '.join(json.dumps(n, ensure_ascii=False) for n in ns)}]" for c, ns in names.items() if ns]
    return "".join(
        (
            HEAD.format(f"{locale.english_name} names of months, weekdays (Monday is 0) and currencies"),
            f"decimal_mark: {json.dumps(locale.number_symbols['latn']['decimal'])}\n",
            f"day_first: {str(day_first(locale)).lower()}\n",
            wrapped("other_order", (json.dumps(region) for region in other), "[]"),
            wrapped("months", named(forms(locale.months, "wide"))),
            wrapped("short_months", named(short(locale.months))),
            wrapped("weekdays", named(forms(locale.days, "wide"))),
            wrapped("short_weekdays", named(short(locale.days))),
            wrapped("currencies", shown),
        )
    )


def currency_table() -> str:
    """The text of checker/values/iso4217.yaml."""
    signs = {
        sign: code for code, sign in Locale("en").currency_symbols.items() if sign != code and code in currencies()
    }
    items = (f"{json.dumps(sign, ensure_ascii=False)}: {code}" for sign, code in signs.items())
    head = HEAD.format("The currencies of ISO 4217 and the signs that stand for one of them")
    return head + wrapped("codes", (json.dumps(code) for code in currencies()), "[]") + wrapped("signs", items)


def rendered() -> dict[Path, str]:
    """Every baked file with its text."""
    tables = {CHECKER / "languages" / code / "cldr.yaml": language_table(code) for code in languages()}
    return {**tables, CHECKER / "values" / "iso4217.yaml": currency_table()}


if __name__ == "__main__":
    for path, text in rendered().items():
        path.write_text(text, encoding="utf-8")
