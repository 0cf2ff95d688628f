"""What options and settings can be chosen from. Help pages read this file: it loads nothing."""

from __future__ import annotations

FAIL_LEVELS = ("error", "warning", "never")
"""From which severity on a run fails."""
LEVELS = ("error", "warning", "note", "off")
"""What a finding can be made; `off` leaves it out."""


def interface_languages() -> tuple[str, ...]:
    """Return the languages of the interface, in alphabetical order."""
    from checker.data import packaged  # noqa: PLC0415 - loads pydantic

    names = (entry.name for entry in packaged("ui").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def document_languages() -> tuple[str, ...]:
    """Return the languages of documents that can be checked, in alphabetical order."""
    from checker.languages import supported  # noqa: PLC0415 - loads pydantic

    return supported()
