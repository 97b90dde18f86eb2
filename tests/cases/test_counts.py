from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.counts import Counts, balanced, count, marks_of
from cases.distinct import SUFFIXES
from cases.kinds import KINDS, OUTCOMES, TOPICS
from cases.lives import CaseRow, SpellRow, read
from cases.paragraph import CountsError, paragraph
from cases.periods import Period, month, parse, span
from cases.registers import ActivityRow
from cases.sums import below, prove
from tests.cases.letters import START, TODAY, TREE, letter, rows, seed_rows, visited
from tests.fuzz import examples

CODES = [unit.code for unit in TREE]
OCTOBER = parse("2026-10", "civil")


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first = START + timedelta(days=draw(st.integers(-5, 125)))
    return span(first, first + timedelta(days=draw(st.integers(0, 70))), "civil")


def counted(letters: Iterable[CaseRow], period: Period = OCTOBER, unit: str = "HN") -> Counts:
    return count(letters, period, TREE, unit, TODAY)[0]


# An independent reading of the definitions: day by day, from the rows themselves.


def open_in_the_evening(row: CaseRow, day: str) -> bool:
    return any(s.opened_on <= day and not (s.outcome_on and s.outcome_on <= day) for s in row.spells)


def expected(letters: list[CaseRow], period: Period, units: set[str]) -> dict[str, int]:
    first, last, eve = period.first.isoformat(), period.last.isoformat(), period.eve.isoformat()
    mine = [row for row in letters if row.unit in units]
    received = [row for row in mine if first <= row.received_on <= last]
    still = [row for row in mine if row.received_on <= last and open_in_the_evening(row, last)]
    carried = [
        row
        for row in mine
        if row.received_on < first
        and (open_in_the_evening(row, eve) or any(first <= spell.opened_on <= last for spell in row.spells[1:]))
    ]
    handled = {
        row.code: max((s for s in row.spells if s.outcome_on and s.outcome_on <= last), key=row.spells.index)
        for row in mine
        if row not in still and any(first <= spell.outcome_on <= last for spell in row.spells)
    }
    figures = {
        "received": len(received),
        "carried_over": len(carried),
        "total": len(received) + len(carried),
        "open": len(still),
        "handled": len(handled),
        "anonymous": sum(row.anonymous for row in received),
        "urgent": sum(row.urgent for row in received),
        "overdue": sum(row.due_on <= last for row in still)
        + sum(spell.outcome_on > row.due_on for row in mine for spell in [handled.get(row.code)] if spell),
    }
    for outcome in OUTCOMES:
        figures[outcome] = sum(spell.outcome == outcome for spell in handled.values())
    return figures


@settings(deadline=None, max_examples=examples(60))
@given(rows(), periods(), st.sampled_from(CODES))
def test_every_figure_equals_a_count_by_hand_and_the_balance_holds(
    letters: list[CaseRow], period: Period, unit: str
) -> None:
    counts = counted(letters, period, unit)
    assert counts.failed == ()
    scope = {one.code for one in below(TREE, unit)}
    for figure, value in expected(letters, period, scope).items():
        assert counts.value(figure) == value, figure
    assert counts.value("carried_over") + counts.value("received") == counts.value("handled") + counts.value("open")


@settings(deadline=None, max_examples=examples(60))
@given(rows(), periods())
def test_each_split_counts_its_own_letters(letters: list[CaseRow], period: Period) -> None:
    counts = counted(letters, period)
    for mark, values in (
        ("unit", CODES),
        ("kind", list(KINDS)),
        ("topic", list(TOPICS)),
        ("channel", ["telegram", "web", "zalo", "paper"]),
    ):
        for value in values:
            part = [row for row in letters if getattr(row, mark) == value]
            for figure, number in expected(part, period, set(CODES)).items():
                assert counts.value(figure, **{mark: value}) == number
    levels = {unit.code: unit.level for unit in TREE}
    for level in ("thanh_pho", "quan", "phuong"):
        part = [row for row in letters if levels[row.unit] == level]
        assert counts.value("received", level=level) == expected(part, period, set(CODES))["received"]
    for row in letters:
        marks = {"unit": row.unit, "kind": row.kind, "topic": row.topic, "channel": row.channel}
        same = [r for r in letters if all(getattr(r, mark) == value for mark, value in marks.items())]
        assert counts.value("open", **marks) == expected(same, period, set(CODES))["open"]


