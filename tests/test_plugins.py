"""Plugins are found by their file, in order; a bad file is named."""

from __future__ import annotations

import zipfile
from itertools import count

import pytest

from checker.errors import PluginError
from checker.plugins import OnDemand, discover

_numbers = count()


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Return a function that writes a package with the given files and returns its name."""

    def write(files: dict[str, str], *, zipped: bool = False) -> str:
        name = f"presscheck_plugins_{next(_numbers)}"
        all_files = {"__init__.py": "", **files}
        if zipped:
            archive = tmp_path / f"{name}.zip"
            with zipfile.ZipFile(archive, "w") as out:
                for file, text in all_files.items():
                    out.writestr(f"{name}/{file}", text)
            monkeypatch.syspath_prepend(str(archive))
        else:
            for file, text in all_files.items():
                path = tmp_path / name / file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            monkeypatch.syspath_prepend(str(tmp_path))
        return name

    return write


@pytest.mark.parametrize("zipped", [False, True])
def test_found_in_order_files_and_folders(package, zipped):
    files = {
        "zebra.py": "word = 'z'",
        "apple.py": "word = 'a'",
        "middle/__init__.py": "word = 'm'",
        "_shared.py": "other = 1",
        "table.yaml": "a: b",
    }
    found = discover(package(files, zipped=zipped), "word", str)
    assert list(found.items()) == [("apple", "a"), ("middle", "m"), ("zebra", "z")]


def test_on_demand_imports_what_is_asked_for(package):
    found = OnDemand(package({"a.py": "word = 'a'", "b.py": "raise ValueError", "_c.py": ""}), "word", str)
    assert list(found) == ["a", "b"]
    assert len(found) == 2
    assert "b" in found
    assert "_c" not in found
    assert found["a"] == "a"
    with pytest.raises(PluginError, match="cannot be imported"):
        found["b"]
    with pytest.raises(KeyError):
        found["c"]


def test_the_result_cannot_be_changed(package):
    found = discover(package({"a.py": "word = 'a'"}), "word", str)
    with pytest.raises(TypeError):
        found["b"] = "b"  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("other = 1", "a constant “word” of type str is missing"),
        ("word = 3", "“word” must be of type str, found int"),
        ("import a_module_that_is_not_there", "ModuleNotFoundError"),
        ("word =", "SyntaxError"),
        ("1 / 0", "ZeroDivisionError"),
    ],
)
def test_a_bad_file_is_named(package, text, said):
    with pytest.raises(PluginError) as caught:
        discover(package({"good.py": "word = 'a'", "wrong.py": text}), "word", str)
    assert said in str(caught.value)
    assert caught.value.problems[0].path.endswith("wrong.py")
