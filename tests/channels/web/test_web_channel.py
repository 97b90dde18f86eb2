from __future__ import annotations

import asyncio
import contextlib
import errno
import json
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.channels.contract import OutFile
from bot.channels.errors import FileGone
from bot.channels.web.channel import COOKIE, SPOOL_HOURS, WebChannel, peer_of
from bot.channels.web.limits import Buckets
from handlers.messages import Choice, Edited, Gone, Media, Option, Outgoing, Place, Text
from tests.channels.web.conftest import Bench
from tests.channels.web.web_fakes import MemoryMailbox, MemorySpool, ScriptedBot, now


def only(bench: Bench) -> object:
    [received] = bench.bot.seen.values()
    assert received.incoming is not None
    return received.incoming.what


def test_the_first_look_gives_a_key_that_scripts_and_other_sites_cannot_use(bench: Bench) -> None:
    with TestClient(bench.client.app, base_url="http://127.0.0.1") as fresh:
        cookie = fresh.get("/chat/messages").headers["set-cookie"].lower()
    assert cookie.startswith("td=")
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "secure" not in cookie


def test_away_from_this_machine_the_key_travels_by_https_only(bench: Bench) -> None:
    with TestClient(bench.client.app, base_url="https://tiengdan.example") as fresh:
        assert "; secure" in fresh.get("/chat/messages").headers["set-cookie"].lower()


def test_the_account_is_not_the_key_itself(bench: Bench) -> None:
    bench.send(event="a1", text="Đường hỏng")
    [received] = bench.bot.seen.values()
    assert received.incoming is not None
    key = bench.client.cookies[COOKIE]
    assert received.incoming.account == received.incoming.peer == peer_of(key)
    assert key not in received.incoming.account


@pytest.mark.parametrize(
    ("posted", "meant"),
    [
        ({"text": "  Đường hỏng\r\nngập "}, Text("Đường hỏng\nngập", ref="e1")),
        ({"text": "/tracuu TD-7K3M-9QXH"}, Text("/tracuu TD-7K3M-9QXH", ref="e1")),
        ({"tap": {"option": "yes", "prompt": 3, "label": "Đồng ý"}}, Choice("yes", 3)),
        ({"tap": {"option": "/dontoi", "prompt": 0, "label": "Đơn của tôi"}}, Choice("/dontoi", 0)),
        ({"edit": {"ref": "e0", "text": "Đường hỏng nặng"}}, Edited("Đường hỏng nặng", "e0")),
        ({"place": {"lat": 21.02, "lon": 105.85}}, Place(21.02, 105.85, ref="e1")),
    ],
)
def test_what_the_page_posts_is_read(bench: Bench, posted: dict[str, object], meant: object) -> None:
    assert bench.send(event="e1", **posted) == 200
    assert only(bench) == meant


@pytest.mark.parametrize(
    "posted",
    [
        {"text": "x"},
        {"event": "", "text": "x"},
        {"event": "a b", "text": "x"},
        {"event": "e1"},
        {"event": "e1", "text": "   "},
        {"event": "e1", "text": 5},
        {"event": "e1", "text": "x" * 20_001},
        {"event": "e1", "tap": {"option": "yes", "prompt": "3"}},
        {"event": "e1", "tap": {"option": "", "prompt": 3}},
        {"event": "e1", "edit": {"text": "x"}},
        {"event": "e1", "place": {"lat": 91, "lon": 0}},
        {"event": "e1", "place": {"lat": True, "lon": 0}},
    ],
)
def test_what_is_not_in_the_agreed_form_is_refused_and_kept_nowhere(bench: Bench, posted: dict[str, object]) -> None:
    answer = bench.client.post("/chat/send", content=json.dumps(posted))
    assert answer.status_code == 400
    assert bench.bot.seen == {}
    assert bench.entries() == []


