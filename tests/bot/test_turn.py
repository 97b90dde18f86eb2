"""One update is one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.bodies import outgoing
from bot.channels.contract import Received
from bot.turn import Landed, Turns
from cases.dates import stamp
from handlers.effects import (
    AddToCase,
    AskFor,
    Audit,
    BindChat,
    ConfirmOfficer,
    DropFiles,
    EraseWords,
    Fetch,
    Forget,
    Invite,
    JoinAccounts,
    MakeDoor,
    MakeLinkWord,
    MarkGone,
    MoveCase,
    MoveChat,
    Notify,
    Remind,
    Say,
    Tell,
    TellOfficer,
)
from handlers.effects_casework import Part, SplitCase
from handlers.messages import Choice, FileReady, Gone, Incoming, Joined, Media, Outgoing, Timer
from handlers.state import Draft, State
from storage import (
    audit,
    cases,
    chats,
    conversations,
    detours,
    doors,
    fetches,
    files,
    inbox,
    mailbox,
    outbox,
    staff,
    timers,
)
from storage.database import Database
from storage.fetches import FetchItem
from storage.outbox import OutboxItem
from storage.session import Session
from storage.staff import ConfigStaff
from tests.bot.turn_house import NOW, Script, doing, event, make_house, opening, table, text
from tests.cases.living import happened


class Bench:
    """Turns over a database, and what they handed on."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.house = make_house()
        self.woken: list[OutboxItem] = []
        self.asked: list[FetchItem] = []
        self.now = NOW

    def turns(self, script: Script) -> Turns:
        return Turns(
            self.database,
            self.house,
            script,
            now=lambda: self.now,
            wake=self.woken.extend,
            fetch=self.asked.extend,
        )

    async def take(self, script: Script, received: object) -> None:
        self.woken.clear()
        await self.turns(script).take("telegram", received)  # type: ignore[arg-type]

    def said(self) -> list[str]:
        return [outgoing(item.body).text for item in self.woken]

    async def rows(self, name: str) -> Sequence[dict[str, object]]:
        return await self.database.read(table, name)


@pytest.fixture
def bench(database: Database) -> Bench:
    return Bench(database)


async def staff_of(bench: Bench, *people: ConfigStaff, groups: Sequence[tuple[str, str]] = ()) -> None:
    await bench.database.write(staff.sync_config, people, groups, NOW)


OFFICER = ConfigStaff("Lê Văn Nam", "officer", ["P1"], ["telegram:501"])
SECRET = ConfigStaff("Phạm Thu", "confidential", ["P1"], ["telegram:502"])
ADMIN = ConfigStaff("Trần Quản", "admin", ["HN"], ["telegram:509"])


# The event -------------------------------------------------------------------------------------------------


async def test_an_answer_is_posted_and_handed_to_the_courier(bench: Bench) -> None:
    await bench.take(doing(Say(Outgoing("Chào"))), text("xin chào"))
    [item] = bench.woken
    assert (item.channel, item.peer, item.purpose) == ("telegram", "111222333", "say")
    [due] = await bench.database.read(outbox.due, NOW)
    assert due == item


async def test_a_second_copy_of_an_update_changes_nothing_and_wakes_what_is_unsent(bench: Bench) -> None:
    calls: list[str] = []

    def script(state: State, incoming: Incoming, world: object) -> object:
        calls.append(incoming.event_id)
        return replace(state, misses=state.misses + 1), (Say(Outgoing("một")),)

    first = text("a", id="9")
    await bench.take(script, first)  # type: ignore[arg-type]
    [posted] = bench.woken
    await bench.take(script, first)  # type: ignore[arg-type]
    assert calls == ["9"]
    assert [item.id for item in bench.woken] == [posted.id]
    await bench.database.write(outbox.sent, posted.id, "77", NOW)
    await bench.take(script, first)  # type: ignore[arg-type]
    assert bench.woken == []
    assert len(await bench.rows("outbox")) == 1


async def test_what_the_page_shows_of_an_event_is_kept_with_it_once_also_where_the_event_is_set_aside(
    bench: Bench,
) -> None:
    def line(name: str) -> Received:
        return replace(text("chuyện", id=name), line={"event": name, "text": "chuyện"})

    def fails(state: State, incoming: Incoming, world: object) -> object:
        raise ValueError

    await bench.take(doing(Say(Outgoing("một"))), line("e1"))
    await bench.take(doing(Say(Outgoing("một"))), line("e1"))
    await bench.take(fails, line("e2"))  # type: ignore[arg-type]
    await bench.take(doing(Say(Outgoing("hai"))), text("gõ ở nơi khác", id="e3"))
    mails = await bench.database.read(mailbox.after, "111222333", 0)
    assert [(mail.direction, mail.ref, mail.body["text"]) for mail in mails] == [
        ("in", "e1", "chuyện"),
        ("in", "e2", "chuyện"),
    ]


