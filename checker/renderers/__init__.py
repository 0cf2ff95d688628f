"""Report formats: each module here writes one, found by its constant `renderer`.

A format is a pure function of the report: it prints nothing, reads no clock, and the same report gives the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.plugins import OnDemand

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from checker.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Renderer:
    """A report format.

    `id` is the name of the format on the command line and the name of its module. `render` returns texts by relative
    file name (parts joined by `/`, never leaving the folder); a format that is one text uses the empty name. `folder`
    tells that the texts belong in a folder of their own, `binary` that they are bytes and no text to print. `needs` is
    the module that must be there to render, which the extra of the same name as the format brings. `remembers` is the
    file of the folder whose text the next run finds in `Report.remembered`.
    """

    id: str
    render: Callable[[Report], Mapping[str, str] | Mapping[str, bytes]]
    folder: bool = False
    binary: bool = False
    needs: str | None = None
    remembers: str | None = None


def renderers() -> Mapping[str, Renderer]:
    """Return every report format by its id, in alphabetical order; a run imports those that it writes."""
    return OnDemand("checker.renderers", "renderer", Renderer)
