"""Bakes checker/countries.yaml from the names of the CLDR, as Babel ships them; run by hand after an update of Babel.

python tests/bake_territories.py writes the file; tests/test_countries.py compares it with `rendered`. What the CLDR
does not know stands elsewhere: other names, demonyms and cities in checker/languages/<code>/places.yaml.
"""

import re
import unicodedata
from pathlib import Path

from babel import Locale
from babel.core import get_global

TARGET = Path(__file__).parent.parent / "checker" / "countries.yaml"
LANGUAGES = ("en", "nl")
# Codes of the CLDR that are no territories of ISO 3166: groups, exceptional reservations, pseudo-locales.
NO_TERRITORY = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
# The CLDR also keeps the codes of states that are gone, and has its own for Kosovo, which ISO leaves to its users.
ALPHA3 = {"CD": "COD", "DE": "DEU", "FR": "FRA", "MM": "MMR", "TL": "TLS", "XK": "XKX", "YE": "YEM"}
# Parts of a state with a nationality of their own in everyday language: ISO 3166-2 code, id, names in en and nl.
PARTS = (
    ("BE-VLG", "flanders", "Flanders", "Vlaanderen"),
    ("BE-WAL", "wallonia", "Wallonia", "Wallonië"),
    ("GB-ENG", "england", "England", "Engeland"),
    ("GB-NIR", "northern-ireland", "Northern Ireland", "Noord-Ierland"),
    ("GB-SCT", "scotland", "Scotland", "Schotland"),
    ("GB-WLS", "wales", "Wales", "Wales"),
)
HEAD = """\
# The territories of ISO 3166 and their names in the CLDR. Baked: change tests/bake_territories.py, not this file.
# Other names, demonyms and cities are written by hand in languages/<code>/places.yaml.
"""


def slug(name: str) -> str:
    """`Côte d’Ivoire` is `cote-divoire`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("&", "and")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def names(cldr: str) -> list[str]:
    """The names as running text has them: a second name in brackets and `&` are written out, the status is left out."""
    cldr = re.sub(r" SAR (van )?China$", "", cldr).replace(" - ", "-")
    first, _, second = cldr.partition(" (") if cldr.endswith(")") else (re.sub(r" \(.*\)", "", cldr), "", "")
    found = [first, second.rstrip(")")]
    found = [form for name in found for form in (name.replace(" & ", " and "), name)]
    return list(dict.fromkeys(filter(None, found)))


def one_or_list(forms: list[str]) -> str:
    """The YAML of the names of one language: one name is no list, which halves the time to load them."""
    return forms[0] if len(forms) == 1 else f"[{', '.join(forms)}]"


def rendered() -> str:
    """The whole text of checker/countries.yaml."""
    territories = {code: Locale(code).territories for code in LANGUAGES}
    alpha3: dict[str, str] = {}
    for alias, codes in get_global("territory_aliases").items():
        if len(alias) == 3 and alias.isalpha():
            alpha3[codes[0]] = ALPHA3.get(codes[0], alias)
    lines = ["territories:"]
    for code in sorted(c for c in territories["en"] if re.fullmatch("[A-Z]{2}", c) and c not in NO_TERRITORY):
        named = {language: names(territories[language][code]) for language in LANGUAGES}
        shown = ", ".join(f"{language}: {one_or_list(forms)}" for language, forms in named.items())
        lines.append(f"  {code}: {{id: {slug(named['en'][0])}, alpha3: {alpha3[code]}, names: {{{shown}}}}}")
    lines.append("parts:")
    for code, part, english, dutch in PARTS:
        lines.append(f"  {code}: {{id: {part}, names: {{en: {english}, nl: {dutch}}}}}")
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    TARGET.write_text(rendered(), encoding="utf-8")
