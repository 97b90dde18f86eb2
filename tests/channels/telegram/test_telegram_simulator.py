"""The simulated Bot API refuses what the real one refuses, with its words; and it can be driven from outside."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import aiohttp
import pytest

from tests.simulators.telegram import TOKEN, Served, Simulator


async def _call(served: Served, method: str, token: str = TOKEN, **given: Any) -> dict[str, Any]:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{served.url}/bot{token}/{method}", json=given) as answer,
    ):
        body: dict[str, Any] = await answer.json()
        assert answer.status == body.get("error_code", 200)
        return body


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {"text": "x"}, "Bad Request: chat_id is empty"),
    ("sendMessage", {"chat_id": 42, "text": " "}, "Bad Request: message text is empty"),
    ("sendMessage", {"chat_id": 42, "text": "x" * 4097}, "Bad Request: message is too long"),
    ("sendMessage", {"chat_id": 404, "text": "x"}, "Bad Request: chat not found"),
    ("sendMessage", {"chat_id": 43, "text": "x"}, "Forbidden: bot can't initiate conversation with a user"),
    ("sendMessage", {"chat_id": 44, "text": "x"}, "Forbidden: bot was blocked by the user"),
    ("sendMessage", {"chat_id": 42, "text": "x", "message_thread_id": 5}, "Bad Request: message thread not found"),
    (
        "sendMessage",
        {"chat_id": 42, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "b" * 65}]]}},
        "Bad Request: BUTTON_DATA_INVALID",
    ),
    ("sendMessage", {"chat_id": 42, "text": "x", "reply_markup": "{"}, "Bad Request: object expected as reply markup"),
    ("editMessageText", {"chat_id": 42, "message_id": 9999, "text": "x"}, "Bad Request: message to edit not found"),
    ("editMessageText", {"chat_id": 42, "text": "x"}, "Bad Request: message identifier is not specified"),
    (
        "answerCallbackQuery",
        {"callback_query_id": "1"},
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    ),
    ("setMyCommands", {"commands": [{"command": "x" * 33, "description": "y"}]}, "Bad Request: BOT_COMMAND_INVALID"),
    (
        "setWebhook",
        {"url": "http://example.vn/"},
        "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
    ),
    ("getFile", {"file_id": "x"}, "Bad Request: wrong file_id or the file is temporarily unavailable"),
    ("launchRocket", {}, "Not Found"),
]


@pytest.mark.parametrize(("method", "given", "words"), REFUSED, ids=[f"{r[0]} {r[2][:50]}" for r in REFUSED])
async def test_it_refuses(served: Served, method: str, given: dict[str, Any], words: str) -> None:
    sim = served.sim
    sim.user(42).says("x")
    sim.user(43)
    blocked = sim.user(44)
    blocked.says("x")
    blocked.blocks()
    body = await _call(served, method, **given)
    assert body["ok"] is False
    assert body["description"] == words


async def test_it_refuses_a_wrong_token(served: Served) -> None:
    assert (await _call(served, "getMe", token="1:x"))["description"] == "Unauthorized"


async def test_it_confirms_what_lies_below_the_offset(served: Served) -> None:
    for n in range(3):
        served.sim.user(42).says(str(n))
    first = (await _call(served, "getUpdates"))["result"]
    again = (await _call(served, "getUpdates", offset=first[1]["update_id"]))["result"]
    assert [update["message"]["text"] for update in again] == ["1", "2"]
    assert len(served.sim.queue) == 2


async def test_it_does_not_poll_while_a_webhook_is_set(served: Served) -> None:
    await _call(served, "setWebhook", url="http://127.0.0.1:1/x")
    assert (await _call(served, "getUpdates"))["error_code"] == 409


async def test_it_sends_an_upgraded_group_elsewhere(served: Served) -> None:
    lan = served.sim.user(42)
    group = served.sim.group("Nhóm", [lan], kind="group")
    new = group.upgrade(lan)
    body = await _call(served, "sendMessage", chat_id=group.id, text="x")
    assert body["parameters"] == {"migrate_to_chat_id": new.id}


async def test_it_takes_parameters_in_every_form(served: Served) -> None:
    lan = served.sim.user(42)
    lan.says("x")
    url = f"{served.url}/bot{TOKEN}/sendMessage"
    async with aiohttp.ClientSession() as session:
        await session.get(url, params={"chat_id": "42", "text": "một"})
        await session.post(url, data={"chat_id": "42", "text": "hai"})
        form = aiohttp.FormData({"chat_id": "42"})
        form.add_field("document", b"pdf", filename="a.pdf")
        await session.post(f"{served.url}/bot{TOKEN}/sendDocument", data=form)
    assert lan.texts == ["một", "hai", ""]


def test_a_tap_finds_its_button_by_label(sim: Simulator) -> None:
    with pytest.raises(LookupError):
        sim.user(42).taps("Đồng ý")


async def test_a_process_of_its_own_is_driven_through_its_control() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.simulators.telegram", "--port", "0"], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        url = process.stdout.readline().split()[0]
        async with aiohttp.ClientSession() as session:

            async def order(name: str, **given: Any) -> Any:
                async with session.post(f"{url}/_control/{name}", json=given) as answer:
                    assert answer.status == 200, await answer.text()
                    return await answer.json()

            await order("say", user=42, text="xin chào")
            group = (await order("group", title="Mặt trận", members=[42]))["group"]
            async with session.post(
                f"{url}/bot{TOKEN}/sendMessage",
                json={
                    "chat_id": 42,
                    "text": "?",
                    "reply_markup": {"inline_keyboard": [[{"text": "Đồng ý", "callback_data": "1:y"}]]},
                },
            ) as answer:
                assert answer.status == 200
            await order("tap", user=42, label="Đồng ý")
            await order("fail", method="getMe", how="status", status=500)
            async with session.get(f"{url}/_control/state") as answer:
                state = await answer.json()
        assert [message["text"] for message in state["chats"]["42"]] == ["xin chào", "?"]
        assert state["chats"][str(group)] == []
        assert state["pending"] == 3
        assert len(state["unanswered_taps"]) == 1
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()