@settings(deadline=None, max_examples=examples(60))
@given(rows(), st.sampled_from(["state", "civil"]))
def test_longer_periods_are_the_sum_of_their_months(letters: list[CaseRow], calendar: str) -> None:
    months = [counted(letters, month(2026, number, calendar)) for number in (1, 2, 3)]
    quarter = counted(letters, parse("2026-Q1", calendar))
    for figure in ("received", "anonymous", "urgent"):
        assert quarter.value(figure) == sum(each.value(figure) for each in months)
    assert quarter.value("open") == months[2].value("open")
    for earlier, later in pairwise(months):
        again = sum(
            any(later.period.first <= date.fromisoformat(s.opened_on) <= later.period.last for s in row.spells[1:])
            and date.fromisoformat(row.received_on) <= earlier.period.last
            and not open_in_the_evening(row, earlier.period.last.isoformat())
            for row in letters
        )
        assert later.value("carried_over") == earlier.value("open") + again


@settings(deadline=None, max_examples=examples(60))
@given(rows(), periods())
def test_a_letter_stands_once_on_each_side_or_on_none(letters: list[CaseRow], period: Period) -> None:
    for row in letters:
        life, faults = read(row, CODES)
        assert life is not None
        assert faults == ()
        assert balanced(marks_of(life, period, TODAY))


@pytest.mark.parametrize(
    ("row", "figures"),
    [
        (letter("A", "2026-10-01"), {"received": 1, "open": 1}),
        (letter("A", "2026-10-31"), {"received": 1, "open": 1}),
        (letter("A", "2026-11-01"), {}),
        (letter("A", "2026-09-30"), {"carried_over": 1, "open": 1}),
        (letter("A", "2026-09-01", ("2026-09-01", "guided", "2026-09-30")), {}),
        (
            letter("A", "2026-09-01", ("2026-09-01", "guided", "2026-10-01")),
            {"carried_over": 1, "handled": 1},
        ),
        (
            letter("A", "2026-09-01", ("2026-09-01", "guided", "2026-10-31")),
            {"carried_over": 1, "handled": 1},
        ),
        (letter("A", "2026-09-01", ("2026-09-01", "guided", "2026-11-01")), {"carried_over": 1, "open": 1}),
        (
            letter("A", "2026-08-01", ("2026-08-01", "guided", "2026-08-02"), ("2026-10-31", "", "")),
            {"carried_over": 1, "open": 1},
        ),
        (
            letter(
                "A",
                "2026-08-01",
                ("2026-08-01", "guided", "2026-08-02"),
                ("2026-10-07", "archived", "2026-10-09"),
            ),
            {"carried_over": 1, "handled": 1},
        ),
        (
            letter("A", "2026-10-01", ("2026-10-01", "guided", "2026-10-02"), ("2026-10-02", "", "")),
            {"received": 1, "open": 1},
        ),
        (
            letter("A", "2026-10-01", ("2026-10-01", "guided", "2026-10-02"), ("2026-11-02", "", "")),
            {"received": 1, "handled": 1},
        ),
    ],
)
def test_a_letter_at_the_edge_of_a_period(row: CaseRow, figures: dict[str, int]) -> None:
    counts = counted([row])
    assert counts.failed == ()
    shown = {f: counts.value(f) for f in ("carried_over", "received", "handled", "open") if counts.value(f)}
    assert shown == figures


