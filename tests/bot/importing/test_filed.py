"""Letters filed through the bot beside those of registers: counted together, exported together, never overwritten."""

from __future__ import annotations

import json
import tomllib
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.importing.export import export
from bot.importing.lines import LinesError, read
from bot.importing.store import Judged, Stored, Terms, bring_in, bring_in_by_steps, judge
from bot.reports.report import Report, build
from bot.settings import from_data
from cases.periods import parse
from storage import audit, cases, staging
from storage.database import Database
from storage.registers import known_cases
from storage.session import Session
from storage.vault import Vault, make_keys
from tests.bot.importing.registers import CONFIG, UNITS, Line, text_of
from tests.cases.letters import letter
from tests.cases.living import live
from tests.databases import new_at

NOW = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
CASE: Line = {
    "type": "case",
    "ref": "12/ĐTC",
    "unit": "TAYHO",
    "received_on": "2026-10-05",
    "channel": "post",
    "kind": "khieu_nai",
    "topic": "dat_dai",
    "eligible": True,
    "outcome": None,
}


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(new_at(tmp_path / "here.db"), Vault(make_keys()))
    yield opened
    await opened.close()


async def take(database: Database, lines: list[Line] | str, now: datetime = NOW) -> Stored:
    found = read((lines if isinstance(lines, str) else text_of(lines)).encode())
    assert not found.problems
    codes = iter(f"TD-{n:08}" for n in range(100, 1000))
    due = ("2026-10-19", "rule")
    return await database.write(bring_in, found.lines, Terms(UNITS, lambda: next(codes), lambda *_: due, now))


async def month(database: Database, period: str = "2026-10") -> Report:
    tree = from_data({"units": tomllib.loads(CONFIG)["units"]}, "test").tree
    report = await database.read(build, tree, "", parse(period, "civil"), NOW)
    assert not report.counts.failed
    return report


async def written(database: Database) -> str:
    return await database.read(lambda db: "".join(f"{line}\n" for line in export(db)))


def end(db: Session, ref: str) -> None:
    case = known_cases(db)[ref]
    later = NOW + timedelta(days=1)
    cases.move(db, case.id, "guided", "officer", later, status="guided", outcome_on="2026-10-20")


async def test_filed_and_imported_letters_count_together_and_travel_together(
    database: Database, tmp_path: Path
) -> None:
    filed = [
        letter("TD-A", "2026-10-05", ("2026-10-05", "forwarded", "2026-10-09"), due="2026-10-19"),
        letter("TD-B", "2026-09-05", ("2026-09-05", "guided", "2026-09-09"), ("2026-10-01", "archived", "2026-10-02")),
        letter("TD-C", "2026-10-09", ("2026-10-09", "guided", "2026-10-10"), ("2026-10-11", "", ""), due="2026-10-19"),
    ]
    await database.write(live, filed)
    await take(database, [CASE])
    here = await month(database)
    assert (here.counts.value("received"), here.counts.value("open")) == (3, 2)
    there = await Database.open(new_at(tmp_path / "there.db"), Vault(make_keys()))
    lines = await written(database)
    assert "…" not in lines, "no word of a letter"
    await take(there, lines)
    for period in ("2026-09", "2026-10", "2026-11"):
        mine, other = await month(database, period), await month(there, period)
        skip = ("overdue",)  # the day by which a letter is due is reckoned anew
        assert [f for f in other.counts.figures if f.figure not in skip] == [
            f for f in mine.counts.figures if f.figure not in skip
        ]
    assert await written(there) == lines
    await there.close()
    again = await take(database, lines)
    assert (again.new, again.changed) == ({}, {})
    assert await written(database) == lines


async def test_a_letter_handled_in_the_program_is_left_and_a_line_against_it_refused(database: Database) -> None:
    await take(database, [CASE])
    await database.write(end, CASE["ref"])
    assert (await take(database, [CASE])).changed == {}
    assert (await month(database)).counts.value("guided") == 1
    with pytest.raises(LinesError) as refused:
        await take(database, [{**CASE, "kind": "to_cao"}])
    assert [(p.line, p.field, p.reason) for p in refused.value.problems] == [(1, "ref", "changed-here")]
    exported = json.loads(await written(database))
    assert (exported["outcome"], exported["outcome_on"]) == ("guided", "2026-10-20")


