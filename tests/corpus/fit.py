"""Fits the trees that weigh the figures no rule settles: `python -m tests.corpus.fit [--write]` (needs `presscheck[fit]`).

There is a model for each question (`trees.FITTED`): how likely a figure is a slip of a statement, or its right figure; the
same of a name; and how likely an alarm of the rules is right.
What is printed first is the cross-domain check: the trees of each fifth of the domains are fitted on the other four.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left
from dataclasses import dataclass
from multiprocessing import Pool
from typing import TYPE_CHECKING

import click

from checker.evaluation.corpus import load_domain
from checker.likelihood.features import sign
from checker.likelihood.trees import FITTED
from tests.corpus.rows import SMALL, TESTS, Made, Row, collect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.likelihood.trees import About

PACKAGE = TESTS.parent / "checker" / "likelihood"


@dataclass(frozen=True)
class Plan:
    """How one model is fitted."""

    rate: float
    """Of a model that raises or confirms: how many in 1,000 words it may do wrongly in the cross-domain check.

    Of one that doubts alarms: which share of the right ones it may doubt.
    """
    weight: float
    """What a claim that a rule settles, or that chance made, weighs against one that people wrote and that is open."""
    signed: bool = False
    """Whether its features may only speak for, or only against."""
    doubts: bool = False
    made: frozenset[Made] = frozenset({"written", "settled", "sown", "holed"})
    """From which rows it learns."""


PLANS: dict[About, Plan] = {
    "slip": Plan(0.08, 0.15, signed=True, made=frozenset({"written", "holed"})),
    "fact": Plan(0.12, 0.1),
    "wrong name": Plan(0.05, 0.3, signed=True),
    "right name": Plan(0.08, 0.5),
    "alarm": Plan(0.015, 0.5, signed=True, doubts=True),
}
FOLDS = 5
ROUNDS = 400
SETTINGS = {
    "objective": "binary",
    "num_leaves": 8,
    "learning_rate": 0.05,
    "min_data_in_leaf": 30,
    "lambda_l2": 1.0,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.6,
    "bagging_freq": 1,
    "monotone_constraints_method": "advanced",
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "seed": 1,
    "verbosity": -1,
}


def train(rows: Sequence[Row], names: Sequence[str]):
    import lightgbm  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    plan = PLANS[rows[0].about]
    table = np.array([[float(row.features.get(name, 0.0)) for name in names] for row in rows])
    data = lightgbm.Dataset(
        table,
        [row.holds for row in rows],
        weight=[1.0 if row.made == "written" else plan.weight for row in rows],
        feature_name=[f"f{i}" for i in range(len(names))],
    )
    signs = {"monotone_constraints": [sign(name) for name in names]} if plan.signed else {}
    return lightgbm.train(SETTINGS | signs, data, ROUNDS)


def weigh(booster, rows: Sequence[Row], names: Sequence[str]) -> list[float]:
    import numpy as np  # noqa: PLC0415

    return list(booster.predict(np.array([[float(row.features.get(name, 0.0)) for name in names] for row in rows])))


def names_of(rows: Sequence[Row]) -> list[str]:
    """The features that are seen in at least three domains."""
    domains: dict[str, set[str]] = {}
    for row in rows:
        for name in row.features:
            domains.setdefault(name, set()).add(row.domain)
    return sorted(name for name, seen in domains.items() if len(seen) >= 3)


def crossed(rows: Sequence[Row]) -> list[float]:
    """The probability of every row by trees that have not seen its domain."""
    domains = sorted({row.domain for row in rows})
    found = [0.0] * len(rows)
    for fold in range(FOLDS):
        out = set(domains[fold::FOLDS])
        inside = [row for row in rows if row.domain not in out]
        names = names_of(inside)
        places = [place for place, row in enumerate(rows) if row.domain in out]
        for place, p in zip(places, weigh(train(inside, names), [rows[i] for i in places], names), strict=True):
            found[place] = p
    return found


def best_of(rows: Sequence[Row], chances: Sequence[float]) -> list[tuple[float, Row]]:
    """Return the likeliest reading of each claim that people wrote and no rule settles, the likeliest first."""
    best: dict[tuple[str, str], tuple[float, Row]] = {}
    for row, chance in zip(rows, chances, strict=True):
        key = row.domain, row.figure
        if row.made == "written" and (key not in best or chance > best[key][0]):
            best[key] = chance, row
    return sorted(best.values(), key=lambda pair: -pair[0])


def threshold(rows: Sequence[Row], chances: Sequence[float], words: int) -> float:
    """Print how many figures are found at what price, and return the threshold of the rate that is allowed."""
    found = wrong = false = drilled = 0
    allowed = 1.0
    best = best_of(rows, chances)
    about = rows[0].about
    planted = sum(row.planted for _, row in best)
    click.echo(f"{about}: {len(rows)} readings of {len(best)} open figures, {planted} of them planted; {words} words")
    for chance, row in best:
        if row.planted:
            found, wrong = found + row.holds, wrong + (not row.holds)
            continue
        if row.domain == SMALL:
            drilled += 1  # the sentences are drills, one per way to go wrong, and no text
            continue
        false += 1
        if 1000 * false <= PLANS[about].rate * words:
            allowed = chance
        if false in (1, 2, 3, 5, 8, 12, 16, 20, 30, 50):
            click.echo(
                f"above {chance:.3f}: {found} found, {wrong} with a wrong statement, "
                f"{false - 1} falsely ({1000 * (false - 1) / words:.2f} per 1,000 words), {drilled} in drills"
            )
    return round(math.floor(1000 * allowed + 1) / 1000, 3)


def doubt(rows: Sequence[Row], chances: Sequence[float]) -> float:
    """Print how many alarms are doubted at what price, and return the threshold that keeps enough of the right ones."""
    right = sorted(chance for row, chance in zip(rows, chances, strict=True) if row.holds)
    wrong = sorted(chance for row, chance in zip(rows, chances, strict=True) if not row.holds)
    click.echo(f"{rows[0].about}: {len(right)} right and {len(wrong)} false alarms")
    bound = 0.0
    for share in (0.0, 0.0025, 0.005, 0.01, 0.015, 0.02, 0.03, 0.05):
        lowest = right[int(share * len(right))]
        if share <= PLANS[rows[0].about].rate:
            bound = lowest
        click.echo(f"below {lowest:.3f}: {share:.2%} of the right, {bisect_left(wrong, lowest)} of the false alarms")
    return round(bound, 3)


def as_data(booster, names: Sequence[str], bound: float) -> dict:
    trees = []
    for info in booster.dump_model()["tree_info"]:
        tree = {"features": [], "bounds": [], "low": [], "high": [], "leaves": []}
        add(tree, info["tree_structure"])
        trees.append(tree)
    return {"features": list(names), "threshold": bound, "trees": trees}


def add(tree: dict, node: dict) -> int:
    """Add a node and those below it; return its place, that of a leaf counted down from -1."""
    if "leaf_value" in node:
        tree["leaves"].append(round(node["leaf_value"], 5))
        return -len(tree["leaves"])
    place = len(tree["features"])
    tree["features"].append(node["split_feature"])
    tree["bounds"].append(round(node["threshold"], 5))
    for way in ("low", "high"):
        tree[way].append(0)
    tree["low"][place] = add(tree, node["left_child"])
    tree["high"][place] = add(tree, node["right_child"])
    return place


@click.command()
@click.option("--write", is_flag=True, help="Write the trees that are fitted on all domains into the package.")
def main(*, write: bool) -> None:
    """Check the fitted trees across domains, and write those of all domains."""
    folders = sorted(path.parent for where in ("corpus", "true_texts") for path in TESTS.glob(f"{where}/*/facts"))
    with Pool(2) as pool:
        everything = [row for found in pool.imap(collect, [None, *folders]) for row in found]
    texts = [load_domain(folder).texts.values() for folder in folders]
    words = sum(len(text.split()) for group in texts for text in group)
    for about, name in FITTED.items():
        rows = [row for row in everything if row.about == about and row.made in PLANS[about].made]
        chances = crossed(rows)
        bound = doubt(rows, chances) if PLANS[about].doubts else threshold(rows, chances, words)
        click.echo(f"threshold {bound}")
        if write:
            names = names_of(rows)
            data = as_data(train(rows, names), names, bound)
            (PACKAGE / name).write_text(json.dumps(data, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
