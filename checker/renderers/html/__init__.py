"""The HTML report: a self-contained page per document, and an index.

Two steps: `pages` makes typed data, the templates print it. Every page holds its whole style and script, and forbids
by its Content-Security-Policy everything else; the text of a document is only ever shown, never acted upon.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING

from checker.data import packaged
from checker.errors import ConfigurationError, Problem
from checker.renderers import Renderer
from checker.renderers.html.escaping import visible
from checker.renderers.html.history import FILE, previous_run, run_of, written
from checker.renderers.html.names import INDEX
from checker.renderers.html.pages import pages
from checker.ui import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

    from checker.report import Brand, Report


def render(report: Report) -> Mapping[str, str]:
    """Return `index.html`, a page per document, and what the next run compares itself with, by relative file name.

    Raises ConfigurationError where a template of the team's own cannot be used.
    """
    from jinja2 import TemplateError  # noqa: PLC0415 - only this format needs it

    try:
        return _render(report)
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        if not report.brand.templates:
            raise
        message = f"a template of yours cannot be used: {getattr(error, 'message', None) or error}"
        name, line = getattr(error, "name", None), getattr(error, "lineno", None)
        problem = Problem(path=str(name or "templates"), code="template", message=message, line=line)
        raise ConfigurationError(problem) from None


def _render(report: Report) -> dict[str, str]:
    index, documents = pages(report)
    environment = _environment(tuple(sorted(report.brand.templates.items())))
    interface = words(report.ui)
    shared = {"report": report, "words": interface, "page_words": interface.page, "brand": report.brand}
    texts = {
        INDEX: environment.get_template("index.html.jinja").render(
            shared, index=index, **_inline(report.brand, ("index.css",), ("index.js",))
        )
    }
    template = environment.get_template("document.html.jinja")
    inline = _inline(report.brand, ("document.css", "print.css"), ("document.js",))
    for page in documents:
        texts[page.name] = template.render(shared, page=page, **inline)
    texts[FILE] = written(run_of(report), previous_run(report))
    return texts


@cache
def _environment(own: tuple[tuple[str, str], ...]) -> Environment:
    """Return what makes pages of templates; a team's own ones reach nothing but the data of the page."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - only this format needs it
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415

    texts = dict(own)
    return (SandboxedEnvironment if own else Environment)(
        loader=FunctionLoader(lambda name: texts.get(name) or _file(name)),
        autoescape=True,
        finalize=lambda value: visible(value) if type(value) is str else value,  # what is marked up has been through it
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _file(name: str) -> str:
    return packaged("renderers", "html", "templates", name).read_text(encoding="utf-8")


def _colours(brand: Brand) -> str:
    """Return the colours of a theme as style; each is known to be one."""

    def block(colours: Mapping[str, str]) -> str:
        return ":root { " + " ".join(f"--{name}: {colour};" for name, colour in colours.items()) + " }\n"

    light = block(brand.colours) if brand.colours else ""
    return light + ("@media (prefers-color-scheme: dark) { " + block(brand.dark) + "}\n" if brand.dark else "")


def _inline(brand: Brand, styles: tuple[str, ...], scripts: tuple[str, ...]) -> dict[str, str]:
    """Return style and script for a page, and the policy that allows these two texts and nothing else."""
    from markupsafe import Markup  # noqa: PLC0415 - comes with jinja2

    def text(name: str) -> str:
        return brand.templates.get(name) or _file(name)

    style = text("base.css") + _colours(brand) + "".join(map(text, styles))
    script = "".join(map(text, scripts))
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    # Both texts are the package's own files or the team's; escaping would change them, and with them their digests.
    return {"policy": policy, "style": Markup(style), "script": Markup(script)}  # noqa: S704


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"


renderer = Renderer(id="html", render=render, folder=True, remembers=FILE)
