"""SIGKILL at every awaited point of a filing and of an officer's action, one life after the other."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EVERY = 12
"""Each so many-th point here; `python -m tests.faults.points FOLDER` tries all of them."""


@pytest.mark.timeout(110)
def test_a_kill_at_any_awaited_point_loses_nothing_and_leaves_nobody_waiting(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.faults.points", str(tmp_path), str(EVERY)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    lives = [json.loads(line) for line in ran.stdout.splitlines()]
    assert lives[0]["of"] >= 70, "the points of a whole filing are counted"
    assert len(lives) > lives[0]["of"] // EVERY
    assert all(life["killed"] for life in lives[1:])
    assert [life for life in lives if life["wrong"]] == []
