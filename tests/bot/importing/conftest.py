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
from storage.vault import make_key_file
from tests.bot.importing.registers import CONFIG, Line, text_of
from tests.databases import new_at, on_server


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
        (folder / "config.toml").write_text(CONFIG.format(folder=folder, url=_place(folder)), encoding="utf-8")
        return Program(folder)

    return make


def _place(folder: Path) -> str:
    # Most of these begin without a database, as somebody does who imports first of all.
    if not on_server():
        return f"sqlite:///{folder}/data/test.db"
    make_key_file(folder / "test.key")
    return new_at(folder)


@pytest.fixture
def program(new_program: Callable[[], Program]) -> Program:
    return new_program()
