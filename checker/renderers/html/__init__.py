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
from checker.renderers import Renderer
from checker.renderers.html.escaping import visible
from checker.renderers.html.history import FILE, previous_run, run_of, written
from checker.renderers.html.names import INDEX
from checker.renderers.html.pages import pages
from checker.ui import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

    from checker.report import Report


def render(report: Report) -> Mapping[str, str]:
    """Return `index.html`, a page per document, and what the next run compares itself with, by relative file name."""
    index, documents = pages(report)
    environment = _environment()
    interface = words(report.ui)
    shared = {"report": report, "words": interface, "page_words": interface.page}
    texts = {
        INDEX: environment.get_template("index.html.jinja").render(
            shared, index=index, **_inline(("base.css", "index.css"), ("index.js",))
        )
    }
    template = environment.get_template("document.html.jinja")
    inline = _inline(("base.css", "document.css", "print.css"), ("document.js",))
    for page in documents:
        texts[page.name] = template.render(shared, page=page, **inline)
    texts[FILE] = written(run_of(report), previous_run(report))
    return texts


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - only this format needs it

    return Environment(
        loader=FunctionLoader(_file),
        autoescape=True,
        finalize=lambda value: visible(value) if type(value) is str else value,  # what is marked up has been through it
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _file(name: str) -> str:
    return packaged("renderers", "html", "templates", name).read_text(encoding="utf-8")


def _inline(styles: tuple[str, ...], scripts: tuple[str, ...]) -> dict[str, str]:
    """Return style and script for a page, and the policy that allows these two texts and nothing else."""
    from markupsafe import Markup  # noqa: PLC0415 - comes with jinja2

    style = "".join(map(_file, styles))
    script = "".join(map(_file, scripts))
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    # Both texts are the package's own files; escaping would change them, and with them their digests.
    return {"policy": policy, "style": Markup(style), "script": Markup(script)}  # noqa: S704


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"


renderer = Renderer(id="html", render=render, folder=True, remembers=FILE)
