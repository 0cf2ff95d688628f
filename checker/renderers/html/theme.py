"""How a team's own reports look: a theme file with name, logo and colours, and templates in place of ours.

Everything is checked when it is read: colours must leave every text readable (WCAG 2.2, contrast of at least 4.5 to 1),
a logo must be an image that can be embedded. A logo is only ever shown as an image, in which no browser runs a script
or fetches anything.
"""

from __future__ import annotations

import base64
import os
import re
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field, field_validator

from checker.data import Table, nearest, packaged, parse_yaml, validate
from checker.errors import ConfigurationError, Problem
from checker.report import Brand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.data import Located

LEAST = 4.5
"""The contrast that text needs (WCAG 2.2, success criterion 1.4.3)."""
_LARGEST_LOGO = 200_000
"""Bytes: every page holds the logo."""
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_VARIABLE = re.compile(r"--([a-z-]+): (#[0-9a-f]{6})")
_TONES = ("red", "amber", "violet", "blue", "olive", "green", "grey")
_MAGIC = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif"}


class Colours(Table):
    """Colours as `#rrggbb`: the page, cards on it, text, lesser text, lines, links."""

    paper: str | None = None
    sheet: str | None = None
    ink: str | None = None
    soft: str | None = None
    rule: str | None = None
    link: str | None = None

    @field_validator("*")
    @classmethod
    def _colour(cls, value: str | None) -> str | None:
        if value is not None and not _COLOUR.fullmatch(value.lower()):
            raise ValueError("a colour such as “#1b5891”")
        return value and value.lower()


class Theme(Table):
    """What a theme file says. `colours` hold on a light screen, `dark` on a dark one."""

    name: str = ""
    logo: str | None = None
    colours: Colours = Field(default_factory=Colours)
    dark: Colours = Field(default_factory=Colours)


def load_brand(theme: str | None, templates: str | None) -> Brand:
    """Return the look that a theme file and a folder of templates give. Raises DataError or ConfigurationError."""
    texts = _templates(Path(templates)) if templates else {}
    if theme is None:
        return Brand(templates=texts)
    path = Path(theme)
    located = parse_yaml(_text(path, theme), theme)
    model = validate(Theme, located)
    light, dark = _defaults()
    chosen = {"colours": light | _given(model.colours), "dark": dark | _given(model.dark)}
    problems = [problem for key, colours in chosen.items() for problem in _unreadable(key, colours, located)]
    if problems:
        raise ConfigurationError(*problems)
    return Brand(
        name=model.name,
        logo=_logo(path.parent, model.logo, located) if model.logo else "",
        colours={name: colour for name, colour in chosen["colours"].items() if light[name] != colour},
        dark={name: chosen["dark"][name] for name in dark if name in (_given(model.colours) | _given(model.dark))},
        templates=texts,
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _defaults() -> tuple[dict[str, str], dict[str, str]]:
    """Return our own colours by name, on a light and on a dark screen."""
    style = packaged("renderers", "html", "templates", "base.css").read_text(encoding="utf-8")
    light, _, dark = style.partition("prefers-color-scheme: dark")
    found = dict(_VARIABLE.findall(light)), dict(_VARIABLE.findall(dark.partition("\n}")[0]))
    return found[0], found[1]


def _given(colours: Colours) -> dict[str, str]:
    return colours.model_dump(exclude_none=True)


def _unreadable(key: str, colours: Mapping[str, str], located: Located) -> list[Problem]:
    """Return a problem for each two colours that no text can be read in."""
    pairs = [*product(("ink", "soft", "link", *_TONES), ("paper", "sheet"))]
    pairs += [("ink", f"{tone}-tint") for tone in _TONES]
    problems = []
    for text, ground in pairs:
        found = contrast(colours[text], colours[ground])
        if found < LEAST:
            given = next((name for name in (text, ground) if located.at(key, name).value), "")
            message = (
                f"“{text}” ({colours[text]}) on “{ground}” ({colours[ground]}) has a contrast of {found:.1f}, and text "
                f"needs {LEAST}; choose colours that are further apart"
            )
            problems.append(located.at(key).problem((given,) if given else (), "theme", message))
    return problems


def _logo(folder: Path, name: str, located: Located) -> str:
    """Return a logo as a data URI. Raises ConfigurationError where it is no image, too large, or elsewhere."""

    def unfit(message: str) -> ConfigurationError:
        return ConfigurationError(located.problem(("logo",), "theme", f"the logo “{name}” {message}"))

    path = folder / name
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        raise unfit("lies outside the folder of the theme; put it beside the theme file")
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise unfit(f"cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if len(data) > _LARGEST_LOGO:
        raise unfit(f"has {len(data):,} bytes, and every page holds it; {_LARGEST_LOGO:,} are allowed")
    kind = next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), None)
    if kind is None and data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        kind = "webp"
    if kind is None and b"<svg" in data[:2000]:
        if b"<!ENTITY" in data.upper():
            raise unfit("declares entities (<!ENTITY …>); export it as plain SVG")
        kind = "svg+xml"
    if kind is None:
        raise unfit("is no PNG, JPEG, GIF, WebP or SVG image")
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def _templates(folder: Path) -> dict[str, str]:
    """Return a team's own templates by name. Raises ConfigurationError where one replaces nothing."""
    known = sorted(entry.name for entry in packaged("renderers", "html", "templates").iterdir())
    try:
        files = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        raise ConfigurationError(Problem(path=folder.as_posix(), code="unreadable", message=message)) from None
    problems = [
        Problem(
            path=path.as_posix(),
            code="template",
            message=f"replaces no template{nearest(path.name, known) or '; there are: ' + ', '.join(known)}",
        )
        for path in files
        if path.name not in known
    ]
    if problems:
        raise ConfigurationError(*problems)
    return {path.name: _text(path, path.as_posix()) for path in files}


def _text(path: Path, shown: str) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        message = "is not UTF-8; save it as UTF-8"
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
    raise ConfigurationError(Problem(path=shown, code="unreadable", message=message))
