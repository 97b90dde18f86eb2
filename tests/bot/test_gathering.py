"""A place of staff is never buried under cards: of many letters it is told together, and of none it is not told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot import gathering
from bot.bodies import body_of, outgoing
from bot.house import House
from handlers.messages import Outgoing
from storage import cases, chats, gatherings, outbox, staff
from storage.database import Database
from storage.gatherings import Herald
from storage.outbox import Origin, OutboxItem
from storage.session import Session
from storage.staff import ConfigStaff
from tests.bot.test_reminding import make_house
from tests.storage.filing import file_case

NOON = datetime(2026, 10, 14, 5, 0, tzinfo=UTC)
MOST = 3
QUARTER = timedelta(minutes=15)
PEOPLE = [
    ConfigStaff("Cán bộ Một", "officer", ["P1"], ["telegram:7"]),
    ConfigStaff("Cán bộ Hai", "confidential", ["P1"], ["telegram:8"]),
]


def staffed(db: Session, *, room: bool = True) -> None:
    staff.sync_config(db, PEOPLE, [], NOON)
    if room:
        chats.bind(db, "P1", "telegram", "-100", "test", NOON)


def letters(
    db: Session, house: House, count: int, first: int = 0, kind: str = "kien_nghi_phan_anh", at: datetime = NOON
) -> list[OutboxItem]:
    """So many letters come, each with its card."""
    posted = []
    for number in range(first, first + count):
        case = file_case(db, id=f"c{number}", code=f"TD-0000-{number:04}", draft=f"d{number}", kind=kind).id
        posted += card(db, house, case, kind, at)
    return posted


def card(
    db: Session, house: House, case: str, kind: str, at: datetime, *, herald: bool = True, edit: bool = False
) -> list[OutboxItem]:
    origin = Origin("notice", case=case, unit="P1", kind=kind)
    slot, why = f"case:{case}", Herald("new", MOST) if herald else None
    body = body_of(Outgoing("đơn", slot=slot, edit=edit))
    return outbox.notify(db, body, at, house.reach, slot=slot, edit=edit, origin=origin, herald=why)


def texts(items: list[OutboxItem]) -> list[str]:
    return [outgoing(item.body).text for item in items]


async def test_beyond_so_many_cards_within_an_hour_one_message_tells_of_the_rest(database: Database) -> None:
    house = make_house()
    await database.write(staffed)
    assert len(await database.write(letters, house, 10)) == MOST
    # Not yet: others may still come.
    assert await database.write(gathering.pass_over, house, NOON + QUARTER - timedelta(seconds=1)) == []
    [told] = await database.write(gathering.pass_over, house, NOON + QUARTER)
    assert told.peer == "-100"
    assert "có thêm 7 đơn mới" in told.body["text"]
    # Told once; every letter stands in the work list all the same.
    assert await database.write(gathering.pass_over, house, NOON + 2 * QUARTER) == []
    assert len(await database.read(cases.waiting, ["P1"])) == 10


async def test_after_an_hour_letters_have_cards_again(database: Database) -> None:
    house, later = make_house(), NOON + timedelta(hours=1, seconds=1)
    await database.write(staffed)
    await database.write(letters, house, MOST)
    assert await database.write(letters, house, 1, MOST, at=NOON + timedelta(minutes=59)) == []
    # One that nobody was told of yet goes first.
    assert await database.write(letters, house, 1, MOST + 1, at=later) == []
    [told] = await database.write(gathering.pass_over, house, later + QUARTER)
    assert "có thêm 2 đơn mới" in told.body["text"]
    assert len(await database.write(letters, house, 1, MOST + 2, at=later + QUARTER)) == 1


async def test_what_somebody_has_taken_is_not_told_and_its_card_does_not_come_later(database: Database) -> None:
    house = make_house()
    await database.write(staffed)
    await database.write(letters, house, MOST + 1)
    await database.write(cases.move, f"c{MOST}", "taken", "o1", NOON, status="registered", officer="o1")
    gathered = await database.write(card, house, f"c{MOST}", "kien_nghi_phan_anh", NOON, herald=False, edit=True)
    assert gathered == []
    assert await database.write(gathering.pass_over, house, NOON + QUARTER) == []
    # A card that stands there changes in place.
    assert len(await database.write(card, house, "c0", "kien_nghi_phan_anh", NOON, herald=False, edit=True)) == 1


async def test_a_group_reads_kinds_only_from_three_denunciations_on(database: Database) -> None:
    house = make_house()
    await database.write(staffed)
    await database.write(letters, house, MOST)
    await database.write(letters, house, 4, 10)
    await database.write(letters, house, 2, 20, "to_cao")
    [told] = await database.write(gathering.pass_over, house, NOON + QUARTER)
    assert "6 đơn mới" in told.body["text"]
    assert "ố cáo" not in told.body["text"]
    assert "phản ánh" not in told.body["text"]
    await database.write(letters, house, 3, 30, "to_cao", NOON + QUARTER)
    [told] = await database.write(gathering.pass_over, house, NOON + 2 * QUARTER)
    assert "Tố cáo 3" in told.body["text"]


async def test_in_private_only_those_who_may_take_a_denunciation_hear_of_denunciations(database: Database) -> None:
    house = make_house()
    await database.write(staffed, room=False)
    await database.write(letters, house, MOST + 2)
    await database.write(letters, house, MOST + 3, 20, "to_cao")
    told = await database.write(gathering.pass_over, house, NOON + QUARTER)
    found = {(item.peer, item.body["text"].split(" có thêm ")[1].split(",")[0]) for item in told}
    assert found == {("7", "2 đơn mới"), ("8", "2 đơn mới"), ("8", "3 đơn mới")}


async def test_at_night_nobody_is_called_and_the_morning_tells_of_all(database: Database) -> None:
    house, night = make_house(), datetime(2026, 10, 14, 16, 0, tzinfo=UTC)
    await database.write(staffed)
    await database.write(letters, house, MOST + 5, at=night)
    assert await database.write(gathering.pass_over, house, night + timedelta(hours=3)) == []
    [told] = await database.write(gathering.pass_over, house, night + timedelta(hours=8))
    assert "Từ 23:00 14/10 có thêm 5 đơn mới" in told.body["text"]


async def test_who_is_asked_next_is_told_together_too(database: Database) -> None:
    house = make_house()
    await database.write(staffed)
    [officer, *_] = [row.id for row in await database.read(staff.everybody)]
    await database.write(letters, house, 5)

    def ask(db: Session) -> list[bool]:
        place = gatherings.person(officer)
        return [gatherings.shows(db, place, f"c{n}", Herald("waiting", MOST), NOON) for n in range(5)]

    assert await database.write(ask) == [True] * MOST + [False] * 2
    told = await database.write(gathering.pass_over, house, NOON + QUARTER)
    assert any("2 đơn đã quá giờ" in text for text in texts([item for item in told if item.purpose == "officer"]))
