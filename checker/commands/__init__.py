"""The command line: one file a command, each with one constant `command`, found by its name.

A command parses its options, calls the core and prints; only here are the clock, the file system and streams touched.
Modules whose name begins with an underscore are what commands share.
"""

from __future__ import annotations

from typing import Any

import click

from checker import __version__, plugins
from checker.errors import PresscheckError

_FAILED = 2
_INTERRUPTED = 130
"""128 and the number of the signal, as shells do."""


class _Commands(click.Group):
    """Imports the file of a command only when that command is asked for, so that `--help` stays fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(plugins.names("checker.commands"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in plugins.names("checker.commands"):
            return None
        return plugins.load("checker.commands", cmd_name, "command", click.Command)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run a command; what the user can mend, and an interruption, end it with a message and no traceback."""
        try:
            return super().invoke(ctx)
        except PresscheckError as error:
            from checker.commands._notices import say  # noqa: PLC0415 - only where there is something to say

            say(*error.problems)
            ctx.exit(_FAILED)
        except KeyboardInterrupt:
            click.echo("\ninterrupted", err=True)
            ctx.exit(_INTERRUPTED)


def build() -> click.Group:
    """Return the command `presscheck` with its sub-commands."""
    group = _Commands(
        name="presscheck",
        help="Check press releases and articles, in Dutch and English, against a fact base.",
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    return click.version_option(__version__, prog_name="presscheck")(group)
