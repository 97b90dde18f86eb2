from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.importing.export import export
from bot.importing.lines import LINE_REASONS, LinesError, read
from bot.importing.store import STORE_REASONS, Terms, bring_in
from locales import Locales
from storage.database import Database
from storage.vault import Vault, make_keys
from tests.bot.importing.conftest import Program
from tests.bot.importing.registers import ACTIVITIES, LETTERS, UNITS, VOTERS, Line, cau_giay, tay_ho, text_of, year
from tests.databases import new_at

NOW = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
CASE: Line = {
    "type": "case",
    "ref": "d-1",
    "unit": "CAUGIAY.DICHVONG",
    "received_on": "2021-04-05",
    "channel": "paper",
    "kind": "to_cao",
    "topic": "dat_dai",
    "eligible": True,
    "outcome": "forwarded",
    "outcome_on": "2021-04-09",
}
JOINT: Line = {
    "type": "activity",
    "ref": "gs-1",
    "unit": "CAUGIAY",
    "on": "2021-05-01",
    "what": "supervision_joint",
    "field": "dat_dai",
    "count": 2,
}
EVENT: Line = {"type": "event", "ref": "e-1", "case": "d-1", "on": "2021-05-02", "what": "reopened", "to": None}


def without(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key != "checks"}


@pytest.mark.parametrize(("seed", "most"), [(1, 200), (2, 40), (3, 5)])
def test_the_seeds_come_out_character_for_character_in_any_order_and_split(
    program: Program, seed: int, most: int
) -> None:
    assert program.bring_in([*tay_ho(), *cau_giay(seed, most)]).exit_code == 0
    lines = program.report("2021", unit="CAUGIAY").stdout.splitlines()
    assert LETTERS in lines
    assert ACTIVITIES in lines
    assert VOTERS in program.report("2019", unit="TAYHO").stdout.splitlines()
    assert program.data("2021", "CAUGIAY")["sentences"] == [LETTERS, ACTIVITIES]


def test_true_counts_stand_where_some_eligible_letters_were_not_forwarded(program: Program) -> None:
    lines = cau_giay()
    cases = [line for line in lines if line["type"] == "case"]
    for case in cases[:2]:
        case["eligible"] = False
    for case in cases[2:10]:
        case["outcome"] = "guided"
    for case in cases[10:12]:
        case |= {"outcome": None, "outcome_on": None}
    assert program.bring_in(lines).exit_code == 0
    said = program.data("2021", "CAUGIAY")["sentences"][0]
    assert said.endswith(". Trong 80 đơn đủ điều kiện: chuyển 70, hướng dẫn 8, đang xem xét 2.")
    assert "Các đơn đủ điều kiện" not in said


def test_the_same_file_again_changes_nothing(program: Program) -> None:
    lines = year(1, 150)
    assert program.bring_in(lines).exit_code == 0
    before = program.data("2025")
    again = program.bring_in(reversed(lines))
    assert again.exit_code == 0
    assert " 0 mới, 0 thay đổi, 150 như cũ" in again.stdout
    assert program.data("2025") == before


def test_a_changed_line_replaces_what_was_there(program: Program) -> None:
    program.bring_in([CASE, JOINT])
    result = program.bring_in([{**CASE, "kind": "khieu_nai", "outcome": "guided"}, {**JOINT, "count": 5}])
    assert result.exit_code == 0
    assert "1 thay đổi" in result.stdout
    values = {f["figure"]: f["value"] for f in program.data("2021", "CAUGIAY")["figures"] if f["kind"] == "khieu_nai"}
    assert (values["received"], values["guided"], values["forwarded"]) == (1, 1, 0)
    assert "Phối hợp giám sát 5 cuộc" in program.report("2021", unit="CAUGIAY").stdout
    assert program("audit", "verify").exit_code == 0


def test_an_event_may_come_in_a_later_file(program: Program) -> None:
    program.bring_in([CASE])
    moved = {**EVENT, "ref": "e-2", "what": "transferred", "to": "TAYHO", "on": "2021-04-06"}
    assert program.bring_in([EVENT, moved]).exit_code == 0
    figures = {
        (f["figure"], f["unit"]): f["value"]
        for f in program.data("2021-05")["figures"]
        if not (f["kind"] or f["topic"] or f["channel"] or f["level"])
    }
    assert (figures["carried_over", "TAYHO"], figures["open", "TAYHO"], figures["received", "TAYHO"]) == (1, 1, 0)
    assert figures["carried_over", "CAUGIAY.DICHVONG"] == 0


