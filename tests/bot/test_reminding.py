"""No date passes unnoticed, none is told twice, nobody is flooded: whatever the clock does between two looks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import duedates, reminding
from bot.bodies import outgoing
from bot.house import House, SecretIds, UnitTree
from bot.law import Laws
from bot.mornings import Morning, ready
from bot.reminding import STEP, pass_over
from cases.calendar import Calendar
from cases.dates import VIETNAM
from cases.reminding import POINTS, Point, days_left, points_by
from handlers.ports import Place, Policy
from locales import Locales
from storage import audit, cases, casework, clocks, counts, days, detours, outbox, reminders, staff, surveys, timers
from storage.casework import Child, Referral
from storage.database import Database
from storage.outbox import OutboxItem
from storage.session import Session
from storage.staff import ConfigStaff
from tests.bot.turn_house import UNITS, NoFigures, find_units
from tests.fuzz import examples
from tests.storage.filing import BASE, file_case

WORDS = Locales()
RECEIVED = datetime(2026, 10, 14, 2, 30, tzinfo=UTC)  # a Wednesday; the committee's date is 28 October


def at(day: str, clock: str = "09:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}:00").replace(tzinfo=VIETNAM).astimezone(UTC)


def make_house() -> House:
    return House(
        units=UnitTree(UNITS, find_units, lambda: date(2026, 10, 14)),
        words=WORDS,
        ids=SecretIds(),
        figures=lambda db, today: NoFigures(),
        committee=Place("MTTQ", "024 1234", "1 Phố", "8-17"),
        policy=Policy(),
        channels=frozenset({"telegram", "web"}),
    )


def fill(db: Session) -> str:
    """One officer of the ward, a chat of the ward and one of the district, and a case that is the officer's."""
    people = [ConfigStaff("Cán bộ Một", "officer", ["P1"], ["telegram:7"])]
    staff.sync_config(db, people, [("P1", "telegram:-100"), ("Q1", "telegram:-200")], RECEIVED)
    case = file_case(db).id
    officer = staff.everybody(db)[0].id
    cases.move(db, case, "taken", officer, RECEIVED, status="registered", officer=officer)
    return case


def said(items: list[OutboxItem]) -> dict[str, str]:
    """What each chat got, by its address; a chat that got two messages fails."""
    found: dict[str, str] = {}
    for item in items:
        assert item.peer not in found
        found[item.peer] = outgoing(item.body).text
    return found


async def look(database: Database, moment: datetime, house: House | None = None) -> dict[str, str]:
    return said(
        [
            item
            for item in await pass_over(database, house or make_house(), Morning(), moment)
            if "☀️" not in item.body["text"]
        ]
    )


async def test_a_date_is_told_before_on_and_after_it_in_widening_circles_each_time_once(database: Database) -> None:
    await database.write(fill)
    house = make_house()
    heard: dict[str, set[str]] = {}
    day = date(2026, 10, 15)
    while day < date(2026, 11, 6):
        for clock in ("06:45", "09:00", "20:00"):
            for peer in await look(database, at(day.isoformat(), clock), house):
                heard.setdefault(day.isoformat(), set()).add(peer)
        day += timedelta(days=1)
    assert heard == {
        "2026-10-26": {"7"},
        "2026-10-28": {"7", "-100"},
        "2026-10-29": {"7", "-100", "-200"},
        "2026-11-04": {"-100", "-200"},
    }


async def test_a_clock_that_jumps_by_weeks_tells_only_the_latest_point(database: Database) -> None:
    await database.write(fill)
    told = await look(database, at("2026-11-13"))
    assert set(told) == {"-100", "-200"}
    assert "Quá hạn 12 ngày làm việc" in told["-100"]
    assert await look(database, at("2026-11-13", "15:00")) == {}
    # and back again: nothing that was passed by is dug up
    assert await look(database, at("2026-10-28")) == {}


