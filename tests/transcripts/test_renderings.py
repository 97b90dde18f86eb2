"""How messages are shown: choices as buttons where there are enough, else as lines to be typed; long texts cut at
the ends of sentences, no code or link in two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.split import fitted
from handlers.messages import Option, Outgoing
from tests.transcripts.renderings import OA, STAGES, Stage, drawn

ZALO, BOT = STAGES["zalo_oa"], STAGES["zalo_bot"]
SIX = tuple(Option(f"o{n}", f"Lựa chọn {n}") for n in range(1, 7))
STANDING = (Option("/nhan TD-7K3M-9QXH", "Tôi nhận"), Option("/don TD-7K3M-9QXH", "Mở"))


def test_six_choices_are_numbers_and_five_are_buttons() -> None:
    assert next(iter(drawn(Outgoing("Chọn", SIX[:5]), ZALO))).count("[Lựa chọn") == 5
    assert list(drawn(Outgoing("Chọn", SIX), ZALO)) == [
        "Chọn\n\n1. Lựa chọn 1\n2. Lựa chọn 2\n3. Lựa chọn 3\n4. Lựa chọn 4\n5. Lựa chọn 5\n6. Lựa chọn 6"
    ]


@pytest.mark.parametrize("stage", [BOT, Stage(replace(OA, buttons=0), ZALO.draw)], ids=["bot", "oa without buttons"])
def test_where_there_are_no_buttons_a_choice_is_a_number(stage: Stage) -> None:
    assert list(drawn(Outgoing("Chọn", SIX[:2], prompt=3), stage)) == ["Chọn\n\n1. Lựa chọn 1\n2. Lựa chọn 2"]


def test_a_standing_choice_is_a_number_only_where_the_conversation_knows_the_number() -> None:
    assert list(drawn(Outgoing("Đơn mới", STANDING, menu=True), BOT)) == ["Đơn mới\n\n1. Tôi nhận\n2. Mở"]
    # A notice comes unasked: a "1" typed after it may answer the question that is open, or an older menu.
    assert list(drawn(Outgoing("Đơn mới", STANDING), BOT)) == [
        "Đơn mới\n\n• Tôi nhận: #nhan TD-7K3M-9QXH\n• Mở: #don TD-7K3M-9QXH"
    ]


def test_where_choices_are_numbers_it_is_said_that_a_number_answers() -> None:
    asked = Outgoing("Chọn", SIX[:2], prompt=3, by_number="Trả lời 1 hoặc 2.")
    assert list(drawn(asked, BOT)) == ["Chọn\n\n1. Lựa chọn 1\n2. Lựa chọn 2\n\nTrả lời 1 hoặc 2."]
    assert "Trả lời" not in next(iter(drawn(asked, ZALO)))


def test_in_a_group_without_buttons_nobody_is_told_to_type_a_number() -> None:
    shown = fitted(Outgoing("Đơn mới", (*STANDING, SIX[0]), menu=True, by_number="Trả lời 1."), OA, "group:f414c8")
    assert shown.text == "Đơn mới\n\n• Tôi nhận: #nhan TD-7K3M-9QXH\n• Mở: #don TD-7K3M-9QXH"


def test_a_command_is_written_as_the_channel_writes_commands_and_a_link_stays_as_it_is() -> None:
    text = "Nhắn /bosung, hoặc (/huy). Trang: https://a.vn/don /console/don và 1/viec."
    told = fitted(Outgoing(text), OA).text
    assert told == text.replace("Nhắn /bosung", "Nhắn #bosung").replace("(/huy)", "(#huy)")
    assert fitted(Outgoing(text), STAGES["telegram"].abilities).text == text


@pytest.mark.parametrize("stage", [ZALO, BOT], ids=["oa", "bot"])
@pytest.mark.parametrize("filler", ["Câu này dài vừa phải. ", "🙂 mặt cười. "])
def test_a_long_text_is_cut_at_the_end_of_a_sentence_and_no_code_or_link_in_two(filler: str, stage: Stage) -> None:
    code, link = "TD-7K3M-9QXH", "https://tiengdan.example.vn/console/vao/abcdefghij"
    for at in range(1900, 2010, 7):
        text = (filler * 200)[:at] + f" {code} {link} " + filler * 60
        parts = list(drawn(Outgoing(text), stage))
        assert sum(code in part for part in parts) == 1
        assert sum(link in part for part in parts) == 1
        assert all(part.rstrip().endswith((".", code, link)) or filler[:2] in part for part in parts[:-1])
        assert "".join("".join(parts).split()) == "".join(text.split())
