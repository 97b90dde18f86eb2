from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest

from cases.kinds import KINDS, OUTCOMES, STATUSES, Kind, Outcome, Role, Status
from cases.lifecycle import (
    VERBS,
    Action,
    IllegalMoveError,
    Standing,
    Verb,
    check,
    check_may,
    check_move,
    may,
    move_of,
    moves,
    offers,
    outcomes_for,
)

READING: tuple[Action, ...] = ("read_text", "read_person", "take", "end")


@pytest.mark.parametrize("action", READING)
def test_a_denunciation_is_opened_only_by_the_confidential_role(action: Action) -> None:
    assert may("confidential", "to_cao", action)
    for role in ("reader", "officer", "admin"):
        assert not may(role, "to_cao", action)


@pytest.mark.parametrize("kind", KINDS)
def test_who_runs_the_machine_reads_no_letter(kind: Kind) -> None:
    assert not any(may("admin", kind, action) for action in READING)
    assert may("admin", kind, "confirm_staff")


@pytest.mark.parametrize("kind", KINDS)
def test_a_reader_only_reads(kind: Kind) -> None:
    assert not any(may("reader", kind, action) for action in ("take", "end", "read_person", "confirm_staff"))


@pytest.mark.parametrize("role", ["reader", "officer", "confidential"])
def test_only_an_admin_lets_people_in(role: Role) -> None:
    assert not may(role, "khac", "confirm_staff")


@pytest.mark.parametrize("kind", KINDS)
def test_everybody_sees_that_a_case_exists_and_counts_it(kind: Kind) -> None:
    for role in ("reader", "officer", "confidential", "admin"):
        assert may(role, kind, "see")
        assert may(role, kind, "count")


def test_a_missing_right_names_its_rule() -> None:
    with pytest.raises(IllegalMoveError) as refused:
        check_may("officer", "to_cao", "read_text")
    assert refused.value.rule == "role"


@pytest.mark.parametrize(
    ("kind", "usual"),
    [("to_cao", "forwarded"), ("khieu_nai", "guided"), ("kien_nghi_phan_anh", "forwarded"), ("khac", "guided")],
)
def test_the_usual_outcome_comes_first(kind: Kind, usual: Outcome) -> None:
    assert outcomes_for(kind, "submitted")[0] == outcomes_for(kind, "registered")[0] == usual


def test_what_is_no_letter_is_not_forwarded() -> None:
    assert "forwarded" not in outcomes_for("khac", "registered")
    with pytest.raises(IllegalMoveError) as refused:
        check_move("khac", "registered", "forwarded")
    assert refused.value.rule == "kind-outcome"


@pytest.mark.parametrize("status", ["guided", "archived", "answered", "withdrawn"])
@pytest.mark.parametrize("kind", KINDS)
def test_an_ended_case_gets_no_second_outcome(kind: Kind, status: Status) -> None:
    assert outcomes_for(kind, status) == ()


def test_a_withdrawn_letter_stays_withdrawn() -> None:
    with pytest.raises(IllegalMoveError) as refused:
        check_move("khieu_nai", "withdrawn", "registered")
    assert refused.value.rule == "withdrawn-is-final"


def test_a_forwarded_denunciation_stays_with_the_receiver_when_it_is_withdrawn() -> None:
    assert move_of("to_cao", "forwarded", "withdrawn") is None
    assert move_of("kien_nghi_phan_anh", "forwarded", "withdrawn") is not None


def test_complaints_and_denunciations_are_withdrawn_by_a_signed_paper_only() -> None:
    for kind in KINDS:
        assert check_move(kind, "registered", "withdrawn").signed_paper == (kind in {"to_cao", "khieu_nai"})


def test_every_outcome_but_withdrawal_can_be_reopened_by_new_facts() -> None:
    for status in ("guided", "archived", "answered", "forwarded"):
        assert check_move("khieu_nai", status, "registered")


def test_every_move_has_its_source_and_no_move_is_written_twice() -> None:
    assert all(move.source for move in moves())
    for one, two in itertools.combinations(moves(), 2):
        assert (one.start, one.verb) != (two.start, two.verb) or not one.kinds & two.kinds