@pytest.mark.parametrize(
    ("fault", "change"),
    [
        ("row-unit", {"unit": "NOWHERE"}),
        ("row-kind", {"kind": ""}),
        ("row-kind", {"kind": "don_thu"}),
        ("row-topic", {"topic": "?"}),
        ("row-channel", {"channel": ""}),
        ("row-received", {"received_on": ""}),
        ("row-received", {"received_on": "2026-10-32"}),
        ("row-received", {"received_on": "2026-09-05"}),
        ("row-received", {"spells": ()}),
        ("row-due", {"due_on": "soon"}),
        ("row-outcome", {"outcome": "lost", "spells": (SpellRow("2026-10-05", "lost", "2026-10-09"),)}),
        ("row-outcome", {"outcome": ""}),
        ("row-outcome", {"outcome_on": "2026-10-08"}),
        ("row-outcome-day", {"outcome_on": "", "spells": (SpellRow("2026-10-05", "guided", ""),)}),
        ("row-outcome-day", {"outcome": "", "spells": (SpellRow("2026-10-05", "", "2026-10-09"),)}),
        ("row-outcome-day", {"outcome_on": "x", "spells": (SpellRow("2026-10-05", "guided", "x"),)}),
        (
            "row-order",
            {"outcome_on": "2026-10-04", "spells": (SpellRow("2026-10-05", "guided", "2026-10-04"),)},
        ),
        (
            "row-order",
            {"spells": (SpellRow("2026-10-05", "guided", "2026-10-09"), SpellRow("2026-10-08"))},
        ),
        (
            "row-order",
            {"outcome": "", "outcome_on": "", "spells": (SpellRow("2026-10-05"), SpellRow("2026-10-08"))},
        ),
        ("row-status", {"status": "registered"}),
        ("row-status", {"status": "gone"}),
        ("row-eligible", {"kind": "khac", "eligible": True}),
    ],
)
def test_a_broken_row_is_named_and_nothing_may_be_printed(fault: str, change: dict[str, object]) -> None:
    sound = letter("TD-SOUND", "2026-10-05")
    whole = letter("TD-BROKEN", "2026-10-05", ("2026-10-05", "guided", "2026-10-09"))
    broken = replace(whole, **change)  # type: ignore[arg-type]
    counts = counted([sound, broken])
    assert [(check.rule, check.cases) for check in counts.failed] == [(fault, ("TD-BROKEN",))]
    with pytest.raises(CountsError, match="report-does-not-add-up"):
        paragraph(counts)


def test_a_letter_of_no_unit_is_a_fault_for_every_unit_since_it_may_be_theirs() -> None:
    stray = replace(letter("TD-STRAY"), unit="NOWHERE")
    assert counted([stray], unit="TAYHO").failed[0].cases == ("TD-STRAY",)


def test_letters_of_other_units_are_left_out() -> None:
    letters = [letter("A", unit="TAYHO"), letter("B", unit="CAUGIAY"), letter("C", unit="CAUGIAY.YENHOA")]
    assert counted(letters, unit="CAUGIAY").value("received") == 2
    assert counted(letters, unit="CAUGIAY").value("received", unit="CAUGIAY") == 1
    assert counted(letters, unit="CAUGIAY.YENHOA").value("received") == 1
    assert below(TREE, "NOWHERE") == ()


def test_a_sum_that_was_tampered_with_does_not_pass_the_proof() -> None:
    counts = counted([letter("A"), letter("B", kind="to_cao")])
    assert all(check.ok for check in prove(counts.figures))
    for index, figure in enumerate(counts.figures):
        if figure.figure not in ("received", "open", "total") or figure.value == 0:
            continue
        tampered = [*counts.figures]
        tampered[index] = figure._replace(value=figure.value + 1)
        assert any(not check.ok for check in prove(tampered)), figure


def test_overdue_in_a_running_period_counts_what_is_over_today() -> None:
    due_today = letter("A", "2026-10-01", due="2026-10-20")
    ended_late = letter("B", "2026-10-01", ("2026-10-01", "guided", "2026-10-06"), due="2026-10-05")
    ended_on_the_day = letter("C", "2026-10-01", ("2026-10-01", "guided", "2026-10-05"), due="2026-10-05")

    def overdue(today: date) -> int:
        return count([due_today, ended_late, ended_on_the_day], OCTOBER, TREE, "HN", today)[0].value("overdue")

    assert overdue(date(2026, 10, 20)) == 1
    assert overdue(date(2026, 10, 21)) == 2
    assert overdue(date(2027, 1, 1)) == 2


