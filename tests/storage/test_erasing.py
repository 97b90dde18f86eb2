"""When its time is over the words of a letter go, everywhere, and what was counted stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import cast

from cases.dates import local_day
from cases.retention import Schedule
from storage import audit, cases, casework, conversations, erasing, fetches, files, outbox, sketches, surveys, tallies
from storage.database import Database
from storage.rekey import SEALED
from storage.session import Session
from tests.bot.turn_house import table
from tests.storage.conftest import NOW
from tests.storage.filing import BASE, file_case

PLANTED = ("Nguyễn Thị Hoa", "0912", "Rác không ai dọn", "bịa đặt", "nhầm loại", "anh.jpg", "telegram:42")
LATER = NOW + timedelta(days=800)
YEARLY = Schedule(1, {"kien_nghi_phan_anh": 2})


def live(db: Session) -> None:
    """A petition that was added to, corrected, asked about and ended, with a file."""
    file_case(db)
    files.add(db, "a1", "draft1", "photo", {}, NOW)
    fetches.ready(db, "a1", path="ab" * 16, size=1, sha256="00" * 32)
    sketches.keep(db, "case1", "kien_nghi_phan_anh", "Rác không ai dọn ở ngõ 12", "Ngõ 12")
    cases.add_words(db, "case1", "d2", "Rác không ai dọn, thật bịa đặt", "resident", NOW)
    casework.reclassify(db, "case1", "kien_nghi_phan_anh", "khac", "2026-12-01", "test", "nhầm loại", "o1", NOW)
    end(db, "answered", NOW)
    surveys.ask(db, "case1", NOW)
    surveys.answer(db, "case1", "unsatisfied", NOW)
    surveys.give_reason(db, "case1", "bịa đặt", NOW)


def end(db: Session, status: str, at: datetime) -> None:
    day = local_day(at).isoformat()
    cases.move(db, "case1", status, "o1", at, status=status, outcome_on=day, detail={"words": "Rác không ai dọn"})


def over(db: Session, schedule: Schedule, today: date) -> list[str]:
    return [each.code for each in erasing.over(db, schedule, today)]


def everything(db: Session) -> list[str]:
    """Every sealed value of every table that belongs to a letter, opened."""
    found: list[str] = []
    for sealed in SEALED:
        if sealed.table in ("key_checks", "conversations", "inbox", "mailbox", "outbox"):
            continue  # what is no letter has terms of its own
        for row in table(db, sealed.table):
            for column in sealed.columns:
                if row[column] is not None:
                    found.append(
                        db.vault.open(sealed.table, sealed.row(row), column, cast("bytes", row[column])).decode()
                    )
    return found


async def test_nothing_that_the_sender_wrote_is_left_and_the_chain_still_holds(database: Database) -> None:
    await database.write(live)
    before = await database.read(everything)
    assert all(any(planted in value for value in before) for planted in ("Nguyễn Thị Hoa", "bịa đặt", "telegram:42"))
    assert await database.write(erasing.erase, "case1", "until 2028-10-14", "cli", LATER)
    left = await database.read(everything)
    assert [value for value in left if any(planted in value for planted in PLANTED)] == []
    assert await database.read(files.of_case, "case1") == []
    assert await database.read(files.trash) == ["ab" * 16]
    assert await database.read(audit.verify) == []
    life = await database.read(audit.life, "case1")
    assert (life[-1].what, life[-1].detail) == ("erased", {"rule": "until 2028-10-14"})
    assert "filed" in [entry.what for entry in life]


async def test_who_sent_it_is_found_by_nothing_any_more(database: Database) -> None:
    await database.write(live)
    talk = await database.write(conversations.find, "telegram", "42", "42", NOW)
    await database.write(erasing.erase, "case1", "x", "cli", LATER)
    assert await database.read(cases.of_person, "0912 345 678") == []
    assert await database.read(cases.of_owner, talk.owner) == []
    row = await database.read(cases.by_code, "TD-0000-0001")
    assert row is not None
    assert (row.erased_on, row.conversation) == (local_day(LATER), "")
    assert await database.read(sketches.of_case, "case1") == []


async def test_a_month_does_not_change_because_a_letter_is_erased(database: Database) -> None:
    async def counted() -> list[str]:
        while await database.write(tallies.fold):
            pass
        return sorted(str(row) for row in await database.read(table, "tallies"))

    await database.write(live)
    before = await counted()
    await database.write(erasing.erase, "case1", "x", "cli", LATER)
    assert before
    assert await counted() == before


async def test_only_what_has_ended_and_whose_years_have_passed_is_over(database: Database) -> None:
    await database.write(file_case)
    assert await database.read(over, YEARLY, date(2099, 1, 1)) == []
    await database.write(end, "answered", NOW)
    last = local_day(NOW).replace(year=local_day(NOW).year + 2)
    assert await database.read(over, YEARLY, last) == []
    assert await database.read(over, YEARLY, last + timedelta(days=1)) == ["TD-0000-0001"]
    assert await database.read(over, Schedule(), date(2099, 1, 1)) == []
    await database.write(erasing.erase, "case1", "x", "cli", LATER)
    assert await database.read(over, YEARLY, date(2099, 1, 1)) == []
    assert not await database.write(erasing.erase, "case1", "x", "cli", LATER)


async def test_what_somebody_still_waits_for_stays(database: Database) -> None:
    after = local_day(LATER) + timedelta(days=9)
    await database.write(file_case)
    await database.write(end, "archived", NOW)
    assert await database.write(erasing.hold, "case1", "Tòa án đang cần, công văn 12", "cli", NOW)
    assert not await database.write(erasing.hold, "case1", "lần nữa", "cli", NOW)
    assert await database.read(over, YEARLY, after) == []
    assert [each.reason for each in await database.read(erasing.held)] == ["Tòa án đang cần, công văn 12"]
    assert await database.write(erasing.release, "case1", "cli", NOW)
    await database.write(cases.ask_for, "case1", "data", "", NOW)
    assert await database.read(over, YEARLY, after) == []
    await database.write(cases.answer_request, "case1", "data", "o1", NOW, {})
    await database.write(
        lambda db: outbox.post(db, "telegram", "42", {}, NOW, origin=outbox.Origin("tell", case="case1"))
    )
    assert await database.read(over, YEARLY, after) == []


async def test_a_letter_of_another_is_left_alone(database: Database) -> None:
    def two(db: Session) -> None:
        file_case(db)
        other = replace(BASE, id="case2", code="TD-0000-0002", draft="draft2", account="43")
        cases.open_case(db, other)

    await database.write(two)
    await database.write(erasing.erase, "case1", "x", "cli", LATER)
    assert (await database.read(cases.letter, "case2"))["content"] == "Rác không ai dọn"
    assert len(await database.read(cases.persons, "case2")) == 1
