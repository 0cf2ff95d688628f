"""All corrections of a document as plain text, and as a link that writes a mail of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from checker.renderers.html.escaping import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.renderers.html.cards import Card
    from checker.ui import Words

_LONGEST_LINK = 1_900
"""Characters of a mail link that every mail program takes."""


class Corrections(NamedTuple):
    """The corrections as text, the link of a mail with as many of them as fit, and how many there are."""

    text: str
    mail: str
    number: int


def corrections(title: str, path: str, cards: Iterable[Card], words: Words) -> Corrections | None:
    """Return the corrections of all findings that are neither supported nor ignored; None where there is none."""
    wrong = [card for card in cards if card.verdict != "supported" and not card.ignored]
    if not wrong:
        return None
    page = words.page
    subject = page.corrections_to.format(title=_line(title))
    head = f"{subject}\n{_line(path)}\n"
    items = [_item(card, words) for card in wrong]
    text = "\n".join((head, *items))
    address = f"mailto:?subject={_encoded(subject)}&body="
    body = _encoded(head)
    for number, item in enumerate(items):
        rest = len(items) - number
        more = _encoded(f"\n{page.mail_more.format(n=rest)}\n")
        addition = _encoded(f"\n{item}")
        room = _LONGEST_LINK - len(address) - len(body) - len(addition)
        if room < (len(more) if rest > 1 else 0):
            body += more
            break
        body += addition
    return Corrections(text, address + body, len(wrong))


def _item(card: Card, words: Words) -> str:
    right = " / ".join(_line(text) for text in card.suggestions) or _line(card.expected)
    what = f"“{_line(card.replaces or card.text)}”" + (f" → “{right}”" if right else "")
    explanation = _line(card.explanation or card.meaning)
    return f"- {words.page.line} {card.line}, {card.label}: {what}\n  {explanation}\n"


def _line(text: str) -> str:
    return " ".join(visible(text).split())


def _encoded(text: str) -> str:
    return quote(visible(text).replace("\n", "\r\n"), safe="")
