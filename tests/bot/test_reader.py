"""What depends on the words alone is read before the turn, off the database's thread."""

from __future__ import annotations

import asyncio
import threading
from datetime import UTC, datetime

import pytest

from bot import reader
from bot.gate import Gate, Regulars
from bot.reader import Reader, words_to_read
from bot.turn import Turns
from cases.reading import Reading, Unread, read
from handlers.dialogue import advance
from handlers.messages import ChatKind, Choice, Edited, Incoming, Media, Text, What
from handlers.state import State
from storage.database import Database
from tests.bot.turn_house import NOW, event, make_house

STORY = "Cán bộ địa chính đòi tôi 5 triệu mới đo đất, tôi có ghi âm"


def incoming(what: What, peer: str = "7", chat: ChatKind = "private") -> Incoming:
    return Incoming("telegram", peer, peer, "e1", datetime(2026, 11, 22, tzinfo=UTC), what, chat)


@pytest.mark.parametrize(
    ("what", "text"),
    [
        (Text(f" {STORY} "), STORY),
        (Edited(STORY, "m1"), STORY),
        (Media("photo", "f", caption=STORY), STORY),
        (Text("/tracuu TD-7K3M-9QXH"), ""),
        (Text("#dontoi của tôi"), ""),
        (Text("hai"), ""),
        (Text("trước số nhà 12 ngõ 5, tổ 7"), ""),
        (Text("  "), ""),
        (Media("photo", "f"), ""),
        (Choice("right", 4), ""),
    ],
)
def test_commands_taps_and_short_answers_do_not_pay_for_a_reading(what: What, text: str) -> None:
    assert words_to_read(incoming(what)) == text


def test_nothing_is_read_in_a_group() -> None:
    assert words_to_read(incoming(Text(STORY), chat="group")) == ""


async def test_what_reads_words_is_loaded_for_the_first_that_have_to_be_read_and_once() -> None:
    loaded: list[int] = []
    reader_ = Reader(lambda: loaded.append(threading.get_ident()))
    silent = await reader_.read(incoming(Text("/start")))
    assert (loaded, silent.unready) == ([], True)
    with pytest.raises(Unread):
        silent.is_urgent("cháy nhà, cứu với")
    answered = await reader_.read_joined(silent, "cháy nhà, cứu với")
    assert answered.is_urgent("cháy nhà, cứu với")
    stories = await asyncio.gather(*(reader_.read(incoming(Text(STORY), str(peer))) for peer in range(3)))
    assert [each.unready for each in stories] == [False] * 3
    assert len(loaded) == 1
    assert loaded != [threading.get_ident()]


async def test_who_begins_to_talk_does_not_wait_for_it_when_they_tell_their_story(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reader, "READY_AFTER_SECONDS", 0)
    for what, expected in ((Text("/start"), 0), (Choice("file", 1), 1), (Text("chào"), 1)):
        loaded = threading.Semaphore(0)
        await Reader(lambda given=loaded: given.release()).read(incoming(what))  # type: ignore[misc]
        assert await asyncio.to_thread(loaded.acquire, timeout=5 * expected or 0.01) is bool(expected)


async def test_what_could_not_be_loaded_is_tried_again() -> None:
    tries: list[int] = []

    def load() -> None:
        tries.append(1)
        if len(tries) == 1:
            raise OSError

    reader_ = Reader(load)
    with pytest.raises(OSError):
        await reader_.read(incoming(Text(STORY)))
    assert (await reader_.read(incoming(Text(STORY)))).reading == read(STORY)


