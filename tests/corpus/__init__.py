"""Invented domains with true texts, planted slips and harmless rewordings, and the harness that measures with them."""
