"""What is at hand of the newest letters is what the database holds, whatever happens to them and whoever does it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from datetime import timedelta
from random import Random

import pytest

from storage import cases, casework, conversations, erasing, sketchbook, sketches
from storage.database import Database
from storage.session import Session
from storage.sketchbook import Sketchbook, Sketched, sketched
from storage.vault import Vault
from tests.storage.conftest import NOW
from tests.storage.filing import file_case

UNITS = ("P1", "P2", "P3")
LAMP = "Đèn đường ngõ 58 tắt cả tháng nay, tối om"


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small enough to be reached."""
    monkeypatch.setattr(sketchbook, "LETTERS_OF_A_UNIT", 5)


def filed(db: Session, number: int, unit: str = "P1", minutes: int = 0, account: str = "") -> str:
    case = f"case{number}"
    at = NOW + timedelta(minutes=minutes or number, microseconds=number)
    changes = {"id": case, "code": f"TD-{number}", "draft": f"draft{number}", "unit": unit, "received_at": at}
    file_case(db, account or str(number), **changes)
    sketches.keep(db, case, "kien_nghi_phan_anh", LAMP, "ngõ 58")
    return case


def stored(db: Session, unit: str) -> list[Sketched]:
    return sketched(db.run("sketches_newest", unit=unit, most=5))


def check(db: Session, book: Sketchbook) -> None:
    for unit in UNITS:
        assert book.newest(db, unit) == stored(db, unit)


class Undone(Exception):
    pass


async def test_what_is_at_hand_is_what_is_stored_after_any_change_and_any_that_was_undone(database: Database) -> None:
    chance, ids, books = Random(40), iter(range(1, 1000)), (Sketchbook(), Sketchbook())
    there: list[str] = []

    def file(db: Session) -> None:
        number = next(ids)
        there.append(filed(db, number, chance.choice(UNITS[:2]), chance.choice((0, 3, 7)), str(number % 7)))

    def sort(db: Session) -> None:
        kind = chance.choice(("to_cao", "khieu_nai", "kien_nghi_phan_anh"))
        casework.reclassify(db, chance.choice(there), kind, "khac", "2026-12-01", "r", "xem lại", "anna", NOW)

    def give(db: Session) -> None:
        casework.transfer(db, chance.choice(there), chance.choice(UNITS), "nhầm nơi", "anna", NOW)

    def erase(db: Session) -> None:
        case = chance.choice(there)
        cases.move(db, case, "archived", "anna", NOW, status="archived", officer="anna", outcome_on="2026-10-15")
        erasing.erase(db, case, "test", "anna", NOW)

    def link(db: Session) -> None:
        one, other = (conversations.find(db, "telegram", str(n), str(n), NOW).owner for n in chance.sample(range(7), 2))
        word = f"WORD{next(ids):06}"
        conversations.make_link_word(db, word, other, NOW + timedelta(hours=1))
        conversations.join(db, word, one, NOW)

    whats: tuple[Callable[[Session], None], ...] = (file, file, file, sort, give, erase, link)

    def work(db: Session, undone: bool) -> None:
        for _ in range(chance.choice((1, 1, 2))):
            chance.choice(whats if there else (file,))(db)
            if chance.random() < 0.5:
                check(db, books[0])
        if undone:
            raise Undone

    for _ in range(80):
        before = len(there)
        try:
            await database.write(work, chance.random() < 0.2)
        except Undone:
            del there[before:]
        for book in books if chance.random() < 0.3 else books[:1]:
            await database.write(check, book)
    assert len({each.unit for unit in UNITS for each in await database.read(stored, unit)}) == 3


async def test_of_several_that_share_a_commit_one_that_is_undone_leaves_nothing(database: Database) -> None:
    book = Sketchbook()

    def one(db: Session, number: int) -> list[str]:
        filed(db, number)
        found = [each.case for each in book.newest(db, "P1")]
        if number == 2:
            raise Undone
        return found

    await database.write(check, book)
    found = await asyncio.gather(*(database.write(one, n) for n in (1, 2, 3)), return_exceptions=True)
    assert isinstance(found[1], Undone)
    assert all("case2" not in each for each in found if isinstance(each, list))
    await database.write(check, book)


async def test_a_letter_whose_transaction_is_committed_after_a_later_one_is_not_missed(
    postgres_url: str, vault: Vault
) -> None:
    slow, quick = await Database.open(postgres_url, vault), await Database.open(postgres_url, vault)
    book, begun, go = Sketchbook(), threading.Event(), threading.Event()

    def late(db: Session) -> None:
        filed(db, 1)
        db.one("sketches_last")  # what was sent has been done
        begun.set()
        assert go.wait(20)

    try:
        await quick.write(check, book)
        writing = asyncio.create_task(slow.write(late))
        assert await asyncio.to_thread(begun.wait, 20)
        await quick.write(filed, 2)
        await quick.write(check, book)
        go.set()
        await writing
        assert [each.case for each in await quick.write(book.newest, "P1")] == ["case2", "case1"]
        await quick.write(check, book)
    finally:
        go.set()
        await slow.close()
        await quick.close()


async def test_after_a_while_or_after_very_many_changes_all_is_read_anew(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 0.0
    book = Sketchbook(lambda: now)

    def unseen(db: Session) -> None:
        """A change that no chain tells of, as none should be."""
        db.script("UPDATE sketches SET words = x'00' WHERE case_id = 'case1'")

    await sqlite.write(filed, 1)
    await sqlite.write(check, book)
    await sqlite.write(unseen)
    assert (await sqlite.write(book.newest, "P1"))[0].words != b"\0"
    now = sketchbook.KEPT_SECONDS
    await sqlite.write(check, book)
    await sqlite.write(unseen)
    monkeypatch.setattr(sketchbook, "LINKS_AT_MOST", 20)
    monkeypatch.setattr(sketchbook, "LOOK_BACK", 5)
    for number in range(2, 26):
        await sqlite.write(filed, number)
    await sqlite.write(check, book)


async def test_no_more_is_held_than_so_many_letters(sqlite: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sketchbook, "LETTERS_AT_MOST", 7)
    book = Sketchbook()
    for number in range(1, 11):
        await sqlite.write(filed, number, UNITS[number % 2])
    await sqlite.write(check, book)
    assert list(book._state.pages) == ["P2", "P3"]
