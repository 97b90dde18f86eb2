"""What an answer of the Bot API says, and how little of it is read."""

from __future__ import annotations

import json

import pytest

from bot.channels.telegram import calls
from bot.channels.telegram.calls import ApiRefusedError, NoAnswerError, result_in

MESSAGE = {"message_id": 71, "date": 1, "chat": {"id": 5, "type": "private"}, "text": "Đã nhận đơn"}


@pytest.mark.parametrize("separators", [(",", ":"), (", ", ": ")])
def test_of_a_message_its_number_alone_is_read(monkeypatch: pytest.MonkeyPatch, separators: tuple[str, str]) -> None:
    payload = json.dumps({"ok": True, "result": MESSAGE}, separators=separators).encode()
    monkeypatch.setattr(calls, "parsed", lambda payload: pytest.fail("read"))
    assert result_in(payload, 200) == {"message_id": 71}


@pytest.mark.parametrize(
    "result",
    [
        {"date": 1, "message_id": 71},
        {"message_id": "71"},
        {"message_id": 71.5},
        {"message_id": -71},
        {"message_thread_id": 3, "name": "TD-7K3M-9QXH"},
        [{"message_id": 71}],
        True,
    ],
)
def test_any_other_result_is_read_whole(result: object) -> None:
    assert result_in(json.dumps({"ok": True, "result": result}).encode(), 200) == result


@pytest.mark.parametrize("status", [400, 502])
def test_what_looks_like_a_message_and_came_with_a_refusal_is_none(status: int) -> None:
    with pytest.raises(ApiRefusedError):
        result_in(json.dumps({"ok": True, "result": MESSAGE}).encode(), status)
    with pytest.raises(NoAnswerError):
        result_in(json.dumps([{"ok": True, "result": MESSAGE}]).encode(), status)
