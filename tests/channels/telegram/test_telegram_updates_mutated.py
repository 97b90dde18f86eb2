"""No update makes reading raise: real ones with any part replaced by anything, and JSON of no shape at all."""

from __future__ import annotations

import copy
import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.contract import Received
from bot.channels.telegram.updates import Myself, callback_of, chat_of, read
from tests.fuzz import examples
from tests.simulators.telegram import Simulator

NOW = datetime(2026, 11, 22, tzinfo=UTC)
ME = Myself(123456789, "TiengDanThuBot")


def _samples() -> list[dict[str, Any]]:
    sim = Simulator()
    sim.privacy = False
    user = sim.user(42, "Lan", username="lan")
    group = sim.group("Nhóm", [user], kind="group")
    said = user.says("/tracuu@TiengDanThuBot TD-7K3M-9QXH")
    user.says("/viec", group)
    user.edits(said, "mới")
    user.presses("3:yes", said)
    user.presses("3:yes")
    user.sends_photo(b"x", "ảnh", "album")
    user.sends_document(b"x", "a.pdf")
    user.sends_video(b"x")
    user.sends_voice(b"x")
    user.sends_location(10.0, 106.0)
    user.sends_contact("0900000000")
    user.sends_sticker()
    user.blocks()
    group.upgrade(user)
    return sim.history


SAMPLES = _samples()
JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["private", "group", "kicked", "member", "\ud800", "1:", "/x@", 2**70, -(2**70)]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "from", "chat", "text", "type", "date", "photo"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    update = copy.deepcopy(draw(st.sampled_from(SAMPLES)))
    for _ in range(draw(st.integers(1, 4))):
        holder, key = draw(st.sampled_from(list(_places(update))))
        if draw(st.booleans()):
            holder[key] = draw(JUNK)
        elif isinstance(holder, dict):
            holder.pop(key, None)
        if not update:
            break
    return update


def _places(value: Any) -> Any:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield value, key
        yield from _places(inner)


@settings(max_examples=examples(400), deadline=None)
@given(mutated())
def test_a_changed_update_is_always_received(update: Any) -> None:
    _is_received(update)


@settings(max_examples=examples(150), deadline=None)
@given(JUNK)
def test_any_json_is_received(update: Any) -> None:
    _is_received(update)
    _is_received({"update_id": 5, "message": update})
    _is_received({"update_id": 5, "callback_query": update})


def _is_received(update: Any) -> None:
    raw = json.dumps(update).encode()
    received = read(update, raw, NOW, ME)
    assert isinstance(received, Received)
    assert received.event_id
    assert received.raw == raw
    assert isinstance(chat_of(update), str)
    assert isinstance(callback_of(update), str)
    if received.incoming is not None:
        assert received.incoming.account
        assert received.incoming.at.tzinfo is not None
        # What is stored later must be UTF-8.
        json.dumps(asdict(received.incoming), default=str, ensure_ascii=False).encode()
