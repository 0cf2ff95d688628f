"""Web addresses, e-mail addresses and telephone numbers in a text: where they are, and whether they are well formed.

Syntax only (RFC 3986, RFC 5321, ITU E.164), nothing is looked up. Every pattern is linear: bounded repeats, no nesting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["url", "email", "phone"]

_URL = re.compile(r"(?<![\w@/.])(?:[hH][tT]{1,2}[pP]{1,2}[sS]?[:;]?/{1,3}|[wW]{3}\.)[^\s<>\"“”«»]{2,2000}")
_EMAIL = re.compile(r"(?<![\w.+@-])[\w.+-]{1,64}(?:@{1,3}|\s@|@\s)[\w.,-]{1,120}(?![\w@])")
_PHONE = re.compile(r"(?<![\w.,/-])(?:\+|00)\d{1,3}(?:[ .()/‑–-]{0,3}\d){4,16}(?![\w])")
_TRAILING = ".,;:!?)]}'’…"
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}", re.IGNORECASE)
_ADDRESS = re.compile(
    r"[\w+-]{1,64}(?:\.[\w+-]{1,64}){0,5}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}[a-z]{2,24}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactMention:
    """An address or number with its span (code points, end exclusive); `repair` is what is probably meant."""

    kind: Kind
    start: int
    end: int
    text: str
    well_formed: bool
    repair: str | None = None
    handle: bool = False
    """Whether this is "name@work", an address only where the beginning of a known one."""

    @property
    def key(self) -> str:
        """The form in which two contacts are the same."""
        return contact_key(self.text)


def contact_key(text: str) -> str:
    """Return a contact without what does not change where it leads: case of the host, scheme, `www.`, spaces, "(0)"."""
    plain = text.strip()
    if "@" in plain and "/" not in plain:
        return plain.casefold()
    if re.fullmatch(r"[+\d][\d ()./‑–-]{4,30}", plain):
        digits = re.sub(r"\D", "", plain.replace("(0)", ""))
        return "tel:" + digits.removeprefix("00")
    plain = re.sub(r"^https?:/{1,3}", "", plain, flags=re.IGNORECASE)
    plain = re.sub(r"^www\.", "", plain, flags=re.IGNORECASE).rstrip("/")
    host, slash, path = plain.partition("/")
    return host.casefold() + slash + path


def _trim(text: str) -> str:
    while text and text[-1] in _TRAILING:
        if text[-1] == ")" and text.count("(") >= text.count(")"):
            break
        text = text[:-1]
    return text


def _url(start: int, text: str) -> ContactMention:
    text = _trim(text)
    repaired = re.sub(r"^(h)t{1,2}p{1,2}(s?)[:;]?/{1,3}", r"http\2://", text, flags=re.IGNORECASE)
    with_scheme = repaired if "://" in repaired else f"https://{repaired}"
    try:
        host = urlsplit(with_scheme).hostname or ""
    except ValueError:
        host = ""
    good_host = bool(_HOST.fullmatch(host)) or host == "localhost"
    plain = text.lower().startswith(("http://", "https://", "www."))
    scheme_fine = plain and not text.lower().startswith(("http:///", "https:///"))
    return ContactMention(
        kind="url",
        start=start,
        end=start + len(text),
        text=text,
        well_formed=good_host and scheme_fine,
        repair=repaired if good_host and not scheme_fine else None,
    )


def find_contacts(text: str, *, handles: bool = False) -> Iterator[ContactMention]:
    """Yield the contacts of a text in order, without overlaps; "name@work" only where `handles` are asked for."""
    taken: list[tuple[int, int]] = []
    found: list[ContactMention] = []
    for match in _URL.finditer(text):
        mention = _url(match.start(), match[0])
        taken.append((mention.start, mention.end))
        found.append(mention)

    def free(start: int, end: int) -> bool:
        return not any(start < other_end and other_start < end for other_start, other_end in taken[-50:])

    for match in _EMAIL.finditer(text):
        if free(*match.span()):
            address = _trim(match[0])
            fine = bool(_ADDRESS.fullmatch(address)) and ".." not in address
            spaced = re.search(r"\s@|@\s", address)
            if spaced and not _ADDRESS.fullmatch(re.sub(r"\s", "", address)):
                continue
            host = address.rsplit("@", maxsplit=1)[-1]
            announced = re.search(r"mail|\bE\b", text[max(0, match.start() - 12) : match.start()], re.IGNORECASE)
            handle = not fine and not spaced and "." not in host and "," not in host and not announced
            if handle and not handles:
                continue
            end = match.start() + len(address)
            taken.append((match.start(), end))
            found.append(
                ContactMention(
                    kind="email", start=match.start(), end=end, text=address, well_formed=fine, handle=handle
                )
            )
    for match in _PHONE.finditer(text):
        if free(*match.span()):
            digits = len(re.sub(r"\D", "", match[0].replace("(0)", "")))
            digits -= 2 if match[0].startswith("00") else 0
            found.append(
                ContactMention(
                    kind="phone",
                    start=match.start(),
                    end=match.end(),
                    text=match[0],
                    well_formed=8 <= digits <= 15 and _dutch_or_foreign(match[0]),
                )
            )
    yield from sorted(found, key=lambda mention: mention.start)


_LENGTHS = {"31": (9, 9), "32": (8, 9), "44": (9, 10), "1": (10, 10), "33": (9, 9), "352": (6, 9)}
"""How many digits follow the country code, by country (ITU national numbering plans)."""


def _dutch_or_foreign(text: str) -> bool:
    digits = re.sub(r"\D", "", text.replace("(0)", "")).removeprefix("00")
    for code, (low, high) in _LENGTHS.items():
        if digits.startswith(code):
            rest = len(digits) - len(code)
            return low <= rest <= high or (digits[len(code)] == "0" and low <= rest - 1 <= high)
    return True