async def test_the_words_are_read_before_the_turn_and_on_another_thread(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []
    seen: list[Reading | None] = []

    def reading(text: str) -> Reading:
        threads.append(threading.get_ident())
        return read(text)

    def look(state: State, incoming: Incoming, world: object) -> tuple[State, tuple[()]]:
        threads.append(threading.get_ident())
        seen.append(incoming.reading)
        return state, ()

    monkeypatch.setattr(reader, "read", reading)
    turns = Turns(database, make_house(), look, now=lambda: NOW, wake=lambda items: None, fetch=lambda items: None)
    await turns.take("telegram", event(Text(STORY), id="e1"))
    assert seen == [read(STORY)]
    assert len(threads) == len(set(threads)) == 2


async def test_a_short_answer_does_not_overtake_the_story_before_it(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()
    order: list[str] = []

    def slow(text: str) -> Reading:
        go.wait(5)
        return read(text)

    def look(state: State, incoming: Incoming, world: object) -> tuple[State, tuple[()]]:
        order.append(incoming.what.body if isinstance(incoming.what, Text) else "")
        return state, ()

    monkeypatch.setattr(reader, "read", slow)
    turns = Turns(database, make_house(), look, now=lambda: NOW, wake=lambda items: None, fetch=lambda items: None)
    gate = Gate(16, Regulars())

    async def take(what: What, id: str) -> None:
        async with gate.place("lane"):
            await turns.take("telegram", event(what, id=id))

    story = asyncio.ensure_future(take(Text(STORY), "e1"))
    await asyncio.sleep(0)
    answer = asyncio.ensure_future(take(Text("hai"), "e2"))
    await asyncio.sleep(0)
    go.set()
    await asyncio.gather(story, answer)
    assert order == [STORY, "hai"]


async def test_the_dialogue_sorts_nothing_that_was_read_already(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(text: str) -> object:
        raise AssertionError(text)

    turns = Turns(database, make_house(), advance, now=lambda: NOW, wake=lambda items: None, fetch=lambda items: None)
    read(STORY)
    monkeypatch.setattr("handlers.messages.read", never)
    result = await turns.take("telegram", event(Text(STORY), id="e1"))
    assert not result.failed
    assert result.posted


async def test_a_story_of_several_messages_is_read_as_a_whole_on_another_thread(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(text: str) -> object:
        raise AssertionError(text)

    texts: list[str] = []

    def reading(text: str) -> Reading:
        texts.append(text)
        return read(text)

    monkeypatch.setattr(reader, "read", reading)
    monkeypatch.setattr("handlers.messages.read", never)
    turns = Turns(database, make_house(), advance, now=lambda: NOW, wake=lambda items: None, fetch=lambda items: None)
    more = "Anh ấy còn bảo không đưa thì hồ sơ nằm đó cả năm"
    await turns.take("telegram", event(Text(STORY), id="e1"))
    await turns.take("telegram", event(Text("1"), id="e2"))
    result = await turns.take("telegram", event(Text(more), id="e3"))
    assert not result.failed
    assert f"{STORY}\n{more}" in texts


async def test_the_story_that_consent_is_given_for_is_not_read_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[str] = []

    def reading(text: str) -> Reading:
        texts.append(text)
        return read(text)

    monkeypatch.setattr(reader, "read", reading)
    monkeypatch.setattr("handlers.messages.read", reading)
    turns = Turns(database, make_house(), advance, now=lambda: NOW, wake=lambda items: None, fetch=lambda items: None)
    await turns.take("telegram", event(Text(STORY), id="e1"))
    result = await turns.take("telegram", event(Text("1"), id="e2"))
    assert result.regular
    assert texts == [STORY]


async def test_what_was_told_is_forgotten_with_the_next_event_of_its_chat() -> None:
    reads = Reader()
    assert (await reads.read(incoming(Text(STORY)))).joined is None
    assert (await reads.read(incoming(Text(STORY), peer="8"))).joined is None
    assert (await reads.read(incoming(Choice("agree", 1)))).joined == read(STORY)
    assert (await reads.read(incoming(Choice("agree", 1)))).joined is None


async def test_only_so_many_stories_are_kept_read_and_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "REMEMBERED", 2)
    monkeypatch.setattr(reader, "read", lambda text: read("một"))
    reads = Reader()
    for peer in "123":
        await reads.read(incoming(Text(STORY), peer=peer))
    assert (await reads.read(incoming(Choice("agree", 1), peer="1"))).joined is None
    assert (await reads.read(incoming(Choice("agree", 1), peer="2"))).joined is not None
    monkeypatch.setattr(reader, "REMEMBERED_SECONDS", 0)
    await reads.read(incoming(Text("hai"), peer="9"))
    assert not reads._told


async def test_a_turn_that_waits_for_a_reading_has_written_nothing(database: Database) -> None:
    def ask(state: State, incoming: Incoming, world: object) -> tuple[State, tuple[()]]:
        incoming.read(STORY + " " + STORY)
        return state, ()

    turns = Turns(database, make_house(), ask, now=lambda: NOW, wake=lambda items: None, fetch=lambda items: None)
    first = await turns.take("telegram", event(Text("hai"), id="e1"))
    again = await turns.take("telegram", event(Text("hai"), id="e1"))
    assert not first.failed
    assert not first.seen
    assert again.seen
