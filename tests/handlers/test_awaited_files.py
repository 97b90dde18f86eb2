"""A photo that comes while something is awaited lands there, or is asked about; it never starts a letter by itself."""

from __future__ import annotations

import json

from handlers.state import State, load
from tests.handlers.test_casework import says
from tests.handlers.test_dialogue import file_petition
from tests.handlers.town import Chat, Town, labels


def asked(town: Town, officer: Chat, code: str) -> None:
    says(officer, f"/nhan {code}", f"/nhantin {code}", "Xin gửi ảnh chỗ cống tắc", "Gửi")


def state_of(town: Town, chat: Chat) -> State:
    return load(json.loads(town.states[chat.channel, chat.peer]))


def two_petitions(town: Town, resident: Chat) -> tuple[str, str]:
    first = file_petition(resident)
    file_petition(resident)
    return first, next(each.view.code for each in town.cases.values() if each.view.code != first)


def added(town: Town, code: str) -> list[str]:
    filed = next(each for each in town.cases.values() if each.view.code == code)
    return [entry.what for entry in filed.life if entry.what == "added"]


def test_a_photo_goes_to_the_letter_that_was_asked_about() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer()
    code = file_petition(resident)
    asked(town, officer, code)
    resident.sends_photo("chỗ này đây ạ")
    town.passes(seconds=4)
    assert code in resident.last.text
    assert added(town, code) == ["added"]
    assert next(iter(town.cases.values())).view.waits_since is None
    assert state_of(town, resident).draft is None
    assert state_of(town, resident).errand is None


def test_with_several_open_letters_the_resident_says_whose_photo_it_is() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer()
    first, second = two_petitions(town, resident)
    asked(town, officer, first)
    resident.sends_photo("")
    town.passes(seconds=4)
    assert {first, second} < set(labels(resident.last))
    resident.taps(first)
    assert (added(town, first), added(town, second)) == (["added"], [])


def test_a_photo_of_another_matter_begins_the_letter_with_the_photo_in_it() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer()
    first, _ = two_petitions(town, resident)
    asked(town, officer, first)
    resident.sends_photo("Rác đầy đầu ngõ 9 cả tuần không ai dọn, đề nghị phường cho dọn")
    town.passes(seconds=4)
    resident.taps("Việc khác")
    draft = state_of(town, resident).draft
    assert draft is not None
    assert [part["text"] for part in draft.get("parts")] == [
        "Rác đầy đầu ngõ 9 cả tuần không ai dọn, đề nghị phường cho dọn"
    ]
    assert len(draft.get("files")) == 1
    assert added(town, first) == []


def test_a_photo_at_an_officers_question_is_said_to_be_nowhere_and_the_question_stays() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer()
    code = file_petition(resident)
    says(officer, f"/traloi {code}")
    officer.sends_photo("")
    assert "chưa gắn vào đâu" in officer.last.text
    assert state_of(town, officer).draft is None
    says(officer, "Đã thông cống hôm qua.", "Gửi")
    assert next(iter(town.cases.values())).view.status == "answered"
