"""Tallies: what letters leave behind (`cases.traces`) in packs of a month, so that a report reads no letter.

A turn writes no tally. Every change of a case adds a link to its audit chain, and a chain that is longer than it was
when its case was counted says that the case is to be counted again: what it left before is taken back, what it leaves
now is put in. So no change can be forgotten, whoever makes it, and no two writers wait for one row. The clock does it
(`fold`); a report adds what the clock has not come to yet (`entries`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

import numpy as np

from cases import kindred
from cases.kindred import LASTING_DAYS, Kin, Kindred, lasting
from cases.ledger import NOT_YET, Entries, Journal, Lexicon, days_of, folded, packed, stock, unpacked
from cases.lives import (
    CaseRow,
    SpellRow,
    moved_of,
    moved_text,
    read,
    spells_of,
    spells_text,
    unit_at_end_of,
)
from cases.traces import Trace, month_of, next_quarter, placed, quarter_of
from storage.session import Row, Session

BATCH: Final = 500
"""So many letters are counted in one transaction while others wait."""
MOST_PACKS: Final = 12
"""More packs of one month are made into one."""
MOST_LATE: Final = 24
"""When so many packs came for months before a stock, the stock is made anew."""
OPEN: Final = "9999-12-31"
ALL: Final = 1 << 40

_LOCK: Final = b"\x05tallies"


def fold(db: Session, batch: int = BATCH) -> int:
    """Count letters that have changed since they were counted; how many. Call it until it returns 0."""
    db.lock(_LOCK)
    heads = {row["case_id"]: row["number"] for row in db.run("tallies_uncounted", limit=batch)}
    if not heads:
        _tidy(db)
        return 0
    lexicon = _lexicon(db)
    known = lexicon.rows()
    journal = Journal(lexicon)
    changed = _journalise(db, journal, list(heads))
    _write_packs(db, journal.entries())
    _write_counted(db, changed)
    db.run_many("tallies_word_add", [_word(row) for row in sorted(lexicon.rows() - known)])
    db.run_many("tallies_counted_upto", [{"case_id": case, "number": number} for case, number in heads.items()])
    return len(heads)


def entries(db: Session, first: date, last: date, today: date) -> tuple[Entries, Lexicon]:
    """What a report of these days adds up: the entries of the days, and the stocks of before; with their words."""
    lexicon = _lexicon(db)
    found = db.one("tallies_stock_before", day=first.isoformat())
    months = {"first": found["day"][:7] if found else "", "last": last.isoformat()[:7]}
    packs = db.run("tallies_packs", upto=found["upto"] if found else 0, **months)
    bodies = [bytes(row["body"]) for row in packs]
    parts = [unpacked([bytes(found["body"]), *bodies] if found else bodies)]
    waiting = _waiting(db)
    if waiting or last >= today:
        journal = Journal(lexicon)
        for start in range(0, len(waiting), BATCH):
            _journalise(db, journal, waiting[start : start + BATCH])
        if last >= today:
            day = last.toordinal()
            for row in db.run("tallies_not_yet", today=today.isoformat(), last=last.isoformat()):
                unit = unit_at_end_of(last.isoformat(), moved_of(row["moved"]), row["unit"])
                place = (unit, row["kind"], row["topic"], row["channel"])
                journal.add(place, [Trace(day, day, NOT_YET, row["letters"])])
        parts.append(journal.entries())
    return np.concatenate(parts), lexicon


def kin(db: Session, first: date, last: date, lexicon: Lexicon) -> Kindred:
    """Letters of some days, or open in them, that may share matter or person with another."""
    near = first - timedelta(days=LASTING_DAYS)
    packs = {row["month"]: bytes(row["body"]) for row in db.run("tallies_kin_packs", **_months(near, last))}
    rows = db.run("tallies_kin_lasting", near=near.isoformat(), first=first.isoformat())
    month = near.replace(day=1)
    while month <= last:
        after = (month + timedelta(days=31)).replace(day=1)
        if month.isoformat()[:7] not in packs:
            until = min(last, after - timedelta(days=1))
            rows += db.run("tallies_kin_received", first=max(near, month).isoformat(), last=until.isoformat())
        month = after
    kept = kindred.together([kindred.unpacked(body) for body in packs.values()]).here(near, first, last)
    waiting = _waiting(db)
    if not waiting:
        return kindred.together([kept, kindred.gathered(map(_kin, rows), lexicon)])
    # what was not counted yet stands as it is now, beside all that shares with it
    now = [_counted(case, row) for case, row in _facts_by_part(db, waiting)]
    found: dict[str, Row] = {row["case_id"]: row for row in rows}
    for part in range(0, len(now), BATCH):
        matters = [row["matter"] for row in now[part : part + BATCH]]
        persons = [row["person"] for row in now[part : part + BATCH]]
        found |= {row["case_id"]: row for row in db.run("tallies_kin_of", matters=matters, persons=persons)}
    kept = kept.other_than({*found, *(row["case_id"] for row in now)})
    for row in now:
        if row["fault"]:
            found.pop(row["case_id"], None)
        else:
            found[row["case_id"]] = row
    return kindred.together([kept, kindred.gathered(map(_kin, found.values()), lexicon)])


def _months(first: date, last: date) -> dict[str, str]:
    return {"first": first.isoformat()[:7], "last": last.isoformat()[:7]}


def stale(db: Session, now: Mapping[str, CaseRow]) -> list[str]:
    """The names of letters that are not counted as they stand now, but should be."""
    waiting = set(_waiting(db))
    cases = [case for case in now if case not in waiting]
    counted: dict[str, dict[str, Any]] = {}
    for start in range(0, len(cases), BATCH):
        part = cases[start : start + BATCH]
        rows = db.run("tallies_counted", ids=part)
        counted |= {row["case_id"]: {key: row[key] for key in _COLUMNS} for row in rows}
    return [now[case].code for case in cases if counted.get(case) != _counted(case, now[case])]


def many(db: Session, number: int) -> bool:
    """Whether there are more letters than so many."""
    return db.one("tallies_many", number=number) is not None


def faults(db: Session) -> list[tuple[str, str]]:
    """Letters that cannot be counted as they stand: what is wrong, and their names."""
    wrong = {row["case_id"]: row["fault"] for row in db.run("tallies_faults")}
    named = {case: row.code for case, row in _facts_by_part(db, sorted(wrong))}
    return sorted((fault, named[case]) for case, fault in wrong.items() if case in named)


def strays(db: Session, unit: str, limit: int) -> list[str]:
    """The names of letters of a unit."""
    return [_name(row) for row in db.run("tallies_strays", unit=unit, before=f"%,{unit};%", limit=limit)]


def rebuild(db: Session) -> None:
    """Forget everything; what follows is `fold` until there is nothing left."""
    db.lock(_LOCK)
    for name in ("tallies_forget", "tallies_forget_counted", "tallies_forget_kin", "tallies_forget_heads"):
        db.run(name)
    db.run("tallies_stocks_after", day="")


# Counting ----------------------------------------------------------------------------------------------------


def _journalise(db: Session, journal: Journal, cases: Sequence[str]) -> list[dict[str, Any]]:
    """Put what changed of these letters in the journal; the rows as they are counted now, of those that changed."""
    before = {row["case_id"]: {key: row[key] for key in _COLUMNS} for row in db.run("tallies_counted", ids=cases)}
    now = facts(db, cases)
    changed = []
    for case in cases:
        old, new = before.get(case), _counted(case, now[case]) if case in now else None
        if new is None or old == new:
            # what was erased stays counted: a month does not change because a letter's time is over
            continue
        for row, sign in ((old, -1), (new, 1)):
            if row is not None and not row["fault"]:
                life, _ = read(_facts_of(row), (row["unit"],))
                for unit, left in placed(life) if life is not None else ():
                    journal.add((unit, row["kind"], row["topic"], row["channel"]), left, sign)
        changed.append(new)
    return changed


def _waiting(db: Session) -> list[str]:
    """Letters that have changed since they were counted."""
    return [row["case_id"] for row in db.run("tallies_uncounted", limit=ALL)]


def _facts_by_part(db: Session, cases: Sequence[str]) -> Iterator[tuple[str, CaseRow]]:
    for start in range(0, len(cases), BATCH):
        yield from facts(db, cases[start : start + BATCH]).items()


_kin_columns: Final = itemgetter(*Kin._fields)


def _kin(row: Row) -> Kin:
    return Kin._make(_kin_columns(row))


def facts(db: Session, cases: Sequence[str]) -> dict[str, CaseRow]:
    """Letters as they stand now, by id."""
    rows = db.run("tallies_facts", ids=list(cases))
    return {case: case_row(list(same)) for case, same in groupby(rows, key=lambda row: str(row["id"]))}


def case_row(spells: list[Row]) -> CaseRow:
    """A letter from its rows, one for each spell."""
    row = spells[0]
    return CaseRow(
        code=_name(row),
        unit=row["unit"],
        kind=row["kind"],
        topic=row["topic"],
        channel=row["channel"],
        # an answer that its sender does not have yet is none: until then an officer has the letter
        status="registered" if row["untold"] else row["status"],
        received_on=row["received_on"],
        due_on=row["due_on"],
        outcome=row["outcome"],
        outcome_on=row["outcome_on"],
        spells=tuple(
            SpellRow(spell["opened_on"], spell["spell_outcome"], spell["spell_outcome_on"])
            for spell in spells
            if spell["number"] is not None
        ),
        anonymous=bool(row["anonymous"]),
        urgent=bool(row["urgent"]),
        eligible=None if row["eligible"] is None else bool(row["eligible"]),
        replied_on=row["replied_on"],
        resolved_on=row["resolved_on"],
        urged_on=tuple(row["urged_on"].split()),
        matter=row["matter_key"] or f"r:{row['code']}",
        person=row["person"],
        signers=row["signers"],
        moved=moved_of(row["moved"]),
    )


def _name(row: Row) -> str:
    # who keeps a register knows its numbers, the program its codes
    return f"{row['ref']} ({row['code']})" if row["ref"] else str(row["code"])


_COLUMNS: Final = (
    "case_id",
    "unit",
    "kind",
    "topic",
    "channel",
    "status",
    "received_on",
    "last_on",
    "due_on",
    "spells",
    "anonymous",
    "urgent",
    "eligible",
    "replied_on",
    "resolved_on",
    "urged_on",
    "matter",
    "person",
    "signers",
    "moved",
    "fault",
)


def _counted(case: str, row: CaseRow) -> dict[str, Any]:
    _, wrong = read(row, (row.unit,))
    last = row.spells[-1] if row.spells else SpellRow("")
    return {
        "case_id": case,
        "unit": row.unit,
        "kind": row.kind,
        "topic": row.topic,
        "channel": row.channel,
        "status": row.status,
        "received_on": row.received_on,
        "last_on": last.outcome_on or OPEN,
        "due_on": row.due_on,
        "spells": spells_text(row.spells),
        "anonymous": int(row.anonymous),
        "urgent": int(row.urgent),
        "eligible": None if row.eligible is None else int(row.eligible),
        "replied_on": row.replied_on,
        "resolved_on": row.resolved_on,
        "urged_on": " ".join(row.urged_on),
        "matter": row.matter,
        "person": row.person,
        "signers": row.signers,
        "moved": moved_text(row.moved),
        "fault": wrong[0] if wrong else "",
    }


def _facts_of(row: Mapping[str, Any]) -> CaseRow:
    """A letter as it was counted."""
    spells = spells_of(row["spells"])
    return CaseRow(
        code="",
        unit=row["unit"],
        kind=row["kind"],
        topic=row["topic"],
        channel=row["channel"],
        status=row["status"],
        received_on=row["received_on"],
        due_on=row["due_on"],
        outcome=spells[0].outcome if spells else "",
        outcome_on=spells[0].outcome_on if spells else "",
        spells=spells,
        anonymous=bool(row["anonymous"]),
        urgent=bool(row["urgent"]),
        eligible=None if row["eligible"] is None else bool(row["eligible"]),
        replied_on=row["replied_on"],
        resolved_on=row["resolved_on"],
        urged_on=tuple(row["urged_on"].split()),
        signers=row["signers"],
        moved=moved_of(row["moved"]),
    )


def _write_counted(db: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    changed = {row["month"] for row in db.run("tallies_kin_among", ids=[row["case_id"] for row in rows])}
    db.run_many(
        "tallies_count",
        [{**row, "lasting": int(lasting(row["received_on"], row["last_on"])), "kin": 0} for row in rows],
    )
    for column, shared, mark in (
        ("matter", "tallies_matters_shared", "tallies_matter_kin"),
        ("person", "tallies_persons_shared", "tallies_person_kin"),
    ):
        keys = sorted({row[column] for row in rows} - {""})
        same = [row[column] for row in db.run(shared, keys=keys)] if keys else []
        if same:
            changed |= {row["received_on"][:7] for row in db.run(mark, keys=same)}
    if changed:
        db.run("tallies_kin_packs_forget", months=sorted(changed))


# Packs -------------------------------------------------------------------------------------------------------


def _write_packs(db: Session, added: Entries) -> None:
    by_month: dict[str, list[int]] = defaultdict(list)
    days = days_of(added)
    for day in np.unique(days).tolist():
        by_month[month_of(day)].append(day)
    rows = [
        {"month": month, "body": packed(added[(days >= min(those)) & (days <= max(those))])}
        for month, those in sorted(by_month.items())
    ]
    db.run_many("tallies_add", rows)


def _tidy(db: Session) -> None:
    """Make one pack of many, and stocks for the quarters that have packs before them."""
    _pack_kin(db)
    for crowded in db.run("tallies_crowded", most=MOST_PACKS):
        month = crowded["month"]
        bodies = [bytes(row["body"]) for row in db.run("tallies_of_month", month=month)]
        db.run("tallies_add", month=month, body=packed(folded(unpacked(bodies))))
        # the new pack is newer than the stocks that were made of the old ones
        db.run("tallies_stocks_after", day=f"{month}-01")
    bounds = db.one("tallies_bounds")
    if bounds is None or not bounds["month"]:
        return
    for late in db.run("tallies_stocks"):
        known = db.one("tallies_late", upto=late["upto"], month=late["day"][:7])
        if known is not None and known["packs"] > MOST_LATE:
            db.run("tallies_stocks_after", day=_day_before(late["day"]))
            break
    _write_stocks(db, bounds["month"], bounds["id"])


def _pack_kin(db: Session) -> None:
    lexicon = _lexicon(db)
    for row in db.run("tallies_kin_months"):
        # every month is taken to have 31 days: there are no letters of a day that is not
        found = db.run("tallies_kin_received", first=f"{row['month']}-01", last=f"{row['month']}-31")
        body = kindred.gathered(map(_kin, found), lexicon).packed()
        db.run("tallies_kin_pack_put", month=row["month"], body=body)


def _write_stocks(db: Session, month: str, newest: int) -> None:
    there = {row["day"]: row["upto"] for row in db.run("tallies_stocks")}
    lexicon: Lexicon | None = None
    quarter = next_quarter(quarter_of(date.fromisoformat(f"{month}-01").toordinal()))
    # due days may lie far ahead; a quarter that has not begun by the last letter's day is nobody's report yet
    last = db.one("tallies_newest_day")
    end = last["day"] if last and last["day"] else ""
    while quarter.isoformat() <= end:
        if quarter.isoformat() not in there:
            if lexicon is None:
                lexicon = _lexicon(db)
                known = lexicon.rows()
            before = db.one("tallies_stock_before", day=quarter.isoformat())
            packs = db.run(
                "tallies_packs",
                upto=before["upto"] if before else 0,
                first=before["day"][:7] if before else "",
                last=_day_before(quarter.isoformat())[:7],
            )
            bodies = [bytes(row["body"]) for row in packs]
            found = unpacked([bytes(before["body"]), *bodies] if before else bodies)
            body = packed(stock(found, lexicon, quarter.toordinal()))
            db.run("tallies_stock_put", day=quarter.isoformat(), upto=newest, body=body)
            db.run_many("tallies_word_add", [_word(row) for row in sorted(lexicon.rows() - known)])
            known = lexicon.rows()
        quarter = next_quarter(quarter)


def _day_before(day: str) -> str:
    return date.fromordinal(date.fromisoformat(day).toordinal() - 1).isoformat()


def _lexicon(db: Session) -> Lexicon:
    return Lexicon((row["dimension"], row["number"], row["word"]) for row in db.run("tallies_words"))


def _word(row: tuple[str, int, str]) -> dict[str, Any]:
    return dict(zip(("dimension", "number", "word"), row, strict=True))
