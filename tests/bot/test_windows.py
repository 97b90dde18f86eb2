"""Channels that close after some silence: nothing is sent outside, nothing is lost, staff know, the person is asked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.channels.contract import Received
from bot.courier import Courier
from bot.metrics import Metrics
from bot.parcels import Held, Parcel
from bot.postroom import OutboxRows
from bot.reports.report import build
from bot.turn import TurnResult, Turns
from bot.window_chores import tell_of_grants
from cases.dates import local_day, stamp
from cases.periods import parse
from cases.sums import Unit
from handlers.dialogue import advance
from handlers.effects import MoveCase, OpenCase, Tell
from handlers.effects_staff import Called
from handlers.messages import ByHand, Gone, Incoming, Option, Outgoing, Text, What, Withdrew
from handlers.state import State, dump, load
from storage import audit, cases, detours, grants, outbox, staff, surveys, tallies, timers, undelivered, windows
from storage.database import Database
from storage.grants import Tokens
from storage.staff import ConfigStaff
from storage.vault import Vault, make_keys
from tests.bot.courier_fakes import FakeChannel, FakeTime
from tests.bot.turn_house import NOW, doing, make_house, opening, table
from tests.handlers.town import WORDS

WINDOW = timedelta(days=7)
LAN = "7700000000000000001"


class Bench:
    """Turns over a database with one channel that has a window, and a clock that is moved by hand."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = NOW
        house = make_house()
        self.house = replace(
            house,
            words=WORDS,
            channels=frozenset({"telegram", "zalo_oa"}),
            windows={"zalo_oa": WINDOW},
            knocks={"zalo_oa": 1},
        )
        self.number = 0

    def turns(self, script: Any = advance) -> Turns:
        return Turns(self.database, self.house, script, now=lambda: self.now, wake=lambda _: None, fetch=lambda _: None)

    async def hears(self, what: What, script: Any = advance) -> TurnResult:
        self.number += 1
        id = f"e{self.number}"
        incoming = Incoming("zalo_oa", LAN, LAN, id, self.now, what)
        return await self.turns(script).take("zalo_oa", Received(id, b"{}", incoming))

    async def files(self) -> OpenCase:
        opened = opening("draft-1")
        await self.hears(Text("đơn"), doing(opened))
        return opened

    async def told(
        self, opened: OpenCase, words: str = "Đã chuyển đơn", options: tuple[Option, ...] = ()
    ) -> TurnResult:
        """Staff's news for the resident, as a turn in the staff's own chat posts it."""
        self.number += 1
        id = f"s{self.number}"
        incoming = Incoming("telegram", "9", "9", id, self.now, Text("x"))
        script = doing(Tell(opened.case, Outgoing(words, options)))
        return await self.turns(script).take("telegram", Received(id, b"{}", incoming))

    async def holds(self, result: TurnResult, code: str = "window") -> None:
        rows = OutboxRows(self.database, self.house.reach, lambda: self.now, "zalo_oa")
        await rows.mark([Held(item.id, code) for item in result.posted])

    async def run_timers(self) -> list[TurnResult]:
        due = await self.database.read(timers.due, self.now)
        return [await self.turns().timer(item) for item in due]

    async def rows(self, name: str = "outbox") -> list[dict[str, Any]]:
        return await self.database.write(table, name)


@pytest.fixture
async def b(url: str) -> AsyncIterator[Bench]:
    database = await Database.open(url, Vault(make_keys()))
    bench = Bench(database)
    await database.write(
        staff.sync_config,
        [ConfigStaff("Lan", "officer", ["P1"], ["telegram:9"]), ConfigStaff("Quản", "admin", ["HN"], ["telegram:8"])],
        [("P1", "telegram:-100")],
        NOW,
    )
    yield bench
    await database.close()


async def test_news_outside_the_window_is_held_shown_and_delivered_before_the_next_answer(b: Bench) -> None:
    opened = await b.files()
    b.now += timedelta(days=8)
    news = await b.told(opened)
    assert [item.until for item in news.posted] == [NOW + WINDOW]
    await b.holds(news)
    view = await b.database.read(cases.by_id, opened.case)
    assert view is not None
    assert view.undelivered == 1
    assert await b.database.read(undelivered.cases_waiting, ["P1"]) == [opened.case]

    back = await b.hears(Text("chào"))
    assert back.posted[0].body["text"] == "Đã chuyển đơn"
    assert len(back.posted) > 1
    assert back.posted[0].until == b.now + WINDOW
    view = await b.database.read(cases.by_id, opened.case)
    assert view is not None
    assert view.undelivered == 0