async def test_for_thousands_of_letters_that_end_on_one_day_its_points_are_counted_once(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[date] = []

    def count(due: date, whose: str, calendar: Calendar, today: date) -> list[Point]:
        counted.append(due)
        return points_by(due, whose, calendar, today)

    def several(db: Session) -> None:
        fill(db)
        for number in range(2, 12):
            file_case(db, id=f"case{number}", code=f"TD-0000-{number:04}", draft=f"draft{number}")

    await sqlite.write(several)
    monkeypatch.setattr(reminding, "points_by", count)
    told = await look(sqlite, at("2026-11-13"))
    assert told["-100"].count("TD-0000-") >= 10
    assert len(counted) == 2  # for what is untold, and for what is noted


async def test_quiet_hours_hold_a_reminder_until_the_morning(database: Database) -> None:
    await database.write(fill)
    assert await look(database, at("2026-10-26", "05:00")) == {}
    assert await look(database, at("2026-10-25", "23:00")) == {}
    assert set(await look(database, at("2026-10-26", "06:31"))) == {"7"}


async def test_a_restart_forgets_nothing_and_tells_nothing_twice(database: Database) -> None:
    await database.write(fill)
    assert await look(database, at("2026-10-28"), make_house())
    assert await look(database, at("2026-10-28"), make_house()) == {}


async def test_a_case_without_an_officer_or_with_one_who_is_gone_is_told_to_the_unit(database: Database) -> None:
    await database.write(fill)
    await database.write(detours.lane_gone, "telegram", "7", "blocked", RECEIVED, make_house().reach)
    assert set(await look(database, at("2026-10-26"))) == {"-100"}


async def test_many_dates_at_once_are_one_message_to_each(database: Database) -> None:
    def many(db: Session) -> None:
        fill(db)
        for n in range(40):
            file_case(db, id=f"c{n}", code=f"TD-0000-1{n:03d}", draft=f"d{n}")

    await database.write(many)
    told = await look(database, at("2026-12-21"))
    assert set(told) == {"-100", "-200"}
    assert "và 21 đơn khác" in told["-100"]


async def test_an_answer_given_in_time_ends_the_committees_clock_and_starts_the_authoritys(database: Database) -> None:
    case = await database.write(fill)
    house = make_house()
    await look(database, at("2026-10-15"), house)

    def forward(db: Session) -> None:
        cases.move(db, case, "forwarded", "x", at("2026-10-20"), status="forwarded", outcome_on="2026-10-20")
        duedates.follow(db, house.laws.of(db), case, at("2026-10-20"))

    await database.write(forward)
    rows = await database.read(clocks.of_case, case)
    assert [(row.whose, row.rule, row.state, row.due_on.isoformat()) for row in rows] == [
        ("front", "kien-nghi-notice", "met", "2026-10-28"),
        ("authority", "kien-nghi-reply", "open", "2026-11-10"),
    ]
    assert await look(database, at("2026-10-29"), house) == {}
    told = await look(database, at("2026-11-11"), house)
    assert "Đôn đốc" in told["7"]


async def test_a_digest_tells_the_committees_own_dates_from_what_an_authority_owes(database: Database) -> None:
    case = await database.write(fill)
    house = make_house()

    def forward(db: Session) -> None:
        file_case(db, id="case2", code="TD-0000-0002", draft="d2", kind="to_cao")
        duedates.follow(db, house.laws.of(db), "case2", at("2026-10-14"))
        cases.move(db, case, "forwarded", "x", at("2026-10-20"), status="forwarded", outcome_on="2026-10-20")
        duedates.follow(db, house.laws.of(db), case, at("2026-10-20"))

    await database.write(forward)

    async def digest(day: str) -> str:
        items = await pass_over(database, house, Morning(), at(day, "08:00"))
        return said([item for item in items if "☀️" in item.body["text"]]).get("7", "")

    assert "sắp đến hạn trả lời (1): TD-0000-0001 (10/11)" in await digest("2026-11-09")
    late = await digest("2026-11-11")
    assert "Cơ quan chậm trả lời (1): TD-0000-0001 (10/11)" in late
    assert "Quá hạn" not in late
    assert "TD-0000-0002" not in late, "nobody is told to take what their role may not take"


@pytest.mark.parametrize("kind", ["kien_nghi_phan_anh", "khieu_nai", "to_cao", "khac"])
async def test_the_clock_a_letter_is_opened_with_is_the_one_that_its_case_asks_for(
    database: Database, kind: str
) -> None:
    house, new = make_house(), replace(BASE, id="n1", kind=kind, due_on="2027-01-01")

    def work(db: Session) -> None:
        law = house.laws.of(db)
        cases.open_case(db, new)
        duedates.opened(db, law, new)
        row, clock = cases.by_id(db, "n1"), clocks.of_case(db, "n1")
        assert row is not None
        assert [(each.rule, each.due_on, each.state) for each in clock] == [(row.due_rule, row.due_on, "open")]
        duedates.follow(db, law, "n1", RECEIVED)
        assert (cases.by_id(db, "n1"), clocks.of_case(db, "n1")) == (row, clock)

    await database.write(work)


async def test_a_letter_opened_again_waits_from_that_day_by_a_clock_of_its_own(database: Database) -> None:
    case = await database.write(fill)
    house = make_house()

    def live(db: Session) -> None:
        law = house.laws.of(db)
        for what, status, day in (("guided", "guided", "2026-10-20"), ("reopened", "registered", "2026-11-02")):
            cases.move(db, case, what, "x", at(day), status=status)
            duedates.follow(db, law, case, at(day))

    await database.write(live)
    row = await database.read(cases.by_id, case)
    assert row is not None
    assert row.due_on == date(2026, 11, 16)


async def test_declared_days_off_move_open_dates_are_written_down_and_told(database: Database) -> None:
    case = await database.write(fill)
    house = make_house()
    await look(database, at("2026-10-15"), house)
    await database.write(days.add, "2026-10-27", "off", "Nghỉ bão", "Công điện 9", at("2026-10-15"))
    told = await look(database, at("2026-10-15", "10:00"), house)
    assert told == {"7": "📅 Lịch nghỉ vừa đổi, hạn được tính lại (1 đơn):\nTD-0000-0001: 28/10/2026 → 29/10/2026"}
    row = await database.read(cases.by_id, case)
    assert row is not None
    assert row.due_on == date(2026, 10, 29)
    entry = (await database.read(audit.life, case))[-1]
    assert (entry.what, entry.by) == ("due_changed", "machine")
    assert entry.detail["to"] == "2026-10-29"
    assert await database.read(audit.verify) == []
    # taken back: the date comes back with it
    await database.write(days.add, "2026-10-27", "work", "Bão tan", "Công điện 10", at("2026-10-16"))
    assert "29/10/2026 → 28/10/2026" in (await look(database, at("2026-10-16"), house))["7"]


async def test_a_digest_comes_once_a_working_morning_and_only_with_something_to_tell(database: Database) -> None:
    await database.write(fill)
    house = make_house()

    async def mornings(day: str, clock: str) -> dict[str, str]:
        items = await pass_over(database, house, Morning(), at(day, clock))
        return said([item for item in items if "☀️" in item.body["text"]])

    assert await mornings("2026-10-15", "07:29") == {}
    assert await mornings("2026-10-15", "08:00") == {}  # nothing burns yet
    assert await mornings("2026-10-24", "08:00") == {}  # a Saturday
    found = await mornings("2026-10-28", "08:00")
    assert "🟠 Hạn hôm nay (1): TD-0000-0001 (28/10)" in found["7"]
    assert "🕯 Không có gì mới từ 5 ngày làm việc (1)" in found["7"]
    assert "Phường Một" in found["-100"]
    assert await mornings("2026-10-28", "09:00") == {}
    assert "🔴 Quá hạn (1)" in (await mornings("2026-12-28", "16:00"))["7"]


async def test_letters_that_nobody_took_stand_in_one_message_a_working_morning_to_the_last_unit(
    database: Database,
) -> None:
    def unclaimed(db: Session) -> list[str]:
        chats = [("P1", "telegram:-100"), ("HN", "telegram:-200")]
        staff.sync_config(db, [], chats, RECEIVED)
        found = [file_case(db, code=f"TD-0000-000{n}", draft=f"d{n}", id=f"c{n}").id for n in range(1, 4)]
        timers.set(db, "ack", f"{found[2]}:2", RECEIVED)
        return found

    await database.write(unclaimed)
    house = make_house()
    for day in ("2026-10-15", "2026-10-16"):
        told = said(await pass_over(database, house, Morning(), at(day, "08:00")))
        assert "TD-0000-0001, TD-0000-0002" in told["-200"]
        assert "TD-0000-0003" not in told["-200"], "it is still on its way up"
        assert "TD-0000-0003" in told["-100"]
    for day in ("2026-10-17", "2026-10-18"):
        assert await pass_over(database, house, Morning(), at(day, "08:00")) == [], "nobody works today"


async def test_a_resident_who_cannot_be_reached_is_listed_for_a_call_until_somebody_called(database: Database) -> None:
    case = await database.write(fill)
    house = make_house()

    def lose(db: Session) -> None:
        body = {"text": "Kết quả", "options": []}
        outbox.post(db, "telegram", "42", body, RECEIVED, origin=outbox.Origin("tell", case=case))
        detours.lane_gone(db, "telegram", "42", "blocked", RECEIVED, house.reach)

    await database.write(lose)
    assert [brief.id for brief in await database.read(reminders.undelivered)] == [case]
    items = await pass_over(database, house, Morning(), at("2026-10-15", "08:00"))
    assert "☎️" in said(items)["7"]
    assert await database.write(reminders.called, case)
    assert await database.read(reminders.undelivered) == []
    # it is still delivered, before anything else, when the person writes again
    back = await database.write(outbox.lane_back, "telegram", "42")
    assert [item.body["text"] for item in back] == ["Kết quả"]


# Pure ------------------------------------------------------------------------------------------------------

CALENDAR = Calendar()
DAYS = st.dates(date(2024, 1, 10), date(2027, 6, 30))


@settings(max_examples=examples(60), deadline=None)
@given(DAYS, st.sampled_from(["front", "authority"]), st.integers(-20, 120))
def test_points_come_in_order_on_working_days_and_never_before_their_time(due, whose, shift) -> None:
    due = CALENDAR.working_day_from(due)
    today = due + timedelta(days=shift)
    points = points_by(due, whose, CALENDAR, today)
    assert [point.on for point in points] == sorted({point.on for point in points})
    assert all(point.on <= today and CALENDAR.is_working(point.on)[0] for point in points)
    assert len(points_by(due, whose, CALENDAR, due + timedelta(days=200))) == len(POINTS[whose])


@settings(max_examples=examples(60), deadline=None)
@given(DAYS, st.integers(0, 60))
def test_days_left_are_the_working_days_between_with_their_sign(due, gap) -> None:
    due = CALENDAR.working_day_from(due)
    assert days_left(CALENDAR, due, due) == 0
    if gap:
        assert days_left(CALENDAR, due, CALENDAR.add_working_days(due, gap)) == gap
        assert days_left(CALENDAR, CALENDAR.add_working_days(due, gap), due) == -gap


def test_every_rule_has_a_duty_that_a_reminder_can_name() -> None:
    for rule in Laws().rules:
        if rule.whose != "resident":
            assert WORDS.say(f"duty-{rule.rule}", "vi")


@pytest.mark.parametrize("setting", [{"culture_day": True}, {"reply_days": 9}])
def test_a_setting_that_changes_dates_makes_another_law(setting) -> None:
    assert Laws(**setting).made_of(()).name != Laws().made_of(()).name


async def test_who_says_nothing_about_an_outcome_is_asked_once_more_and_never_again(database: Database) -> None:
    case = await database.write(fill)
    house = make_house()

    def answer(db: Session) -> None:
        cases.move(db, case, "answered", "x", at("2026-10-20"), status="answered", outcome_on="2026-10-20")
        assert surveys.ask(db, case, at("2026-10-20"))
        assert not surveys.ask(db, case, at("2026-10-21"))

    await database.write(answer)
    assert await look(database, at("2026-10-26"), house) == {}
    assert "Xin hỏi lại" in (await look(database, at("2026-11-30"), house))["42"]
    assert await look(database, at("2026-12-20"), house) == {}
    assert await database.write(surveys.answer, case, "satisfied", at("2026-12-21"))
    assert not await database.write(surveys.answer, case, "unsatisfied", at("2026-12-21"))
    counted = (await database.read(counts.registers, "2026-10-01", "2026-12-31")).surveys
    assert {(row.figure, row.on_day, row.number) for row in counted} == {
        ("survey_asked", "2026-10-20", 1),
        ("survey_answered", "2026-12-21", 1),
        ("survey_satisfied", "2026-12-21", 1),
    }


async def test_a_clock_is_extended_and_stopped_only_as_its_rule_says(database: Database) -> None:
    house = make_house()

    def live(db: Session) -> str:
        fill(db)
        case = file_case(db, id="t1", code="TD-0000-0009", draft="t1", kind="to_cao").id
        law = house.laws.of(db)
        duedates.follow(db, law, case, RECEIVED)
        cases.move(db, case, "forwarded", "x", at("2026-10-16"), status="forwarded", outcome_on="2026-10-16")
        duedates.follow(db, law, case, at("2026-10-16"))
        duedates.begin(db, law, case, "accepted", date(2026, 10, 26), {}, at("2026-10-26"))
        return case

    case = await database.write(live)

    def settle(db: Session) -> clocks.ClockRow:
        return next(row for row in clocks.of_case(db, case) if row.rule == "to-cao-settle")

    def change(db: Session, what: str, on: date, days: int = 0) -> tuple[date, date] | None:
        return duedates.change(db, house.laws.of(db), case, settle(db).id, what, on, days)

    states = {row.rule: row.state for row in await database.read(clocks.of_case, case)}
    assert states == {
        "to-cao-forward": "met",
        "to-cao-accept": "met",
        "to-cao-inform-sender": "open",
        "to-cao-settle": "open",
        "to-cao-notify-acceptance": "open",
    }
    assert (await database.read(settle)).due_on == date(2026, 11, 25)
    assert await database.write(change, "extend", date(2026, 11, 20), 31) is None
    assert await database.write(change, "extend", date(2026, 11, 20), 30) == (date(2026, 11, 25), date(2026, 12, 25))
    assert await database.write(change, "stop", date(2026, 12, 1))
    assert await database.write(change, "extend", date(2026, 12, 2), 30) is None
    assert await database.write(change, "resume", date(2026, 12, 11)) == (date(2026, 12, 25), date(2027, 1, 4))
    assert await database.write(change, "extend", date(2026, 12, 12), 30)
    assert await database.write(change, "extend", date(2026, 12, 12), 30) is None
    front = [row for row in await database.read(clocks.of_case, case) if row.rule == "to-cao-inform-sender"]
    assert (
        await database.write(
            lambda db: duedates.change(db, house.laws.of(db), case, front[0].id, "stop", date(2026, 12, 1), 0)
        )
        is None
    )


async def test_the_authoritys_clock_runs_from_the_day_of_the_paper_and_the_date_of_its_answer_is_that_clocks(
    database: Database,
) -> None:
    case = await database.write(fill)
    house = make_house()

    def forward(db: Session) -> None:
        law = house.laws.of(db)
        casework.refer(db, case, Referral("UBND", "", "45", "2026-10-16", "", ""))
        cases.move(db, case, "forwarded", "x", at("2026-10-20"), status="forwarded", outcome_on="2026-10-20")
        duedates.follow(db, law, case, at("2026-10-20"))

    await database.write(forward)
    await look(database, at("2026-10-21"), house)

    async def both() -> tuple[str, str]:
        row = await database.read(cases.by_id, case)
        assert row is not None
        [clock] = [each for each in await database.read(clocks.of_case, case) if each.whose == "authority"]
        return clock.due_on.isoformat(), row.reply_due_on.isoformat() if row.reply_due_on else ""

    assert await both() == ("2026-11-06", "2026-11-06")
    await database.write(days.add, "2026-10-27", "off", "Nghỉ bão", "Công điện 9", at("2026-10-21"))
    await look(database, at("2026-10-21", "10:00"), house)
    assert await both() == ("2026-11-09", "2026-11-09")
    [clock] = [each for each in await database.read(clocks.of_case, case) if each.whose == "authority"]

    def extend(db: Session) -> None:
        duedates.change(db, house.laws.of(db), case, clock.id, "extend", date(2026, 10, 22), 5)

    await database.write(extend)
    after = await both()
    assert after[0] == after[1] == "2026-11-16"


async def test_a_denunciation_taken_out_of_a_letter_is_in_no_message_to_a_group(database: Database) -> None:
    house = make_house()

    def fill_two(db: Session) -> None:
        people = [
            ConfigStaff("Cán bộ Một", "officer", ["P1"], ["telegram:7"]),
            ConfigStaff("Cán bộ Mật", "confidential", ["P1"], ["telegram:8"]),
        ]
        staff.sync_config(db, people, [("P1", "telegram:-100"), ("Q1", "telegram:-200")], RECEIVED)
        file_case(db)
        child = Child("c1", "TD-0000-0011", "to_cao", "khac", "2026-10-21", "r", {"content": "Thu tiền"})
        casework.split(db, "case1", [child], "x", RECEIVED)
        duedates.follow(db, house.laws.of(db), "c1", RECEIVED)

    await database.write(fill_two)
    for day in ("2026-10-19", "2026-10-21", "2026-10-22", "2026-10-28"):
        items = await pass_over(database, house, Morning(), at(day))
        told = [item.peer for item in items if "TD-0000-0011" in item.body["text"]]
        assert told, day
        assert set(told) == {"8"}, day


async def test_a_matter_of_the_front_itself_has_the_clock_of_whoever_settles_it(database: Database) -> None:
    house = make_house()

    def accept(db: Session) -> str:
        case = file_case(db, kind="khieu_nai").id
        cases.move(db, case, "own_matter", "x", at("2026-10-20"), status="own_matter", outcome_on="2026-10-20")
        duedates.follow(db, house.laws.of(db), case, at("2026-10-20"))
        return case

    case = await database.write(accept)
    [clock] = await database.read(clocks.of_case, case)
    assert (clock.whose, clock.rule, clock.due_on.isoformat()) == ("front", "khieu-nai-settle-first", "2026-11-19")

    def answer(db: Session) -> None:
        cases.move(db, case, "answered", "x", at("2026-11-18"), status="answered", outcome_on="2026-11-18")
        duedates.follow(db, house.laws.of(db), case, at("2026-11-18"))

    await database.write(answer)
    [clock] = await database.read(clocks.of_case, case)
    assert clock.state == "met"


async def test_what_is_noted_and_done_before_it_is_told_is_told_to_nobody(database: Database) -> None:
    await database.write(fill)
    house, morning, moment = make_house(), Morning(), at("2026-10-29", "07:00")
    await pass_over(database, house, morning, at("2026-10-14"))
    [clock] = await database.read(clocks.near, moment.date())
    await database.write(reminders.note, [clock.id], clock.due_on, ["-2", "+0"], "+1", moment)
    assert [each.point for each in await database.read(reminders.noted)] == ["+1"]
    await database.write(clocks.end, clock.id, "met", moment.date())
    assert await pass_over(database, house, morning, moment) == []


async def test_what_was_noted_before_a_crash_is_told_after_it_once(database: Database) -> None:
    await database.write(fill)
    house, morning, moment = make_house(), Morning(), at("2026-10-29", "07:00")
    await pass_over(database, house, morning, at("2026-10-14"))
    [clock] = await database.read(clocks.near, moment.date())
    await database.write(reminders.note, [clock.id], clock.due_on, ["-2", "+0"], "+1", moment)
    assert set(said(await pass_over(database, house, morning, moment))) == {"7", "-100", "-200"}
    assert await pass_over(database, house, morning, moment) == []


async def test_however_many_dates_come_at_once_each_is_told_of_once_and_nobody_twice(database: Database) -> None:
    house = make_house()

    def flood(db: Session) -> None:
        fill(db)
        for number in range(STEP + 5):
            case = file_case(db, id=f"m{number}", code=f"TD-0001-{number:04}", draft=f"m{number}").id
            duedates.follow(db, house.laws.of(db), case, RECEIVED)

    await database.write(flood)
    told = said(await pass_over(database, house, Morning(), at("2026-10-28", "07:00")))
    assert set(told) == {"7", "-100"}
    assert f"({STEP + 6} việc)" in told["-100"]
    assert await pass_over(database, house, Morning(), at("2026-10-28", "07:01")) == []


async def test_once_everybody_has_their_digest_nothing_is_gathered_for_it_that_day(sqlite: Database) -> None:
    await sqlite.write(fill)
    house, morning = make_house(), Morning()
    moment = at("2026-10-29", "08:00")
    assert [each.target.partition(":")[0] for each in await sqlite.read(ready, house, morning, moment)] == [
        "officer",
        "unit",
        "unit",
    ]
    await pass_over(sqlite, house, morning, moment)
    assert await sqlite.read(ready, house, morning, moment) == []
    assert len(await sqlite.read(ready, house, morning, at("2026-10-30", "08:00"))) == 3
