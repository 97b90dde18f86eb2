from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cases import forms
from cases.counts import count, marks_of
from cases.forms import COUNTED, Detail, Fact, Filled, area_of, fill, prove
from cases.kinds import KINDS, TOPICS
from cases.lives import CaseRow, read
from cases.periods import parse
from cases.receptions import FIGURES
from cases.registers import MODES, NONE, ReceptionRow, Registers
from tests.cases.letters import TODAY, TREE, letter
from tools.forms_paper import PAPER, text

OCTOBER = parse("2026-10", "civil")
UNITS = [unit.code for unit in TREE]
BY_ID = {form.id: form for form in forms.load()}


def facts(rows: list[CaseRow], details: dict[str, Detail] | None = None) -> list[Fact]:
    found = []
    for row in rows:
        life, wrong = read(row, UNITS)
        assert life is not None, wrong
        detail = (details or {}).get(row.code, Detail())
        found.append(forms.fact(life, marks_of(life, OCTOBER, TODAY), detail, OCTOBER))
    return found


def filled(form: str, rows: list[CaseRow], details: dict[str, Detail] | None = None) -> Filled:
    return fill(BY_ID[form], facts(rows, details), NONE, OCTOBER, UNITS)


def totals(form: str, rows: list[CaseRow], details: dict[str, Detail] | None = None) -> dict[int, int]:
    found = filled(form, rows, details)
    return {column.n: found.total(column.n) for column in found.form.columns}


def eligible(code: str, **more: object) -> CaseRow:
    kind = str(more.pop("kind", "kien_nghi_phan_anh"))
    spells = more.pop("spells", ())
    assert isinstance(spells, tuple)
    return replace(letter(code, "2026-10-05", *spells, kind=kind, eligible=True), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("form", forms.load(), ids=lambda form: form.id)
def test_every_form_says_where_it_comes_from_and_how_sure_that_is(form: forms.Form) -> None:
    assert "TT-TTCP" in form.circular
    assert form.source
    assert form.checked_on >= date(2026, 11, 22)
    assert form.confidence in ("high", "medium", "low")
    assert {column.confidence for column in form.columns} <= {"high", "medium", "low"}


@pytest.mark.parametrize("form", forms.load(), ids=lambda form: form.id)
def test_every_column_is_numbered_in_order_and_has_one_rule(form: forms.Form) -> None:
    numbers = [column.n for column in form.columns]
    assert numbers == list(range(1, len(numbers) + 1))
    for column in form.columns:
        rules = [column.count is not None, column.reception is not None, column.unknown]
        rules.append(column.count is None and bool(column.parts or column.minus))
        assert rules.count(True) == 1, column.n
        assert {n for parts in column.parts for n in parts} <= set(numbers)
        assert set(column.count or ()) <= set(COUNTED)
        if column.reception:
            assert column.reception[0] in MODES
            assert column.reception[1] in FIGURES


def test_the_forms_have_the_columns_of_their_circulars() -> None:
    lengths = {form.id: len(form.columns) for form in forms.load()}
    assert lengths == {"01/TCD": 30, "02/TCD": 17, "01/XLD": 22, "02/XLD": 26, "03/XLD": 27, "04/XLD": 20}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "khac"])
def test_every_topic_and_whatever_a_register_writes_falls_into_a_column(kind: str) -> None:
    form = next(form for form in forms.load() if form.kinds == (kind,))
    columns = {column.count["area"] for column in form.columns if column.count and "area" in column.count}
    assert {area_of(kind, topic, "") for topic in TOPICS} <= columns
    assert {area_of(kind, "khac", written) for written in ("Tham nhũng", "Công vụ", "lạ", "Tư pháp")} <= columns
    assert area_of(kind, "dat_dai", "Tư pháp") == "tu_phap"


def test_the_first_form_counts_letters_in_hand_and_what_became_of_them() -> None:
    rows = [
        letter("A", "2026-09-01"),
        eligible("B", spells=(("2026-10-05", "forwarded", "2026-10-08"),)),
        eligible("C", spells=(("2026-10-05", "guided", "2026-10-08"),), kind="khieu_nai"),
        eligible("D", spells=(("2026-10-05", "own_matter", "2026-10-08"),)),
        eligible("E", spells=(("2026-10-05", "forwarded", "2026-10-08"),), urged_on=("2026-10-28",)),
        eligible("F", kind="to_cao"),
    ]
    found = totals("01/XLD", rows)
    assert [found[n] for n in range(1, 8)] == [6, 1, 5, 4, 2, 5, 5]
    assert [found[n] for n in (8, 9, 10)] == [1, 1, 3]
    assert [found[n] for n in (14, 17, 18, 19, 20, 21)] == [1, 1, 4, 1, 1, 1]


