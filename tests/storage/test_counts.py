from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from cases.counts import count
from cases.kinds import KINDS, OUTCOMES, TOPICS
from cases.lives import CaseRow
from cases.periods import Period, span
from cases.recount import compare
from cases.sums import Check
from storage import audit, counts, packs, tallies
from storage.database import Database
from storage.session import Session
from tests.cases.letters import TODAY, TREE, letter
from tests.cases.living import happened, live, tallied_in
from tests.storage.conftest import NOW

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


def fold_some(db: Session, batch: int) -> int:
    return tallies.fold(db, batch)


def same(db: Session, period: Period, unit: str = "HN", today: date = TODAY) -> None:
    """A walk over the letters and the tallies tell the same."""
    ends = (period.first.isoformat(), period.last.isoformat())
    walked, lives = count(counts.rows(db, *ends), period, TREE, unit, today)
    check = compare(walked, lives, tallied_in(db, period, unit, today), tallies.stale(db, counts.by_id(db, *ends)))
    assert check.ok, (period.name, unit, check)
    told = tallied_in(db, period, unit, today, ready=True)
    for f in walked.figures:
        if sum(mark is not None for mark in (f.unit, f.level, f.kind, f.topic, f.channel)) <= 1:
            found = told.value(f.figure, unit=f.unit, level=f.level, kind=f.kind, topic=f.topic, channel=f.channel)
            assert found == f.value, (period.name, unit, f)
    assert (told.fates, told.eligible_fates, told.failed) == (walked.fates, walked.eligible_fates, ())


async def test_the_tallies_tell_what_the_letters_tell_in_any_days_however_much_is_folded(database: Database) -> None:
    letters = some_letters(2)
    chance = random.Random(5)
    periods = [
        span(date(2026, 2, 20) + timedelta(days=n), date(2026, 3, 22) + timedelta(days=n), "civil")
        for n in range(0, 100, 17)
    ]
    await database.write(live, letters[:15])
    for period in periods:  # nothing is folded: all of it is read from the letters
        await database.read(same, period)
    await database.write(fold_some, 7)
    await database.write(live, letters[15:])
    while await database.write(fold_some, 9):
        await database.read(same, chance.choice(periods), chance.choice(CODES))
    await database.write(fold_some, 9)
    for period in periods:
        await database.read(same, period)
        await database.read(same, period, "CAUGIAY", period.first + timedelta(days=9))
    stocks = await database.read(lambda db: [row["day"] for row in db.run("tallies_stocks")])
    assert stocks == ["2026-03-15", "2026-04-01", "2026-04-15"], (
        "halves of months that letters came in begin with a stock"
    )


CHANGES = (
    "UPDATE cases SET unit = 'TAYHO' WHERE code = :code",
    "UPDATE cases SET kind = 'to_cao', topic = 'can_bo_cong_vu' WHERE code = :code",
    "UPDATE cases SET eligible = 1, kind = 'khieu_nai' WHERE code = :code",
    "UPDATE cases SET matter_key = 'm:one', person = 'p-one', signers = 4 WHERE code = :code",
    "UPDATE cases SET urged_on = '2026-03-20 2026-04-02 2026-04-20', replied_on = '2026-04-21',"
    " watched_on = '2026-04-21' WHERE code = :code",
    "UPDATE cases SET due_on = '2026-03-12' WHERE code = :code",
)


async def test_whatever_changes_a_letter_and_is_audited_is_counted_anew(database: Database) -> None:
    letters = some_letters(3, 24)
    await database.write(live, letters)
    while await database.write(fold_some, 100):
        pass
    chance = random.Random(9)
    for number, row in enumerate(letters):

        def change(db: Session, code: str = row.code) -> None:
            db.script(chance.choice(CHANGES).replace(":code", f"'{code}'"))
            audit.append(db, f"id-{code}", "changed", "officer", NOW)

        await database.write(change)
        period = span(date(2026, 3, 1) + timedelta(days=number), date(2026, 4, 9) + timedelta(days=number), "civil")
        await database.read(same, period)
        if number % 3 == 0:
            await database.write(fold_some, 2)
    while await database.write(fold_some, 100):
        pass
    for unit in CODES:
        await database.read(same, span(date(2026, 1, 1), date(2026, 12, 31), "civil"), unit)


async def test_packs_of_a_month_are_made_one_and_the_stocks_anew(database: Database) -> None:
    for letters in [[row] for row in some_letters(4)]:
        await database.write(live, letters)
        while await database.write(fold_some, 100):
            pass
    many = await database.read(lambda db: db.run("tallies_crowded", most=packs.MOST_PACKS))
    assert many == []
    for first in (date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 17)):
        await database.read(same, span(first, first + timedelta(days=60), "civil"))
    await database.write(tallies.rebuild)
    while await database.write(fold_some, 100):
        pass
    await database.read(same, span(date(2026, 4, 1), date(2026, 5, 30), "civil"))


async def test_a_letter_changed_behind_the_audit_and_a_lost_pack_are_found_by_a_walk(database: Database) -> None:
    await database.write(live, [letter("TD-1", "2026-10-05", unit="TAYHO", kind="khieu_nai"), letter("TD-2")])
    while await database.write(fold_some, 100):
        pass
    period = span(date(2026, 10, 1), date(2026, 10, 31), "civil")
    await database.write(lambda db: db.script("UPDATE cases SET topic = 'khac' WHERE code = 'TD-1'"))

    def check(db: Session) -> Check:
        ends = ("2026-10-01", "2026-10-31")
        walked, lives = count(counts.rows(db, *ends), period, TREE, "HN", TODAY)
        return compare(walked, lives, tallied_in(db, period), tallies.stale(db, counts.by_id(db, *ends)))

    found = await database.read(check)
    assert (found.ok, found.cases) == (False, ("TD-1",))
    assert "TAYHO khieu_nai received" in found.where
    await database.write(lambda db: db.script("UPDATE cases SET topic = 'dat_dai' WHERE code = 'TD-1'"))
    assert (await database.read(check)).ok
    await database.write(lambda db: db.script("DELETE FROM tallies"))
    found = await database.read(check)
    assert (found.ok, found.cases) == (False, ("TD-1", "TD-2"))


async def test_a_letter_that_cannot_be_counted_is_named_and_counts_again_once_it_is_mended(database: Database) -> None:
    await database.write(live, [letter("TD-1"), letter("TD-2")])

    def set_kind(db: Session, kind: str) -> None:
        db.script(f"UPDATE cases SET kind = '{kind}' WHERE code = 'TD-1'")
        audit.append(db, "id-TD-1", "changed", "officer", NOW)

    for kind, faults, received in (("?", [("row-kind", "TD-1")], 1), ("khac", [], 2)):
        await database.write(set_kind, kind)
        while await database.write(fold_some, 100):
            pass
        assert await database.read(tallies.faults) == faults
        assert await database.read(happened, "2026-10-01", "2026-10-31") == {"received": received}


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