async def test_the_courier_never_tries_what_the_window_closes_against() -> None:
    time = FakeTime()
    channel = FakeChannel()
    rows: Any = _Rows()
    courier = Courier(
        rows,
        {"fake": channel},
        now=time.now,
        monotonic=time.monotonic,
        sleep=time.sleep,
        jitter=lambda: 1.0,
        metrics=Metrics(),
    )
    task = asyncio.create_task(courier.run())
    await time.settle()
    courier.hand([Parcel(1, "fake", "p", "p", Outgoing("a"), until=time.now() - timedelta(seconds=1))])
    courier.hand([Parcel(2, "fake", "q", "q", Outgoing("b"), until=time.now() + timedelta(days=1))])
    knock = Outgoing("", template="news")
    courier.hand([Parcel(3, "fake", "r", "r", knock, until=time.now() - timedelta(days=1))])
    await time.advance(1)
    assert [peer for peer, _, _ in channel.sent] == ["q", "r"]
    assert rows.marks[1] == Held(1, "window")
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


class _Rows:
    def __init__(self) -> None:
        self.marks: dict[int, Any] = {}

    async def due(self, now: Any) -> list[Any]:
        return []

    async def mark(self, marks: Any) -> None:
        self.marks.update({mark.id: mark for mark in marks})


async def test_a_word_that_comes_while_news_is_being_held_sends_it_after_all(b: Bench) -> None:
    opened = await b.files()
    b.now += timedelta(days=8)
    news = await b.told(opened)
    await b.hears(Text("chào"), doing())
    await b.holds(news)
    assert [row["state"] for row in await b.rows() if row["purpose"] == "tell"] == ["due"]


async def test_an_answer_that_is_too_late_to_be_one_is_let_go(b: Bench) -> None:
    result = await b.hears(Text("chào"))
    b.now += timedelta(days=8)
    await b.holds(result)
    assert {row["state"] for row in await b.rows()} == {"dead"}


async def test_staff_are_told_and_the_resident_is_asked_once_within_the_budget(b: Bench) -> None:
    opened = await b.files()
    b.now += timedelta(days=8)
    await b.holds(await b.told(opened))
    (told,) = await b.run_timers()
    texts = [item.body["text"] for item in told.posted if item.purpose == "notice"]
    assert any(opened.code in text and "chưa gửi được" in text for text in texts)
    assert any("Chưa gửi được cho người gửi" in text for text in texts)
    (knock,) = [item for item in told.posted if item.purpose == "knock"]
    assert knock.body["template"] == "news"
    assert knock.body["fields"] == [["ma_don", opened.code]]
    assert not knock.body["text"]

    b.now += timedelta(minutes=5)
    await b.holds(await b.told(opened, "Đã có trả lời"))
    (again,) = await b.run_timers()
    assert [item for item in again.posted if item.purpose == "knock"] == []
    assert any("gọi điện" in item.body["text"] for item in again.posted)
    life = await b.database.read(audit.life, opened.case)
    assert [entry.what for entry in life].count("undelivered") == 2


async def test_a_late_event_does_not_shorten_the_window(b: Bench) -> None:
    await b.database.write(windows.heard, "zalo_oa", LAN, "c", NOW, WINDOW)
    await b.database.write(windows.heard, "zalo_oa", LAN, "c", NOW - timedelta(hours=3), WINDOW)
    assert (await b.rows("windows"))[0]["open_until"] == stamp(NOW + WINDOW)


async def test_a_number_typed_for_an_earlier_question_chooses_nothing_in_this_one(b: Bench) -> None:
    await b.hears(Text("Đề nghị sửa cống trước nhà số 5, nước ngập cả tuần nay rồi"))
    typed_at = b.now
    b.now += timedelta(minutes=5)
    await b.hears(Text("đồng ý"))
    before = (await b.rows("conversations"))[0]["state"]
    incoming = Incoming("zalo_oa", LAN, LAN, "retried", typed_at, Text("1"))
    late = await b.turns().take("zalo_oa", Received("retried", b"{}", incoming))
    assert "đã qua" in late.posted[0].body["text"] or "Bước 3/6" in late.posted[0].body["text"]
    assert len(late.posted) == 1
    after = await b.hears(Text("1"))
    assert "Bước 4/6" in after.posted[-1].body["text"]
    assert before != (await b.rows("conversations"))[0]["state"]


