"""A PostgreSQL connection that is cut at any statement of a filing and of an officer's action."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from locales import Locales
from tests.databases import postgres_server
from tests.faults.cuts import cut_at
from tests.fuzz import examples

LIVES = 4
"""So many statements, others each time; `python -m tests.faults.cuts FOLDER` tries all of them."""


@pytest.mark.timeout(60 + 5 * examples(LIVES))
def test_a_connection_cut_at_any_statement_loses_nothing_and_leaves_nobody_waiting(tmp_path: Path) -> None:
    words, server = Locales(), postgres_server()
    _, count, wrong = cut_at(tmp_path, server, 0, words)
    assert count >= 200, "the statements of a whole filing are counted"
    assert wrong == []
    # The last of them do not come every time: how often the courier writes its marks depends on what waits together.
    sure = count * 3 // 4
    for fatal in random.sample(range(1, count), min(examples(LIVES), count - 1)):
        at, _, wrong = cut_at(tmp_path, server, fatal, words)
        assert at or fatal > sure, fatal
        assert wrong == [], (fatal, at)
