"""What is told otherwise than it is, so that nobody sees what a letter turned out to be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cases.editions import Altered, Past, Tie, altered, as_told, is_telltale, past
from cases.lives import CaseRow, SpellRow, read
from tests.cases.letters import letter

OPEN = letter("TD-1", "2026-01-05", eligible=True, due="2026-02-01")
SENT = letter("TD-1", "2026-01-05", ("2026-01-05", "forwarded", "2026-01-09"))
SPLIT = letter("TD-1", "2026-01-05", ("2026-01-05", "split", "2026-01-09"))
AGAIN = letter("TD-1", "2026-01-05", ("2026-01-05", "duplicate", "2026-01-09"))
TOLD = past(OPEN)
HIDDEN = past(replace(OPEN, kind="to_cao"))


def part(of: str, kind: str = "khieu_nai", of_since: int = 1, letter: str = "whole") -> Tie:
    return Tie(letter, of, True, kind, 0, of_since)


def repeats(letter: str, of: str, kind: str = "khieu_nai", since: int = 0, of_since: int = 0) -> Tie:
    return Tie(letter, of, False, kind, since, of_since)


@pytest.mark.parametrize(
    ("before", "now", "tells"),
    [
        (OPEN, replace(OPEN, kind="to_cao"), True),
        (replace(OPEN, kind="to_cao"), OPEN, True),
        (OPEN, replace(OPEN, kind="khieu_nai"), False),
        (OPEN, SENT, False),
        (OPEN, SPLIT, True),
        (SENT, AGAIN, True),
        (SPLIT, replace(SPLIT, topic="khac"), False),
    ],
)
def test_a_change_tells_when_the_letter_becomes_or_ceases_to_be_a_denunciation_or_is_tied_to_another(
    before: CaseRow, now: CaseRow, tells: bool
) -> None:
    assert is_telltale(before, now) is tells


def test_what_tells_of_a_denunciation_from_the_beginning_is_left_out_and_what_tells_of_that() -> None:
    ties = [repeats("again", "accusing", "to_cao"), part("again"), repeats("other", "whole"), repeats("x", "y")]
    assert altered(ties, {}) == Altered(frozenset({"again", "whole", "other"}))
    assert altered(ties[1:], {}) == Altered()


def test_a_letter_that_was_told_whole_goes_on_as_its_part_that_accuses_nobody_and_the_parts_are_left_out() -> None:
    ties = [part("accusing", "to_cao"), part("mild"), repeats("later", "mild", since=1, of_since=1)]
    found = altered(ties, {"whole": TOLD})
    assert found == Altered(frozenset({"accusing", "mild", "later"}), {"whole": "mild"})
    # a part that comes after an edition told of those before changes nothing any more
    ties = [part("mild"), part("milder"), part("accusing", "to_cao", 2)]
    assert altered(ties, {"whole": TOLD}) == Altered()


def test_a_letter_that_was_told_and_repeats_what_is_hidden_was_filed_away() -> None:
    tie = repeats("again", "accusing", "to_cao")
    assert altered([tie], {"again": TOLD}) == Altered(ended={"again": ""})
    later = repeats("again", "accusing", "to_cao", 0, 1)
    assert altered([later], {}) == Altered(), "told as a repetition before"
    assert altered([later], {"again": TOLD}) == Altered(ended={"again": ""})


def test_who_was_told_is_told_and_who_was_hidden_stays_hidden_whatever_they_are_now() -> None:
    ties = [repeats("again", "first", "to_cao"), repeats("other", "freed")]
    found = altered(ties, {"first": TOLD, "freed": HIDDEN}, ["freed"])
    assert found == Altered(frozenset({"freed", "other"}))


def test_a_denunciation_that_was_told_keeps_its_kind_topic_due_day_and_eligibility_and_lives_on() -> None:
    now = replace(SENT, kind="to_cao", topic="can_bo_cong_chuc", due_on="2026-01-20", eligible=None, unit="TAYHO")
    shown = as_told(now, TOLD, None, ended=False)
    assert shown == replace(SENT, due_on="2026-02-01", eligible=True, unit="TAYHO")
    parted = replace(SPLIT, kind="to_cao", due_on="2026-02-01")
    assert as_told(parted, TOLD, None, ended=False) == replace(parted, kind=TOLD.kind), "it was told as never eligible"
    undecided = replace(TOLD, eligible=None)
    assert as_told(replace(now, eligible=True), undecided, None, ended=False).eligible is True
    other = Past(False, True, "khac", "khac", "", None, "", "")
    shown = as_told(replace(now, eligible=True), other, None, ended=False)
    assert shown.eligible is False, "what is no letter in law is never eligible"


@pytest.mark.parametrize(
    ("now", "goes_on", "spells"),
    [
        (SPLIT, OPEN, (SpellRow("2026-01-05"),)),
        (SPLIT, SENT, SENT.spells),
        (SPLIT, None, (SpellRow("2026-01-05", "archived", "2026-01-09"),)),
        (AGAIN, None, (SpellRow("2026-01-05", "archived", "2026-01-09"),)),
        (
            replace(AGAIN, spells=(*AGAIN.spells, SpellRow("2026-02-01"))),
            None,
            (SpellRow("2026-01-05", "archived", "2026-01-09"), SpellRow("2026-02-01")),
        ),
        (
            replace(
                SPLIT, spells=(SpellRow("2026-01-05", "guided", "2026-02-09"), SpellRow("2026-03-01", "split", "x"))
            ),
            SENT,
            (SpellRow("2026-01-05", "guided", "2026-02-09"), SpellRow("2026-03-01", "forwarded", "2026-03-01")),
        ),
    ],
)
def test_an_end_that_tells_is_told_as_another(now: CaseRow, goes_on: CaseRow | None, spells: tuple[SpellRow]) -> None:
    shown = as_told(replace(now, eligible=None, matter="r:original"), TOLD, goes_on, ended=True)
    assert (shown.spells, shown.eligible, shown.matter) == (spells, True, ""), "nor does it share a matter by that"
    assert read(shown, (shown.unit,))[1] == ()