@pytest.mark.parametrize(
    "posted",
    [
        {"text": "nửa \ud83d\x00\x0b chữ\ufffe\r\n\u202eeht"},
        {"tap": {"option": "nửa \ud83d", "prompt": 1, "label": "nửa \ud83d"}},
    ],
)
def test_what_nobody_can_read_does_not_spoil_the_conversation(bench: Bench, posted: dict[str, object]) -> None:
    bench.client.get("/chat/messages")
    answer = bench.client.post("/chat/send", content=json.dumps({"event": "e1", **posted}))
    assert answer.status_code == 200
    [said, _] = bench.entries()
    assert said["text"] in ("nửa \ufffd\ufffd chữ\neht", "nửa \ufffd")


@pytest.mark.parametrize("raw", [b"", b"no", b"[]", b"\xff\xfe", b"null"])
def test_bytes_that_are_no_json_object_are_refused(bench: Bench, raw: bytes) -> None:
    assert bench.client.post("/chat/send", content=raw).status_code == 400


def test_a_body_beyond_the_limit_is_refused(bench: Bench) -> None:
    assert bench.client.post("/chat/send", content=b"x" * 200_000).status_code == 413


def test_the_whole_conversation_is_there_after_a_reload(bench: Bench) -> None:
    bench.send(event="e1", text="Đường hỏng")
    lines = [(entry["dir"], entry["text"]) for entry in bench.entries()]
    assert lines == [("in", "Đường hỏng"), ("out", "Dạ, tôi đã nhận.")]


def test_a_page_is_given_only_what_it_has_not_seen(bench: Bench) -> None:
    bench.send(event="e1", text="một")
    last = bench.entries()[-1]["seq"]
    bench.send(event="e2", text="hai")
    assert [entry["text"] for entry in bench.entries(after=int(str(last)))] == ["hai", "Dạ, tôi đã nhận."]


def test_the_event_that_opens_the_page_greets_once_and_shows_no_line_of_ours(bench: Bench) -> None:
    bench.send(event="hello", text="/start")
    bench.send(event="hello", text="/start")
    assert [entry["dir"] for entry in bench.entries()] == ["out"]


def test_what_the_page_says_by_itself_shows_no_line_of_ours(bench: Bench) -> None:
    bench.send(event="hello-1", text="/ngonngu en")
    assert only(bench) == Text("/ngonngu en", ref="hello-1")
    assert [entry["dir"] for entry in bench.entries()] == ["out"]


def test_the_same_event_sent_again_reaches_the_dialogue_under_the_same_id(bench: Bench) -> None:
    bench.send(event="e1", text="Đường hỏng")
    bench.send(event="e1", text="Đường hỏng")
    assert bench.bot.deliveries == 2
    assert len(bench.bot.seen) == 1


def test_one_browser_cannot_take_the_place_of_an_event_of_another(bench: Bench) -> None:
    bench.send(event="e1", text="của tôi")
    with TestClient(bench.client.app, base_url="http://127.0.0.1") as other:
        other.get("/chat/messages")
        other.post("/chat/send", json={"event": "e1", "text": "của người khác"})
    assert len(bench.bot.seen) == 2


def test_one_browser_does_not_see_what_another_wrote(bench: Bench) -> None:
    bench.send(event="e1", text="chuyện riêng")
    with TestClient(bench.client.app, base_url="http://127.0.0.1") as other:
        other.get("/chat/messages")
        assert other.get("/chat/messages").json()["entries"] == []


def test_an_event_that_could_not_be_stored_is_asked_for_again(bench: Bench) -> None:
    bench.bot.broken = True
    assert bench.send(event="e1", text="Đường hỏng") == 503
    bench.bot.broken = False
    assert bench.send(event="e1", text="Đường hỏng") == 200
    assert len(bench.bot.seen) == 1


def test_without_a_key_nothing_is_taken(bench: Bench) -> None:
    with TestClient(bench.client.app, base_url="http://127.0.0.1") as stranger:
        assert stranger.post("/chat/send", json={"event": "e1", "text": "x"}).status_code == 401
        stranger.cookies.set(COOKIE, "short")
        assert stranger.post("/chat/send", json={"event": "e1", "text": "x"}).status_code == 401


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}],
)
def test_a_post_that_another_site_made_is_refused(bench: Bench, headers: dict[str, str]) -> None:
    answer = bench.client.post("/chat/send", json={"event": "e1", "text": "x"}, headers=headers)
    assert answer.status_code == 403
    assert bench.bot.seen == {}


