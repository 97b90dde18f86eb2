"""SIGKILL at every awaited point of a filing and of an officer's action, one life after the other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.faults.nursery import begin_with, write_into

EVERY = 12
"""Each so many-th point here; `python -m tests.faults.points FOLDER` tries all of them."""


@pytest.mark.timeout(110)
def test_a_kill_at_any_awaited_point_loses_nothing_and_leaves_nobody_waiting(tmp_path: Path) -> None:
    log = tmp_path / "lives"
    ran = begin_with(_lives, tmp_path, log)
    ran.join()
    told = log.read_text(encoding="utf-8")
    assert ran.exitcode == 0, told[-2000:]
    lives = [json.loads(line) for line in told.splitlines() if line.startswith("{")]
    assert lives[0]["of"] >= 70, "the points of a whole filing are counted"
    assert len(lives) > lives[0]["of"] // EVERY
    assert all(life["killed"] for life in lives[1:])
    assert [life for life in lives if life["wrong"]] == []


def _lives(folder: Path, log: Path) -> None:
    write_into(log)
    from tests.faults.points import main

    main(folder, EVERY)
