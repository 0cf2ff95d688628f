"""`python -m checker` and the command `presscheck`."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line; exit status as in docs/reference/command-line.md."""
    from checker.commands import build  # noqa: PLC0415 - nothing is loaded at import

    # A run makes many objects that live to its end; collecting garbage among them at every turn costs a tenth of it.
    gc.set_threshold(100_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    build().main(prog_name="presscheck")


if __name__ == "__main__":
    main()
