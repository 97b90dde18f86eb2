"""The work list and the search, on both databases."""

from __future__ import annotations

from datetime import date, timedelta

from cases.codes import code_of
from storage import cases, casework, conversations, search, worklist
from storage.cases import NewCase
from storage.database import Database
from storage.session import Session
from tests.storage.conftest import NOW

UNITS = ["P01", "P02"]
PLAIN = ["kien_nghi_phan_anh", "khieu_nai", "khac"]
TODAY = date(2026, 10, 14)


def put(db: Session, n: int, *, unit: str = "P01", due: int = 5, kind: str = "kien_nghi_phan_anh", **more: str) -> str:
    talk = conversations.find(db, "web", f"w{n}", f"w{n}", NOW)
    code = code_of(f"case {n:02}".encode())
    new = NewCase(
        id=f"c{n}",
        code=code,
        draft=f"d{n}",
        conversation=talk.id,
        owner=talk.owner,
        channel="web",
        account=f"w{n}",
        unit=unit,
        kind=kind,
        topic="khac",
        proposed_kind=kind,
        urgent=False,
        anonymous=False,
        received_at=NOW + timedelta(minutes=n),
        due_on=(TODAY + timedelta(days=due)).isoformat(),
        due_rule="r",
        language="vi",
        consent_version="1",
        consent_at=NOW,
        letter={"content": more.get("content", "Đèn đường hỏng"), "place": "tổ 4"},
        persons=[{"role": "sender", "name": "Vũ Thị Lành", "contact": more.get("contact", "0912 345 678")}],
    )
    cases.open_case(db, new)
    if officer := more.get("officer"):
        cases.move(db, new.id, "taken", officer, NOW, status="registered", officer=officer)
    if outcome := more.get("outcome"):
        cases.move(db, new.id, outcome, "o1", NOW, status=outcome)
    return code


def some(db: Session) -> None:
    put(db, 1, due=-2)
    put(db, 2, due=0, officer="o1")
    put(db, 3, unit="P02", due=3, officer="o1")
    put(db, 4, unit="P09", due=-1)
    put(db, 5, outcome="answered")


async def test_every_group_of_the_work_list_counts_what_its_page_shows(database: Database) -> None:
    await database.write(some)
    counts = await database.read(worklist.counts, UNITS, "o1", TODAY)
    assert counts == worklist.Counts(waiting=3, overdue=1, today=1, free=1, mine=2)
    eve = TODAY - timedelta(days=1)
    pages = {
        "waiting": await database.read(worklist.page, UNITS),
        "overdue": await database.read(worklist.page, UNITS, until=eve),
        "today": await database.read(worklist.page, UNITS, since=TODAY, until=TODAY),
        "free": await database.read(worklist.page, UNITS, officer=""),
        "mine": await database.read(worklist.page, UNITS, officer="o1"),
    }
    assert {name: len(rows) for name, rows in pages.items()} == {n: getattr(counts, n) for n in pages}
    assert [row.id for row in pages["waiting"]] == ["c1", "c2", "c3"]
    assert [row.id for row in await database.read(worklist.done, UNITS)] == ["c5"]
    assert await database.read(worklist.counts, [], "o1", TODAY) == worklist.Counts(0, 0, 0, 0, 0)


async def test_a_letter_that_an_officer_is_in_is_neither_counted_nor_listed_for_them(database: Database) -> None:
    await database.write(some)
    await database.write(lambda db: casework.bar(db, "c1", "o1", "self", NOW))
    await database.write(lambda db: casework.bar(db, "c5", "o1", "self", NOW))
    for officer, open_now, late, free, ended in (("o1", 2, 0, 0, []), ("o2", 3, 1, 1, ["c5"])):
        found = await database.read(worklist.counts, UNITS, officer, TODAY)
        listed = await database.read(lambda db, me=officer: worklist.page(db, UNITS, me=me))
        over = await database.read(lambda db, me=officer: worklist.done(db, UNITS, me=me))
        assert (found.waiting, found.overdue, found.free) == (open_now, late, free)
        assert (len(listed), [row.id for row in over]) == (open_now, ended)


async def test_pages_of_the_work_list_follow_one_another_without_gap_or_double(database: Database) -> None:
    await database.write(lambda db: [put(db, n, due=n % 3) for n in range(7)])
    seen = []
    for skip in (0, 3, 6):
        seen += [row.id for row in await database.read(worklist.page, UNITS, skip=skip, limit=3)]
    assert len(seen) == 7
    assert sorted(seen) == [f"c{n}" for n in range(7)]


async def test_a_case_is_found_by_its_code_or_a_part_of_it_and_by_its_sender(database: Database) -> None:
    code = await database.write(put, 1)
    await database.write(lambda db: put(db, 2, unit="P09"))
    for typed in (code, code.lower().replace("-", ""), code[3:7], code[-4:]):
        assert [row.code for row in await database.read(search.by_code, UNITS, typed)] == [code], typed
    for typed in ("Vũ Thị Lành", "vũ thị  lành", "0912345678", "+84 912 345 678"):
        assert [row.code for row in await database.read(search.by_person, UNITS, typed)] == [code], typed
    assert await database.read(search.by_person, UNITS, "Vũ Thị") == []
    assert await database.read(search.by_code, ["P07"], code) == []


async def test_words_are_found_without_marks_in_a_bounded_number_of_letters(database: Database) -> None:
    def write(db: Session) -> None:
        put(db, 1, content="Cống trước nhà bị vỡ")
        put(db, 2, content="Đèn đường hỏng")
        put(db, 3, content="Cống thoát nước", unit="P09")
        put(db, 4, content="Tố cáo cán bộ, cống", kind="to_cao")

    await database.write(write)
    found = await database.read(lambda db: search.by_words(db, UNITS, PLAIN, "cong VO"))
    assert [row.id for row in found.found] == ["c1"]
    assert (found.read, found.more) == (2, False)
    first = await database.read(lambda db: search.by_words(db, UNITS, PLAIN, "cống", limit=1))
    assert (first.found, first.read, first.more) == ((), 1, True)
    rest = await database.read(lambda db: search.by_words(db, UNITS, PLAIN, "cống", skip=1, limit=1))
    assert [row.id for row in rest.found] == ["c1"]
    secret = await database.read(lambda db: search.by_words(db, UNITS, ["to_cao"], "cống"))
    assert [row.id for row in secret.found] == ["c4"]


async def test_looking_at_a_case_is_no_change_of_it(database: Database) -> None:
    from storage import audit

    await database.write(put, 1)
    before = await database.read(worklist.changes_of, "c1")
    newest = await database.read(worklist.newest_change)
    await database.write(audit.append, "c1", "opened", "o1", NOW)
    assert await database.read(worklist.changes_of, "c1") == before
    assert await database.read(worklist.newest_change) > newest
    await database.write(lambda db: cases.move(db, "c1", "taken", "o1", NOW, status="registered", officer="o1"))
    assert await database.read(worklist.changes_of, "c1") == before + 1
