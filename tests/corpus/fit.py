"""Fits the trees that weigh the figures no rule settles: `python -m tests.corpus.fit [--write]` (needs `presscheck[fit]`).

The data are the corpus's own: every figure of a true text or harmless rewording that the rules leave open is no slip, and
every planted slip that they leave open is one, of the statement that has the right figure. What is printed first is the
cross-domain check: the trees of each fifth of the domains are fitted on the other four fifths.
"""

from __future__ import annotations

import json
import math
import sys
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from typing import TYPE_CHECKING

import click
import yaml

from checker.evaluation.corpus import load_domain
from checker.evaluation.measure import _names
from checker.explain import Explainer
from checker.factbase.load import load_facts
from checker.likelihood.features import sign
from checker.pipeline import Checker, Options
from checker.reading import read_document
from checker.report import Verdict
from checker.spans import Spans
from checker.verdicts import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.document import Document

TESTS = Path(__file__).parent.parent
FITTED = TESTS.parent / "checker" / "likelihood" / "fitted.json"
SMALL = "small_base"
RIGHT = ("silence.yaml", "confirmed.yaml", "unconfirmed.yaml")
EVERYWHERE = (0, 10**9)
RATE = 0.12
"""How many false alarms in 1,000 words the threshold may let through in the cross-domain check."""
FOLDS = 5
ROUNDS = 200
SETTINGS = {
    "objective": "binary",
    "num_leaves": 12,
    "learning_rate": 0.05,
    "min_data_in_leaf": 30,
    "lambda_l2": 1.0,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.6,
    "bagging_freq": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "seed": 1,
    "verbosity": -1,
}


@dataclass(frozen=True)
class Row:
    """One reading of an open figure: `figure` tells which one it is, `slip` whether it is a wrong one of this statement."""

    domain: str
    figure: str
    planted: bool
    slip: bool
    features: dict[str, float]


def rows_of(
    checker: Checker, domain: str, figure: str, document: Document, place: tuple[int, int], expected: Sequence[str] = ()
) -> Iterator[Row]:
    """Yield the readings of the open figures at a place of a document's source."""
    spans = Spans([place])
    at = document.source_map.span
    within = [(s, e) for s, e in figures(checker, document) if spans.touches(*at(s, e))]
    explainer = Explainer(checker.base, "en", document.language, document.date, document.text)
    for suspect in checker.suspects(document, Spans(within)):
        judgement = Judgement(Verdict.CONTRADICTED, suspect.reading)
        slip = bool(expected) and _names(explainer.value(suspect.scene, suspect.mention, judgement), expected)
        key = f"{figure}:{suspect.mention.start}:{suspect.mention.end}"
        yield Row(domain, key, bool(expected), slip, suspect.features)


def figures(checker: Checker, document: Document) -> list[tuple[int, int]]:
    return [(value.start, value.end) for scene in checker.scenes(document) for value in scene.values]


def of_folder(folder: Path) -> list[Row]:
    domain = load_domain(folder)
    checker = Checker(load_facts(str(folder / "facts")), Options())
    found: list[Row] = []
    for name, source in domain.texts.items():
        document = read_document(name, source.encode())
        found += rows_of(checker, folder.name, name, document, EVERYWHERE)
    for number, change in enumerate((*domain.harmless, *domain.slips)):
        source, place = change.apply(domain.texts[change.document])
        document = read_document(change.document, source.encode())
        expected = getattr(change, "expected", ())
        figure = f"{change.document}:{number}"
        found += rows_of(checker, folder.name, figure, document, change.changed(place) if expected else place, expected)
    return found


def of_sentences() -> list[Row]:
    """The sentences of the tests that are right, over their small fact base."""
    sys.path.insert(0, str(TESTS))
    from small_base import DAY, checker, document, marked  # noqa: PLC0415

    found: list[Row] = []
    for table in RIGHT:
        for number, case in enumerate(yaml.safe_load((TESTS / table).read_text(encoding="utf-8"))):
            day = str(case.get("day", DAY))
            for language in ("nl", "en"):
                text = marked(case[language])[0] if "⟦" in case[language] else case[language]
                source = document(text, language, None if day == "-" else day)
                found += rows_of(checker(), SMALL, f"{table}:{number}:{language}", source, EVERYWHERE)
    return found


def collect(folder: Path | None) -> list[Row]:
    return of_sentences() if folder is None else of_folder(folder)


def train(rows: Sequence[Row], names: Sequence[str]):
    import lightgbm  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    table = np.array([[float(row.features.get(name, 0.0)) for name in names] for row in rows])
    data = lightgbm.Dataset(table, [row.slip for row in rows], feature_name=[f"f{i}" for i in range(len(names))])
    signs = {"monotone_constraints": [sign(name) for name in names]}
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


def threshold(rows: Sequence[Row], chances: Sequence[float], words: int) -> float:
    """Print how many slips are found at what price, and return the threshold of the rate that is allowed."""
    best: dict[tuple[str, str], tuple[float, Row]] = {}
    for row, chance in zip(rows, chances, strict=True):
        key = row.domain, row.figure
        if key not in best or chance > best[key][0]:
            best[key] = chance, row
    caught = wrong = alarms = drilled = 0
    allowed = 1.0
    planted = len({key for key, (_, row) in best.items() if row.planted})
    click.echo(f"{len(rows)} readings of {len(best)} open figures, {planted} of them planted slips; {words} words")
    for chance, row in sorted(best.values(), key=lambda pair: -pair[0]):
        if row.planted:
            caught, wrong = caught + row.slip, wrong + (not row.slip)
            continue
        if row.domain == SMALL:
            drilled += 1  # the sentences are drills, one per way to go wrong, and no text
            continue
        alarms += 1
        if 1000 * alarms <= RATE * words:
            allowed = chance
        if alarms in (1, 2, 3, 5, 8, 12, 16, 20, 30, 50):
            click.echo(
                f"above {chance:.3f}: {caught} slips found, {wrong} with a wrong figure, "
                f"{alarms - 1} false alarms ({1000 * (alarms - 1) / words:.2f} per 1,000 words), {drilled} in drills"
            )
    return round(math.floor(1000 * allowed + 1) / 1000, 3)


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
        rows = [row for found in pool.imap(collect, [None, *folders]) for row in found]
    texts = [load_domain(folder).texts.values() for folder in folders]
    words = sum(len(text.split()) for group in texts for text in group)
    bound = threshold(rows, crossed(rows), words)
    click.echo(f"threshold {bound}")
    if write:
        names = names_of(rows)
        data = as_data(train(rows, names), names, bound)
        FITTED.write_text(json.dumps(data, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
