"""A vendor's post is taken at the connection; what is odd about a request goes the way of pages."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence

import pytest
from starlette.types import Receive, Scope, Send

from bot.channels.posted import BODY_LIMIT, Answer
from bot.posting import Head, Receiving
from bot.serving import PageServer, listen
from tests.channels.telegram.bench import served

PATH = "/hook"
LONG = 5.0


class Keeper:
    """A desk that answers what it took; posts that begin with "wait" when the test says so."""

    def __init__(self) -> None:
        self.taken: list[bytes] = []
        self.held: list[Answer] = []

    def admits(self, headers: Sequence[tuple[bytes, bytes]]) -> bool:
        return (b"x-secret", b"s") in headers

    def begin(self, raw: bytes, answer: Answer) -> None:
        self.taken.append(raw)
        if raw.startswith(b"wait"):
            self.held.append(answer)
        else:
            answer(200, raw)


async def page(scope: Scope, receive: Receive, send: Send) -> None:
    """Everything else: says that it was the page, and what it was sent."""
    body = b""
    while (message := await receive())["type"] == "http.request":
        body += message["body"]
        if not message["more_body"]:
            break
    said = b"page:" + body
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(said))]})
    await send({"type": "http.response.body", "body": said})


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
async def port(keeper: Keeper) -> AsyncIterator[int]:
    listening = listen("127.0.0.1", 0)
    async with served(PageServer(page, {PATH.encode(): keeper}), listening):
        yield listening.getsockname()[1]


def post(body: bytes, *headers: str, path: str = PATH, first: str = "POST {path} HTTP/1.1", secret: str = "s") -> bytes:
    lines = (first.format(path=path), "Host: x", f"X-Secret: {secret}", *headers)
    size = () if any(line.startswith("Transfer") for line in headers) else (f"Content-Length: {len(body)}",)
    return "\r\n".join((*lines, *size, "", "")).encode() + body


async def answered(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    async with asyncio.timeout(LONG):
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        size = int(head.split(b"content-length: ")[1].split(b"\r\n")[0]) if b"content-length" in head else 0
        return int(head.split()[1]), await reader.readexactly(size)


async def test_a_post_is_answered_by_its_desk_and_the_connection_is_kept(port: int, keeper: Keeper) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for body in (b"one", b"", b"two"):
        writer.write(post(body))
        assert await answered(reader) == (200, body)
    assert keeper.taken == [b"one", b"", b"two"]
    writer.close()


async def test_a_post_may_come_in_pieces_or_chunks(port: int, keeper: Keeper) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    whole = post(b"abcdef")
    for at in range(len(whole)):
        writer.write(whole[at : at + 1])
        await writer.drain()
    assert await answered(reader) == (200, b"abcdef")
    writer.write(post(b"3\r\nabc\r\n3\r\ndef\r\n0\r\n\r\n", "Transfer-Encoding: chunked"))
    assert await answered(reader) == (200, b"abcdef")
    writer.close()


async def test_posts_that_do_not_wait_for_answers_are_answered_in_their_order(port: int, keeper: Keeper) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(post(b"wait") + post(b"second") + post(b"third", path="/page"))
    async with asyncio.timeout(LONG):
        while not keeper.held:
            await asyncio.sleep(0)
    keeper.held[0](200, b"first")
    found = [await answered(reader) for _ in range(3)]
    # Who does not wait is served all the same, by whatever serves pages.
    assert found == [(200, b"first"), (200, b"page:second"), (200, b"page:third")]
    writer.close()


@pytest.mark.parametrize(
    "odd",
    [
        post(b"x", path="/elsewhere"),
        post(b"x", path=f"{PATH}?query"),
        post(b"x", secret="wrong"),
        post(b"x", "Expect: 100-continue"),
        post(b"x", first="PUT {path} HTTP/1.1"),
        post(b"x", first="POST {path} HTTP/1.0"),
    ],
)
async def test_what_is_odd_goes_the_way_of_pages(port: int, keeper: Keeper, odd: bytes) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(odd)
    status, said = await answered(reader)
    if status == 100:
        status, said = await answered(reader)
    assert (status, said) == (200, b"page:x")
    assert keeper.taken == []
    writer.close()


async def test_who_will_not_be_kept_is_hung_up_on_after_the_answer(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(post(b"x", "Connection: close"))
    assert await answered(reader) == (200, b"x")
    assert await asyncio.wait_for(reader.read(), LONG) == b""
    writer.close()


async def test_a_post_beyond_the_limit_is_refused_and_the_next_one_taken(port: int, keeper: Keeper) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(post(b"x" * (BODY_LIMIT + 1)))
    assert await answered(reader) == (413, b"")
    await writer.drain()
    writer.write(post(b"next"))
    assert await answered(reader) == (200, b"next")
    assert keeper.taken == [b"next"]
    writer.close()


async def test_who_hangs_up_takes_nothing_back(port: int, keeper: Keeper) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(post(b"wait"))
    async with asyncio.timeout(LONG):
        while not keeper.held:
            await asyncio.sleep(0)
    writer.close()
    await writer.wait_closed()
    keeper.held[0](200, b"")  # nobody hears it, and nothing breaks
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(post(b"next"))
    assert await answered(reader) == (200, b"next")
    writer.close()


async def test_the_head_of_a_vendors_posts_is_read_once(
    port: int, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[object] = []
    begin = Receiving.on_message_begin
    monkeypatch.setattr(Receiving, "on_message_begin", lambda self: (begun.append(self), begin(self)))
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    bodies = [b"one", b"", b"three" * 100, b"four", b"\r\n\r\n"]
    for body in bodies:
        writer.write(post(body))
        assert await answered(reader) == (200, body)
    assert keeper.taken == bodies
    assert len(begun) == 1
    # Another head, a post in pieces and two in one are read as ever, and so is what comes after them.
    for odd in (post(b"x", "X-More: 1"), post(b"y", secret="wrong"), post(b"z", path="/page")):
        writer.write(odd)
        await answered(reader)
    whole = post(b"abc")
    writer.write(whole[:-2])
    await asyncio.sleep(0.01)
    writer.write(whole[-2:] + post(b"def", path="/page"))
    assert [await answered(reader) for _ in range(2)] == [(200, b"abc"), (200, b"page:def")]
    before = len(begun)
    writer.write(post(b"last"))
    assert await answered(reader) == (200, b"last")
    assert len(begun) - before <= 1
    writer.close()


@pytest.mark.parametrize("length", ["4", "2", "03", "+3", "3 ", "3, 3", "-1", ""])
def test_a_length_that_is_not_the_bodys_is_left_to_the_parser(length: str) -> None:
    head = Head.of(post(b"abc"), Keeper())
    assert head is not None
    assert head.body_in(post(b"abc")) == b"abc"
    assert head.body_in(post(b"abc").replace(b"Length: 3", b"Length: " + length.encode())) is None


@pytest.mark.parametrize("more", ["Content-Length: 3", "transfer-encoding: identity", "CONTENT-LENGTH: 4"])
def test_a_head_that_tells_its_length_twice_is_not_remembered(more: str) -> None:
    whole = post(b"abc").replace(b"Host: x", b"Host: x\r\n" + more.encode())
    assert Head.of(whole, Keeper()) is None
