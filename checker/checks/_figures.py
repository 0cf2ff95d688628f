"""What the checks of figures share: a finding about one figure, with the figures that it does not agree with."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from checker.report import Finding, Part, Repair, Verdict
from checker.wording import rewrite, show_number, value_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.explain import Explainer
    from checker.figures.amounts import Figure


def figure_finding(
    check: str,
    figure: Figure,
    explainer: Explainer,
    *,
    key: str,
    related: Iterable[Figure],
    expected: Decimal | None = None,
    confidence: float = 0.85,
    **words: str,
) -> Finding:
    """Return that a figure does not follow from others; `expected` is what follows, `key` names the sentence."""
    value = figure.value
    others = tuple(
        Part("related", f.value.text, f.value.start, f.value.end) for f in related if f.value.start != value.start
    )
    shown = show_expected(figure, expected, explainer.ui) if expected is not None else None
    text = None
    if expected is not None and value.number_to is None and value.type != "ordinal" and not figure.fraction:
        text = rewrite(value, expected, explainer.language)
    claimed = explainer.text[value.start : value.end]
    return Finding(
        verdict=Verdict.INCONSISTENT,
        check=check,
        start=value.start,
        end=value.end,
        text=claimed,
        sentence=explainer.sentence(figure.scene),
        explanation=explainer.say(
            key, claimed=claimed, expected=shown or "", others=_listed(others, explainer.ui), **words
        ),
        claimed=claimed,
        claimed_value=value_json(value),
        expected=text or shown,
        expected_value={"type": "number", "number": float(expected)} if expected is not None else None,
        related=others,
        repairs=(Repair(value.start, value.end, text),) if text else (),
        confidence=confidence,
    )


def show_expected(figure: Figure, number: Decimal, ui: str) -> str:
    """Return a number as people read it, with the per cent sign of a share."""
    if figure.share is not None:
        return f"{show_number(number, ui)} %"
    return show_number(number, ui)


def rounded(number: Decimal, figure: Figure) -> Decimal:
    """Return a computed number no finer than a figure was written."""
    if figure.step > 0:
        steps = (number / figure.step).to_integral_value()
        return (steps * figure.step).normalize() + 0
    return number.quantize(Decimal("0.1")).normalize() + 0


def _listed(parts: tuple[Part, ...], ui: str) -> str:
    """Return the figures that are compared with, in quotes, in the order of the text."""
    del ui
    ordered = sorted(parts, key=lambda part: part.start)
    return ", ".join(f"“{part.text}”" for part in ordered)
