"""The law map says the truth: every time limit in the data stands in docs/law.md with its number and article."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases.deadlines import Rule, load_rules

MAP = (Path(__file__).parents[2] / "docs" / "law.md").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: f"{rule.rule}-{rule.valid_from}")
def test_every_time_limit_stands_in_the_law_map(rule: Rule) -> None:
    rows = [line for line in MAP if line.startswith(f"| `{rule.rule}` |") and rule.article in line]
    assert len(rows) == 1
    assert f"| {rule.n} {rule.unit}" in rows[0]
    assert f"| {rule.whose} |" in rows[0]
    assert f"| {rule.event} |" in rows[0]
    assert rows[0].endswith(f"| {rule.confidence} |")
    assert f"{rule.valid_from:%d.%m.%Y}" in rows[0]