async def test_what_waited_is_answered_once_and_what_comes_behind_it_waits(bench: Bench) -> None:
    script, first, second = doing(Say(Outgoing("một"))), text("a", id="9"), text("b", id="10")
    aside = [inbox.Arrival("telegram", first.event_id, first.raw, "111222333", NOW)]
    await bench.database.write(inbox.put_aside, aside)
    await bench.take(script, second)
    assert bench.said() == [], "the first has not had its turn"
    one, two = await bench.database.read(inbox.waiting, "telegram", 9)
    for received, kept in ((first, one.id), (first, one.id), (second, two.id)):
        await bench.turns(script).take("telegram", received, kept)
    assert bench.said() == ["một", "một"]


async def test_the_state_goes_through_the_database_between_two_events(bench: Bench) -> None:
    draft = Draft("d1", "filing", "ward", {"content": "mất nước"}, touched_at=stamp(NOW))
    await bench.take(doing(state=State(language="en", draft=draft, prompt=4)), text("a"))
    seen: list[State] = []

    def script(state: State, incoming: Incoming, world: object) -> object:
        seen.append(state)
        return state, ()

    await bench.take(script, text("b"))  # type: ignore[arg-type]
    assert seen == [State(language="en", draft=draft, prompt=4)]


async def test_what_cannot_be_read_is_kept_and_set_aside(bench: Bench) -> None:
    await bench.take(doing(Say(Outgoing("x"))), replace(text("a", id="5"), incoming=None))
    assert bench.woken == []
    [failure] = await bench.database.read(inbox.failures)
    assert failure.error == "unreadable"
    assert await bench.database.read(inbox.raw, failure.id)


async def test_a_poisoned_event_is_set_aside_with_an_apology_and_undoes_all_it_did(bench: Bench) -> None:
    def script(state: State, incoming: Incoming, world: object) -> object:
        if "độc" in incoming.what.body:  # type: ignore[union-attr]
            # The second effect fails after the first was written.
            return State(misses=9), (opening("d1"), Tell("no such case", Outgoing("x")), MoveCase("nope", "taken", "s"))
        return state, (Say(Outgoing("nghe rồi")),)

    await bench.take(script, text("độc"))  # type: ignore[arg-type]
    assert ["error-generic" in said and "024 1234" in said for said in bench.said()] == [True]
    [failure] = await bench.database.read(inbox.failures)
    assert failure.error == "NoSuchCase"
    assert await bench.rows("cases") == []
    assert await bench.rows("audit_heads") == []
    await bench.take(script, text("lành"))  # type: ignore[arg-type]
    assert bench.said() == ["nghe rồi"]


