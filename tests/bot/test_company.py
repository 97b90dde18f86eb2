"""Processes on one database tell each other what was read of a story and whom they know; one alone tells nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from pydantic_core import to_json

from bot.company import REMEMBERED_SECONDS, Company
from bot.gate import Regulars
from bot.reader import Reader
from cases.reading import read
from handlers.messages import Choice, Incoming
from storage import calls
from storage.vault import Vault, make_keys

STORY = "Cán bộ địa chính đòi tôi 5 triệu mới đo đất, tôi có ghi âm"
VAULT = Vault(make_keys())


class Process:
    """One of several; what it calls is heard by whoever is told."""

    def __init__(self, *, alone: bool) -> None:
        self.alone = alone
        self.seconds = 0.0
        self.called: list[str] = []
        self.regulars = Regulars()
        self.company = Company(self.call, VAULT, self.regulars, lambda: self.alone, lambda: self.seconds)
        self.reader = Reader(tell=self.company.read)

    def call(self, topic: str, things: Sequence[bytes]) -> None:
        self.called += calls.written(VAULT, topic, things)

    def hears(self, other: Process) -> None:
        for call in other.called:
            self.company.heard(call, self.reader)


def consent() -> Incoming:
    return Incoming("telegram", "7", "7", "e2", datetime(2026, 11, 22, tzinfo=UTC), Choice("agree", 4))


async def test_a_story_that_another_process_read_is_not_read_again_and_forgotten_after_the_next_event() -> None:
    one, other = Process(alone=False), Process(alone=True)
    reading = read(STORY)
    one.reader.keep(("telegram", "7"), reading)
    one.company.read(("telegram", "7"), reading)
    assert all(STORY not in call for call in one.called)
    other.hears(one)
    assert (await other.reader.read(consent())).joined == reading
    assert (await other.reader.read(consent())).joined is None
    assert (await one.reader.read(consent())).joined == reading


async def test_whom_one_process_knows_the_others_know_too_and_are_told_once() -> None:
    one, other = Process(alone=False), Process(alone=False)
    for _ in range(3):
        one.company.knows("ab")
    assert len(one.called) == 1
    other.hears(one)
    assert "ab" in other.regulars
    other.company.knows("ab")
    assert other.called == []


async def test_who_is_alone_tells_nothing_until_somebody_else_is_heard_and_again_when_they_are_gone() -> None:
    one, other = Process(alone=True), Process(alone=False)
    told: list[Callable[[], None]] = [
        lambda: one.company.read(("telegram", "7"), read(STORY)),
        lambda: one.company.knows("cd"),
    ]
    for tell in told:
        tell()
    assert one.called == []
    other.company.knows("ab")
    one.hears(other)
    told[0]()
    assert len(one.called) == 1
    one.seconds += REMEMBERED_SECONDS
    told[0]()
    assert len(one.called) == 1


async def test_what_another_version_tells_of_a_story_is_left_alone_without_a_word_of_it() -> None:
    one = Process(alone=True)
    chat = ["telegram", "7"]
    for told in ([chat, {"text": STORY}], [chat, {"text": STORY, "new": 1}], ["x", chat, {"text": STORY}]):
        [call] = calls.written(VAULT, "read", [to_json(told)])
        one.company.heard(call, one.reader)
    assert (await one.reader.read(consent())).joined is None
