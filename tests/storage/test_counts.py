from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from cases.counts import count
from cases.kinds import KINDS, OUTCOMES, TOPICS
from cases.lives import CaseRow
from cases.periods import span
from cases.recount import compare
from storage import counts, tallies
from storage.database import Database
from tests.cases.letters import TODAY, TREE, letter
from tests.cases.living import live

CODES = [unit.code for unit in TREE]


def some_letters(seed: int, number: int = 40) -> list[CaseRow]:
    chance = random.Random(seed)
    made = []
    for n in range(number):
        day = date(2026, 3, 1) + timedelta(days=chance.randrange(60))
        received = day
        spells: list[tuple[str, str, str]] = []
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            ended = day + timedelta(days=chance.randrange(20))
            spells.append((day.isoformat(), chance.choice(OUTCOMES), ended.isoformat()))
            day = ended + timedelta(days=chance.randrange(25))
        if chance.random() < 0.4:
            spells[-1] = (spells[-1][0], "", "")
        made.append(
            letter(
                f"TD-{seed}-{n:03}",
                received.isoformat(),
                *spells,
                unit=chance.choice(CODES),
                kind=chance.choice(KINDS),
                topic=chance.choice(TOPICS),
                channel=chance.choice(("web", "telegram")),
                due=(received + timedelta(days=10)).isoformat(),
            )
        )
    return made


async def test_the_rows_read_for_a_period_are_all_that_count_in_it(database: Database) -> None:
    letters = some_letters(1)
    await database.write(live, letters)
    for first in range(0, 100, 7):
        for length in (0, 13, 40):
            start = date(2026, 2, 20) + timedelta(days=first)
            period = span(start, start + timedelta(days=length), "civil")
            ends = (period.first.isoformat(), period.last.isoformat())
            found = await database.read(counts.rows, *ends)
            expected, _ = count(letters, period, TREE, "HN", TODAY)
            assert count(found, period, TREE, "HN", TODAY)[0].figures == expected.figures
            ended = {row.code for row in letters if row.status in OUTCOMES and row.spells[-1].outcome_on < ends[0]}
            assert not {row.code for row in found} & ended, "read although it had ended for good before"


async def test_the_tallies_equal_a_recount_of_the_letters_in_every_period(database: Database) -> None:
    await database.write(live, some_letters(2))
    for first in range(0, 100, 9):
        start = date(2026, 2, 20) + timedelta(days=first)
        period = span(start, start + timedelta(days=30), "civil")
        ends = (period.first.isoformat(), period.last.isoformat())
        _, lives = count(await database.read(counts.rows, *ends), period, TREE, "HN", TODAY)
        before = await database.read(counts.tallied, "0001-01-01", period.eve.isoformat())
        within = await database.read(counts.tallied, *ends)
        assert compare(lives, before, within, period, CODES).ok


async def test_a_tally_that_was_lost_is_named_with_its_unit_kind_and_letters(database: Database) -> None:
    await database.write(live, [letter("TD-1", "2026-10-05", unit="TAYHO", kind="khieu_nai"), letter("TD-2")])
    await database.write(tallies.add, "2026-10-05", "TAYHO", "khieu_nai", "dat_dai", "web", "received", -1)
    period = span(date(2026, 10, 1), date(2026, 10, 31), "civil")
    ends = ("2026-10-01", "2026-10-31")
    _, lives = count(await database.read(counts.rows, *ends), period, TREE, "HN", TODAY)
    check = compare(lives, [], await database.read(counts.tallied, *ends), period, CODES)
    assert (check.ok, check.cases, check.where) == (False, ("TD-1",), ("TAYHO khieu_nai received",))


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("UPDATE cases SET outcome_on = '2025-01-01' WHERE code = 'TD-OLD'", "row-outcome"),
        ("UPDATE cases SET received_on = '2030-01-01' WHERE code = 'TD-OLD'", "row-received"),
        ("UPDATE cases SET received_on = '' WHERE code = 'TD-OLD'", "row-received"),
        ("UPDATE cases SET status = 'registered' WHERE code = 'TD-OLD'", "row-status"),
        ("UPDATE cases SET outcome = '' WHERE code = 'TD-OLD'", "row-outcome"),
        ("UPDATE spells SET outcome_on = '2026-12-01' WHERE case_id = 'id-TD-OLD'", "row-outcome"),
        ("UPDATE spells SET outcome_on = '' WHERE case_id = 'id-TD-OLD'", "row-outcome"),
        ("UPDATE cases SET status = 'answered' WHERE code = 'TD-OPEN'", "row-status"),
        ("UPDATE cases SET kind = '' WHERE code = 'TD-OPEN'", "row-kind"),
        ("UPDATE cases SET unit = 'X' WHERE code = 'TD-OPEN'", "row-unit"),
        ("DELETE FROM spells WHERE case_id = 'id-TD-OPEN'", "row-received"),
    ],
)
async def test_a_row_broken_by_hand_is_found_even_if_it_ended_long_ago(
    sqlite: Database, damage: str, fault: str
) -> None:
    old = letter("TD-OLD", "2026-01-05", ("2026-01-05", "guided", "2026-01-09"))
    await sqlite.write(live, [old, letter("TD-OPEN", "2026-09-05")])
    await sqlite.write(lambda session: session.script(damage))
    period = span(date(2026, 10, 1), date(2026, 10, 31), "civil")
    found = await sqlite.read(counts.rows, "2026-10-01", "2026-10-31")
    counted, _ = count(found, period, TREE, "HN", TODAY)
    broken = "TD-OLD" if "OLD" in damage else "TD-OPEN"
    assert [(check.rule, check.cases) for check in counted.failed] == [(fault, (broken,))]