async def test_a_chat_about_to_close_is_asked_in_once(b: Bench) -> None:
    await b.files()
    day = timedelta(hours=24)
    assert await b.database.read(windows.closing, NOW + timedelta(days=5), day) == []
    (closing,) = await b.database.read(windows.closing, NOW + timedelta(days=6, hours=1), day)
    assert await b.database.write(windows.asked, closing.lane, NOW)
    assert not await b.database.write(windows.asked, closing.lane, NOW)
    assert await b.database.read(windows.closing, NOW + timedelta(days=6, hours=2), day) == []


async def test_the_question_how_else_to_be_reached_keeps_the_answer_for_the_officer(b: Bench) -> None:
    opened = await b.files()
    b.now += timedelta(days=6)
    row = (await b.rows("windows"))[0]
    await b.database.write(timers.set, "window", row["conversation"], b.now, row["conversation"])
    (asked,) = await b.run_timers()
    assert opened.code in asked.posted[0].body["text"]
    b.now += timedelta(hours=20)
    answer = await b.hears(Text("0912 345 678"))
    assert "Đã ghi" in answer.posted[0].body["text"]
    life = await b.database.read(audit.life, opened.case)
    assert [entry.what for entry in life[-2:]] == ["added", "reachable"]
    assert "0912 345 678" in life[-2].detail["text"]
    # Who has told it is not asked again before the next window closes.
    b.now += timedelta(days=6)
    await b.database.write(timers.set, "window", row["conversation"], b.now, row["conversation"])
    assert [each.posted for each in await b.run_timers()] == [()]


async def test_a_letter_that_is_with_an_authority_still_has_news_to_come(b: Bench) -> None:
    opened = await b.files()
    await ends(b, opened, "forwarded")
    row = (await b.rows("windows"))[0]
    b.now += timedelta(days=6)
    await b.database.write(timers.set, "window", row["conversation"], b.now, row["conversation"])
    (asked,) = await b.run_timers()
    assert opened.code in asked.posted[0].body["text"]


async def test_a_survey_is_answered_by_a_number_days_later_if_nothing_was_asked_since(b: Bench) -> None:
    opened = await b.files()
    over = await ends(b, opened)
    survey = over.posted[-1].body
    assert (survey["menu"], "1, 2 hoặc 3" in survey["by_number"]) == (True, True)
    await b.hears(Text("cảm ơn"))
    b.now += timedelta(days=5)
    assert "đã cho biết" in (await b.hears(Text("2"))).posted[-1].body["text"]
    found = await b.database.read(surveys.of_case, opened.case)
    assert [each.answer for each in found] == ["partly"]


async def test_a_survey_that_waited_is_answered_by_a_number_the_day_after_it_came(b: Bench) -> None:
    opened = await b.files()
    await b.hears(Text("chào"))
    await ends(b, opened, "forwarded")
    row = (await b.rows("windows"))[0]
    b.now += timedelta(days=6)
    await b.database.write(timers.set, "window", row["conversation"], b.now, row["conversation"])
    assert len(await b.run_timers()) == 1
    b.now += timedelta(days=2)
    await b.holds(await ends(b, opened))
    # Staff are told in a turn of the same conversation, in which its old question still stands.
    assert len(await b.run_timers()) == 1
    await b.hears(Text("cảm ơn"))
    b.now += timedelta(days=1)
    assert "cho biết vì sao" in (await b.hears(Text("3"))).posted[-1].body["text"]


async def test_a_number_answers_what_was_asked_last_and_never_what_was_not_seen(b: Bench) -> None:
    opened = await b.files()
    b.now += timedelta(days=8)
    await b.holds(await ends(b, opened))
    back = await b.hears(Text("1"))
    assert [each.body["text"][:9] for each in back.posted[1:2]] == ["Ông/bà có"]
    # The "1" that let the survey through was typed before it could be read.
    assert [each.answer for each in await b.database.read(surveys.of_case, opened.case)] == [""]
    # News with options of its own came after the survey: a number would be about that.
    await b.told(opened, options=(Option(f"/tracuu {opened.code}", "Tra cứu"),))
    await b.hears(Text("1"))
    assert [each.answer for each in await b.database.read(surveys.of_case, opened.case)] == [""]


async def test_nobody_is_called_because_a_survey_did_not_arrive(b: Bench) -> None:
    opened = await b.files()
    (*_, survey) = (await ends(b, opened)).posted
    b.now += timedelta(days=8)
    rows = OutboxRows(b.database, b.house.reach, lambda: b.now, "zalo_oa")
    await rows.mark([Held(survey.id, "window")])
    view = await b.database.read(cases.by_id, opened.case)
    assert view is not None
    assert view.undelivered == 0
    assert [row["state"] for row in await b.rows() if row["purpose"] == "ask"] == ["held"]