def test_too_many_posts_at_once_are_asked_to_wait() -> None:
    bot = ScriptedBot()
    posts = Buckets(burst=2, per_second=0)
    channel = bot.channel = WebChannel(MemoryMailbox(), MemorySpool(), now, posts=posts)
    with TestClient(Starlette(routes=channel.routes(bot.accept)), base_url="http://127.0.0.1") as client:
        client.get("/chat/messages")
        got = [client.post("/chat/send", json={"event": f"e{n}", "text": "x"}) for n in range(3)]
    assert [answer.status_code for answer in got] == [200, 200, 429]
    assert got[2].headers["retry-after"]


def test_an_upload_is_sealed_before_it_is_announced(bench: Bench) -> None:
    headers = {
        "X-Event": "f1",
        "X-Name": "C:%5Cdata%5C%E1%BA%A3nh%20c%E1%BB%91ng.jpg",
        "X-Album": "al1",
        "Content-Type": "image/jpeg",
    }
    assert bench.client.post("/chat/file", content=b"JPEG", headers=headers).status_code == 200
    assert only(bench) == Media("photo", "f0", name="ảnh cống.jpg", mime="image/jpeg", size=4, album="al1", ref="f1")
    assert bench.spool.files == {"f0": b"JPEG"}
    assert bench.entries()[0]["file"] == {"name": "ảnh cống.jpg", "kind": "photo", "size": 4}


def test_an_upload_beyond_the_limit_is_refused_and_not_announced(bench: Bench) -> None:
    headers = {"X-Event": "f1", "X-Name": "a.jpg", "Content-Type": "image/jpeg"}
    assert bench.client.post("/chat/file", content=b"x" * 1001, headers=headers).status_code == 413

    def chunks() -> object:
        for _ in range(101):
            yield b"x" * 10

    assert bench.client.post("/chat/file", content=chunks(), headers=headers).status_code == 413  # type: ignore[arg-type]
    assert bench.bot.seen == {}


