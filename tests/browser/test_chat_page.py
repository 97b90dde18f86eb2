"""How the chat page itself behaves, with a small scripted bot behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import pytest
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.channels.web.channel import WebChannel
from bot.web import chat_page, status_page
from bot.web.desk import Desk
from bot.web.pages import Pages
from handlers.messages import Edited, Media, Place, Text
from handlers.ports import Place as Office
from tests.browser.conftest import Person, begin_anew, free_port, someone
from tests.channels.web.web_fakes import FileWords, MemoryMailbox, MemorySpool, ScriptedBot, filing_script, now, serving

WARD, STRANGER = "phuong.localhost", "elsewhere.localhost"
"""Sites that browsers find on this machine; the first may show the chat inside its own page."""
OFFICE = Office("Ủy ban MTTQ Việt Nam phường Hòa Bình", "024 3851 1234", "Số 5 phố Chùa", "giờ hành chính")


@dataclass
class Stage:
    address: str
    channel: WebChannel
    bot: ScriptedBot
    mailbox: MemoryMailbox
    spool: MemorySpool

    def whats(self) -> list[Any]:
        return [seen.incoming.what for seen in self.bot.seen.values() if seen.incoming]


async def host(request: Request) -> Response:
    """A page of another site, with one of ours inside it."""
    ours = f"http://127.0.0.1:{request.url.port}{request.query_params['shows']}"
    return HTMLResponse(f"<!doctype html><title>x</title><iframe src='{ours}' width=360 height=640></iframe>")


@pytest.fixture(scope="module")
def theatre() -> Iterator[Stage]:
    """One server for all: a browser of its own is a conversation of its own."""
    bot, mailbox, spool = ScriptedBot(), MemoryMailbox(), MemorySpool()
    channel = bot.channel = WebChannel(mailbox, spool, now, file_limit=1024 * 1024, longest_wait=2, embedded=True)
    port = free_port()
    pages = Pages(FileWords(), OFFICE, embed=[f"http://{WARD}:{port}"])
    routes = [*chat_page.routes(pages, 1), *status_page.routes(pages, cast(Desk, None), chat=True)]
    with serving([*routes, Route("/host", host), pages.static_route(), *channel.routes(bot.accept)], port) as address:
        yield Stage(address, channel, bot, mailbox, spool)


@pytest.fixture
def stage(theatre: Stage) -> Stage:
    theatre.bot.begin(filing_script())
    theatre.mailbox.boxes.clear()
    theatre.spool.files.clear()
    return theatre


@pytest.fixture(scope="module")
def hand(chromium: Any, theatre: Stage) -> Person:
    return someone(chromium, theatre.address, 360, 640, phone=True)


@pytest.fixture
def visitor(hand: Person, stage: Stage) -> Iterator[Person]:
    begin_anew(hand)
    yield hand
    assert hand.errors == []
    assert {urlsplit(url).netloc for url in hand.asked if not url.startswith("blob:")} == {
        urlsplit(stage.address).netloc
    }


def test_the_first_visit_is_greeted_without_doing_anything_and_once(visitor: Person, stage: Stage) -> None:
    visitor.heard("Xin chào")
    visitor.page.reload()
    visitor.heard("Xin chào")
    assert visitor.page.locator(".bubble", has_text="Xin chào").count() == 1
    assert stage.whats() == [Text("/start", ref="hello")]
    assert visitor.page.locator(".turn.mine").count() == 0


def test_switching_the_page_to_another_language_switches_the_talk_too(visitor: Person, stage: Stage) -> None:
    visitor.heard("Xin chào")
    visitor.page.locator(".more summary").click()
    visitor.page.locator(".more a", has_text="English").click()
    visitor.heard("đã đúng chưa")
    assert [what.body for what in stage.whats()] == ["/start", "/ngonngu en"]
    assert visitor.page.locator(".turn.mine").count() == 0
    assert visitor.page.locator("html").get_attribute("lang") == "en"


def test_a_tap_shows_as_an_answer_and_its_question_can_not_be_answered_again(visitor: Person) -> None:
    visitor.tap("Gửi ý kiến")
    visitor.at_step(1)
    visitor.tap("Đồng ý")
    visitor.at_step(2)
    old = visitor.page.locator(".options li.past button")
    assert old.count() == 2
    assert all(button.is_disabled() for button in old.all())
    assert visitor.page.locator("button.chosen[aria-pressed=true]", has_text="Đồng ý").count() == 1
    visitor.page.reload()
    visitor.at_step(2)
    assert visitor.page.locator("button.chosen", has_text="Đồng ý").count() == 1
    assert visitor.page.locator(".options li.standing button", has_text="Tra cứu").is_enabled()


def test_words_written_while_the_line_is_down_are_sent_once_when_it_is_back(visitor: Person, stage: Stage) -> None:
    visitor.heard("Xin chào")
    visitor.context.set_offline(True)
    visitor.say("Cống vỡ")
    visitor.page.locator("#down:visible").wait_for()
    visitor.page.locator(".turn.mine .note", has_text="Chưa gửi được").wait_for()
    visitor.context.set_offline(False)
    visitor.heard("đã đúng chưa")
    visitor.page.locator("#down").wait_for(state="hidden")
    assert [what for what in stage.whats() if isinstance(what, Text)][1:] == [
        Text("Cống vỡ", ref=stage_ref(stage, "Cống vỡ"))
    ]
    assert visitor.page.locator(".turn.mine .bubble", has_text="Cống vỡ").count() == 1


def test_no_request_hangs_once_the_page_has_what_it_asked_for(visitor: Person) -> None:
    """Browsers have six connections to one address, and a page that never settles cannot be measured."""
    posted: list[Any] = []
    finished: list[Any] = []
    visitor.page.on("request", lambda request: posted.append(request) if request.method == "POST" else None)
    visitor.page.on("requestfinished", lambda request: finished.append(request))
    visitor.heard("Xin chào")
    visitor.say("Cống vỡ")
    visitor.heard("đã đúng chưa")
    while not set(posted) <= set(finished):
        visitor.page.wait_for_timeout(20)
    assert posted


SAID_LATE = """
() => {
  const early = window.fetch;
  window.fetch = async (url, options) => {
    const answer = await early(url, options);
    const isThere = () => document.body.innerText.includes("đã đúng chưa");
    while (String(url).includes("/chat/send") && !isThere()) await new Promise(requestAnimationFrame);
    window.told = answer.text;
    return answer;
  };
}
"""


def test_where_the_answer_is_here_before_the_line_is_said_to_be_kept_nobody_waits_for_it(visitor: Person) -> None:
    visitor.heard("Xin chào")
    visitor.page.evaluate(SAID_LATE)
    visitor.say("Cống vỡ")
    visitor.heard("đã đúng chưa")
    visitor.page.wait_for_function("window.told && !(localStorage.getItem('td-queue') ?? '').includes('Cống vỡ')")
    visitor.page.evaluate("() => new Promise(requestAnimationFrame)")
    assert visitor.page.locator(".typing").count() == 0


def stage_ref(stage: Stage, body: str) -> str:
    return next(what.ref for what in stage.whats() if isinstance(what, Text) and what.body == body)


def test_words_that_could_not_be_stored_outlive_a_reload_and_stand_once(visitor: Person, stage: Stage) -> None:
    visitor.heard("Xin chào")
    stage.bot.broken = True
    visitor.say("Cống vỡ")
    visitor.page.locator(".turn.mine .note", has_text="Chưa gửi được").wait_for()
    visitor.page.reload()
    visitor.page.locator(".turn.mine .bubble", has_text="Cống vỡ").wait_for()
    stage.bot.broken = False
    visitor.heard("đã đúng chưa")
    visitor.page.reload()
    visitor.heard("đã đúng chưa")
    assert visitor.page.locator(".turn.mine .bubble", has_text="Cống vỡ").count() == 1
    assert len([what for what in stage.whats() if isinstance(what, Text)]) == 2


def test_what_was_being_typed_is_still_there_after_a_reload(visitor: Person) -> None:
    visitor.heard("Xin chào")
    visitor.page.fill("#words", "Tôi đang viết dở")
    visitor.page.reload()
    visitor.heard("Xin chào")
    assert visitor.page.input_value("#words") == "Tôi đang viết dở"


def test_the_last_message_can_be_changed(visitor: Person, stage: Stage) -> None:
    visitor.heard("Xin chào")
    visitor.say("Cống vở")
    visitor.heard("đã đúng chưa")
    visitor.page.locator("button.change").click()
    visitor.page.fill("#words", "Cống vỡ")
    visitor.page.locator(".round.send").click()
    visitor.heard("đã sửa")
    assert visitor.page.locator(".turn.mine .bubble").inner_text().endswith("Cống vỡ")
    assert stage.whats()[-1] == Edited("Cống vỡ", stage_ref(stage, "Cống vở"))
    visitor.page.reload()
    visitor.heard("đã sửa")
    assert visitor.page.locator(".turn.mine .bubble").inner_text().endswith("Cống vỡ")


def test_several_files_chosen_at_once_go_as_one_album(visitor: Person, stage: Stage, tmp_path: Path) -> None:
    visitor.heard("Xin chào")
    for name in ("một.txt", "hai.txt"):
        (tmp_path / name).write_text("giấy tờ", encoding="utf-8")
    visitor.page.locator("#files").set_input_files([str(tmp_path / "một.txt"), str(tmp_path / "hai.txt")])
    visitor.page.locator(".options button:enabled", has_text="Gửi xong").wait_for()
    while len([what for what in stage.whats() if isinstance(what, Media)]) < 2:
        visitor.page.wait_for_timeout(20)
    files = [what for what in stage.whats() if isinstance(what, Media)]
    assert [file.name for file in files] == ["một.txt", "hai.txt"]
    assert files[0].album == files[1].album != ""
    assert list(stage.spool.files.values()) == ["giấy tờ".encode()] * 2


def test_a_file_that_is_too_large_is_said_so_and_not_sent(visitor: Person, stage: Stage, tmp_path: Path) -> None:
    visitor.heard("Xin chào")
    (tmp_path / "to.pdf").write_bytes(b"x" * (1024 * 1024 + 1))
    visitor.page.locator("#files").set_input_files(str(tmp_path / "to.pdf"))
    visitor.page.locator(".note.bad", has_text="1 MB").wait_for()
    assert stage.spool.files == {}


def test_a_place_is_sent_when_the_person_asks_for_it(visitor: Person, stage: Stage) -> None:
    visitor.context.grant_permissions(["geolocation"])
    visitor.context.set_geolocation({"latitude": 21.03, "longitude": 105.85})
    visitor.heard("Xin chào")
    visitor.page.locator("#attach").click()
    visitor.page.locator("#here").click()
    visitor.page.locator(".turn.mine", has_text="Vị trí").wait_for()
    visitor.heard("đã đúng chưa")
    assert stage.whats()[-1] == Place(21.03, 105.85, ref=stage.whats()[-1].ref)


def test_a_code_can_be_copied(visitor: Person) -> None:
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.heard("Xin chào")
    visitor.say("Cống vỡ")
    visitor.at_step(6)
    visitor.tap("Gửi")
    code = visitor.page.locator("button.code")
    code.click()
    code.locator("small", has_text="Đã chép").wait_for()
    assert visitor.page.evaluate("navigator.clipboard.readText()") == "TD-7K3M-9QXH"


def test_removing_from_this_device_begins_anew_with_nothing_of_before(visitor: Person, stage: Stage) -> None:
    visitor.heard("Xin chào")
    visitor.say("Cống vỡ")
    visitor.heard("đã đúng chưa")
    visitor.page.once("dialog", lambda dialog: dialog.accept())
    visitor.page.locator(".more summary").click()
    visitor.page.locator("#forget").click()
    visitor.page.locator(".bubble", has_text="Cống vỡ").first.wait_for(state="detached")
    visitor.heard("Xin chào")
    assert visitor.page.locator(".turn.mine").count() == 0
    assert len(stage.mailbox.boxes) == 1


def test_everything_can_be_done_with_the_keyboard_alone(chromium: Any, stage: Stage) -> None:
    person = someone(chromium, stage.address, 1000, 700)
    person.page.goto(stage.address)
    person.heard("Xin chào")
    press = person.page.keyboard.press
    for _ in range(20):
        press("Tab")
        if person.page.evaluate("document.activeElement.innerText").strip().endswith("Gửi ý kiến"):
            break
    press("Enter")
    person.at_step(1)
    press("Tab")
    assert person.page.evaluate("document.activeElement.tagName") in ("BUTTON", "TEXTAREA")
    person.page.locator("#words").focus()
    person.page.keyboard.type("Cong vo")
    press("Shift+Enter")
    person.page.keyboard.type("nuoc tran")
    press("Enter")
    person.heard("đã đúng chưa")
    assert stage.whats()[-1].body == "Cong vo\nnuoc tran"
    person.context.close()


def test_nothing_sticks_out_at_320_pixels_and_targets_are_large_enough(visitor: Person) -> None:
    visitor.page.set_viewport_size({"width": 320, "height": 568})
    visitor.tap("Gửi ý kiến")
    visitor.at_step(1)
    assert visitor.page.evaluate("document.documentElement.scrollWidth") == 320
    small = visitor.page.evaluate(
        """() => [...document.querySelectorAll('button, a, summary, textarea')]
            .filter((it) => it.offsetParent && !it.closest('.note, .words, .past') && !it.matches('.skip'))
            .map((it) => [it.outerHTML.slice(0, 60), it.getBoundingClientRect()])
            .filter(([, box]) => box.height < 44 || box.width < 44).map(([html]) => html)"""
    )
    visitor.page.set_viewport_size({"width": 360, "height": 640})
    assert small == []


def test_a_screen_reader_is_told_of_new_messages_and_finds_every_control_named(visitor: Person) -> None:
    visitor.heard("Xin chào")
    log = visitor.page.locator("#log")
    assert log.get_attribute("role") == "log"
    assert log.get_attribute("aria-live") == "polite"
    assert log.get_attribute("aria-busy") == "false"
    nameless = visitor.page.evaluate(
        """() => [...document.querySelectorAll('button, a, summary, textarea')].filter((it) => !it.hidden)
            .filter((it) => !(it.textContent.trim() || it.getAttribute('aria-label') || it.labels?.length))
            .map((it) => it.outerHTML.slice(0, 80))"""
    )
    assert nameless == []


def test_a_file_that_waits_outlives_a_reload_and_is_sent_once(visitor: Person, stage: Stage, tmp_path: Path) -> None:
    visitor.heard("Xin chào")
    stage.bot.broken = True
    path = tmp_path / "đơn ký.txt"
    path.write_text("đơn", encoding="utf-8")
    visitor.page.locator("#files").set_input_files(str(path))
    visitor.page.locator(".turn.mine .note", has_text="Chưa gửi được").wait_for()
    visitor.page.reload()
    visitor.page.locator(".turn.mine", has_text="đơn ký.txt").wait_for()
    stage.bot.broken = False
    visitor.page.wait_for_function("() => !document.querySelector('.turn.mine .note').textContent.includes('gửi')")
    visitor.page.reload()
    visitor.page.locator(".turn.mine", has_text="đơn ký.txt").wait_for()
    assert visitor.page.locator(".turn.mine", has_text="đơn ký.txt").count() == 1
    assert len([what for what in stage.whats() if isinstance(what, Media)]) == 1


def test_a_spoken_message_is_recorded_and_sent(visitor: Person, stage: Stage) -> None:
    visitor.heard("Xin chào")
    visitor.page.locator("#attach").click()
    visitor.page.locator("#speak").click()
    visitor.page.locator("#recorded", has_text="0:01").wait_for()
    visitor.page.locator("#send-recorded").click()
    visitor.page.locator(".turn.mine", has_text="Ghi âm").wait_for()
    visitor.page.wait_for_function("() => !document.querySelector('.turn.mine .note').textContent.includes('Đang')")
    [spoken] = [what for what in stage.whats() if isinstance(what, Media)]
    assert spoken.kind == "audio"
    assert spoken.size > 0


def test_the_page_opens_without_a_line_once_it_was_here(visitor: Person, stage: Stage) -> None:
    visitor.heard("Xin chào")
    visitor.page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    visitor.context.set_offline(True)
    visitor.page.goto(stage.address)
    visitor.page.locator("#words").wait_for()
    visitor.page.locator("#down:visible").wait_for()
    kept = visitor.page.evaluate(
        "() => caches.open('td-shell').then((it) => it.keys())"
        ".then((all) => all.map((each) => new URL(each.url).pathname))"
    )
    assert sorted(kept) == ["/", "/static/chat.css", "/static/chat.js", "/static/mark.svg"], "the shell, and no words"
    visitor.context.set_offline(False)


def test_where_no_stream_can_be_had_the_page_asks_again_and_again(chromium: Any, stage: Stage) -> None:
    person = someone(chromium, stage.address, 360, 640)
    person.page.add_init_script("delete window.EventSource")
    person.page.goto(stage.address)
    person.heard("Xin chào")
    person.say("Cống vỡ")
    person.heard("đã đúng chưa")
    assert not any("/chat/stream" in url for url in person.asked)
    person.context.close()


def framed(hand: Person, stage: Stage, site: str, path: str) -> Any:
    begin_anew(hand)
    stage.bot.begin(filing_script())
    hand.page.goto(f"http://{site}:{urlsplit(stage.address).port}/host?shows={path}")
    return hand.page.frames[-1]


@pytest.mark.parametrize(("site", "path"), [(STRANGER, "/"), (WARD, "/status")])
def test_no_other_site_shows_our_pages_inside_its_own(hand: Person, stage: Stage, site: str, path: str) -> None:
    assert framed(hand, stage, site, path).locator("main").count() == 0


def test_the_chat_works_inside_a_site_of_the_list(hand: Person, stage: Stage) -> None:
    frame = framed(hand, stage, WARD, "/")
    frame.locator(".bubble", has_text="Xin chào").wait_for()
    frame.locator("#words").fill("Cống vỡ")
    frame.locator(".round.send").click()
    frame.locator(".bubble", has_text="đã đúng chưa").wait_for()
