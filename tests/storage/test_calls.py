"""What processes call to each other carries the thing itself, sealed, as long as it is short enough."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import to_json

from storage import calls, outbox
from storage.outbox import OutboxItem
from storage.vault import Vault, make_keys

VAULT = Vault(make_keys())
TOPIC = "courier.telegram"


@given(words=st.lists(st.text(max_size=3000), max_size=12))
def test_what_fits_arrives_in_order_sealed_and_of_what_does_not_it_is_called_that_there_is_something(
    words: list[str],
) -> None:
    written = list(calls.written(VAULT, TOPIC, [to_json(word) for word in words]))
    assert all(len(call.encode()) < 8000 and calls.topic_of(call) == TOPIC for call in written)
    arrived = [thing for call in written for thing in calls.read(VAULT, call)]
    fits = [word for word in words if len(to_json(word)) < 5000]
    assert [word for word in arrived if word in fits] == fits
    if len(arrived) < len(words) or not words:
        assert TOPIC in written, "a call that brings nothing: whoever hears it looks"


def test_nobody_without_the_keys_reads_a_call_or_makes_one() -> None:
    [call] = calls.written(VAULT, TOPIC, [to_json("Nguyễn Văn Kín")])
    assert "Nguy" not in call
    assert calls.read(Vault(make_keys()), call) == []
    assert calls.read(VAULT, call.replace("telegram", "web")) == []
    assert calls.read(VAULT, call[:-9]) == []
    assert calls.read(VAULT, f"{TOPIC}\nkhông phải") == []


def test_a_row_arrives_as_it_was_posted() -> None:
    until = datetime(2026, 10, 14, 2, 30, 1, 5, tzinfo=UTC)
    item = OutboxItem(7, "telegram", "1", "ab", {"text": "Đã nhận"}, "card", 1, "m3", "tell", "c1", until, 6)
    for each in (item, replace(item, until=None)):
        [call] = calls.written(VAULT, TOPIC, [outbox.packed(each)])
        assert outbox.unpacked(VAULT, call) == [each]
    [strange] = calls.written(VAULT, TOPIC, [to_json({"id": 7, "until": None, "new": 1})])
    assert outbox.unpacked(VAULT, strange) == [], "of another version: the outbox tells it"
