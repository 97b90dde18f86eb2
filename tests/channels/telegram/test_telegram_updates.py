"""What each sort of update means: JSON as the Bot API writes it on the left, one rule a label."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.telegram.updates import Myself, callback_of, chat_of, read
from handlers.messages import Choice, Contact, Edited, Gone, Joined, Media, Moved, Place, Strange, Text, What

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
ME = Myself(123456789, "TiengDanThuBot")

WHO = '"from":{"id":5551,"is_bot":false,"first_name":"Hoa","last_name":"Tr","username":"hoa","language_code":"vi"}'
PRIVATE = '"chat":{"id":5551,"first_name":"Hoa","last_name":"Tr","username":"hoa","type":"private"}'
GROUP = '"chat":{"id":-1001234567890,"title":"Mặt trận phường","type":"supergroup"}'
BASIC_GROUP = '"chat":{"id":-4500,"title":"Tổ 3","type":"group","all_members_are_administrators":true}'
HEAD = f'"message_id":77,{WHO},{PRIVATE},"date":1763770000'
GROUP_HEAD = f'"message_id":78,{WHO},{GROUP},"date":1763770000'
BOT = '{"id":123456789,"is_bot":true,"first_name":"Tiếng Dân","username":"TiengDanThuBot"}'
FILE = '"file_id":"AgACAgUAAx","file_unique_id":"AQAD"'

MESSAGES: list[tuple[str, str, What]] = [
    ("a text", f'{HEAD},"text":"Đèn đường hỏng"', Text("Đèn đường hỏng", "77")),
    ("a command", f'{HEAD},"text":"/tracuu TD-7K3M-9QXH"', Text("/tracuu TD-7K3M-9QXH", "77")),
    ("a deep link", f'{HEAD},"text":"/start p12"', Text("/start p12", "77")),
    (
        "our own name after a command is cut off",
        f'{GROUP_HEAD},"text":"/viec@tiengdanthubot 10/2026"',
        Text("/viec 10/2026", "78"),
    ),
    (
        "a command in a group for another bot is not ours",
        f'{GROUP_HEAD},"text":"/viec@OtherBot"',
        Strange("other_bot", "78"),
    ),
    (
        "an address in private that looks like a command stays as typed",
        f'{HEAD},"text":"/a@b c"',
        Text("/a@b c", "77"),
    ),
    (
        "a name in the middle of a text stays",
        f'{HEAD},"text":"hỏi @TiengDanThuBot"',
        Text("hỏi @TiengDanThuBot", "77"),
    ),
    (
        "of a photo the largest size is taken",
        f'{HEAD},"photo":[{{"file_id":"s","width":90,"height":60,"file_size":900}},'
        '{"file_id":"l","width":1280,"height":853,"file_size":90000},'
        '{"file_id":"m","width":320,"height":213,"file_size":9000}],"caption":"Ổ gà","media_group_id":"139"',
        Media("photo", "l", mime="image/jpeg", size=90000, caption="Ổ gà", album="139", ref="77"),
    ),
    (
        "a document",
        f'{HEAD},"document":{{{FILE},"file_name":"don.pdf","mime_type":"application/pdf","file_size":1234}}',
        Media("document", "AgACAgUAAx", "don.pdf", "application/pdf", 1234, ref="77"),
    ),
    (
        "a voice message",
        f'{HEAD},"voice":{{{FILE},"duration":4,"mime_type":"audio/ogg","file_size":99}}',
        Media("voice", "AgACAgUAAx", mime="audio/ogg", size=99, ref="77"),
    ),
    (
        "music",
        f'{HEAD},"audio":{{{FILE},"duration":4,"file_name":"a.mp3","file_size":99}}',
        Media("audio", "AgACAgUAAx", "a.mp3", "audio/mpeg", 99, ref="77"),
    ),
    (
        "a video",
        f'{HEAD},"video":{{{FILE},"width":1,"height":1,"duration":1,"mime_type":"video/mp4","file_size":9}}',
        Media("video", "AgACAgUAAx", mime="video/mp4", size=9, ref="77"),
    ),
    (
        "a round video",
        f'{HEAD},"video_note":{{{FILE},"length":240,"duration":1,"file_size":9}}',
        Media("video", "AgACAgUAAx", mime="video/mp4", size=9, ref="77"),
    ),
    (
        "an animation is a video, although it also comes as a document",
        f'{HEAD},"document":{{{FILE},"mime_type":"video/mp4"}},"animation":{{"file_id":"anim","width":1,"height":1}}',
        Media("video", "anim", mime="video/mp4", ref="77"),
    ),
    ("a pin", f'{HEAD},"location":{{"latitude":10.776,"longitude":106.7}}', Place(10.776, 106.7, "77")),
    (
        "a venue is its pin with its name",
        f'{HEAD},"location":{{"latitude":10,"longitude":106}},"venue":{{"title":"UBND","address":"x",'
        '"location":{"latitude":10,"longitude":106}}',
        Place(10.0, 106.0, "77", "UBND, x"),
    ),
    ("a pin off the earth", f'{HEAD},"location":{{"latitude":99,"longitude":0}}', Strange("location", "77")),
    (
        "the sender's own number",
        f'{HEAD},"contact":{{"phone_number":"+84900000001","first_name":"Hoa","user_id":5551}}',
        Contact("+84900000001", True, "77"),
    ),
    (
        "somebody else's number",
        f'{HEAD},"contact":{{"phone_number":"0900000002","first_name":"B","user_id":42}}',
        Contact("0900000002", False, "77"),
    ),
    (
        "the number of somebody without Telegram",
        f'{HEAD},"contact":{{"phone_number":"0900000002","first_name":"B"}}',
        Contact("0900000002", False, "77"),
    ),
    ("a sticker", f'{HEAD},"sticker":{{{FILE},"type":"regular"}}', Strange("sticker", "77")),
    ("dice", f'{HEAD},"dice":{{"emoji":"🎲","value":3}}', Strange("dice", "77")),
    ("a poll", f'{HEAD},"poll":{{"id":"1","question":"?"}}', Strange("poll", "77")),
    ("a story", f'{HEAD},"story":{{"id":1}}', Strange("story", "77")),
    ("a kind of message that is not invented yet", f'{HEAD},"hologram":{{}}', Strange("unknown", "77")),
    ("somebody joined the group", f'{GROUP_HEAD},"new_chat_members":[{BOT}]', Strange("service", "78")),
    ("a pinned message", f'{GROUP_HEAD},"pinned_message":{{}}', Strange("service", "78")),
    (
        "the group became a super group",
        f'"message_id":9,{WHO},{BASIC_GROUP},"date":1763770000,"migrate_to_chat_id":-1009876543210',
        Moved("-1009876543210"),
    ),
    (
        "the super group was a group",
        f'{GROUP_HEAD},"migrate_from_chat_id":-4500',
        Strange("service", "78"),
    ),
]


@pytest.mark.parametrize(("message", "what"), [case[1:] for case in MESSAGES], ids=[c[0] for c in MESSAGES])
def test_a_message_means(message: str, what: What) -> None:
    raw = f'{{"update_id":810,"message":{{{message}}}}}'.encode()
    received = read(json.loads(raw), raw, NOW, ME)
    assert received.event_id == "810"
    assert received.raw == raw
    assert received.incoming is not None
    assert received.incoming.what == what


OTHERS: list[tuple[str, str, What]] = [
    (
        "a tap",
        f'"callback_query":{{"id":"99","data":"12:yes",{WHO},"message":{{{HEAD},"text":"?"}}}}',
        Choice("yes", 12),
    ),
    (
        "a tap on a standing command",
        f'"callback_query":{{"id":"99","data":"0:/tracuu TD-7K3M-9QXH",{WHO},"message":{{{HEAD}}}}}',
        Choice("/tracuu TD-7K3M-9QXH", 0),
    ),
    (
        "an option may hold a colon",
        f'"callback_query":{{"id":"99","data":"3:a:b",{WHO},"message":{{{HEAD}}}}}',
        Choice("a:b", 3),
    ),
    (
        "a tap with data that we never wrote belongs to no prompt",
        f'"callback_query":{{"id":"99","data":"hello",{WHO},"message":{{{HEAD}}}}}',
        Choice("hello", 0),
    ),
    (
        "a tap on a message too old to be shown",
        f'"callback_query":{{"id":"99","data":"1:x",{WHO},"inline_message_id":"q"}}',
        Choice("x", 1),
    ),
    ("a game's button", f'"callback_query":{{"id":"99","game_short_name":"g",{WHO}}}', Strange("button")),
    (
        "an edited text",
        f'"edited_message":{{{HEAD},"edit_date":1763770100,"text":"mới"}}',
        Edited("mới", "77"),
    ),
    (
        "an edited caption",
        f'"edited_message":{{{HEAD},"edit_date":1763770100,"photo":[{{{FILE}}}],"caption":"mới"}}',
        Edited("mới", "77"),
    ),
    (
        "a live position that moved",
        f'"edited_message":{{{HEAD},"edit_date":1763770100,"location":{{"latitude":1,"longitude":1}}}}',
        Strange("edited", "77"),
    ),
    (
        "the bot was brought into a group",
        f'"my_chat_member":{{{GROUP},{WHO},"date":1763770000,"old_chat_member":{{"user":{BOT},"status":"left"}},'
        f'"new_chat_member":{{"user":{BOT},"status":"member"}}}}',
        Joined(),
    ),
    (
        "the bot was kicked out of a group",
        f'"my_chat_member":{{{GROUP},{WHO},"date":1763770000,"old_chat_member":{{"user":{BOT},"status":"member"}},'
        f'"new_chat_member":{{"user":{BOT},"status":"kicked","until_date":0}}}}',
        Gone(),
    ),
    (
        "a person blocked the bot",
        f'"my_chat_member":{{{PRIVATE},{WHO},"date":1763770000,"old_chat_member":{{"user":{BOT},"status":"member"}},'
        f'"new_chat_member":{{"user":{BOT},"status":"kicked","until_date":0}}}}',
        Gone(),
    ),
    (
        "a person let the bot write again",
        f'"my_chat_member":{{{PRIVATE},{WHO},"date":1763770000,"old_chat_member":{{"user":{BOT},"status":"kicked"}},'
        f'"new_chat_member":{{"user":{BOT},"status":"member"}}}}',
        Strange("unblocked"),
    ),
    (
        "the bot became an administrator",
        f'"my_chat_member":{{{GROUP},{WHO},"date":1763770000,"old_chat_member":{{"user":{BOT},"status":"member"}},'
        f'"new_chat_member":{{"user":{BOT},"status":"administrator"}}}}',
        Strange("rights"),
    ),
    (
        "the bot was silenced but stays",
        f'"my_chat_member":{{{GROUP},{WHO},"date":1763770000,"old_chat_member":{{"user":{BOT},"status":"member"}},'
        f'"new_chat_member":{{"user":{BOT},"status":"restricted","is_member":true}}}}',
        Strange("rights"),
    ),
]


@pytest.mark.parametrize(("update", "what"), [case[1:] for case in OTHERS], ids=[c[0] for c in OTHERS])
def test_an_update_means(update: str, what: What) -> None:
    incoming = _read(f'{{"update_id":811,{update}}}').incoming
    assert incoming is not None
    assert incoming.what == what
    assert incoming.account == "5551"


UNREAD: list[tuple[str, str]] = [
    ("a post in a broadcast channel", '{"update_id":1,"channel_post":{"chat":{"id":-1,"type":"channel"}}}'),
    ("an inline query", f'{{"update_id":1,"inline_query":{{"id":"1",{WHO},"query":"x"}}}}'),
    (
        "a message of another bot",
        f'{{"update_id":1,"message":{{"message_id":1,"from":{{"id":7,"is_bot":true}},{GROUP},"text":"hi"}}}}',
    ),
    ("an update without a number", '{"message":{}}'),
    ("an update of nothing", '{"update_id":1}'),
    ("a message that is a text", '{"update_id":1,"message":"hi"}'),
    ("a message without a chat", f'{{"update_id":1,"message":{{"message_id":1,{WHO},"text":"hi"}}}}'),
    ("a list", "[1,2]"),
    ("nothing", "null"),
]


@pytest.mark.parametrize("update", [case[1] for case in UNREAD], ids=[case[0] for case in UNREAD])
def test_what_nobody_is_to_be_answered_for_is_kept_raw(update: str) -> None:
    received = _read(update)
    assert received.incoming is None
    assert received.raw == update.encode()
    assert received.event_id


def test_an_event_says_who_where_and_when() -> None:
    incoming = _read(f'{{"update_id":812,"message":{{{HEAD},"text":"x"}}}}').incoming
    assert incoming is not None
    assert (incoming.channel, incoming.account, incoming.peer, incoming.chat) == ("telegram", "5551", "5551", "private")
    assert incoming.at == datetime.fromtimestamp(1763770000, UTC)
    assert incoming.language_hint == "vi"


def test_a_group_of_either_sort_is_a_group() -> None:
    for chat in (GROUP, BASIC_GROUP):
        incoming = _read(f'{{"update_id":1,"message":{{"message_id":1,{WHO},{chat},"date":1,"text":"/x"}}}}').incoming
        assert incoming is not None
        assert incoming.chat == "group"


def test_a_topic_of_a_group_is_part_of_the_peer() -> None:
    extra = '"message_thread_id":44,"is_topic_message":true'
    incoming = _read(f'{{"update_id":1,"message":{{{GROUP_HEAD},{extra},"text":"/viec"}}}}').incoming
    assert incoming is not None
    assert incoming.peer == "-1001234567890/44"


def test_a_thread_of_replies_is_no_topic() -> None:
    incoming = _read(f'{{"update_id":1,"message":{{{GROUP_HEAD},"message_thread_id":44,"text":"/x"}}}}').incoming
    assert incoming is not None
    assert incoming.peer == "-1001234567890"


def test_an_anonymous_administrator_is_the_account_that_telegram_lends_them() -> None:
    sender = '"from":{"id":1087968824,"is_bot":true,"first_name":"Group","username":"GroupAnonymousBot"}'
    message = f'"message_id":1,{sender},"sender_chat":{{"id":-1001234567890}},{GROUP},"date":1,"text":"/gan"'
    incoming = _read(f'{{"update_id":1,"message":{{{message}}}}}').incoming
    assert incoming is not None
    assert incoming.account == "1087968824"


def test_nothing_of_the_senders_name_is_read() -> None:
    raw = f'{{"update_id":1,"message":{{{HEAD.replace("Hoa", "Planted").replace("hoa", "planted")},"text":"x"}}}}'
    assert "lanted" in raw
    assert "lanted" not in repr(_read(raw).incoming)


def test_half_a_surrogate_pair_and_a_nul_become_a_replacement_mark() -> None:
    incoming = _read(rf'{{"update_id":1,"message":{{{HEAD},"text":"a\ud83d b\u0000"}}}}').incoming
    assert incoming is not None
    assert incoming.what == Text("a\ufffd b\ufffd", "77")


def test_a_date_beyond_the_calendar_is_replaced_by_the_present() -> None:
    far = HEAD.replace("1763770000", "99999999999999")
    incoming = _read(f'{{"update_id":1,"message":{{{far},"text":"x"}}}}').incoming
    assert incoming is not None
    assert incoming.at == NOW


def test_before_our_name_is_known_a_command_with_a_name_is_ours() -> None:
    raw = f'{{"update_id":1,"message":{{{GROUP_HEAD},"text":"/viec@TiengDanThuBot"}}}}'
    incoming = read(json.loads(raw), raw.encode(), NOW, Myself()).incoming
    assert incoming is not None
    assert incoming.what == Text("/viec", "78")


def test_updates_of_one_chat_share_a_lane() -> None:
    message = json.loads(f'{{"update_id":1,"message":{{{HEAD},"text":"x"}}}}')
    tap = json.loads(f'{{"update_id":2,"callback_query":{{"id":"9","data":"1:x",{WHO},"message":{{{HEAD}}}}}}}')
    assert chat_of(message) == chat_of(tap) == "5551"
    assert (callback_of(message), callback_of(tap)) == ("", "9")


def _read(raw: str) -> Any:
    return read(json.loads(raw), raw.encode(), NOW, ME)