async def test_who_left_is_not_written_to_and_hears_it_all_on_coming_back(b: Bench) -> None:
    opened = await b.files()
    await b.told(opened)
    await b.hears(Gone())
    assert [row["state"] for row in await b.rows() if row["purpose"] == "tell"] == ["held"]
    assert await b.run_timers()
    back = await b.hears(Text("chào"))
    assert back.posted[0].body["text"] == "Đã chuyển đơn"


async def test_a_person_who_answers_by_hand_silences_the_machine_and_stands_in_the_case(b: Bench) -> None:
    opened = await b.files()
    heard = await b.hears(ByHand("Chào bà, tôi là cán bộ", "m1"))
    assert heard.posted == ()
    assert (await b.hears(Text("vâng cảm ơn"))).posted == ()
    assert (await b.hears(Text("#dontoi"))).posted != ()
    life = await b.database.read(audit.life, opened.case)
    assert (life[-1].what, life[-1].detail["words"]) == ("by_hand", "Chào bà, tôi là cán bộ")
    b.now += timedelta(minutes=31)
    assert (await b.hears(Text("xin chào"))).posted != ()


async def test_danger_to_life_is_answered_although_a_person_is_talking(b: Bench) -> None:
    await b.hears(Text("xin chào"))
    await b.hears(ByHand("Chào bà", "m1"))
    said = await b.hears(Text("Cứu với, chồng tôi đang cầm dao dọa giết tôi ngay bây giờ"))
    assert any("113" in item.body["text"] for item in said.posted)


async def test_our_own_message_known_by_its_id_or_still_unmarked_is_not_a_persons_word(b: Bench) -> None:
    await b.files()
    result = await b.hears(Text("xin chào"))
    words = result.posted[0].body["text"]
    await b.hears(ByHand(words, "never-marked"))
    await b.database.write(outbox.sent, result.posted[0].id, "m7", b.now)
    await b.database.write(outbox.remember, "zalo_oa", ["m7"], b.now)
    await b.hears(ByHand(words, "m7"))
    assert (await b.hears(Text("xin chào"))).posted != ()


async def test_withdrawn_consent_erases_the_draft_and_asks_the_officer_for_the_rest(b: Bench) -> None:
    opened = await b.files()
    await b.hears(Text("Đề nghị sửa cống trước nhà số 5, nước ngập cả tuần nay rồi"))
    result = await b.hears(Withdrew())
    assert {item.purpose for item in result.posted} == {"notice"}
    view = await b.database.read(cases.by_id, opened.case)
    assert view is not None
    assert view.requests == ("consent",)
    assert [row["draft"] for row in await b.rows("conversations") if row["channel"] == "zalo_oa"] == [""]
    await b.hears(Withdrew())
    life = await b.database.read(audit.life, opened.case)
    assert [entry.what for entry in life].count("asked_consent") == 1


@pytest.mark.parametrize(("days", "problem", "alarms"), [(80, "", 0), (10, "", 1), (80, "grant_lost", 1)])
async def test_admins_are_told_once_a_day_of_a_grant_that_is_lost_or_ends(
    b: Bench, days: int, problem: str, alarms: int
) -> None:
    tokens = Tokens("a", "r", NOW, NOW + timedelta(days=days))
    row = await b.database.write(grants.keep, "zalo_oa", tokens, NOW)
    await b.database.write(grants.release, "zalo_oa", row.version, problem)
    first = await b.database.write(tell_of_grants, b.house, NOW)
    assert [item.peer for item in first] == ["8"] * alarms
    assert await b.database.write(tell_of_grants, b.house, NOW + timedelta(hours=1)) == []
    assert len(await b.database.write(tell_of_grants, b.house, NOW + timedelta(days=1))) == alarms


def test_the_state_remembers_the_silence() -> None:
    state = State(muted_until="2026-11-16T02:00:00Z")
    assert load(dump(state)) == state


async def ends(b: Bench, opened: OpenCase, status: str = "answered") -> TurnResult:
    """An officer ends a letter by telling its sender something, as a turn in the officer's own chat does."""
    today = local_day(b.now).isoformat()
    moved = MoveCase(opened.case, status, "off", status=status, officer="off", outcome_on=today)
    b.number += 1
    incoming = Incoming("telegram", "9", "9", f"s{b.number}", b.now, Text("x"))
    script = doing(moved, Tell(opened.case, Outgoing("Trả lời đơn của ông/bà")))
    return await b.turns(script).take("telegram", Received(incoming.event_id, b"{}", incoming))


