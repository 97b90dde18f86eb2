"""What an event of the Bot Platform means, in every shape that sources tell of."""

from __future__ import annotations

import json
import unicodedata
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.channels.zalo_bot.updates import Event, events_in, read_all
from handlers.messages import Media, Strange, Text, What
from tests.channels.strange import bent

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
AT = 1795312800123  # 2026-11-22 02:00 UTC and 123 ms


def event(name: str, **content: Any) -> dict[str, Any]:
    message = {
        "message_id": "2d758cb5e222177a4e35",
        "date": AT,
        "from": {"id": "6ede9afa66b88fe6d6a9", "display_name": "Lan", "is_bot": False},
        "chat": {"id": "6ede9afa66b88fe6d6a9", "chat_type": "PRIVATE"},
        **content,
    }
    return {"event_name": name, "message": message}


def read(found: object, bot_name: str = "") -> Event:
    [only] = read_all(json.dumps(found).encode(), NOW, bot_name)
    return only


def what(found: object) -> What:
    received = read(found).received
    assert received is not None
    assert received.incoming is not None
    return received.incoming.what


REF = "2d758cb5e222177a4e35"
PHOTO = "https://photo-stal-1.zdn.vn/a.jpg"


@pytest.mark.parametrize(
    ("found", "means"),
    [
        (event("message.text.received", text="Đèn hỏng"), Text("Đèn hỏng", REF)),
        (event("message.text.received", text=unicodedata.normalize("NFD", "Đèn hỏng")), Text("Đèn hỏng", REF)),
        (event("message.text.received", text="nửa \ud83d"), Text("nửa \ufffd", REF)),
        (
            event("message.image.received", photo_url=PHOTO, caption="cống"),
            Media("photo", PHOTO, mime="image/jpeg", caption="cống", ref=REF, fleeting=True),
        ),
        (
            event("message.image.received", photo=PHOTO),
            Media("photo", PHOTO, mime="image/jpeg", ref=REF, fleeting=True),
        ),
        (event("message.image.received", caption="chỉ còn chữ"), Text("chỉ còn chữ", REF)),
        (event("message.image.received"), Strange("unsupported", REF)),
        (
            event("message.voice.received", voice_url="https://v.zdn.vn/a.aac"),
            Media("voice", "https://v.zdn.vn/a.aac", mime="audio/aac", ref=REF, fleeting=True),
        ),
        (event("message.sticker.received", sticker="x", url="https://zalo/x"), Strange("sticker", REF)),
        (event("message.unsupported.received"), Strange("unsupported", REF)),
        (event("message.link.received", text="xem", url="https://a.vn"), Text("xem\nhttps://a.vn", REF)),
    ],
)
def test_an_event_means(found: dict[str, Any], means: What) -> None:
    assert what(found) == means
    assert what({"ok": True, "result": found}) == means


@pytest.mark.parametrize("date", [AT, str(AT), AT // 1000])
def test_a_moment_comes_as_a_number_or_a_text_in_milliseconds_or_seconds(date: object) -> None:
    received = read(event("message.text.received", text="a", date=date)).received
    assert received is not None
    assert received.incoming is not None
    assert abs(received.incoming.at - NOW) < timedelta(seconds=1)


@pytest.mark.parametrize(
    "found",
    [
        event("message.reaction.received"),
        event("shop.opened"),
        event("message.text.received", text="a", **{"from": {"id": "x y"}}),
        event("message.text.received", text="a", **{"from": {"id": "b07", "is_bot": True}}),
        {"event_name": 5, "message": 7},
        {"event_name": "message.text.received", "message": {"text": "a"}},
        {"x": 1},
    ],
)
def test_what_nobody_said_is_counted_and_left(found: dict[str, Any]) -> None:
    assert read(found).received is None


@pytest.mark.parametrize("raw", [b"", b"null", b"[]", b"{}", b"{", b"\xff", b"[" * 100_000, b"7"])
def test_what_is_no_event_raises_nothing(raw: bytes) -> None:
    assert read_all(raw, NOW) == []


def test_an_answer_may_hold_several_events() -> None:
    one = event("message.text.received", text="a")
    assert events_in({"ok": True, "result": [one, one]}) == [one, one]


@pytest.mark.parametrize("bot_name", ["Bot Mặt trận", ""])
def test_in_a_group_the_mention_is_no_part_of_the_words(bot_name: str) -> None:
    said = event("message.text.received", text="@Bot Mặt trận /viec", chat={"id": "g1", "chat_type": "GROUP"})
    received = read(said, bot_name).received
    assert received is not None
    assert received.incoming is not None
    assert (received.incoming.chat, received.incoming.peer) == ("group", "g1")
    assert received.incoming.what == Text("/viec", REF)


def test_the_same_event_has_the_same_id_and_another_another() -> None:
    def key(found: dict[str, Any]) -> str:
        received = read(found).received
        assert received is not None
        return received.event_id

    first = event("message.text.received", text="a")
    assert key(first) == key({"ok": True, "result": first})
    unnamed = event("message.text.received", text="a", message_id=None)
    assert key(unnamed) != key(event("message.text.received", text="b", message_id=None))


@pytest.mark.parametrize(
    "whole",
    [
        event("message.text.received", text="Đèn hỏng"),
        event("message.image.received", photo_url=PHOTO, caption="cống"),
        event("message.voice.received", voice_url="https://voice.zdn.vn/a.aac"),
        {"ok": True, "result": [event("message.link.received", text="a", link="https://a.vn")]},
    ],
)
def test_a_part_that_is_not_what_it_should_be_raises_nothing(whole: dict[str, Any]) -> None:
    for changed in bent(whole):
        for found in read_all(json.dumps(changed).encode(), NOW):
            assert found.received is None or found.received.event_id
