"""What an Outgoing looks like to the Bot API, and what is refused before it is sent."""

from __future__ import annotations

import pytest

from bot.channels.errors import Rejected
from bot.channels.telegram.commands import Menu, request
from bot.channels.telegram.render import address, callback_data, message, read_callback_data
from handlers.messages import Option, Outgoing

PLAIN = {"link_preview_options": {"is_disabled": True}}


def test_a_plain_text_is_sent_as_it_is_without_marks_or_previews() -> None:
    assert message(Outgoing("<b>Đơn</b> *TD* https://a.vn")) == {"text": "<b>Đơn</b> *TD* https://a.vn"} | PLAIN


KEYBOARDS: list[tuple[str, list[str], list[list[str]]]] = [
    ("two short labels share a row", ["Đồng ý", "Không đồng ý"], [["Đồng ý", "Không đồng ý"]]),
    ("a third one stands alone", ["1", "2", "3"], [["1", "2"], ["3"]]),
    (
        "a long label has its row, and the order stays",
        ["Gửi", "Tố cáo hành vi vi phạm pháp luật", "Lùi", "Hủy"],
        [["Gửi"], ["Tố cáo hành vi vi phạm pháp luật"], ["Lùi", "Hủy"]],
    ),
]


@pytest.mark.parametrize(("labels", "rows"), [k[1:] for k in KEYBOARDS], ids=[k[0] for k in KEYBOARDS])
def test_buttons_stand(labels: list[str], rows: list[list[str]]) -> None:
    options = tuple(Option(str(n), label) for n, label in enumerate(labels))
    keyboard = message(Outgoing("?", options, prompt=7))["reply_markup"]["inline_keyboard"]
    assert [[button["text"] for button in row] for row in keyboard] == rows
    assert [button["callback_data"] for row in keyboard for button in row] == [f"7:{n}" for n in range(len(labels))]


def test_what_a_tap_brings_back_is_what_was_put_in() -> None:
    for prompt, option in [(0, "/tracuu TD-7K3M-9QXH"), (12, "yes"), (3, "a:b"), (999, "")]:
        assert read_callback_data(callback_data(prompt, option)) == (prompt, option)


def test_callback_data_of_64_bytes_fits_and_one_more_is_refused() -> None:
    assert callback_data(1, "x" * 62)
    with pytest.raises(Rejected):
        callback_data(1, "x" * 63)
    with pytest.raises(Rejected):
        message(Outgoing("?", (Option("ắ" * 21, "nhãn"),), prompt=1))


PEERS = [
    ("42", {"chat_id": 42}),
    ("-1001234567890", {"chat_id": -1001234567890}),
    ("-1001234567890/44", {"chat_id": -1001234567890, "message_thread_id": 44}),
]


@pytest.mark.parametrize(("peer", "where"), PEERS)
def test_a_peer_is_a_chat_and_perhaps_a_topic(peer: str, where: dict[str, int]) -> None:
    assert address(peer) == where


@pytest.mark.parametrize("peer", ["", "x", "1/x", "@name"])
def test_a_peer_of_another_form_is_rejected(peer: str) -> None:
    with pytest.raises(Rejected):
        address(peer)


def test_a_menu_goes_to_its_scope_and_language() -> None:
    menu = Menu("groups", (("viec", "Việc đang chờ"),), "vi")
    assert request(menu) == (
        "setMyCommands",
        {
            "scope": {"type": "all_group_chats"},
            "language_code": "vi",
            "commands": [{"command": "viec", "description": "Việc đang chờ"}],
        },
    )
    assert request(Menu("private", ())) == ("deleteMyCommands", {"scope": {"type": "all_private_chats"}})


def test_a_command_with_vietnamese_letters_is_a_defect() -> None:
    with pytest.raises(ValueError, match="gửi"):
        request(Menu("private", (("gửi", "x"),)))