def test_an_upload_for_which_there_is_no_room_is_to_come_again(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    async def full(chunks: object, limit: int) -> tuple[str, int]:
        raise OSError(errno.ENOSPC, "")

    headers = {"X-Event": "f1", "X-Name": "a.jpg", "Content-Type": "image/jpeg"}
    monkeypatch.setattr(bench.spool, "put", full)
    assert bench.client.post("/chat/file", content=b"JPEG", headers=headers).status_code == 503
    assert bench.bot.seen == {}
    monkeypatch.undo()
    assert bench.client.post("/chat/file", content=b"JPEG", headers=headers).status_code == 200


async def test_the_bytes_of_an_upload_can_be_fetched_until_they_are_gone() -> None:
    spool = MemorySpool()
    channel = WebChannel(MemoryMailbox(), spool, now)
    spool.files["f0"] = b"JPEG"
    assert b"".join([chunk async for chunk in channel.fetch("f0", "photo")]) == b"JPEG"
    spool.files.clear()
    with pytest.raises(FileGone):
        _ = [chunk async for chunk in channel.fetch("f0", "photo")]


async def test_uploads_are_erased_after_a_day() -> None:
    spool = MemorySpool()
    moment = now()
    channel = WebChannel(MemoryMailbox(), spool, lambda: moment)
    task = asyncio.ensure_future(channel.run(ScriptedBot().accept))
    while not spool.swept:
        await asyncio.sleep(0)
    task.cancel()
    assert spool.swept == [moment - timedelta(hours=SPOOL_HOURS)]


async def test_a_message_carries_its_text_its_options_and_the_number_of_its_question() -> None:
    mailbox = MemoryMailbox()
    channel = WebChannel(mailbox, MemorySpool(), now)
    ref = await channel.send("w1", Outgoing("Đồng ý không ạ?", (Option("yes", "Đồng ý"),), prompt=3))
    [entry] = await mailbox.after("w1", 0)
    assert ref == "1"
    assert entry.body == {"text": "Đồng ý không ạ?", "options": [["yes", "Đồng ý"]], "prompt": 3}


async def test_a_changed_message_names_the_one_that_it_replaces() -> None:
    mailbox = MemoryMailbox()
    channel = WebChannel(mailbox, MemorySpool(), now)
    first = await channel.send("w1", Outgoing("Chưa ai nhận", slot="s"))
    again = await channel.send("w1", Outgoing("Chị Hà đã nhận", slot="s", edit=True), first)
    entries = await mailbox.after("w1", 0)
    assert again == first
    assert [entry.body.get("edits") for entry in entries] == [None, first]


@contextlib.asynccontextmanager
async def asking(channel: WebChannel, bot: ScriptedBot) -> AsyncIterator[httpx.AsyncClient]:
    app = Starlette(routes=channel.routes(bot.accept))
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        await client.get("/chat/messages")
        yield client


async def test_a_waiting_page_gets_a_message_the_moment_it_is_there() -> None:
    channel = WebChannel(MemoryMailbox(), MemorySpool(), now)
    async with asking(channel, ScriptedBot()) as client:
        peer = peer_of(client.cookies[COOKIE])
        waiting = asyncio.ensure_future(client.get("/chat/messages?wait=20"))
        while not channel._waiting:
            await asyncio.sleep(0)
        await channel.send(peer, Outgoing("Dạ"))
        answer = await asyncio.wait_for(waiting, 5)
    assert [entry["text"] for entry in answer.json()["entries"]] == ["Dạ"]


async def test_closing_lets_waiting_pages_go() -> None:
    channel = WebChannel(MemoryMailbox(), MemorySpool(), now)
    async with asking(channel, ScriptedBot()) as client:
        waiting = asyncio.ensure_future(client.get("/chat/messages?wait=20"))
        while not channel._waiting:
            await asyncio.sleep(0)
        await channel.close()
        answer = await asyncio.wait_for(waiting, 5)
    assert answer.json()["entries"] == []
    assert channel._waiting == {}


def test_forgetting_throws_the_key_away_and_erases_the_lines(bench: Bench) -> None:
    bench.send(event="e1", text="Đường hỏng")
    answer = bench.client.post("/chat/forget")
    assert answer.status_code == 200
    assert COOKIE not in bench.client.cookies
    assert bench.mailbox.boxes == {}
    last = list(bench.bot.seen.values())[-1]
    assert last.incoming is not None
    assert last.incoming.what == Gone()


def test_answers_are_kept_by_no_cache(bench: Bench) -> None:
    assert bench.client.get("/chat/messages").headers["cache-control"] == "no-store"


async def test_a_file_of_ours_is_a_link_that_only_its_own_browser_can_follow(bench: Bench) -> None:
    bench.client.get("/chat/messages")
    peer = peer_of(bench.client.cookies[COOKIE])
    seq = await bench.channel.send_file(peer, OutFile("document", "bao-cao.xlsx", b"PK paper"))
    await bench.channel.send_file(peer, OutFile("photo", "bieu-do.png", b"picture"))
    shown = bench.client.get("/chat/messages?after=0").json()["entries"]
    assert [entry["paper"]["name"] for entry in shown] == ["bao-cao.xlsx", "bieu-do.png"]
    paper = bench.client.get(f"/chat/paper/{seq}")
    assert paper.content == b"PK paper"
    assert paper.headers["content-disposition"].startswith("attachment; filename*=UTF-8''bao-cao.xlsx")
    assert bench.client.get(f"/chat/paper/{int(seq) + 1}").headers["content-type"] == "image/png"
    for none in ("99", "0", "x", "-1", "9" * 30, "9" * 5000):
        assert bench.client.get(f"/chat/paper/{none}").status_code == 404
    with TestClient(bench.client.app, base_url="http://127.0.0.1") as other:
        assert other.get(f"/chat/paper/{seq}").status_code == 401
        other.get("/chat/messages")
        assert other.get(f"/chat/paper/{seq}").status_code == 404


# Streams ---------------------------------------------------------------------------------------------------


async def test_a_stream_brings_each_line_once_and_ends_when_the_channel_closes() -> None:
    mailbox = MemoryMailbox()
    channel = WebChannel(mailbox, MemorySpool(), now)
    route = next(r for r in channel.routes(ScriptedBot().accept) if getattr(r, "path", "") == "/chat/stream")
    token = "t" * 43
    heard: asyncio.Queue[str] = asyncio.Queue()
    await channel.send(peer_of(token), Outgoing("một"))
    scope = {
        "type": "http", "method": "GET", "path": "/chat/stream", "query_string": b"after=0", "root_path": "",
        "headers": [(b"cookie", f"td={token}".encode())], "client": ("127.0.0.1", 1), "path_params": {},
    }  # fmt: skip

    async def receive() -> dict[str, object]:
        await asyncio.Event().wait()
        return {}

    async def send(message: dict[str, object]) -> None:
        for line in bytes(message.get("body", b"")).decode().splitlines():  # type: ignore[call-overload]
            if line.startswith("data: {"):
                for entry in json.loads(line.removeprefix("data: "))["entries"]:
                    heard.put_nowait(entry["text"])

    stream = asyncio.ensure_future(route.handle(scope, receive, send))  # type: ignore[attr-defined, arg-type]
    assert await heard.get() == "một"
    await channel.send(peer_of(token), Outgoing("hai"))
    assert await heard.get() == "hai"
    mailbox.keep(peer_of(token), "out", channel.line_of(Outgoing("ba")) or {}, now())
    channel.show(peer_of(token))
    assert await heard.get() == "ba"
    await channel.close()
    await stream
    assert heard.empty()
    assert not channel._waiting
    assert not channel._streams


def test_without_a_key_there_is_no_stream(bench: Bench) -> None:
    bench.client.cookies.clear()
    assert bench.client.get("/chat/stream").status_code == 401


@pytest.mark.parametrize(
    ("embedded", "asked", "same_site"),
    [(False, "?framed=1", "strict"), (True, "", "strict"), (True, "?framed=1", "none")],
)
def test_only_inside_an_allowed_site_the_key_is_one_for_frames(embedded: bool, asked: str, same_site: str) -> None:
    channel = WebChannel(MemoryMailbox(), MemorySpool(), now, embedded=embedded)
    app = Starlette(routes=channel.routes(ScriptedBot().accept))
    with TestClient(app, base_url="https://tiengdan.example") as client:
        cookie = client.get(f"/chat/messages{asked}").headers["set-cookie"].lower()
    assert f"samesite={same_site}" in cookie
    assert "secure" in cookie
    assert ("partitioned" in cookie) == (same_site == "none")


def test_one_address_cannot_flood_with_many_keys() -> None:
    bot = ScriptedBot()
    limits = Buckets(burst=2, per_second=0.0001)
    channel = bot.channel = WebChannel(MemoryMailbox(), MemorySpool(), now, addresses=limits)
    got = []
    for n in range(4):
        with TestClient(Starlette(routes=channel.routes(bot.accept)), base_url="http://127.0.0.1") as client:
            client.get("/chat/messages")
            got.append(client.post("/chat/send", json={"event": f"e{n}", "text": "x"}).status_code)
    assert got == [200, 200, 429, 429]


def test_who_is_known_is_not_refused_for_a_crowd_at_the_same_address() -> None:
    bot, known = ScriptedBot(), "k" * 43
    limits = Buckets(burst=1, per_second=0.0001)
    channel = bot.channel = WebChannel(
        MemoryMailbox(), MemorySpool(), now, addresses=limits, knows=lambda peer: peer == peer_of(known)
    )
    got = []
    for n, token in enumerate(("a" * 43, "b" * 43, known)):
        with TestClient(Starlette(routes=channel.routes(bot.accept)), base_url="http://127.0.0.1") as client:
            client.cookies.set("td", token)
            got.append(client.post("/chat/send", json={"event": f"e{n}", "text": "x"}).status_code)
    assert got == [200, 429, 200]
