"""The ids of findings, as renderers know them."""

from checker.identity import finding_ids

__all__ = ["finding_ids"]