def test_every_figure_of_the_contract_is_told_in_every_report_0_where_there_is_nothing() -> None:
    contract = {
        "visits",
        "people",
        "delegations",
        "carried_over",
        "received",
        "total",
        "handled",
        "open",
        "eligible",
        "ineligible",
        "guided",
        "forwarded",
        "returned",
        "archived",
        "answered",
        "urged",
        "replied",
        "resolved",
        "overdue",
        "anonymous",
        "duplicate",
    }
    distinct = [f"{n}{s}" for n in ("carried_over", "received", "handled", "open", "eligible") for s in SUFFIXES]
    for letters in ([], [letter("A", kind="khac")]):
        wholes = {f.figure for f in counted(letters).figures if (f.unit, f.kind, f.topic, f.level) == (None,) * 4}
        assert wholes >= {*contract, *distinct}


def test_a_letter_of_no_kind_is_ineligible_and_one_of_which_nobody_decided_is_neither() -> None:
    undecided = counted([letter("A"), letter("B", kind="khac")])
    assert (undecided.value("eligible"), undecided.value("ineligible")) == (0, 1)
    assert ("ineligible", 1) in {(f.figure, f.value) for f in undecided.figures if f.kind == "khac"}
    counts = counted([letter("A", eligible=True), letter("B", eligible=False), letter("C", kind="khac")])
    assert (counts.value("eligible"), counts.value("ineligible")) == (1, 2)


# The numbers of the sentence --------------------------------------------------------------------------


def test_the_seed_adds_up_by_level_and_by_kind() -> None:
    counts, _ = count(seed_rows(), parse("2021", "civil"), TREE, "CAUGIAY", TODAY, visited(133))
    said = paragraph(counts)
    assert (said.visits, said.letters) == (133, 82)
    assert said.levels == (("quan", 6), ("phuong", 76))
    assert said.kinds == (("to_cao", 4), ("kien_nghi_phan_anh", 78))
    assert said.all_forwarded


def test_it_is_not_said_that_all_were_forwarded_when_one_was_not() -> None:
    letters = seed_rows()
    letters[3] = letter("TD-0003", letters[3].received_on, unit="CAUGIAY", eligible=True)
    counts, _ = count(letters, parse("2021", "civil"), TREE, "CAUGIAY", TODAY)
    said = paragraph(counts)
    assert not said.all_forwarded
    assert (said.base, said.of_eligible, said.fates) == (82, True, (("forwarded", 81), ("open", 1)))


def test_while_one_letter_awaits_a_decision_it_is_not_said_that_all_were_forwarded() -> None:
    letters = [replace(row, eligible=None) if row.code == "TD-0005" else row for row in seed_rows()]
    counts, _ = count(letters, parse("2021", "civil"), TREE, "CAUGIAY", TODAY)
    said = paragraph(counts)
    assert not said.all_forwarded
    assert (said.base, said.of_eligible, said.fates) == (81, True, (("forwarded", 81),))


@pytest.mark.parametrize(("denunciations", "shown"), [(0, False), (1, False), (2, False), (3, True)])
def test_a_group_sees_kinds_only_when_no_denouncer_can_be_guessed(denunciations: int, shown: bool) -> None:
    letters = [letter(f"A{n}", kind="to_cao") for n in range(denunciations)]
    said = paragraph(counted([*letters, letter("B")]), public=True)
    chosen = span(date(2026, 10, 1), date(2026, 10, 30), "civil")
    assert paragraph(counted([*letters, letter("B")], chosen), public=True).kinds == (), "one day more would tell"
    assert bool(said.kinds) is shown
    assert said.letters == denunciations + 1
    assert said.levels == said.fates == ()


@pytest.mark.parametrize(
    ("number", "works", "violations", "seen"),
    [(53, None, None, 53), (53, None, 3, 53), (3, None, 3, 3), (1, None, 3, 0), (1, 53, 3, 53), (4, 0, None, 0)],
)
def test_works_that_no_line_tells_are_as_many_as_supervisions_unless_more_were_found_wrong(
    number: int, works: int | None, violations: int | None, seen: int
) -> None:
    row = ActivityRow("gs-1", "CAUGIAY", "2021-05-01", "community_works", "", number, works, violations)
    assert row.works_seen == seen
