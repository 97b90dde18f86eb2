"""What a webhook event means, in every shape that is told of; receipts and echoes are nobody's words."""

from __future__ import annotations

import json
import unicodedata
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.zalo_oa.updates import Event, read
from handlers.messages import Began, ByHand, Choice, Contact, Gone, Media, Place, Strange, Text, What, Withdrew
from tests.channels.strange import bent

NOW = datetime(2026, 11, 16, 3, 0, tzinfo=UTC)
USER, OA = "7700000000000000001", "8800000000000000001"
AT = 1794796000123  # a Monday in November 2026


def event(name: str, **more: Any) -> dict[str, Any]:
    whole = {
        "app_id": "41",
        "event_name": name,
        "sender": {"id": USER},
        "recipient": {"id": OA},
        "timestamp": str(AT),
    }
    return {**whole, **more}


def means(given: dict[str, Any]) -> Event:
    return read(given, b"", NOW, OA)


def what(given: dict[str, Any]) -> list[What]:
    return [each.incoming.what for each in means(given).received if each.incoming is not None]


def sent(name: str, payload: Any, sort: str = "image", text: str = "") -> dict[str, Any]:
    message = {"msg_id": "m1", "text": text, "attachments": [{"type": sort, "payload": payload}]}
    return event(name, message=message)


def test_words_are_words_with_their_id_and_their_moment() -> None:
    found = means(event("user_send_text", message={"msg_id": "m1", "text": "Đèn đường hỏng"})).received[0]
    assert found.event_id == "user_send_text:m1"
    assert found.incoming is not None
    assert found.incoming.what == Text("Đèn đường hỏng", "m1")
    assert (found.incoming.account, found.incoming.peer, found.incoming.channel) == (USER, USER, "zalo_oa")
    assert found.incoming.at == datetime.fromtimestamp(AT / 1000, UTC)


def test_letters_sent_apart_from_their_marks_are_put_together() -> None:
    apart = unicodedata.normalize("NFD", "Đường hỏng, trẻ em ngã")
    assert what(event("user_send_text", message={"msg_id": "m", "text": apart})) == [
        Text("Đường hỏng, trẻ em ngã", "m")
    ]


def test_a_tap_comes_as_text_and_is_known_by_its_payload() -> None:
    assert what(event("user_send_text", message={"msg_id": "m", "text": "#td:7:agree"})) == [Choice("agree", 7)]
    assert what(event("user_send_text", message={"msg_id": "m", "text": "#tracuu TD-7K3M-9QXH"})) == [
        Text("#tracuu TD-7K3M-9QXH", "m")
    ]
    for odd in ("#td:x:y", "#td:7:", "#td::a", "#td:7"):
        assert what(event("user_send_text", message={"msg_id": "m", "text": odd})) == [Text(odd, "m")]


def test_marks_for_mentions_are_taken_out_of_what_a_resident_wrote() -> None:
    assert what(event("user_send_text", message={"msg_id": "m", "text": "Chào [@all] phường"})) == [
        Text("Chào  phường", "m")
    ]


@pytest.mark.parametrize("sort", ["image", "photo"])
def test_a_photo_is_fetched_by_its_address_at_once(sort: str) -> None:
    url = "https://f6.photo.talk.zdn.vn/a.jpg"
    assert what(sent("user_send_image", {"url": url, "thumbnail": url}, sort, "ảnh cống")) == [
        Media("photo", url, mime="image/jpeg", caption="ảnh cống", ref="m1", fleeting=True)
    ]


def test_several_photos_in_one_event_are_several_with_ids_of_their_own() -> None:
    message = {"msg_id": "m1", "attachments": [{"type": "image", "payload": {"url": f"https://{n}"}} for n in "ab"]}
    found = means(event("user_send_image", message=message)).received
    assert [each.event_id for each in found] == ["user_send_image:m1", "user_send_image:m1:1"]


def test_a_file_has_its_name_and_size_and_a_voice_and_a_video_are_what_they_are() -> None:
    payload = {"url": "https://x/don.docx", "size": "24576", "name": "don.docx", "type": "docx"}
    assert what(sent("user_send_file", payload, "file")) == [
        Media("document", "https://x/don.docx", name="don.docx", size=24576, ref="m1", fleeting=True)
    ]
    assert isinstance(what(sent("user_send_audio", {"url": "https://x/a.aac"}, "audio"))[0], Media)
    assert isinstance(what(sent("user_send_video", {"url": "https://x/a.mp4"}, "video"))[0], Media)


