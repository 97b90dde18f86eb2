"""What everybody may read, attacked with everything that can be worked out from it."""

from __future__ import annotations

from datetime import date
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from cases.disclosure import CORRECTED, FIGURE, corrected, figures, tells, told
from cases.kinds import FEWEST
from cases.periods import parse
from cases.sums import Unit, below
from tests.fuzz import examples

TOWN = (
    Unit("TP", "Thành phố", "thanh_pho"),
    Unit("A", "A", "quan", "TP"),
    Unit("A1", "A1", "phuong", "A"),
    Unit("A2", "A2", "phuong", "A"),
    Unit("B", "B", "quan", "TP"),
)
TREES = (TOWN, TOWN[:2], TOWN[:4], (TOWN[0], *(Unit(f"P{n}", "P", "phuong", "TP") for n in range(4))))
HALVES = 2
"""Each unit's year is two cells: what is told of the year must not tell of its parts."""
BOUND = 3
"""A cell that no sum holds may be anything; no more than this needs to be tried."""

Sum = tuple[frozenset[int], int]


def possible(cells: int, sums: list[Sum]) -> bool:
    """Whether there are whole numbers from 0 up for the cells that make all these sums true."""
    last = [max(those) for those, _ in sums]
    holding = [[number for number, (those, _) in enumerate(sums) if cell in those] for cell in range(cells)]
    left = [value for _, value in sums]

    def fill(cell: int) -> bool:
        if cell == cells:
            return True
        mine = holding[cell]
        for value in range(min((left[number] for number in mine), default=BOUND), -1, -1):
            for number in mine:
                left[number] -= value
            if all(not left[number] or last[number] > cell for number in mine) and fill(cell + 1):
                return True
            for number in mine:
                left[number] += value
        return False

    return fill(0)


@settings(deadline=None, max_examples=examples(12))
@given(st.sampled_from(TREES), st.data())
def test_whatever_is_not_told_may_be_none_one_or_two(tree: tuple[Unit, ...], data: st.DataObject) -> None:
    own = {unit.code: data.draw(st.sampled_from((0, 0, 0, 1, 1, 2, 3))) for unit in tree}
    shown = told(own, tree)
    cells = [unit.code for unit in tree for _ in range(HALVES)]

    def those(codes: set[str], half: int | None = None) -> frozenset[int]:
        return frozenset(n for n, code in enumerate(cells) if code in codes and half in (None, n % HALVES))

    whole = {unit.code: {each.code for each in below(tree, unit.code)} for unit in tree}
    known = [(those(whole[code]), value) for code, value in shown.items()]
    # an attacker asks for any unit, alone or with all below it, for the year or a half of it
    asked = {those(codes, half) for unit in tree for codes in ({unit.code}, whole[unit.code]) for half in (None, 0, 1)}
    for cell in asked - {sum_ for sum_, _ in known}:
        for value in (0, 1, 2):
            assert possible(len(cells), [*known, (cell, value)]), (own, shown, sorted(cell), value)
    assert all(value >= FEWEST for value in shown.values())
    assert all(value == sum(own[code] for code in whole[unit]) for unit, value in shown.items())


@given(st.sampled_from(TREES))
def test_the_attacker_would_find_what_a_careless_report_gives_away(tree: tuple[Unit, ...]) -> None:
    cells = len(tree)
    everything = [(frozenset(range(cells)), 4), (frozenset(range(1, cells)), 3)]
    assert possible(cells, [*everything, (frozenset({0}), 1)])
    assert not possible(cells, [*everything, (frozenset({0}), 0)])


def test_years_of_the_wall_calendar_are_told_and_no_two_of_them_overlap() -> None:
    texts = [
        "2025",
        "2026",
        "2025-10",
        "2025-Q4",
        "2025-H2",
        "2025-9M",
        "2025-01-01..2025-12-31",
        "2025-03-01..2026-02-28",
    ]
    asked = [parse(text, calendar) for text in texts for calendar in ("civil", "state")]
    speaking = [period for period in asked if tells(period, date(2027, 1, 1))]
    assert [period.name for period in speaking] == ["2025", "2026"]
    assert all(one.last < other.first or other.last < one.first for one, other in combinations(speaking, 2))


def test_nothing_is_told_of_a_year_that_still_runs() -> None:
    """Three in June and four in July would tell of the one that came between."""
    year = parse("2026", "civil")
    assert [tells(year, date(2026, 12, 31)), tells(year, date(2027, 1, 1))] == [False, True]


def test_earlier_years_are_corrected_in_one_number_of_three_at_least() -> None:
    known = [{"2023": 5}, {"2024": 7}]
    assert corrected({"2023": 6, "2024": 8}, known) == 0, "two letters between them: they wait"
    assert corrected({"2023": 7, "2024": 8}, known) == 3
    assert corrected({"2023": 2, "2024": 7}, known) == -3
    assert corrected({"2023": 7, "2024": 8}, [*known, {"2025": 9, "2023": 7, "2024": 8}]) == 0, "that was told"
    assert corrected({}, []) == 0


def test_a_city_tells_its_sum_and_those_of_its_wards_that_leave_the_others_in_doubt() -> None:
    own = {"TP": 0, "A": 1, "A1": 4, "A2": 1, "B": 5}
    rows = {(row.figure, row.unit): row.value for row in figures(told(own, TOWN), 0, TOWN, "TP")}
    # B alone would be what A leaves of the city; the city itself had none, so A, the greater part, is told
    assert rows == {(FIGURE, None): 11, (FIGURE, "TP"): 11, (FIGURE, "A"): 6, (FIGURE, "A1"): 4}
    assert figures(told(own, TOWN), 5, TOWN, "B") == []
    assert told({"TP": 1, "A": 1}, TOWN) == {}
    assert [row.figure for row in figures({}, 5, TOWN, "TP")] == [CORRECTED]


def test_what_is_not_told_is_at_least_two_letters_in_at_least_two_places() -> None:
    city = TREES[-1]
    # of the other two wards it would be known that they had one between them
    assert told({"P0": 4, "P1": 3, "P2": 1}, city) == {"TP": 8, "P0": 4}
    assert told({"P0": 4, "P1": 3, "P2": 1, "P3": 1}, city) == {"TP": 9, "P0": 4, "P1": 3}
    # and of the city itself that it had five
    assert told({"TP": 5, "P0": 3, "P1": 3, "P2": 3, "P3": 3}, city) == {"TP": 17, "P1": 3, "P2": 3, "P3": 3}