def test_a_mistake_in_line_seven_leaves_nothing(program: Program) -> None:
    lines = [{**CASE, "ref": f"d-{n}"} for n in range(10)]
    lines[6]["unit"] = "NOWHERE"
    result = program.bring_in(lines)
    assert result.exit_code == 1
    assert "Dòng 7, unit: không có đơn vị này trong cấu hình" in result.stderr
    assert "NOWHERE" not in result.stderr
    assert program("export").stdout == ""


PARENT = {**CASE, "ref": "p", "outcome": "split", "eligible": False}


@pytest.mark.parametrize(
    ("line", "field", "reason"),
    [
        ({**CASE, "kind": "khac"}, "eligible", "eligible-other"),
        ({**CASE, "outcome": "split"}, "eligible", "eligible-split"),
        ({**CASE, "outcome_on": None}, "outcome_on", "outcome-and-day"),
        ({**CASE, "outcome": None}, "outcome_on", "outcome-and-day"),
        ({**CASE, "outcome_on": "2021-04-04"}, "outcome_on", "before-received"),
        ({**CASE, "urged_on": ["2020-01-01"]}, "urged_on", "before-received"),
        ({**CASE, "received_on": "2021-02-30"}, "received_on", "date"),
        ({**CASE, "received_on": "0021-04-05"}, "received_on", "too-small"),
        ({**CASE, "urged_on": ["2021-05-05", "20210-05-05"]}, "urged_on", "date"),
        ({**CASE, "kind": "tocao"}, "kind", "choice"),
        ({**CASE, "note": "x"}, "note", "unknown-field"),
        ({**CASE, "eligible": "yes"}, "eligible", "yes-no"),
        ({**CASE, "parent": "d-2"}, "parent", "unknown-case"),
        ({**CASE, "duplicate_of": "d-1"}, "duplicate_of", "same-case"),
        ({key: value for key, value in CASE.items() if key != "unit"}, "unit", "missing"),
        ({**CASE, "type": "letter"}, "type", "choice"),
        ({**JOINT, "count": -1}, "count", "too-small"),
        ({**JOINT, "count": 1.5}, "count", "whole-number"),
        ({**JOINT, "works": 3}, "works", "works-only"),
        ({**JOINT, "what": "community_works", "works": 2, "violations": 3}, "violations", "more-violations"),
        ({**JOINT, "what": "community_works", "violations": 2, "remedied": 3}, "remedied", "more-remedied"),
        ({**EVENT, "case": "d-9"}, "case", "unknown-case"),
        ([CASE, {**EVENT, "on": "2021-04-08"}], "on", "reopened-while-open"),
        ([CASE, {**EVENT, "on": "2021-04-01"}], "on", "event-before-received"),
        ([CASE, {**EVENT, "what": "transferred", "to": "NOWHERE"}], "to", "unknown-unit"),
        ([CASE, {**EVENT, "what": "reclassified", "to": "to cao"}], "to", "event-kind"),
        ([CASE, {**EVENT, "what": "reclassified"}], "to", "needs-to"),
        ([CASE, {**CASE, "ref": "d-2", "parent": "d-1"}], "parent", "parent-not-split"),
        ([CASE, {**CASE, "topic": "khac"}], "ref", "twice"),
        ({**CASE, "urged_on": None}, "urged_on", "list"),
        ("{", "", "not-json"),
        ("[]", "", "not-object"),
    ],
)
async def test_a_wrong_line_is_told_with_field_and_reason(
    tmp_path: Path, line: Line | list[Line] | str, field: str, reason: str
) -> None:
    lines = line if isinstance(line, str) else text_of(line if isinstance(line, list) else [line])
    found = read(lines.encode())
    problems = found.problems
    if not problems:
        database = await Database.open(new_at(tmp_path / "test.db"), Vault(make_keys()))
        with pytest.raises(LinesError) as refused:
            await database.write(bring_in, found.lines, Terms(UNITS, lambda: "TD-1", lambda *_: ("", ""), NOW))
        problems = refused.value.problems
        assert await database.read(lambda db: list(export(db))) == []
        await database.close()
    assert [(problem.line, problem.field, problem.reason) for problem in problems] == [
        (2 if isinstance(line, list) else 1, field, reason)
    ]


