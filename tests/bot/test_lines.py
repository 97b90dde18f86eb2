"""What is answered on our own page lies there with the turn: nobody has to send it, and it stands in its order."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.channels.contract import Received
from bot.channels.web import render
from bot.turn import Turns
from handlers.effects import EraseWords, Say
from handlers.messages import Attachment, Gone, Option, Outgoing
from handlers.state import State
from storage import mailbox, outbox
from storage.database import Database
from storage.outbox import OutboxItem
from tests.bot.turn_house import NOW, Script, doing, event, make_house, text

PEER = "w1"


class Page:
    """Turns of a page over a database, and what they handed on."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.house = replace(make_house(), line_of={"web": lambda out: render.line(out, 100, 3)})
        self.woken: list[OutboxItem] = []
        self.shown: list[tuple[str, str]] = []

    async def take(self, script: Script, words: str = "a", id: str = "") -> None:
        await self.turns(script).take("web", self.received(words, id))

    def received(self, words: str, id: str) -> Received:
        return replace(text(words, id=id, account=PEER, channel="web"), line={"event": words, "text": words})

    def turns(self, script: Script) -> Turns:
        return Turns(
            self.database,
            self.house,
            script,
            now=lambda: NOW,
            wake=self.woken.extend,
            fetch=lambda _: None,
            show=lambda *where: self.shown.append(where),
        )

    async def lines(self) -> list[str]:
        return [str(mail.body["text"]) for mail in await self.database.read(mailbox.after, PEER, 0)]


@pytest.fixture
def page(database: Database) -> Page:
    return Page(database)


async def test_an_answer_on_the_page_lies_below_what_was_said_and_nobody_has_to_send_it(page: Page) -> None:
    out = Outgoing(" Chào ", options=(Option("co", "Có"),), prompt=3)
    await page.take(doing(Say(out), Say(Outgoing("Hai"))), "xin chào")
    assert await page.lines() == ["xin chào", "Chào", "Hai"]
    [_, answer, _] = await page.database.read(mailbox.after, PEER, 0)
    assert (answer.direction, answer.body["options"], answer.body["prompt"]) == ("out", [["co", "Có"]], 3)
    assert page.shown == [("web", PEER)]
    assert page.woken == []
    assert await page.database.read(outbox.due, NOW) == []


async def test_an_event_that_comes_twice_is_answered_by_one_line(page: Page) -> None:
    for _ in range(2):
        await page.take(doing(Say(Outgoing("một"))), "a", id="e1")
    assert await page.lines() == ["a", "một"]
    assert len(page.shown) == 1


async def test_what_waits_to_be_sent_to_a_page_goes_before_the_answer(page: Page) -> None:
    await page.take(doing(Say(Outgoing("đầu"))))
    news = await page.database.write(outbox.post, "web", PEER, {"text": "tin"}, NOW)
    await page.take(doing(Say(Outgoing("sau"))), "b")
    assert await page.lines() == ["a", "đầu", "b"]
    assert [item.body["text"] for item in page.woken] == ["sau"]
    assert page.woken[0].id > news.id
    await page.database.write(outbox.sent, news.id, "1", NOW)
    await page.database.write(outbox.sent, page.woken[0].id, "2", NOW)
    await page.take(doing(Say(Outgoing("cuối"))), "c")
    assert (await page.lines())[-2:] == ["c", "cuối"]


async def test_what_was_kept_for_a_page_that_was_gone_goes_before_the_answer(page: Page) -> None:
    await page.take(doing(Say(Outgoing("đầu"))))
    kept = await page.database.write(outbox.post, "web", PEER, {"text": "tin"}, NOW)
    await page.database.write(lambda db: db.script(f"UPDATE outbox SET state = 'held' WHERE seq = {kept.id}"))
    await page.database.write(lambda db: db.script("UPDATE conversations SET gone = 1"))
    await page.take(doing(Say(Outgoing("sau"))), "b")
    assert [item.body["text"] for item in page.woken] == ["tin", "sau"]


@pytest.mark.parametrize(
    "more",
    [
        {"slot": "s"},
        {"attachments": (Attachment("chart", "a", "b", ()),)},
        {"text": "dài " * 40},
        {"options": tuple(Option(str(each), str(each)) for each in range(4))},
    ],
    ids=["changed later", "a file", "too long for one line", "too many buttons"],
)
async def test_what_is_more_than_a_line_is_sent_and_what_follows_it_too(page: Page, more: dict[str, object]) -> None:
    out = replace(Outgoing("một"), **more)  # type: ignore[arg-type]
    await page.take(doing(Say(out), Say(Outgoing("hai"))))
    assert await page.lines() == ["a"]
    assert [item.body["text"] for item in page.woken] == [out.text, "hai"]
    assert page.shown == []


async def test_a_refusal_erases_what_was_said_and_leaves_its_own_answer(page: Page) -> None:
    await page.take(doing(Say(Outgoing("hỏi"))), "chuyện riêng")
    await page.take(doing(Say(Outgoing("đã xóa")), EraseWords(NOW - timedelta(hours=1))), "không đồng ý")
    assert await page.lines() == ["đã xóa"]


async def test_what_cannot_be_answered_is_told_on_the_page_too(page: Page) -> None:
    def fails(state: State, incoming: object, world: object) -> object:
        raise ValueError

    await page.take(fails)  # type: ignore[arg-type]
    [said, told] = await page.lines()
    assert said == "a"
    assert told.startswith("error-generic")
    assert page.shown == [("web", PEER)]


async def test_a_turn_that_is_undone_leaves_no_line_of_its_answer(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ValueError

    monkeypatch.setattr("bot.turn._save", fails)
    await page.take(doing(Say(Outgoing("một")), state=State(misses=1)))
    assert not any("một" in line for line in await page.lines())


async def test_other_channels_have_no_lines(page: Page) -> None:
    await page.turns(doing(Say(Outgoing("một")))).take("telegram", event(Gone(), account="5"))
    assert [item.channel for item in page.woken] == ["telegram"]
    assert page.shown == []
