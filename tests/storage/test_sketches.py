"""Letters about the same thing are found in the same unit; nothing of a denunciation is stored for it."""

from __future__ import annotations

from datetime import timedelta

from cases.dates import local_day
from storage import cases, casework, follows, sketches
from storage.database import Database
from storage.session import Row, Session
from tests.storage.conftest import NOW
from tests.storage.filing import file_case

LAMP = "Đèn đường ngõ 58 Trần Thái Tông tắt cả tháng nay, tối om, các cháu đi học về rất nguy hiểm"
AGAIN = "den duong ngo 58 tran thai tong tat ca thang nay, toi om"
PLACE = "ngõ 58 Trần Thái Tông"


def filed(db: Session, number: int, content: str, kind: str = "kien_nghi_phan_anh", **changes: object) -> str:
    changes = {"unit": "P1", "topic": "giao_thong_ha_tang", **changes}
    case = file_case(
        db, f"{number}", id=f"case{number}", code=f"TD-0000-000{number}", draft=f"draft{number}", kind=kind, **changes
    ).id
    sketches.keep(db, case, kind, content, PLACE)  # type: ignore[arg-type]
    return case


def rows(db: Session) -> list[Row]:
    return list(db.run("sketches_near", unit="P1", since="", until="9999", most=100))


async def test_earlier_letters_of_the_unit_about_the_same_thing_are_found(database: Database) -> None:
    def work(db: Session) -> None:
        first = filed(db, 1, LAMP)
        filed(db, 2, "Rác chợ tạm hôi thối, mong xe thu gom", topic="moi_truong")
        filed(db, 3, AGAIN, unit="P2")
        mine = filed(db, 4, AGAIN)
        assert [each.case for each in sketches.of_case(db, mine)] == [first]
        found = sketches.of_words(db, "P1", "giao_thong_ha_tang", AGAIN, PLACE, local_day(NOW))
        assert {each.code for each in found} == {"TD-0000-0001", "TD-0000-0004"}
        assert len({each.owner for each in found}) == 2

    await database.write(work)


async def test_a_later_letter_is_not_an_earlier_one(database: Database) -> None:
    def work(db: Session) -> None:
        mine = filed(db, 1, LAMP)
        filed(db, 2, AGAIN, received_at=NOW + timedelta(days=3))
        assert sketches.of_case(db, mine) == []

    await database.write(work)


async def test_nothing_of_a_denunciation_is_stored_or_found(database: Database) -> None:
    def work(db: Session) -> None:
        filed(db, 1, LAMP, kind="to_cao")
        assert rows(db) == []
        petition = filed(db, 2, LAMP)
        assert len(rows(db)) == 1
        # an officer finds that it is a denunciation
        sketches.keep(db, petition, "to_cao", LAMP, PLACE)
        assert db.one("sketches_one", case_id=petition) is None
        assert rows(db) == []

    await database.write(work)


async def test_what_officers_find_to_be_a_denunciation_or_none_is_forgotten_or_found_again(database: Database) -> None:
    def work(db: Session) -> None:
        filed(db, 1, LAMP)
        mine = filed(db, 2, LAMP)
        for kind, kept in (("to_cao", False), ("kien_nghi_phan_anh", True)):
            casework.reclassify(db, mine, kind, "giao_thong_ha_tang", "2026-12-01", "r", "xem lại", "o1", NOW)
            assert (db.one("sketches_one", case_id=mine) is not None) == kept

    await database.write(work)


async def test_who_follows_is_put_into_one_matter_and_hears_once_of_each_status(database: Database) -> None:
    def work(db: Session) -> None:
        first, mine, third = (
            filed(db, n, words, received_at=NOW + timedelta(days=n)) for n, words in ((1, LAMP), (2, AGAIN), (3, AGAIN))
        )
        assert (follows.others(db, first), follows.others(db, mine), follows.company(db, mine)) == (0, 1, None)
        assert follows.begin(db, mine, "resident", NOW)
        assert not follows.begin(db, first, "resident", NOW)
        assert follows.company(db, mine) == 1
        assert casework.related(db, first) == [mine]
        assert follows.begin(db, third, "resident", NOW)
        assert [follows.company(db, case) for case in (mine, third)] == [2, 2]
        assert set(follows.news(db, first, "forwarded")) == {mine, third}
        assert follows.news(db, first, "forwarded") == []
        assert follows.news(db, mine, "answered") == [third]
        # Whose own letter has its outcome waits for nothing more.
        cases.move(db, third, "answered", "anna", NOW, status="answered", officer="anna", outcome_on="2026-10-05")
        assert follows.news(db, first, "answered") == [mine]

    await database.write(work)


async def test_a_denunciation_is_followed_by_nobody_and_leaves_what_it_followed(database: Database) -> None:
    def work(db: Session) -> None:
        first, mine = filed(db, 1, LAMP), filed(db, 2, AGAIN)
        follows.begin(db, mine, "resident", NOW)
        for case in (mine, first):
            casework.reclassify(db, case, "to_cao", "khac", "2026-10-19", "d", "tố người cụ thể", "anna", NOW)
            assert follows.company(db, case) is None
        assert db.one("follows_one", case_id=mine) is None
        assert casework.related(db, first) == []
        assert follows.news(db, first, "forwarded") == []
        assert (follows.others(db, filed(db, 3, AGAIN)), follows.begin(db, first, "resident", NOW)) == (0, False)

    await database.write(work)


async def test_a_complaint_of_another_is_no_company_for_a_petition(database: Database) -> None:
    def work(db: Session) -> None:
        filed(db, 1, LAMP, kind="khieu_nai")
        mine = filed(db, 2, AGAIN)
        assert (follows.others(db, mine), follows.begin(db, mine, "resident", NOW)) == (0, False)

    await database.write(work)