@pytest.mark.parametrize(
    "message",
    [
        {
            "attachments": [
                {"type": "location", "payload": {"coordinates": {"latitude": "16.06", "longitude": "108.2"}}}
            ]
        },
        {"attachments": [{"type": "location", "payload": {"lat": 16.06, "long": 108.2, "address": "x"}}]},
        {"location": {"latitude": 16.06, "longitude": "108.2"}},
    ],
    ids=["coordinates", "lat and long", "location"],
)
def test_a_place_is_read_in_each_of_its_three_shapes(message: dict[str, Any]) -> None:
    assert what(event("user_send_location", message={"msg_id": "m", **message})) == [Place(16.06, 108.2, "m")]


@pytest.mark.parametrize("value", ["nan", "91", "x", None, True, []])
def test_a_place_that_is_none_is_said_to_be_strange(value: object) -> None:
    payload = {"coordinates": {"latitude": value, "longitude": "108.2"}}
    assert what(sent("user_send_location", payload, "location")) == [Strange("location", "m1")]


@pytest.mark.parametrize("phone", ["84905123456", 84905123456, "0905123456", "+84 905 123 456"])
def test_a_shared_number_is_written_as_people_write_it(phone: object) -> None:
    assert what(event("user_submit_info", info={"phone": phone, "name": "Lan"})) == [Contact("0905123456", own=True)]


def test_a_card_gives_somebody_elses_number() -> None:
    payload = {"url": "https://zalo.me", "description": json.dumps({"phone": "84905123456"})}
    assert what(sent("user_send_business_card", payload, "link")) == [Contact("0905123456", own=False, ref="m1")]
    assert what(sent("user_send_business_card", {"description": "x"}, "link")) == [Strange("contact", "m1")]


@pytest.mark.parametrize(
    "given",
    [
        {"event_name": "user_click_chatnow", "user_id": USER, "timestamp": AT},
        {"event_name": "user_click_chatnow", "follower": {"id": USER}, "timestamp": AT},
        {"event_name": "follow", "follower": {"id": USER}, "timestamp": str(AT)},
    ],
)
def test_a_chat_may_begin_without_a_word(given: dict[str, Any]) -> None:
    assert what(given) == [Began()]
    assert means(given).user == USER


def test_leaving_and_withdrawing_are_two_things() -> None:
    assert what({"event_name": "unfollow", "follower": {"id": USER}, "timestamp": AT}) == [Gone()]
    assert what({"event_name": "user_withdraw", "user_id": USER, "timestamp": AT}) == [Withdrew()]


@pytest.mark.parametrize(
    "whole",
    [
        event("user_send_text", message={"msg_id": "m1", "text": "Đèn hỏng", "quote_msg_id": "m0"}),
        sent("user_send_file", {"url": "https://f.zdn.vn/a", "size": "24576", "name": "don.docx"}, "file", "xem"),
        sent("user_send_location", {"coordinates": {"latitude": "16.06", "longitude": "108.2"}}, "location"),
        sent("user_send_business_card", {"description": json.dumps({"phone": "84905123456"})}, "link"),
        event("user_submit_info", info={"phone": "84905123456", "name": "Lan"}),
        {"event_name": "follow", "follower": {"id": USER}, "timestamp": str(AT)},
        event("oa_send_text", sender={"id": OA, "admin_id": "1"}, message={"msg_id": "m1", "text": "Chào"}),
    ],
)
def test_a_part_that_is_not_what_it_should_be_raises_nothing(whole: dict[str, Any]) -> None:
    for changed in bent(whole):
        assert all(each.event_id for each in means(changed).received)


RECEIPTS = ("user_received_message", "user_seen_message", "user_reacted_message", "oa_reacted_message", "create_group")


@pytest.mark.parametrize("name", [*RECEIPTS, "user_send_group_text", "oa_send_group_text", "oa_send_template", "x y"])
def test_receipts_groups_and_what_nobody_knows_are_nobodys_words(name: str) -> None:
    given = event(name, sender={"id": OA}, recipient={"id": USER}, message={"msg_id": "m", "text": "x"})
    assert means(given).received == ()


def test_what_people_can_send_since_this_was_written_is_kept_and_answered() -> None:
    assert what(event("user_send_checklist", message={"msg_id": "m"})) == [Strange("unknown", "m")]


def test_an_echo_belongs_to_the_one_who_got_it_never_to_the_account_itself() -> None:
    given = event("oa_send_text", sender={"id": OA}, recipient={"id": USER}, message={"msg_id": "m", "text": "Chào"})
    assert means(given).echo
    assert means(given).user == USER
    assert what(given) == [ByHand("Chào", "m")]
    to_itself = event("user_send_text", sender={"id": OA}, message={"msg_id": "m", "text": "Chào"})
    assert means(to_itself).received == ()


@pytest.mark.parametrize("junk", [{}, {"event_name": 7}, {"event_name": "user_send_text", "sender": "x"}, {"a": [1]}])
def test_no_junk_makes_it_raise(junk: dict[str, Any]) -> None:
    assert means(junk).received == ()