async def test_what_the_database_itself_refuses_is_set_aside_as_well(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def twice(db: Session, id: str, *args: object, **kwargs: object) -> None:
        # PostgreSQL takes no statement more in a transaction in which one was refused.
        db.run("schema_apply", version=1, name="twice", at="")

    with monkeypatch.context() as broken:
        broken.setattr(conversations, "save", twice)
        await bench.take(doing(Say(Outgoing("x")), state=State(misses=1)), text("a"))
    assert ["error-generic" in said for said in bench.said()] == [True]
    [failure] = await bench.database.read(inbox.failures)
    assert failure.error in ("IntegrityError", "UniqueViolation")


async def test_a_poisoned_event_of_a_group_says_nothing_there_unless_somebody_tapped(bench: Bench) -> None:
    def script(state: State, incoming: Incoming, world: object) -> object:
        raise RuntimeError("a resident's words")

    await bench.take(script, text("a", chat="group", peer="-100"))  # type: ignore[arg-type]
    assert bench.woken == []
    await bench.take(script, event(Choice("/nhan"), chat="group", peer="-100"))  # type: ignore[arg-type]
    assert len(bench.woken) == 1


async def test_a_refusal_erases_the_stored_events_and_the_page_of_that_chat_alone(bench: Bench) -> None:
    bench.now = NOW - timedelta(days=1)
    await bench.take(doing(), text("một đơn cũ đã gửi"))
    bench.now = NOW
    await bench.take(doing(), text("chuyện riêng"))
    await bench.take(doing(), text("người khác", peer="999", account="999"))
    await bench.database.write(mailbox.put, "111222333", "in", {"text": "chuyện riêng"}, NOW)
    await bench.take(doing(EraseWords(NOW)), text("không đồng ý"))
    rows = sorted(await bench.rows("inbox"), key=lambda row: int(str(row["id"])))
    kept = [row["raw"] is not None for row in rows]
    assert kept == [True, False, True, False]
    assert await bench.database.read(mailbox.latest, "111222333") == []


async def test_of_a_fault_only_its_class_and_place_are_told(bench: Bench) -> None:
    def script(state: State, incoming: Incoming, world: object) -> object:
        raise RuntimeError("a resident's words")

    result = await bench.turns(script).take("telegram", text("a"))  # type: ignore[arg-type]
    assert result.failed == "RuntimeError"
    assert result.where.startswith(f"{__name__}:")
    assert "words" not in repr(result)


async def test_a_commit_that_fails_is_raised_so_that_the_vendor_delivers_again(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    def full(*args: object, **kwargs: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(conversations, "save", full)
        with pytest.raises(sqlite3.OperationalError):
            await bench.take(doing(Say(Outgoing("x")), state=State(misses=1)), text("a", id="8"))
    assert await bench.rows("inbox") == []
    await bench.take(doing(Say(Outgoing("x"))), text("a", id="8"))
    assert bench.said() == ["x"]


async def test_a_conversation_whose_row_does_not_open_stops_nobody_else(bench: Bench) -> None:
    await bench.take(doing(state=State(misses=1)), text("a"))
    await bench.database.write(lambda db: db.script("UPDATE conversations SET state = account"))
    await bench.take(doing(Say(Outgoing("x"))), text("b"))
    assert "error-generic" in bench.said()[0]
    [failure] = await bench.database.read(inbox.failures)
    assert failure.error == "Tampered"


# Cases -----------------------------------------------------------------------------------------------------


async def test_filing_writes_case_persons_consent_files_tally_and_audit_at_once(bench: Bench) -> None:
    media = Media("photo", "file-1", caption="đây", name="anh.jpg", mime="image/jpeg")
    await bench.take(doing(Fetch("att1", "d1", media)), text("a"))
    assert [item.file for item in bench.asked] == ["file-1"]
    opened = opening("d1")
    await bench.take(doing(opened, Say(Outgoing(opened.code))), text("gửi"))
    row = await bench.database.read(cases.by_code, opened.code)
    assert row is not None
    assert (row.status, row.unit, row.received_on.isoformat()) == ("submitted", "P1", "2026-10-14")
    assert (await bench.database.read(cases.letter, opened.case))["content"] == "Đèn hỏng"
    [person] = await bench.database.read(cases.persons, opened.case)
    assert person["name"] == "Nguyễn Thị Hoa"
    assert [file.id for file in await bench.database.read(files.of_case, opened.case)] == ["att1"]
    assert await bench.database.read(happened, "2026-10-14", "2026-10-14") == {"received": 1}
    [entry] = await bench.database.read(audit.life, opened.case)
    assert (entry.what, entry.by) == ("filed", "resident")
    [consent] = await bench.rows("consents")
    assert consent["version"] == "2026-11"


async def test_two_taps_on_send_give_one_case_and_the_same_code(bench: Bench) -> None:
    first, second = opening("d1"), opening("d1")
    await bench.take(doing(first, Say(Outgoing(f"Mã {first.code}"))), text("gửi"))
    await bench.take(
        doing(second, Notify(second.case, "P1", Outgoing("mới")), Say(Outgoing(f"Mã {second.code}"))), text("gửi")
    )
    assert bench.said() == [f"Mã {first.code}"]
    assert len(await bench.rows("cases")) == 1
    assert await bench.database.read(happened, "2026-10-14", "2026-10-14") == {"received": 1}
    assert len(await bench.rows("persons")) == 1


async def test_a_taken_code_is_drawn_again(bench: Bench) -> None:
    first = opening("d1")
    await bench.take(doing(first), text("gửi"))
    draws = iter([replace(opening("d2"), code=first.code), opening("d2")])

    def script(state: State, incoming: Incoming, world: object) -> object:
        return state, (next(draws),)

    await bench.take(script, text("gửi"))  # type: ignore[arg-type]
    assert len({str(row["code"]) for row in await bench.rows("cases")}) == 2


async def test_the_first_outcome_stays_and_a_reopened_case_opens_a_new_spell(bench: Bench) -> None:
    opened = opening("d1")
    await bench.take(doing(opened), text("gửi"))
    await bench.take(doing(MoveCase(opened.case, "taken", "o1", status="registered", officer="o1")), text("a"))
    await bench.take(
        doing(MoveCase(opened.case, "forwarded", "o1", "forwarded", outcome_on="2026-10-20", detail={"to": "UBND"})),
        text("b"),
    )
    bench.now = NOW + timedelta(days=30)
    await bench.take(doing(MoveCase(opened.case, "reopened", "o1", "registered")), text("c"))
    await bench.take(doing(MoveCase(opened.case, "answered", "o1", "answered")), text("d"))
    row = await bench.database.read(cases.by_id, opened.case)
    assert row is not None
    assert (row.status, row.outcome, str(row.outcome_on), row.officer) == ("answered", "forwarded", "2026-10-20", "o1")
    spells = [(s["opened_on"], s["outcome"], s["outcome_on"]) for s in await bench.rows("spells")]
    assert sorted(spells) == [
        ("2026-10-14", "forwarded", "2026-10-20"),
        ("2026-11-13", "answered", "2026-11-13"),
    ]
    found = await bench.database.read(happened, "2026-10-01", "2026-12-01")
    assert found == {"received": 1, "forwarded": 1, "reopened": 1, "answered": 1}
    life = await bench.database.read(audit.life, opened.case)
    assert [entry.what for entry in life] == ["filed", "taken", "forwarded", "reopened", "answered"]
    assert life[2].detail == {"to": "UBND"}
    assert await bench.database.read(audit.verify) == []


async def test_words_requests_and_openings_are_in_the_life_of_a_case(bench: Bench) -> None:
    opened = opening("d1")
    await bench.take(doing(opened), text("gửi"))
    await bench.take(
        doing(
            AddToCase(opened.case, "d2", "thêm lời"),
            AskFor(opened.case, "withdraw", "đã xong"),
            Audit(opened.case, "text_opened", "o1"),
        ),
        text("a"),
    )
    life = await bench.database.read(audit.life, opened.case)
    assert [entry.what for entry in life] == ["filed", "added", "asked_withdraw", "text_opened"]
    assert life[1].detail == {"text": "thêm lời"}
    row = await bench.database.read(cases.by_id, opened.case)
    assert row is not None
    assert row.requests == ("withdraw",)


# Telling ---------------------------------------------------------------------------------------------------


async def test_a_notice_goes_to_the_staff_chats_of_the_unit(bench: Bench) -> None:
    await staff_of(bench, OFFICER, groups=[("P1", "telegram:-1001"), ("P2", "telegram:-1002")])
    opened = opening("d1")
    await bench.take(doing(opened, Notify(opened.case, "P1", Outgoing("mới"))), text("gửi"))
    assert [(item.peer, item.purpose) for item in bench.woken] == [("-1001", "notice")]


async def test_without_a_chat_the_officers_are_told_in_private_and_a_denunciation_only_to_the_confidential(
    bench: Bench,
) -> None:
    await staff_of(bench, OFFICER, SECRET)
    letter, secret = opening("d1"), opening("d2", kind="to_cao")
    await bench.take(doing(letter, Notify(letter.case, "P1", Outgoing("mới"))), text("gửi"))
    assert sorted(item.peer for item in bench.woken) == ["501", "502"]
    await bench.take(doing(secret, Notify(secret.case, "P1", Outgoing("mới"))), text("gửi"))
    assert [item.peer for item in bench.woken] == ["502"]


async def test_a_denunciation_taken_out_of_a_mixed_letter_is_told_to_no_group(bench: Bench) -> None:
    """Its card would stand beside the one of the letter it came from, with the same moment of receipt."""
    await staff_of(bench, OFFICER, SECRET, groups=[("P1", "telegram:-1001")])
    letter, due = opening("d1"), opening("d1").due_on
    parts = (
        Part("c1", "TD-1111-111Z", "to_cao", "khac", due, "r"),
        Part("c2", "TD-2222-222Z", "khac", "khac", due, "r"),
    )
    split = SplitCase(letter.case, parts, "o1")
    told = [Notify(case, "P1", Outgoing("mới", slot=f"case:{case}")) for case in ("c1", "c2")]
    await bench.take(doing(letter, split, *told), text("gửi"))
    assert [item.peer for item in bench.woken] == ["502", "-1001"]
    secret = bench.woken[0]
    instead = await bench.database.write(detours.unreachable, secret.id, "403", NOW, bench.house.reach)
    assert [item.peer for item in instead] == []


async def test_a_unit_with_nobody_is_stood_in_for_by_the_unit_above(bench: Bench) -> None:
    await staff_of(bench, replace(OFFICER, units=["HN"]), groups=[("HN", "telegram:-1009")])
    opened = opening("d1", unit="P2")
    await bench.take(doing(opened, Notify(opened.case, "P2", Outgoing("mới"))), text("gửi"))
    assert [item.peer for item in bench.woken] == ["-1009"]


async def test_a_chat_on_a_channel_that_does_not_run_is_no_way(bench: Bench) -> None:
    await staff_of(bench, OFFICER, groups=[("P1", "zalo_oa:group:g1")])
    opened = opening("d1")
    await bench.take(doing(opened, Notify(opened.case, "P1", Outgoing("mới"))), text("gửi"))
    assert [item.peer for item in bench.woken] == ["501"]


async def test_a_chat_that_cannot_be_reached_is_replaced_at_once_down_to_the_unit_above(bench: Bench) -> None:
    await staff_of(bench, OFFICER, ADMIN, groups=[("P1", "telegram:-1001"), ("Q1", "telegram:-1005")])
    opened = opening("d1")
    await bench.take(doing(opened, Notify(opened.case, "P1", Outgoing("mới", slot="case:1"))), text("gửi"))
    [item] = bench.woken
    reach = bench.house.reach
    [second] = await bench.database.write(detours.unreachable, item.id, "403", NOW, reach)
    assert (second.peer, second.body) == ("501", item.body)
    [third] = await bench.database.write(detours.unreachable, second.id, "403", NOW, reach)
    assert third.peer == "-1005"
    [fourth] = await bench.database.write(detours.unreachable, third.id, "403", NOW, reach)
    assert fourth.peer == "509"
    assert await bench.database.write(detours.unreachable, fourth.id, "403", NOW, reach) == []
    assert (await bench.database.read(outbox.counts)).get("unrouted") == 1
    gone = {chat.peer: chat.gone for chat in await bench.database.read(chats.everyone)}
    assert gone == {"-1001": "403", "-1005": "403"}
    # Somebody writes again: what waited goes out.
    bench.woken.clear()
    await bench.take(doing(), text("tôi đây", account="501"))
    [late] = await bench.database.write(detours.reroute, NOW, reach)
    assert (late.peer, late.body) == ("501", item.body)
    assert await bench.database.read(outbox.due, NOW) == [late]


async def test_the_chats_of_the_config_stand_in_for_each_other_in_their_order(bench: Bench) -> None:
    groups = [("P1", "telegram:-1001"), ("P1", "email:truc@p.test"), ("P1", "web:phong"), ("P1", "telegram:-1002")]
    everywhere = frozenset({"telegram", "web", "email"})
    bench.house = replace(bench.house, channels=everywhere)
    await staff_of(bench, OFFICER, groups=groups)
    opened = opening("d1")
    await bench.take(doing(opened, Notify(opened.case, "P1", Outgoing("mới", slot="case:1"))), text("gửi"))
    first, second = bench.woken
    assert {first.peer, second.peer} == {"-1001", "-1002"}
    reach = bench.house.reach
    # The other group has it already, as long as its channel works; where that fails the next gets it, once.
    assert await bench.database.write(detours.elsewhere, first.id, "-235", NOW, reach) == []

    def away(id: int) -> Any:
        return bench.database.write(detours.elsewhere, id, "away", NOW, reach, channel_fails=True)

    [mail] = await away(second.id)
    assert (mail.channel, mail.peer, mail.body) == ("email", "truc@p.test", first.body)
    assert await away(second.id) is None
    [room] = await bench.database.write(detours.elsewhere, mail.id, "550", NOW, reach) or []
    assert (room.channel, room.peer) == ("telegram", "-1001")
    [page] = await away(room.id)
    assert page.channel == "web"
    since = NOW - timedelta(days=1)
    assert await bench.database.read(detours.staff_moved, since) == [
        ("email", "550", 1),
        ("telegram", "-235", 1),
        ("telegram", "away", 2),
    ]
    # What was sent by e-mail cannot be changed there: the change goes to whoever is first again.
    await bench.database.write(outbox.sent, page.id, "1", NOW)
    bench.woken.clear()
    await bench.take(doing(Notify(opened.case, "P1", Outgoing("đã nhận", slot="case:1", edit=True))), text("nhận"))
    assert [item.channel for item in bench.woken] == ["web"]


async def test_an_officer_is_told_by_the_first_of_their_accounts_that_can_be_reached(bench: Bench) -> None:
    bench.house = replace(
        bench.house, channels=frozenset({"telegram", "zalo_oa", "email"}), windows={"zalo_oa": timedelta(days=7)}
    )
    lan = ConfigStaff("Lan", "officer", ["P1"], ["zalo_oa:77", "email:lan@p.test", "telegram:501"])
    await staff_of(bench, lan)
    [officer] = [row.id for row in await bench.database.read(staff.everybody)]
    told = doing(TellOfficer(officer, Outgoing("việc")))
    await bench.take(told, text("a"))
    # She has never written to the account on Zalo, so nobody may write to her there.
    [item] = bench.woken
    assert (item.channel, item.peer) == ("email", "lan@p.test")
    [next_way] = await bench.database.write(detours.elsewhere, item.id, "550", NOW, bench.house.reach) or []
    assert (next_way.channel, next_way.peer) == ("telegram", "501")
    assert await bench.database.write(detours.elsewhere, next_way.id, "away", NOW, bench.house.reach) is None
    await bench.take(doing(), text("chào", account="77", channel="zalo_oa"))
    bench.woken.clear()
    await bench.take(told, text("b"))
    assert [item.channel for item in bench.woken] == ["zalo_oa"]


async def test_a_card_is_changed_in_place_in_each_chat(bench: Bench) -> None:
    await staff_of(bench, OFFICER, groups=[("P1", "telegram:-1001"), ("P1", "telegram:-1002")])
    opened = opening("d1")
    await bench.take(doing(opened, Notify(opened.case, "P1", Outgoing("mới", slot="case:1"))), text("gửi"))
    for item in bench.woken:
        await bench.database.write(outbox.sent, item.id, f"ref{item.peer}", NOW)
    await bench.take(doing(Notify(opened.case, "P1", Outgoing("đã nhận", slot="case:1", edit=True))), text("nhận"))
    assert {item.peer: item.sent_ref_of_slot for item in bench.woken} == {"-1001": "ref-1001", "-1002": "ref-1002"}


async def test_news_go_to_the_chat_of_the_filing_or_another_of_the_same_person(bench: Bench) -> None:
    opened = opening("d1")
    await bench.take(doing(opened, MakeLinkWord("ABCDEFGHJK", NOW + timedelta(minutes=15))), text("gửi"))
    await bench.take(doing(JoinAccounts("abcde-fghjk")), text("join", account="w1", channel="web"))
    await bench.take(doing(Tell(opened.case, Outgoing("tin"))), text("a", account="501"))
    [item] = bench.woken
    assert (item.channel, item.peer) == ("telegram", "111222333")
    [instead] = await bench.database.write(detours.unreachable, item.id, "403", NOW, bench.house.reach)
    assert (instead.channel, instead.peer) == ("web", "w1")
    await bench.take(doing(Tell(opened.case, Outgoing("tin nữa"))), text("a", account="501"))
    assert [item.channel for item in bench.woken] == ["web"]
    assert await bench.database.read(cases.by_id, opened.case) is not None


async def test_who_writes_again_can_be_reached_again(bench: Bench) -> None:
    await bench.take(doing(Say(Outgoing("x"))), text("a"))
    await bench.take(doing(MarkGone(True)), event(Gone()))
    assert await bench.database.read(conversations.count_gone) == 1
    assert (await bench.rows("outbox"))[0]["state"] == "dead"
    await bench.take(doing(), text("b"))
    assert await bench.database.read(conversations.count_gone) == 0


async def test_a_group_that_becomes_a_supergroup_keeps_its_notices(bench: Bench) -> None:
    await staff_of(bench, OFFICER, groups=[("P1", "telegram:-1")])
    opened = opening("d1")
    await bench.take(doing(opened, Notify(opened.case, "P1", Outgoing("mới", slot="case:1"))), text("gửi"))
    await bench.take(doing(state=State(misses=1)), text("a", account="501", peer="-1", chat="group"))
    await bench.take(doing(MoveChat("-1001")), text("b", account="501", peer="-1", chat="group"))
    assert [(item.peer, item.body["text"]) for item in await bench.database.read(outbox.due, NOW)] == [("-1001", "mới")]
    other = opening("d2")
    await bench.take(doing(other, Notify(other.case, "P1", Outgoing("mới"))), text("gửi"))
    assert [item.peer for item in bench.woken] == ["-1001"]
    # After a restart the config still names the old address: it means the chat that it became.
    await staff_of(bench, OFFICER, groups=[("P1", "telegram:-1")])
    assert [chat.peer for chat in await bench.database.read(chats.of_unit, "P1")] == ["-1001"]
    known = await bench.database.write(conversations.find, "telegram", "501", "-1001", NOW)
    assert known.state is not None


# Staff -----------------------------------------------------------------------------------------------------


async def test_an_invited_officer_works_after_an_admin_confirms(bench: Bench) -> None:
    until = NOW + timedelta(hours=24)
    id = await bench.database.write(staff.invite, "Lê Nam", "officer", ["P1"], "ABCDEFGHJK", until, NOW)
    await bench.take(doing(Invite("abcde fghjk")), text("/gan", account="501"))
    assert await bench.database.read(staff.officer_of, "telegram", "501") is None
    assert [row.id for row in await bench.database.read(staff.pending)] == [id]
    await bench.take(doing(Invite("ABCDEFGHJK")), text("/gan", account="777"))
    assert len(await bench.rows("staff_accounts")) == 1
    await bench.take(doing(ConfirmOfficer(id, True, "admin"), TellOfficer(id, Outgoing("vào"))), text("ok"))
    assert [item.peer for item in bench.woken] == ["501"]
    officer = await bench.database.read(staff.officer_of, "telegram", "501")
    assert officer is not None
    assert officer.name == "Lê Nam"
    assert [row.id for row in await bench.database.read(staff.serving, "P1")] == [id]


async def test_an_invitation_is_over_after_its_day(bench: Bench) -> None:
    until = NOW + timedelta(hours=24)
    await bench.database.write(staff.invite, "Lê Nam", "officer", ["P1"], "ABCDEFGHJK", until, NOW)
    bench.now = until + timedelta(seconds=1)
    await bench.take(doing(Invite("ABCDEFGHJK")), text("/gan", account="501"))
    assert await bench.database.read(staff.pending) == []


async def test_a_refused_officer_is_told_and_has_no_rights(bench: Bench) -> None:
    until = NOW + timedelta(hours=24)
    id = await bench.database.write(staff.invite, "Lê Nam", "officer", ["P1"], "ABCDEFGHJK", until, NOW)
    await bench.take(doing(Invite("ABCDEFGHJK")), text("/gan", account="501"))
    await bench.take(doing(ConfirmOfficer(id, False, "admin"), TellOfficer(id, Outgoing("không"))), text("ok"))
    assert [item.peer for item in bench.woken] == ["501"]
    assert await bench.database.read(staff.officer_of, "telegram", "501") is None


async def test_whoever_the_config_no_longer_names_is_let_go(bench: Bench) -> None:
    await staff_of(bench, OFFICER, SECRET)
    officer = await bench.database.read(staff.officer_of, "telegram", "502")
    assert officer is not None
    token, _ = await bench.database.write(doors.start_session, officer.id, NOW + timedelta(hours=8), NOW)
    await staff_of(bench, OFFICER)
    assert await bench.database.read(staff.officer_of, "telegram", "502") is None
    assert await bench.database.read(doors.session, token, NOW) is None
    assert await bench.database.read(staff.officer_of, "telegram", "501") is not None


async def test_binding_a_group_sends_what_found_nobody(bench: Bench) -> None:
    opened = opening("d1")
    await bench.take(doing(opened, Notify(opened.case, "P1", Outgoing("mới"))), text("gửi"))
    assert bench.woken == []
    await bench.take(doing(BindChat("P1", "o1")), event(Joined(), account="501", peer="-1001", chat="group"))
    assert [(item.peer, item.body["text"]) for item in bench.woken] == [("-1001", "mới")]


async def test_a_door_opens_once(bench: Bench) -> None:
    await staff_of(bench, OFFICER)
    officer = await bench.database.read(staff.officer_of, "telegram", "501")
    assert officer is not None
    until = NOW + timedelta(minutes=5)
    await bench.take(doing(MakeDoor("tok", officer.id, "", until)), text("/console", account="501"))
    assert await bench.database.read(doors.look, "tok", NOW) is not None
    assert await bench.database.write(doors.redeem, "tok", until) is None
    assert await bench.database.write(doors.redeem, "tok", NOW) is not None
    assert await bench.database.write(doors.redeem, "tok", NOW) is None


# Timers and files ------------------------------------------------------------------------------------------


async def test_a_timer_is_a_turn_of_the_conversation_that_asked_for_it(bench: Bench) -> None:
    await bench.take(doing(Remind("nudge", "d1", NOW + timedelta(minutes=1))), text("a", account="5"))
    await bench.take(doing(Remind("nudge", "d1", NOW + timedelta(minutes=2))), text("b", account="5"))
    assert await bench.database.read(timers.due, NOW + timedelta(minutes=1)) == []
    bench.now = NOW + timedelta(minutes=2)
    [item] = await bench.database.read(timers.due, bench.now)
    heard: list[Incoming] = []

    def script(state: State, incoming: Incoming, world: object) -> object:
        heard.append(incoming)
        return state, (Say(Outgoing("nhắc")),)

    await bench.turns(script).timer(item)  # type: ignore[arg-type]
    await bench.turns(script).timer(item)  # type: ignore[arg-type]
    assert [(one.what, one.peer) for one in heard] == [(Timer("nudge", "d1"), "5")]
    assert await bench.database.read(timers.due, bench.now) == []


async def test_a_timer_set_again_for_the_same_moment_comes_again(bench: Bench) -> None:
    heard: list[Incoming] = []

    def script(state: State, incoming: Incoming, world: object) -> object:
        heard.append(incoming)
        return state, ()

    for words in ("a", "b"):
        await bench.take(doing(Remind("ack", "case1:1", NOW)), text(words, account="5"))
        [item] = await bench.database.read(timers.due, NOW)
        assert not (await bench.turns(script).timer(item)).seen  # type: ignore[arg-type]
    assert [one.what for one in heard] == [Timer("ack", "case1:1")] * 2


async def test_a_timer_taken_back_does_nothing(bench: Bench) -> None:
    await bench.take(doing(Remind("nudge", "d1", NOW), Remind("expire", "d1", NOW)), text("a"))
    items = await bench.database.read(timers.due, NOW)
    await bench.take(doing(Forget("", "d1")), text("b"))
    for item in items:
        assert (await bench.turns(doing(Say(Outgoing("x")))).timer(item)).posted == ()


async def test_a_file_comes_in_as_a_turn_and_a_dropped_one_is_erased(bench: Bench) -> None:
    media = Media("photo", "f1", name="anh.jpg")
    await bench.take(doing(Fetch("a1", "d1", media), Fetch("a2", "d1", media)), text("a"))
    assert len(await bench.database.read(fetches.due, NOW)) == 2
    heard: list[object] = []

    def script(state: State, incoming: Incoming, world: object) -> object:
        heard.append(incoming.what)
        return state, ()

    landed = Landed("ab12", 10, "00" * 32, mime="image/jpeg")
    await bench.turns(script).file_ready("a1", landed)  # type: ignore[arg-type]
    assert heard == [FileReady("a1")]
    [first, _] = await bench.database.read(files.of_draft, "d1")
    assert (first.state, first.path, first.mime, first.name) == ("ready", "ab12", "image/jpeg", "anh.jpg")
    await bench.take(doing(DropFiles("d1")), text("b"))
    await bench.turns(script).file_ready("a2", Landed("cd34", 10, "00" * 32))  # type: ignore[arg-type]
    assert heard == [FileReady("a1")]
    assert sorted(await bench.database.read(files.trash)) == ["ab12", "cd34"]
    assert await bench.database.read(files.of_draft, "d1") == []


async def test_a_file_that_comes_after_filing_belongs_to_the_case(bench: Bench) -> None:
    await bench.take(doing(Fetch("a1", "d1", Media("photo", "f1"))), text("a"))
    opened = opening("d1")
    await bench.take(doing(opened), text("gửi"))
    await bench.turns(doing()).file_ready("a1", Landed("ab12", 10, "00" * 32))
    row = await bench.database.read(cases.by_id, opened.case)
    assert row is not None
    assert row.files == 1
    await bench.take(doing(DropFiles("d1")), text("b"))
    assert len(await bench.database.read(files.of_case, opened.case)) == 1
