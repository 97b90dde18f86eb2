"""When the classifier is not sure, one plain question tells the two likeliest kinds apart, and the answer decides."""

from __future__ import annotations

import json

import pytest

from cases.classify import Proposal
from cases.kinds import Kind
from handlers.state import load
from tests.handlers.town import Town, labels

STORY = "Chuyện là hôm trước tôi lên phường, họ làm việc với tôi như thế, tôi không biết gọi là gì cho đúng."


def unsure(first: Kind, second: Kind) -> Proposal:
    return Proposal(first, "khac", False, (), 0.55, False, (first, second), ("làm việc",))


@pytest.mark.parametrize(
    ("first", "second", "asked"),
    [
        ("to_cao", "khieu_nai", "người làm sai bị xử lý, hay là cơ quan hủy, sửa"),
        ("khieu_nai", "to_cao", "người làm sai bị xử lý, hay là cơ quan hủy, sửa"),
        ("kien_nghi_phan_anh", "to_cao", "hay chỉ mong việc này được nhắc, được sửa"),
        ("kien_nghi_phan_anh", "khieu_nai", "Hay ông/bà góp ý, báo việc chung"),
    ],
)
def test_each_pair_has_its_own_question_and_the_answer_decides(
    first: Kind, second: Kind, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cases.reading.classify", lambda text: unsure(first, second))
    resident = Town().resident()
    resident.types(STORY)
    question = resident.types("đồng ý")[-1]
    assert asked in question.text
    assert question.text.count("?") <= 3
    assert len(labels(question)) == 3
    resident.taps(labels(question)[1])
    draft = load(json.loads(resident.town.states["telegram", resident.account])).draft
    assert draft is not None
    assert draft.get("kind") == second


def test_only_one_question_is_asked_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cases.reading.classify", lambda text: unsure("khieu_nai", "to_cao"))
    resident = Town().resident()
    resident.types(STORY)
    resident.types("đồng ý")
    after = resident.types("đúng rồi")[-1]
    assert "người làm sai bị xử lý" not in after.text
    assert "3/6" not in after.text


@pytest.mark.parametrize(("first", "second"), [("khac", "kien_nghi_phan_anh"), ("to_cao", "khac")])
def test_where_there_may_be_no_matter_at_all_just_that_is_asked(
    first: Kind, second: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cases.reading.classify", lambda text: unsure(first, second))
    resident = Town().resident()
    resident.types(STORY)
    question = resident.types("đồng ý")[-1]
    assert "hay chỉ hỏi, chỉ nhắn vậy thôi?" in question.text
    assert ("trả thù" in question.text) == ("to_cao" in (first, second))
    resident.taps(labels(question)[0])
    draft = load(json.loads(resident.town.states["telegram", resident.account])).draft
    assert draft is not None
    assert draft.get("kind") == ({first, second} - {"khac"}).pop()


def test_who_only_asks_is_asked_whether_to_throw_the_words_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cases.reading.classify", lambda text: unsure("khac", "khieu_nai"))
    resident = Town().resident()
    resident.types(STORY)
    question = resident.types("đồng ý")[-1]
    assert "Chưa có gì được gửi" in resident.taps(labels(question)[2])[-1].text