async def test_each_import_is_in_the_audit_chain_of_its_letter(database: Database) -> None:
    await take(database, [CASE])
    await take(database, [{**CASE, "topic": "khac"}], NOW + timedelta(hours=1))
    case = (await database.read(known_cases))[CASE["ref"]]
    life = await database.read(audit.life, case.id)
    assert [(entry.what, entry.by) for entry in life] == [("imported", "import"), ("imported_again", "import")]
    assert await database.read(audit.verify) == []


async def test_who_sent_a_letter_is_kept_as_a_mark_that_says_nothing(database: Database, tmp_path: Path) -> None:
    await take(database, [{**CASE, "person": "Nguyễn Thị Bưởi"}, {**CASE, "ref": "13", "person": "NGUYỄN THỊ  BƯỞI"}])
    assert (await month(database)).counts.value("received_people") == 1
    assert "Bưởi" not in await written(database)
    assert all("Bưởi".encode() not in path.read_bytes() for path in tmp_path.iterdir())


async def test_a_duplicate_is_of_the_matter_of_the_letter_that_it_repeats(database: Database) -> None:
    second = {**CASE, "ref": "13", "duplicate_of": "12/ĐTC", "eligible": False}
    await take(database, [second, CASE, {**CASE, "ref": "14"}])
    assert (await month(database)).counts.value("received_matters") == 2
    await take(database, [{**CASE, "matter": "vv-1"}, {**CASE, "ref": "14", "matter": "vv-1"}])
    assert (await month(database)).counts.value("received_matters") == 1


def set_aside(db: Session, work: Judged) -> str:
    batch = staging.begin(db, NOW)
    for step in work.steps():
        staging.stage(db, batch, step.new, step.changed, step.lines, NOW)
    return batch


def terms(codes: Iterator[str]) -> Terms:
    return Terms(UNITS, lambda: next(codes), lambda *_: ("2026-10-19", "rule"), NOW)


async def test_what_was_judged_before_another_import_or_a_handling_takes_no_place(database: Database) -> None:
    found = read(text_of([CASE]).encode())
    asked = (found.lines, terms(iter(f"TD-{n:08}" for n in range(10))))
    early, late = [await database.read(judge, *asked) for _ in range(2)]
    batches = [await database.write(set_aside, each) for each in (early, late)]
    stored = await database.write(early.publish, batches[0])
    assert stored is not None
    assert stored.new == {"case": 1}
    assert await database.write(late.publish, batches[1]) is None
    assert (await month(database)).counts.value("received") == 1, "the number is there once"
    changed = read(text_of([{**CASE, "kind": "to_cao"}]).encode())
    work = await database.read(judge, changed.lines, asked[1])
    batch = await database.write(set_aside, work)
    await database.write(end, CASE["ref"])
    assert await database.write(work.publish, batch) is None, "an officer was quicker"
    with pytest.raises(LinesError):
        await bring_in_by_steps(database, changed.lines, asked[1])


async def test_an_import_killed_before_its_last_step_changed_nothing_and_is_cleared_away(
    database: Database,
) -> None:
    found = read(text_of([CASE]).encode())
    asked = (found.lines, terms(iter(f"TD-{n:08}" for n in range(10))))
    await database.write(set_aside, await database.read(judge, *asked))
    assert await written(database) == ""
    assert (await month(database)).counts.value("received") == 0
    told: list[tuple[int, int]] = []
    later = replace(asked[1], now=NOW + timedelta(days=1))
    stored = await bring_in_by_steps(database, found.lines, later, lambda done, total: told.append((done, total)))
    assert (stored.new, told) == ({"case": 1}, [(1, 2), (2, 2)])
    left = await database.read(
        lambda db: [*db.rows("SELECT id FROM staged_cases"), *db.rows("SELECT ref FROM staged_lines")]
    )
    assert left == []
    assert await database.read(audit.verify) == []
