"""`presscheck values` reads JSON lines and says which of them it could not read."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from checker.commands.values import command


def _run(*lines):
    result = CliRunner().invoke(command, input="\n".join(lines) + "\n")
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()], result.stderr


def test_every_line_gets_its_answer():
    status, answers, errors = _run(
        json.dumps({"id": "a", "text": "Al 35 keer, 4.4 liter, € 3,5 miljoen", "language": "nl"}),
        "",
        json.dumps({"id": 7, "text": "yesterday", "language": "en", "date": "2025-05-07", "more": 1}),
    )
    assert (status, errors) == (0, "")
    assert [answer["id"] for answer in answers] == ["a", 7]
    times, volume, money = answers[0]["values"]
    assert (times["type"], times["number"], times["noun"], times["start"], times["end"]) == ("count", 35, "keer", 3, 10)
    assert (volume["number"], volume["unit"]) == (4.4, "litre")
    assert (money["number"], money["currency"]) == (3_500_000, "EUR")
    assert isinstance(money["number"], int)
    assert "date" not in times
    assert answers[1]["values"][0]["date"] == "2025-05-06"


@pytest.mark.parametrize(
    "line",
    [
        "{bad", "[]", "3", '{"id": 1}', '{"text": 5}', '{"text": "x", "language": "../../etc"}', '{"text": "x", "language": "zz"}',
        '{"text": "x", "date": "soon"}', '{"text": "x", "date": 2025}', "[" * 100_000,
    ],
)  # fmt: skip
def test_a_bad_line_is_named_and_the_others_are_read(line):
    status, answers, errors = _run('{"text": "2 cars"}', line, '{"text": "3 cars"}')
    assert status == 2
    assert [answer["values"][0]["number"] for answer in answers] == [2, 3]
    assert errors.startswith("line 2: ")


def test_it_starts_without_heavy_libraries():
    code = "import sys, checker.commands.values; sys.exit(bool({'spacy', 'numpy', 'babel'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
