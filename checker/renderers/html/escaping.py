"""Text that shows on a page whatever it holds."""

from __future__ import annotations

# Control characters become their pictures (␀, ␛ ...), what would turn the direction of text a replacement character.
_VISIBLE = (
    {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r\f"}
    | {0x0C: " ", 0x7F: 0x2421}
    | dict.fromkeys((*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD)
    | dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
)


def visible(text: str) -> str:
    """Return text in which every character that would act on a page shows instead; the length stays."""
    return text if text.isprintable() else text.translate(_VISIBLE)
