"""The checklist of conditions, and until when an authority owes an answer."""

from __future__ import annotations

from datetime import date

import pytest

from cases.calendar import Calendar
from cases.chasing import reply_due
from cases.eligibility import checklist, judge

KNOWN = {"name": True, "address": True, "contact": True, "signature": True, "concerned": True, "files": False}


def test_what_no_fact_answers_is_open_until_an_officer_has_said_it() -> None:
    found = judge("to_cao", KNOWN, {}, anonymous=False)
    assert found.eligible is None
    assert [item.name for item in found.open] == ["content", "not_elsewhere"]
    assert judge("to_cao", KNOWN, {"content": True, "not_elsewhere": True}, anonymous=False).eligible is True


@pytest.mark.parametrize("fact", ["name", "address", "contact", "signature", "concerned"])
def test_a_denunciation_without_one_of_its_conditions_is_not_eligible(fact: str) -> None:
    answers = {"content": True, "not_elsewhere": True}
    found = judge("to_cao", {**KNOWN, fact: False}, answers, anonymous=False)
    assert found.eligible is False
    assert [item.name for item in found.missing] == [fact]


def test_what_is_only_good_to_have_does_not_make_a_letter_ineligible() -> None:
    answers = {"content": True, "not_elsewhere": True, "demand": True}
    found = judge("khieu_nai", KNOWN, answers, anonymous=False)
    assert (found.eligible, [item.name for item in found.missing]) == (True, ["documents"])


def test_what_is_missing_beside_it_does_not_make_up_for_a_condition() -> None:
    answers = {"content": True, "not_elsewhere": True, "demand": False}
    found = judge("khieu_nai", KNOWN, answers, anonymous=False)
    assert (found.eligible, [item.name for item in found.missing]) == (False, ["demand", "documents"])


def test_what_an_officer_says_wins_over_what_is_known() -> None:
    answers = {"content": True, "not_elsewhere": True, "signature": False}
    assert judge("to_cao", KNOWN, answers, anonymous=False).eligible is False
    assert judge("to_cao", {**KNOWN, "signature": False}, {**answers, "signature": True}, anonymous=False).eligible


def test_an_anonymous_denunciation_is_judged_by_its_own_exception() -> None:
    names = [item.name for item in checklist("to_cao", anonymous=True)]
    assert names == ["violator", "evidence", "verifiable", "not_elsewhere"]
    answers = {"evidence": True, "verifiable": True, "not_elsewhere": True}
    assert judge("to_cao", {"concerned": True}, answers, anonymous=True).eligible is True
    assert judge("to_cao", {"concerned": True}, {**answers, "evidence": False}, anonymous=True).eligible is False


@pytest.mark.parametrize(
    ("kind", "anonymous", "due"),
    [
        ("to_cao", False, date(2026, 12, 7)),  # 20 calendar days end on a Sunday: the next working day
        ("to_cao", True, None),
        ("kien_nghi_phan_anh", False, date(2026, 12, 7)),
        ("khac", False, None),
    ],
)
def test_until_when_an_authority_owes_an_answer(kind: str, anonymous: bool, due: date | None) -> None:
    found = reply_due(kind, date(2026, 11, 16), anonymous=anonymous, calendar=Calendar())
    assert (found.on if found else None) == due


def test_a_complaints_answer_is_due_after_it_is_accepted_settled_and_told() -> None:
    found = reply_due("khieu_nai", date(2026, 11, 16), anonymous=False, calendar=Calendar())
    assert found is not None
    assert found.rule == "khieu-nai-result-to-front"
    # 10 days to 26 November, 30 to Saturday 26 December and so to Monday the 28th, 7 more
    assert found.on == date(2027, 1, 4)
