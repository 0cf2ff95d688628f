"""The tables baked from the CLDR are those that its current version gives."""

import bake_cldr
import pytest

from checker.values.lexicon import lexicon

RENDERED = bake_cldr.rendered()


@pytest.mark.parametrize("path", RENDERED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_baked_file_is_current(path):
    assert path.read_text(encoding="utf-8") == RENDERED[path], "run python tests/bake_cldr.py"


@pytest.mark.parametrize("language", bake_cldr.languages())
def test_what_is_written_by_hand_is_not_in_the_cldr(language):
    words = lexicon(language)
    assert not {*words.dates.months, *words.dates.short_months} & {*words.cldr.months, *words.cldr.short_months}
    assert not {*words.dates.weekdays, *words.dates.short_weekdays} & {*words.cldr.weekdays, *words.cldr.short_weekdays}
    baked = {name.lower() for names in words.cldr.currencies.values() for name in names}
    assert not {name.lower() for names in words.units.currencies.values() for name in names} & baked
