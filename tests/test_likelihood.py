"""The trees that weigh what no rule settles: how they are read, and that they never see a name or a word."""

from __future__ import annotations

import math

import pytest
from corpus.fit import PLANS, as_data, doubt, threshold
from corpus.rows import Row
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from small_base import alarms, check, checker, document

from checker.likelihood.features import sign
from checker.likelihood.trees import FITTED, Tree, Trees, fitted

STUMP = {"features": (0,), "bounds": (0.5,), "low": (-1,), "high": (-2,), "leaves": (-2.0, 2.0)}


def test_each_tree_adds_its_leaf_to_the_log_odds():
    model = Trees(features=("cue", "rank"), threshold=0.8, trees=(Tree(**STUMP), Tree(**STUMP | {"features": (1,)})))
    assert model.probability({"cue": 1.0, "rank": 1.0}) == pytest.approx(0.982, abs=0.001)
    assert model.probability({"cue": 1.0}) == pytest.approx(0.5)
    assert model.probability({"a feature that it does not know": 9.0}) == pytest.approx(0.018, abs=0.001)


@pytest.mark.parametrize(
    "broken",
    [
        {"leaves": (1.0,)},
        {"bounds": ()},
        {"low": (0,)},
        {"high": (1,)},
        {"high": (-3,)},
        {"surprise": 1},
    ],
)
def test_a_broken_tree_is_refused(broken):
    with pytest.raises(ValidationError):
        Tree(**STUMP | broken)


def rows(about):
    return st.fixed_dictionaries({name: st.floats(0, 4) for name in fitted(about).features})


@pytest.mark.parametrize("about", sorted(about for about, plan in PLANS.items() if plan.signed))
@settings(max_examples=60)
@given(data=st.data(), more=st.floats(0.1, 3))
def test_more_of_a_feature_never_speaks_against_its_sign(about, data, more):
    model = fitted(about)
    row = data.draw(rows(about))
    name = data.draw(st.sampled_from(sorted(name for name in model.features if sign(name))))
    before, after = model.probability(row), model.probability(row | {name: row[name] + more})
    assert (after - before) * sign(name) >= -1e-9


def test_reasons_against_an_alarm_are_all_signed():
    signed = {name: sign(name) for name in fitted("slip").features if "veto" in name}
    assert signed
    assert set(signed.values()) == {-1}


@pytest.mark.parametrize("about", FITTED)
def test_every_model_can_be_read(about):
    model = fitted(about)
    assert 0 < model.threshold < 1
    assert 0 < model.probability({}) < 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Nora Vellinga vaart met de 52-jarige Karel Dijkgraaf."),
        ("en", "Nora Vellinga sails with 52-year-old Karel Dijkgraaf."),
    ],
)
def test_what_is_seen_of_a_claim_has_no_words_in_it(language, text):
    source = document(text, language)
    weighing = checker().weighing(source)
    figures = [
        candidate
        for scene, mention in weighing.left
        for candidate in (*weighing.figures.slips(scene, mention), *weighing.figures.facts(scene, mention))
    ]
    names = [
        candidate
        for scene in weighing.scenes
        for mention in scene.entities
        for candidate in (*weighing.names.slips(scene, mention), *weighing.names.facts(scene, mention))
    ]
    seen = [candidate.features for candidate in (*figures, *names)]
    assert figures
    assert names
    assert {type(value) for features in seen for value in features.values()} <= {int, float, bool}
    features = {name for features in seen for name in features}
    assert {name for name in features if not name.islower()} == set()
    assert not features & (checker().base.entities.keys() | checker().base.properties.keys())
    assert alarms(check(text, language)) == []


class Dumped:
    """What a fitted booster of one split says of itself."""

    def dump_model(self):
        low = {
            "split_feature": 1,
            "threshold": 2.000004,
            "left_child": {"leaf_value": 0.1},
            "right_child": {"leaf_value": 0.2},
        }
        root = {"split_feature": 0, "threshold": 0.5, "left_child": low, "right_child": {"leaf_value": 0.7000004}}
        return {"tree_info": [{"tree_structure": root}]}


def test_fitted_trees_are_written_as_they_are_read():
    model = Trees.model_validate(as_data(Dumped(), ["cue", "rank"], 0.8))
    odds = {row: model.probability({"cue": row[0], "rank": row[1]}) for row in [(0.5, 2.0), (0.5, 2.5), (0.6, 0.0)]}
    assert [round(math.log(p / (1 - p)), 3) for p in odds.values()] == [0.1, 0.2, 0.7]


def test_the_threshold_lets_through_what_the_rate_allows(capsys):
    rows = [
        Row("slip", "a", str(number), planted=planted, holds=planted, features={})
        for number, planted in enumerate([True, True, False, True, False])
    ]
    bound = threshold(rows, [0.9, 0.8, 0.7, 0.6, 0.5], words=int(1000 / PLANS["slip"].rate) + 1)
    assert bound == pytest.approx(0.7, abs=0.002)
    assert bound > 0.7
    assert "above 0.700: 2 found, 0 with a wrong statement, 0 falsely" in capsys.readouterr().out


def test_doubt_keeps_enough_of_the_right_alarms(capsys):
    rows = [Row("alarm", "a", str(number), planted=True, holds=number > 1, features={}) for number in range(200)]
    bound = doubt(rows, [number / 200 for number in range(200)])
    assert bound == pytest.approx(4 / 200)
    assert "below 0.010: 0.00% of the right, 2 of the false alarms" in capsys.readouterr().out
