"""Runs what CI services would run: the steps of the action, the job of the template, the steps of the container file."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ("checker", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "action.yml")
"""What an installation from this repository needs."""
_EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")


def load(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def copy_source(target: Path) -> Path:
    """Copy the working tree as far as an installation needs it."""
    for name in SHIPPED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    return target


class Runner:
    """A machine that runs the steps of the action as GitHub documents it."""

    def __init__(self, folder: Path, workspace: Path) -> None:
        self.folder = folder
        self.workspace = workspace
        self.action = load("action.yml")
        self.files = {name: folder / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for file in self.files.values():
            file.write_text("", encoding="utf-8")
        (folder / "temp").mkdir()

    def have_installed(self) -> None:
        """Stand in for the step that installs: the environment of the tests is the one of the action."""
        (self.folder / "temp" / "presscheck").mkdir()
        (self.folder / "temp" / "presscheck" / "bin").symlink_to(Path(sys.executable).parent)

    def run(self, *, install: bool = False, **inputs: str) -> subprocess.CompletedProcess[str]:
        """Run the steps that are scripts, until one fails."""
        known = {name: item.get("default", "") for name, item in self.action["inputs"].items()}
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        assert given.keys() <= known.keys()
        values = {f"inputs.{name}": value for name, value in (known | given).items()}
        values["github.action_path"] = str(self.folder / "source")
        result = None
        for step in self.action["runs"]["steps"]:
            if "run" not in step or ("Install" in step["name"] and not install):
                continue
            assert not _EXPRESSION.search(step["run"]), "an input must never be a part of the script"
            result = self._step(step, values)
            if result.returncode:
                break
        assert result is not None
        return result

    def _step(self, step: dict[str, Any], values: dict[str, str]) -> subprocess.CompletedProcess[str]:
        def filled(text: str) -> str:
            return _EXPRESSION.sub(lambda match: values[match[1]], text)

        script = self.folder / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        environment = {
            **{
                name: os.environ[name]
                for name in os.environ
                if not name.startswith(("PRESSCHECK", "GITHUB", "VIRTUAL"))
            },
            "RUNNER_TEMP": str(self.folder / "temp"),
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self.workspace),
            **{name: str(file) for name, file in self.files.items()},
            **{name: filled(value) for name, value in step.get("env", {}).items()},
        }
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        folder = self.workspace / filled(step.get("working-directory", "."))
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)

    def outputs(self) -> dict[str, str]:
        lines = self.files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)

    def summary(self) -> str:
        return self.files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")


def instructions(text: str) -> list[tuple[str, str]]:
    """The instructions of a container file, each in one line, without comments."""
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    joined = re.sub(r"\\\n\s*", " ", lines)
    return [(line.split(None, 1)[0], line.split(None, 1)[1]) for line in joined.splitlines() if line.strip()]
