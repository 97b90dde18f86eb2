"""Cases: opened once, found again, ended once."""

from __future__ import annotations

from storage import cases, conversations, files, search
from storage.database import Database
from storage.session import Session
from tests.storage.conftest import NOW
from tests.storage.filing import file_case


async def test_the_same_draft_twice_is_the_same_case(database: Database) -> None:
    first = await database.write(file_case)
    second = await database.write(file_case, id="case2", code="TD-0000-0002")
    assert (first.id, first.code, first.new) == ("case1", "TD-0000-0001", True)
    assert (second.id, second.code, second.new) == ("case1", "TD-0000-0001", False)


async def test_the_list_of_work_begins_with_what_is_due_first(database: Database) -> None:
    def several(db: Session) -> None:
        for number, (unit, due) in enumerate([("P1", "2026-10-30"), ("P2", "2026-10-20"), ("P3", "2026-10-10")]):
            name = str(number)
            file_case(db, id=name, code=name, draft=name, unit=unit, due_on=due)
        cases.move(db, "0", "taken", "o1", NOW, status="registered", officer="o1")

    await database.write(several)
    assert [row.unit for row in await database.read(cases.waiting, ["P1", "P2"])] == ["P2", "P1"]
    assert [row.unit for row in await database.read(cases.waiting, ["P1", "P2"], "o1")] == ["P1"]
    assert await database.read(cases.waiting, []) == []
    await database.write(cases.move, "1", "answered", "o1", NOW, status="answered")
    assert [row.unit for row in await database.read(cases.waiting, ["P1", "P2"])] == ["P1"]
    assert [row.id for row in await database.read(cases.recent, ["P1", "P2"])] == ["0", "1"]


async def test_joined_accounts_share_their_cases(database: Database) -> None:
    await database.write(file_case, "1")

    def join(db: Session) -> str:
        one = conversations.find(db, "telegram", "1", "1", NOW)
        other = conversations.find(db, "web", "w", "w", NOW)
        assert cases.of_owner(db, other.owner) == []
        conversations.make_link_word(db, "ABCDEFGHJK", other.owner, NOW.replace(hour=23))
        assert conversations.join(db, "WRONGWORD1", one.owner, NOW) is None
        assert conversations.join(db, "abcdefghjk", one.owner, NOW) == other.owner
        assert conversations.join(db, "ABCDEFGHJK", one.owner, NOW) is None
        return other.owner

    owner = await database.write(join)
    assert [row.id for row in await database.read(cases.of_owner, owner)] == ["case1"]


async def test_files_of_a_filed_draft_cannot_be_dropped(database: Database) -> None:
    def file_with_photo(db: Session) -> None:
        files.add(db, "a1", "draft1", "photo", {"name": "x"}, NOW)
        file_case(db)
        files.add(db, "a2", "draft1", "photo", {"name": "y"}, NOW)
        files.drop(db, "draft1")

    await database.write(file_with_photo)
    assert [file.id for file in await database.read(files.of_case, "case1")] == ["a1", "a2"]


async def test_a_sender_is_found_by_a_part_of_the_name_typed_without_marks(database: Database) -> None:
    def look(db: Session, wanted: str) -> list[str]:
        file_case(db)
        scan = search.by_words(db, ["P1"], ["kien_nghi_phan_anh"], wanted, people=True)
        assert not scan.more
        return [row.code for row in scan.found]

    assert await database.write(look, "thi hoa") == ["TD-0000-0001"]
    assert await database.write(look, "khong ai don") == ["TD-0000-0001"]
    assert await database.write(look, "thi huong") == []
