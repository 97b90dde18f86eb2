"""What officers do with a letter: what is kept of it, and that the tallies follow."""

from __future__ import annotations

from datetime import date, timedelta

from cases.counts import count
from cases.dates import local_day
from cases.kinds import OPEN_STATUSES
from cases.periods import parse
from cases.recount import compare
from cases.sums import Unit
from cases.tallied import tallied
from storage import audit, cases, casework, counts, details, tallies
from storage.authorities import Authority, offered
from storage.authorities import sync_config as offer
from storage.casework import Child, Referral
from storage.database import Database
from storage.session import Session
from tests.storage.conftest import NOW
from tests.storage.filing import file_case

TREE = (
    Unit("HN", "Hà Nội", "thanh_pho"),
    Unit("P1", "Phường Một", "phuong", "HN"),
    Unit("P2", "Phường Hai", "phuong", "HN"),
)
TODAY = date(2026, 10, 30)


def proven(db: Session) -> bool:
    """Whether tallies and letters tell the same, every check holds, and every chain is whole."""
    period = parse("2026-10", "civil")
    ends = ("2026-10-01", "2026-10-31")
    figures, lives = count(counts.rows(db, *ends), period, TREE, "HN", TODAY)
    entries, lexicon = tallies.entries(db, period.first, period.last, TODAY)
    kin = tallies.kin(db, period.first, period.last, lexicon)
    told = counts.registers(db, *ends)
    check = compare(
        figures,
        lives,
        tallied(entries, lexicon, kin, period, TREE, "HN", told),
        tallies.stale(db, counts.by_id(db, *ends)),
    )
    return check.ok and not figures.failed and audit.verify(db) == []


async def test_a_corrected_letter_is_counted_where_it_belongs_and_both_kinds_are_kept(database: Database) -> None:
    def correct(db: Session) -> None:
        file_case(db)
        cases.move(db, "case1", "guided", "o1", NOW, status="guided")
        cases.move(db, "case1", "reopened", "o1", NOW + timedelta(days=1), status="registered")
        casework.judge(db, "case1", True, None, "o1", NOW)
        casework.reclassify(db, "case1", "khieu_nai", "dat_dai", "2026-10-29", "r", "xin xem lại", "o1", NOW)

    await database.write(correct)
    assert await database.read(proven)
    row = await database.read(cases.by_id, "case1")
    assert row is not None
    assert (row.kind, row.topic, row.due_on, row.eligible) == ("khieu_nai", "dat_dai", date(2026, 10, 29), None)
    [kept] = await database.read(casework.corrections)
    sorted_by = await database.read(details.sorted_kinds, "2026-01-01", "2026-12-31", {row.unit})
    assert sorted_by == {(row.proposed_kind, "khieu_nai"): 1}
    assert not await database.read(details.sorted_kinds, "2026-01-01", "2026-12-31", {"elsewhere"})
    assert (kept.old_kind, kept.new_kind, kept.by, kept.reason) == (
        "kien_nghi_phan_anh",
        "khieu_nai",
        "o1",
        "xin xem lại",
    )
    assert kept.text == "Rác không ai dọn"


async def test_a_transferred_letter_keeps_its_code_and_dates_and_moves_the_counts(database: Database) -> None:
    def transfer(db: Session) -> None:
        file_case(db)
        cases.move(db, "case1", "taken", "o1", NOW, status="registered", officer="o1")
        casework.transfer(db, "case1", "P2", "thuộc địa bàn phường kia", "o1", NOW)

    await database.write(transfer)
    row = await database.read(cases.by_id, "case1")
    assert row is not None
    assert (row.code, row.unit, row.officer, row.due_on) == ("TD-0000-0001", "P2", "", date(2026, 10, 28))
    assert await database.read(proven)
    assert [each.unit for each in await database.read(cases.waiting, ["P2"])] == ["P2"]
    day = local_day(NOW)
    [lay] = await database.read(counts.rows, day.isoformat(), day.isoformat())
    evening_before = lay.at_end_of(day - timedelta(days=1))
    assert (lay.at_end_of(day).unit, evening_before.unit) == ("P2", "P1"), "a period that is over does not change"