def test_a_sum_that_the_letters_do_not_fill_is_told() -> None:
    rows = [eligible("A"), eligible("B", spells=(("2026-10-05", "archived", "2026-10-08"),))]
    gaps = filled("01/XLD", rows).gaps
    assert [(gap.column, gap.parts, gap.missing) for gap in gaps] == [(18, (19, 20, 21), 2)]


def test_letters_about_one_matter_are_one_and_the_parts_still_add_up() -> None:
    rows = [
        replace(eligible("A", kind="khieu_nai", matter="m"), topic="dat_dai"),
        replace(eligible("B", kind="khieu_nai", matter="m"), topic="moi_truong", unit="TAYHO"),
        eligible("C", kind="khieu_nai"),
    ]
    found = filled("02/XLD", rows)
    assert (found.total(7), found.total(8)) == (3, 2)
    assert [gap.column for gap in found.gaps] == [23]  # nobody has done anything about them yet
    assert (found.rows["CAUGIAY.DICHVONG"][11], found.rows["TAYHO"][8]) == (2, 0)


def test_whose_matter_it_is_comes_from_the_register_else_from_what_was_done() -> None:
    rows = [eligible("A"), eligible("B"), eligible("C", spells=(("2026-10-05", "answered", "2026-10-09"),))]
    found = totals("04/XLD", rows, {"A": Detail(competence="ours"), "C": Detail(competence="other")})
    assert (found[15], found[16]) == (1, 2)


def test_settled_letters_are_told_apart_by_instance() -> None:
    first, again = (eligible(code, kind="khieu_nai", resolved_on="2026-10-20") for code in ("A", "B"))
    found = totals("02/XLD", [first, again, eligible("C", kind="khieu_nai")], {"B": Detail(instance=2)})
    assert [found[n] for n in (16, 17, 19)] == [1, 1, 1]


def test_the_reception_register_fills_its_form() -> None:
    told = Registers(
        (
            ReceptionRow("1", "TAYHO", "2026-10-02", 3, 4, "regular", matters=2),
            ReceptionRow("2", "TAYHO", "2026-10-03", 1, 12, "head", delegations=1, repeated=True, session="7"),
            ReceptionRow("3", "TAYHO", "2026-10-09", 2, 2, "head", session="7"),
            ReceptionRow("4", "TAYHO", "2026-11-01", 50, 50, "head"),
        )
    )
    row = fill(BY_ID["01/TCD"], [], told, OCTOBER, UNITS).rows["TAYHO"]
    assert [row[n] for n in (1, 2, 3)] == [6, 18, 4]
    assert [row[n] for n in range(4, 9)] == [3, 4, 2, 0, 0]
    assert [row[n] for n in range(12, 21)] == [1, 3, 14, 1, 1, 1, 12, 0, 1]


def test_letters_handed_in_at_reception_fill_the_second_form() -> None:
    rows = [
        letter("A", channel="in_person", kind="to_cao"),
        letter("B", channel="in_person", kind="khac"),
        letter("C", channel="post", kind="to_cao"),
        letter("D", "2026-10-05", ("2026-10-05", "forwarded", "2026-10-06"), channel="in_person"),
    ]
    found = totals("02/TCD", rows)
    assert [found[n] for n in (1, 2, 5, 7, 11, 14)] == [2, 2, 1, 1, 2, 1]


def test_a_form_that_tells_otherwise_than_the_report_is_found() -> None:
    rows = [letter("A"), letter("B", "2026-09-01")]
    counts, _ = count(rows, OCTOBER, TREE, "HN", TODAY)
    assert prove([filled("01/XLD", rows)], counts).ok
    wrong = prove([filled("01/XLD", rows[:1])], counts)
    assert not wrong.ok
    assert "01/XLD (1) CAUGIAY.DICHVONG" in wrong.where


def test_the_paper_tells_every_column_as_the_data_do() -> None:
    assert PAPER.read_text(encoding="utf-8") == text(), "python -m tools.forms_paper"
