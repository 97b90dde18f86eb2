"""Everything that counts, as the lines that `tiengdan import` reads: no words of a letter, no persons."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from bot.importing.lines import ActivityLine, CaseLine, EventLine, PetitionLine, ReceptionLine
from cases.lives import moved_of
from storage import counts, registers
from storage.registers import ExportedCase
from storage.session import Session


def export(db: Session) -> Iterator[str]:
    """Every line: receptions, letters with what happened to them, activities, voters' petitions."""
    told = counts.registers(db, registers.FIRST_DAY, registers.LAST_DAY)
    for reception in told.receptions:
        yield ReceptionLine.model_validate_json(
            _json(
                type="reception",
                ref=reception.ref,
                unit=reception.unit,
                on=reception.on_day,
                visits=reception.visits,
                people=reception.people,
                by=reception.mode,
                delegations=reception.delegations,
                repeat=reception.repeated,
                matters=reception.matters,
                session=int(reception.session) if reception.session.isdecimal() else reception.session or None,
            )
        ).text()
    yield from _letters(db)
    for activity in told.activities:
        yield ActivityLine.model_validate_json(
            _json(
                type="activity",
                ref=activity.ref,
                unit=activity.unit,
                on=activity.on_day,
                what=activity.what,
                field=activity.field or None,
                count=activity.number,
                works=activity.works,
                violations=activity.violations,
                remedied=activity.remedied,
            )
        ).text()
    for petition in told.petitions:
        yield PetitionLine.model_validate_json(
            _json(
                type="voter_petition",
                ref=petition.ref,
                unit=petition.unit,
                on=petition.on_day,
                within_authority=petition.within_authority,
                resolved_on=petition.resolved_on or None,
            )
        ).text()


def exported_lines(db: Session) -> dict[str, frozenset[str]]:
    """The lines that each letter would be exported as now, by its number in the register or its code."""
    return {case.row["ref"] or case.row["code"]: frozenset(_made(case)) for case in registers.exported(db)}


def _letters(db: Session) -> Iterator[str]:
    known = registers.known_cases(db)
    kept: dict[str, list[str]] = {}
    for line in registers.kept_lines(db):  # a case's own line comes before its events
        kept.setdefault(line.case_ref, []).append(line.content)
    for case in registers.exported(db):
        ref = case.row["ref"]
        if ref and ref in known and not known[ref].touched:
            yield from kept.get(ref, ())
        else:
            yield from _made(case)


def _made(case: ExportedCase) -> Iterator[str]:
    """The lines of a letter as it stands now."""
    row = case.row
    ref = row["ref"] or row["code"]
    moved = moved_of(row["moved"])
    units = [*(unit for _, unit in moved), row["unit"]]
    _, outcome, outcome_on = case.spells[0] if case.spells else ("", "", "")
    yield CaseLine.model_validate_json(
        _json(
            type="case",
            ref=ref,
            unit=units[0],
            received_on=row["received_on"],
            channel=row["channel"],
            kind=row["kind"],
            topic=row["topic"],
            own_topic=row["own_topic"] or None,
            eligible=None if row["eligible"] is None else bool(row["eligible"]),
            outcome=outcome or None,
            outcome_on=outcome_on or None,
            authority=row["authority"] or None,
            replied_on=row["replied_on"] or None,
            resolved_on=row["resolved_on"] or None,
            anonymous=bool(row["anonymous"]),
            matter=row["matter"] or None,
            signers=row["signers"],
            person=row["person"] or None,
            instance=row["instance"],
            competence=row["competence"] or None,
            area=row["area"] or None,
            urged_on=row["urged_on"].split(),
            duplicate_of=row["duplicate_of"] or None,
            parent=row["parent"] or None,
            signed_on=row["signed_on"] or None,
            urgent=bool(row["urgent"]),
        )
    ).text()
    for number, (opened, ended, ended_on) in enumerate(case.spells[1:], start=2):
        yield _event(f"{ref}/{number}", ref, opened, "reopened", None)
        if ended:
            yield _event(f"{ref}/{number}e", ref, ended_on, "ended", ended)
    for number, ((day, _), to) in enumerate(zip(moved, units[1:], strict=True), start=1):
        yield _event(f"{ref}/t{number}", ref, day, "transferred", to)


def _event(ref: str, case: str, on: str, what: str, to: str | None) -> str:
    return EventLine.model_validate_json(_json(type="event", ref=ref, case=case, on=on, what=what, to=to)).text()


def _json(**values: Any) -> str:
    return json.dumps(values, ensure_ascii=False)