async def test_a_split_letter_is_handled_and_never_eligible_and_its_parts_are_received(database: Database) -> None:
    def split(db: Session) -> None:
        file_case(db)
        parts = [
            Child("c1", "TD-0000-0011", "kien_nghi_phan_anh", "moi_truong", "2026-10-28", "r", {"content": "Rác"}),
            Child("c2", "TD-0000-0012", "to_cao", "moi_truong", "2026-10-21", "r", {"content": "Thu tiền"}),
        ]
        casework.split(db, "case1", parts, "o1", NOW)
        cases.move(db, "case1", "split", "o1", NOW, status="split")

    await database.write(split)
    assert await database.read(proven)
    whole, part = await database.read(cases.by_id, "case1"), await database.read(cases.by_id, "c2")
    assert whole is not None
    assert part is not None
    assert (whole.status, whole.secret, whole.eligible) == ("split", True, False)
    assert (part.parent, part.received_on, part.status in OPEN_STATUSES) == (whole.code, whole.received_on, True)
    assert (await database.read(cases.letter, "c2"))["content"] == "Thu tiền"
    assert await database.read(cases.persons, "c2") == await database.read(cases.persons, "case1")
    assert await database.read(cases.of_person, "Nguyễn Thị Hoa") != []
    assert set(await database.read(casework.related, "case1")) == {"c1", "c2"}
    assert await database.read(casework.related, "c1") == ["case1"]


async def test_a_repeat_and_a_joined_letter_are_one_matter(database: Database) -> None:
    def link(db: Session) -> str:
        for number in range(1, 5):
            file_case(db, id=f"k{number}", code=f"TD-0000-000{number}", draft=f"d{number}")
        casework.duplicate(db, "k2", "k1", "o1", NOW)
        cases.move(db, "k2", "duplicate", "o1", NOW, status="duplicate")
        first = casework.join(db, "k3", "k1", "o1", NOW)
        assert casework.join(db, "k4", "k3", "o1", NOW) == first
        return first

    assert await database.write(link) == "VV-0000-0001"
    assert set(await database.read(casework.related, "k2")) == {"k1", "k3", "k4"}
    assert {row.matter for row in await database.read(counts.rows, "2026-10-01", "2026-10-31")} == {"m:VV-0000-0001"}
    assert await database.read(proven)


async def test_an_authority_that_owes_an_answer_is_listed_until_it_comes(database: Database) -> None:
    def forward(db: Session) -> None:
        file_case(db)
        cases.move(db, "case1", "forwarded", "o1", NOW, status="forwarded")
        casework.refer(db, "case1", Referral("UBND", "ubnd", "12/MT", "2026-10-14", "2026-10-20", "kien-nghi-reply"))

    await database.write(forward)
    assert await database.read(casework.chased, ["P1"], "2026-10-20") == []
    assert await database.read(casework.chased, ["P1"], "2026-10-21") == ["case1"]
    assert await database.read(casework.chased, ["P2"], "2026-10-21") == []
    for day in ("2026-10-21", "2026-10-23"):
        await database.write(casework.urge, "case1", day, "o1", NOW, {})
    row = await database.read(cases.by_id, "case1")
    assert row is not None
    assert [day.day for day in row.urged_on] == [21, 23]
    await database.write(casework.reply, "case1", "2026-10-24", True, "o1", NOW, {"number": "5/UBND"})
    assert await database.read(casework.chased, ["P1"], "2026-10-30") == []
    assert await database.read(proven)
    [counted] = await database.read(counts.rows, "2026-10-01", "2026-10-31")
    assert (counted.replied_on, counted.resolved_on) == ("2026-10-24", "2026-10-24")


async def test_who_steps_back_has_the_letter_no_more(database: Database) -> None:
    def step_back(db: Session) -> None:
        file_case(db)
        cases.move(db, "case1", "taken", "o1", NOW, status="registered", officer="o1")
        casework.bar(db, "case1", "o1", "self", NOW)
        casework.bar(db, "case1", "o1", "self", NOW)

    await database.write(step_back)
    row = await database.read(cases.by_id, "case1")
    assert row is not None
    assert (row.officer, row.barred) == ("", ("o1",))


async def test_what_the_sender_adds_ends_the_waiting(database: Database) -> None:
    def ask(db: Session) -> None:
        file_case(db)
        casework.ask(db, "case1", "o1", NOW, {"missing": "name"})

    await database.write(ask)
    row = await database.read(cases.by_id, "case1")
    assert row is not None
    assert row.waits_since == date(2026, 10, 14)
    await database.write(cases.add_words, "case1", "d9", "Tôi tên là Hoa", "resident", NOW)
    row = await database.read(cases.by_id, "case1")
    assert row is not None
    assert row.waits_since is None


async def test_only_the_authorities_of_the_config_are_offered(database: Database) -> None:
    one, two = Authority("a", "UBND phường", topics=("dat_dai",)), Authority("b", "Công an phường", unit="P1")
    await database.write(offer, [one, two])
    await database.write(offer, [two])
    assert await database.read(offered) == [two]


async def test_an_enclosure_with_an_identity_is_followed_from_hand_to_hand(database: Database) -> None:
    await database.write(file_case)
    await database.write(casework.hand_over, "case1", "Chánh Thanh tra thành phố", "2026-10-20", "o1", NOW)
    [kept] = await database.read(casework.handovers, "case1")
    assert (kept.receiver, kept.on_day, kept.by) == ("Chánh Thanh tra thành phố", "2026-10-20", "o1")