async def counted(b: Bench, month: str) -> dict[str, int]:
    """The figures of a month: a report that proves its tallies against a walk over the letters."""
    while await b.database.write(tallies.fold):
        pass
    tree = [Unit("P1", "Phường Một", "phuong")]
    report = await b.database.read(build, tree, "P1", parse(month, "civil"), b.now, recount=True)
    assert not report.counts.failed
    names = ("received", "carried_over", "handled", "open", "answered", "guided")
    return {name: value for name in names if (value := report.counts.value(name))}


@pytest.mark.parametrize("status", ["answered", "guided"])
async def test_an_answer_counts_from_the_day_on_which_it_reached_its_sender(b: Bench, status: str) -> None:
    opened = await b.files()
    b.now += timedelta(days=8)
    answer = await ends(b, opened, status)
    assert (await counted(b, "2026-10")).get(status) == 1
    await b.holds(answer)
    assert await counted(b, "2026-10") == {"received": 1, "open": 1}

    b.now += timedelta(days=20)
    back = await b.hears(Text("chào"))
    assert await counted(b, "2026-11") == {"carried_over": 1, "open": 1}
    told = next(item for item in back.posted if item.purpose == "tell" and "Trả lời" in item.body["text"])
    await b.database.write(outbox.sent, told.id, "m9", b.now)
    assert await counted(b, "2026-11") == {"carried_over": 1, "handled": 1, status: 1}
    assert await counted(b, "2026-10") == {"received": 1, "open": 1}


async def test_an_answer_told_by_telephone_counts_and_one_that_is_opened_again_never_did(b: Bench) -> None:
    opened = await b.files()
    b.now += timedelta(days=8)
    await b.holds(await ends(b, opened))
    b.now += timedelta(days=1)
    incoming = Incoming("telegram", "9", "9", "call", b.now, Text("x"))
    await b.turns(doing(Called(opened.case, "off"))).take("telegram", Received("call", b"{}", incoming))
    assert await counted(b, "2026-10") == {"received": 1, "handled": 1, "answered": 1}

    again = MoveCase(opened.case, "reopened", "off", status="registered", officer="off")
    incoming = replace(incoming, event_id="again")
    await b.turns(doing(again)).take("telegram", Received("again", b"{}", incoming))
    await b.holds(await ends(b, opened))
    incoming = replace(incoming, event_id="third")
    await b.turns(doing(again)).take("telegram", Received("third", b"{}", incoming))
    assert await counted(b, "2026-10") == {"received": 1, "open": 1}


async def test_an_answer_that_a_blocked_chat_refuses_is_none_while_other_news_may_wait(b: Bench) -> None:
    opened = await b.files()
    b.now += timedelta(days=1)
    answer = await ends(b, opened)
    survey = await b.told(opened, "Ông/bà có hài lòng không?")
    await b.holds(survey)
    assert (await counted(b, "2026-10")).get("answered") == 1
    told = next(item for item in answer.posted if item.purpose == "tell")
    await b.database.write(detours.unreachable, told.id, "403", b.now, b.house.reach)
    assert await counted(b, "2026-10") == {"received": 1, "open": 1}


async def test_an_answer_that_its_channel_does_not_take_for_an_hour_is_none_and_staff_are_told(b: Bench) -> None:
    opened = await b.files()
    b.now += timedelta(days=1)
    told = [item for item in (await ends(b, opened)).posted if item.purpose == "tell"]
    b.now += timedelta(minutes=30)
    await b.database.write(undelivered.note_late, b.now)
    assert (await counted(b, "2026-10")).get("answered") == 1
    b.now += timedelta(hours=1)
    for _ in range(2):
        await b.database.write(undelivered.note_late, b.now)
    assert await counted(b, "2026-10") == {"received": 1, "open": 1}
    [timer] = await b.run_timers()
    assert any("chưa gửi được" in item.body["text"] for item in timer.posted)
    for item in told:
        await b.database.write(outbox.sent, item.id, "m1", b.now)
    assert (await counted(b, "2026-10")).get("answered") == 1
    assert await b.database.read(undelivered.cases_waiting, ["P1"]) == []


async def test_the_word_that_brings_what_waited_is_no_new_letter_unless_it_tells_of_danger(b: Bench) -> None:
    opened = await b.files()
    for word, is_letter in (("alo phường ơi", False), ("cháy nhà rồi cứu với", True)):
        b.now += timedelta(days=8)
        await b.holds(await b.told(opened))
        result = await b.hears(Text(word))
        assert result.posted[0].body["text"] == "Đã chuyển đơn"
        [draft] = [row["draft"] for row in await b.rows("conversations") if row["channel"] == "zalo_oa"]
        assert bool(draft) is is_letter
