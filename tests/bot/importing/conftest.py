"""Fixtures of the import's tests: a program with a config of its own, run by its command line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from tests.bot.importing.registers import CONFIG, Line, text_of


@dataclass
class Program:
    """The command line on one config."""

    folder: Path

    def __call__(self, *arguments: str) -> Result:
        config = self.folder / "config.toml"
        return CliRunner(env={"LANG": "vi_VN.UTF-8", "LC_ALL": "vi_VN.UTF-8"}).invoke(
            main, [*arguments, "--config", str(config)], catch_exceptions=False
        )

    def bring_in(self, lines: Iterable[Line] | str) -> Result:
        file = self.folder / "lines.jsonl"
        file.write_text(lines if isinstance(lines, str) else text_of(lines), encoding="utf-8")
        return self("import", str(file))

    def report(self, period: str, form: str = "text", unit: str = "", calendar: str = "civil") -> Result:
        return self("report", "--period", period, "--calendar", calendar, "--unit", unit, "--format", form)

    def data(self, period: str, unit: str = "", calendar: str = "civil") -> dict[str, Any]:
        result = self.report(period, "json", unit, calendar)
        assert result.exit_code == 0, result.stderr
        found: dict[str, Any] = json.loads(result.stdout)
        return found


@pytest.fixture
def new_program(tmp_path: Path) -> Callable[[], Program]:
    made = 0

    def make() -> Program:
        nonlocal made
        made += 1
        folder = tmp_path / f"program-{made}"
        folder.mkdir()
        (folder / "config.toml").write_text(CONFIG.format(folder=folder), encoding="utf-8")
        return Program(folder)

    return make


@pytest.fixture
def program(new_program: Callable[[], Program]) -> Program:
    return new_program()