def test_a_letter_of_several_kinds_is_received_and_handled_with_its_children(program: Program) -> None:
    child = {**CASE, "ref": "c", "parent": "p"}
    assert program.bring_in([child, PARENT]).exit_code == 0
    values = {f["figure"]: f["value"] for f in program.data("2021")["figures"] if not any(list(f.values())[1:6])}
    assert (values["received"], values["handled"], values["split"], values["eligible"]) == (2, 2, 1, 1)


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        ([JOINT, {**JOINT, "ref": "gs-2", "field": None}], "các phần không bằng tổng"),
        (
            [
                {**JOINT, "what": "community_works", "works": 2},
                {**JOINT, "ref": "gs-2", "what": "community_works", "violations": 3},
            ],
            "sai phạm nhiều hơn",
        ),
    ],
)
def test_figures_whose_parts_do_not_add_up_are_refused_by_name(program: Program, broken: list[Line], rule: str) -> None:
    assert program.bring_in(broken).exit_code == 0
    result = program.report("2021", unit="CAUGIAY")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert rule in result.stderr
    assert "gs-2" in result.stderr


def test_export_and_import_give_the_same_report_elsewhere(new_program: Callable[[], Program]) -> None:
    here, there = new_program(), new_program()
    lines = [*cau_giay(), *tay_ho(), *year(2, 200)]
    for line in lines:
        if line["type"] == "case" and "Người" in str(line.get("person")):
            line["person"] = f"Bà {line['person']}"
    for number, line in enumerate(lines):
        line["ref"] = line["ref"] if line["type"] in ("case", "event") else f"x-{number}"
    by_ref = {(line["type"], line["ref"]): line for line in lines}
    assert here.bring_in(by_ref.values()).exit_code == 0
    exported = here("export").stdout
    assert "Người" not in exported
    assert there.bring_in(exported).exit_code == 0
    for period in ("2021", "2019", "2025", "2025-03"):
        assert there.data(period) == here.data(period)
    assert there("export").stdout == exported
    assert here.bring_in(exported).exit_code == 0
    assert here("export").stdout == exported


def test_a_day_after_today_is_taken_but_told(program: Program) -> None:
    result = program.bring_in([{**CASE, "received_on": "2199-12-30", "outcome_on": "2199-12-31"}])
    assert result.exit_code == 0
    assert "31/12/2199" in result.stderr


def test_a_reason_that_can_be_given_has_words_in_each_language() -> None:
    words = Locales()
    for reason in LINE_REASONS | STORE_REASONS:
        for lang in ("vi", "en"):
            assert words.say(f"import-reason-{reason}", lang, value="x")


def test_a_file_that_is_not_there_is_wrong_use(program: Program) -> None:
    assert program("import", "/nowhere.jsonl").exit_code == 2


def test_what_a_line_exports_says_only_what_is_not_usual(program: Program) -> None:
    program.bring_in([CASE])
    assert json.loads(program("export").stdout) == CASE


OWN_TOPICS = """
[[topics]]
code = "cho_dem"
under = "moi_truong"
names = { vi = "Chợ đêm" }
words = ["chợ đêm"]
"""


def test_own_topics_come_in_stand_in_every_report_and_go_on(new_program: Callable[[], Program]) -> None:
    here, there = new_program(), new_program()
    for program in (here, there):
        config = program.folder / "config.toml"
        config.write_text(config.read_text("utf-8") + OWN_TOPICS, "utf-8")
    more = {"topic": "moi_truong", "own_topic": "cho_dem"}
    lines = [CASE | more, CASE | more | {"ref": "d-2", "received_on": "2021-04-06"}, CASE | {"ref": "d-3"}]
    brought = here.bring_in(lines)
    assert (brought.exit_code, brought.stderr) == (0, "")
    exported = here("export").stdout
    assert there.bring_in(exported).exit_code == 0
    assert there("export").stdout == exported
    for program in (here, there):
        own = program.data("2021")["own_topics"]
        assert [(each["topic"], each["under"], each["received"]) for each in own] == [("cho_dem", "moi_truong", 2)]
        assert "Chợ đêm 2" in program.report("2021").stdout
        assert "received_own_topic,,,,cho_dem,,2" in program.report("2021", "csv").stdout
    assert here.bring_in([lines[0] | {"own_topic": None}]).exit_code == 0
    assert here.data("2021")["own_topics"][0]["received"] == 1


def test_an_own_topic_that_the_config_does_not_have_is_told_and_nothing_is_lost(program: Program) -> None:
    brought = program.bring_in([CASE | {"own_topic": "pho_di_bo"}])
    assert brought.exit_code == 0
    assert "pho_di_bo" in brought.stderr
    assert '"own_topic": "pho_di_bo"' in program("export").stdout
