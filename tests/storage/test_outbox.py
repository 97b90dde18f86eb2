"""The outbox: in order for each chat, and never lost."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import conversations, outbox
from storage.database import Database
from storage.outbox import OutboxItem
from storage.session import Session
from storage.vault import Vault
from tests.databases import sqlite_at
from tests.fuzz import examples
from tests.storage.conftest import NOW


async def post(database: Database, peer: str, text: str, **more: object) -> OutboxItem:
    return await database.write(outbox.post, "telegram", peer, {"text": text}, NOW, **more)  # type: ignore[arg-type]


async def texts(database: Database, minutes: float = 0) -> list[str]:
    items = await database.read(outbox.due, NOW + timedelta(minutes=minutes))
    return [str(item.body["text"]) for item in items]


async def test_what_waits_behind_a_message_that_failed_waits_too_and_other_chats_do_not(database: Database) -> None:
    first = await post(database, "1", "a1")
    await post(database, "1", "a2")
    await post(database, "2", "b1")
    await database.write(outbox.retry, first.id, NOW + timedelta(minutes=5), "500")
    assert await texts(database) == ["b1"]
    assert await texts(database, 5) == ["a1", "a2", "b1"]
    await database.write(outbox.dead, first.id, "400", NOW)
    assert await texts(database) == ["a2", "b1"]


async def test_a_message_says_what_stands_before_it_whether_it_asks_or_is_told(database: Database) -> None:
    def turn(db: Session, text: str) -> OutboxItem:
        at = conversations.find(db, "telegram", "1", "1", NOW)
        assert (at.behind is None) == (db.shared or text == "first")
        return outbox.post(db, "telegram", "1", {"text": text}, NOW, behind=at.behind)

    first = await database.write(turn, "first")
    await post(database, "2", "elsewhere")
    second = await database.write(turn, "second")
    later = await post(database, "1", "later", due_at=NOW + timedelta(days=1))
    third = await database.write(turn, "third")
    assert (first.behind, second.behind, third.behind) == (0, first.id, second.id)
    for each in (first, second, third):
        await database.write(outbox.sent, each.id, "1", NOW)
    fourth = await database.write(turn, "fourth")
    assert fourth.behind == 0
    assert fourth.id > later.id


async def test_a_message_for_later_holds_up_nobody(database: Database) -> None:
    await post(database, "1", "later", due_at=NOW + timedelta(minutes=5))
    await post(database, "1", "now")
    assert await texts(database) == ["now"]
    assert await database.read(outbox.next_due) == NOW


async def test_the_words_of_a_sent_message_are_erased(database: Database) -> None:
    item = await post(database, "1", "a")
    await database.write(outbox.sent, item.id, "77", NOW)
    assert await texts(database) == []
    assert await database.read(outbox.counts) == {}


async def test_an_overtaken_notice_goes_to_nobody_and_its_words_are_erased(database: Database) -> None:
    old = await post(database, "1", "card", slot="case:1")
    await post(database, "1", "card, taken", slot="case:1")
    await database.write(outbox.overtaken, old.id)
    assert await texts(database) == ["card, taken"]
    assert (await database.read(outbox.counts)).get("dead", 0) == 0


async def test_a_change_names_the_message_that_the_slot_shows_in_that_chat(database: Database) -> None:
    first = await post(database, "1", "card", slot="case:1")
    waiting = await post(database, "1", "card 2", slot="case:1")
    assert (first.sent_ref_of_slot, waiting.sent_ref_of_slot) == ("", "")
    await database.write(outbox.sent, first.id, "77", NOW)
    assert await database.read(outbox.slot_ref, waiting.id) == "77"
    [due] = await database.read(outbox.due, NOW)
    assert due.sent_ref_of_slot == "77"
    elsewhere = await post(database, "2", "card", slot="case:1")
    assert elsewhere.sent_ref_of_slot == ""


async def test_after_a_crash_between_commit_and_send_the_answer_is_still_due(url: str, vault: Vault) -> None:
    before = await Database.open(url, vault)
    item = await post(before, "1", "đã nhận")
    await before.close()
    after = await Database.open(url, vault)
    assert await after.read(outbox.due, NOW) == [item]
    await after.close()


steps = st.lists(st.tuples(st.sampled_from(["post", "sent", "retry", "dead", "wait"]), st.integers(0, 2)), max_size=40)


@settings(
    max_examples=examples(30),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(plan=steps)
def test_a_chat_never_gets_its_messages_out_of_order(plan: list[tuple[str, int]], tmp_path: Path, vault: Vault) -> None:
    import asyncio
    import uuid

    async def play() -> None:
        database = await Database.open(sqlite_at(tmp_path / f"{uuid.uuid4().hex}.db"), vault)
        now, sent, number = NOW, {"0": 0, "1": 0, "2": 0}, 0
        for what, which in plan:
            items = await database.read(outbox.due, now)
            seen: dict[str, int] = {}
            for item in items:
                assert item.id > max(seen.get(item.peer, 0), sent[item.peer])
                seen[item.peer] = item.id
            heads = {item.peer: item for item in reversed(items)}
            head = heads.get(str(which))
            if what == "post":
                number += 1
                await database.write(outbox.post, "telegram", str(which), {"n": number}, now)
            elif what == "wait":
                now += timedelta(minutes=1)
            elif head and what == "sent":
                sent[head.peer] = head.id
                await database.write(outbox.sent, head.id, "1", NOW)
            elif head and what == "retry":
                await database.write(outbox.retry, head.id, now + timedelta(minutes=2), "500")
            elif head:
                sent[head.peer] = head.id
                await database.write(outbox.dead, head.id, "400", NOW)
        await database.close()

    asyncio.run(play())