def test_what_is_offered_is_what_is_allowed() -> None:
    for kind, status in itertools.product(KINDS, STATUSES):
        for outcome in OUTCOMES:
            offered = outcome in outcomes_for(kind, status)
            assert not offered or move_of(kind, status, outcome) is not None
        for yes in (False, True):
            standing = Standing(
                kind, status, anonymous=yes, guided_before=yes, forwarded_before=yes, on_paper=yes, urged=yes, held=yes
            )
            offered_verbs = {move.verb for move in offers(standing)}
            assert offered_verbs == {verb for verb in VERBS if is_lawful(standing, verb)}


def is_lawful(standing: Standing, verb: Verb) -> bool:
    try:
        check(standing, verb)
    except IllegalMoveError:
        return False
    return True


TODAY = date(2026, 11, 20)
DENOUNCED = Standing("to_cao", "registered", TODAY)
COMPLAINED = Standing("khieu_nai", "registered", TODAY)
SENT_ON = Standing("kien_nghi_phan_anh", "forwarded", TODAY, reply_due=TODAY - timedelta(days=1))


@pytest.mark.parametrize(
    ("standing", "verb", "rule"),
    [
        (DENOUNCED, "forward", ""),
        (replace(DENOUNCED, forwarded_before=True), "forward", "forward-once"),
        (replace(DENOUNCED, forwarded_before=True, reopened_for="new_facts"), "forward", ""),
        (replace(DENOUNCED, forwarded_before=True, reopened_for="unsatisfied"), "forward", "forward-once"),
        (replace(DENOUNCED, anonymous=True), "forward", "anonymous-exception"),
        (replace(DENOUNCED, anonymous=True, evidence=True), "forward", ""),
        (replace(DENOUNCED, anonymous=True, urgent=True), "forward", ""),
        (COMPLAINED, "guide", ""),
        (replace(COMPLAINED, guided_before=True), "guide", "guide-once"),
        (replace(COMPLAINED, guided_before=True, reopened_for="mistake"), "guide", ""),
        (replace(COMPLAINED, guided_before=True, reopened_for="unsatisfied"), "guide", "guide-once"),
        (COMPLAINED, "return", "came-on-paper"),
        (replace(COMPLAINED, on_paper=True), "return", ""),
        (COMPLAINED, "withdraw", ""),
        (replace(COMPLAINED, forced=True), "withdraw", "not-forced"),
        (SENT_ON, "urge", ""),
        (replace(SENT_ON, reply_due=TODAY), "urge", "reply-due"),
        (replace(SENT_ON, reply_due=None), "urge", "reply-due"),
        (replace(SENT_ON, reply_due=TODAY, urgent=True), "urge", ""),
        (replace(SENT_ON, replied=True), "urge", "no-reply-yet"),
        (SENT_ON, "escalate", "urged-or-replied"),
        (replace(SENT_ON, urged=True), "escalate", ""),
        (replace(SENT_ON, replied=True), "escalate", ""),
        (SENT_ON, "answer", "replied"),
        (replace(SENT_ON, replied=True), "answer", ""),
    ],
)
def test_a_move_waits_for_what_its_rule_asks(standing: Standing, verb: Verb, rule: str) -> None:
    if not rule:
        assert check(standing, verb).verb == verb
        return
    with pytest.raises(IllegalMoveError) as refused:
        check(standing, verb)
    assert refused.value.rule == rule


@pytest.mark.parametrize(
    ("kind", "status", "verb", "rule"),
    [
        ("kien_nghi_phan_anh", "registered", "reopen", "open-already"),
        ("to_cao", "submitted", "urge", "not-forwarded"),
        ("khieu_nai", "registered", "reply", "not-forwarded"),
        ("khac", "registered", "urge", "kind-outcome"),
        ("to_cao", "forwarded", "forward", "forward-once"),
        ("khieu_nai", "guided", "guide", "guide-once"),
        ("kien_nghi_phan_anh", "forwarded", "forward", "status-move"),
        ("kien_nghi_phan_anh", "answered", "urge", "status-move"),
        ("to_cao", "withdrawn", "urge", "withdrawn-is-final"),
    ],
)
def test_a_step_that_does_not_fit_is_refused_by_the_rule_that_stands_in_its_way(
    kind: Kind, status: Status, verb: Verb, rule: str
) -> None:
    with pytest.raises(IllegalMoveError) as refused:
        check(Standing(kind, status), verb)
    assert refused.value.rule == rule
