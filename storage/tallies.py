"""Tallies: what letters leave behind (`cases.traces`) in packs of a month, so that a report reads no letter.

A turn writes no tally. Every change of a case adds a link to its audit chain, and a chain that is longer than it was
when its case was counted says that the case is to be counted again: what it left before is taken back, what it leaves
now is put in. So no change can be forgotten, whoever makes it, and no two writers wait for one row. The clock does it
(`fold`); a report adds what the clock has not come to yet (`entries`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

import numpy as np

from cases import kindred
from cases.kindred import LASTING_DAYS, Kin, Kindred, lasting
from cases.ledger import NONE, NOT_YET, Entries, Journal, Lexicon
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
from cases.margins import Margin
from cases.traces import Trace, placed
from storage import editions, packs
from storage.session import Row, Session

BATCH: Final = 500
"""So many letters are counted in one transaction while others wait."""
KIN_STEPS: Final = 6
"""So many packs of letters that share are made in one transaction."""
OPEN: Final = "9999-12-31"
ALL: Final = 1 << 40

_LOCK: Final = b"\x05tallies"


def fold(db: Session, batch: int = BATCH) -> int:
    """Count letters that have changed since they were counted, and then tidy up, one step at a time.

    How much was done: call it until that is nothing.
    """
    db.lock(_LOCK)
    heads = {row["case_id"]: row["number"] for row in db.run("tallies_uncounted", limit=batch)}
    if not heads:
        return _pack_kin(db) or packs.tidy(db)
    lexicon = packs.lexicon(db)
    known = lexicon.rows()
    journal = Journal(lexicon)
    changes = _journalise(db, journal, list(heads))
    packs.add(db, journal.entries())
    edition = editions.newest(db)
    told = ((old["case_id"], _facts_of(old), _facts_of(new)) for old, new in changes if old and old["since"] < edition)
    editions.keep(db, told)
    _write_counted(db, [new for _, new in changes], edition)
    packs.keep_words(db, lexicon, known)
    db.run_many("tallies_counted_upto", [{"case_id": case, "number": number} for case, number in heads.items()])
    return len(heads)


def entries(db: Session, first: date, last: date, today: date, *, waiting: bool = True) -> tuple[Entries, Lexicon]:
    """What a report of these days adds up: the entries of the days, and the stocks of before; with their words.

    Without `waiting`, letters as they were last counted.
    """
    lexicon = packs.lexicon(db)
    return np.concatenate((packs.of(db, first, last), _not_counted(db, lexicon, last, today, waiting=waiting))), lexicon


def ready(db: Session, first: date, last: date, today: date) -> tuple[Entries, list[Margin], Lexicon]:
    """The same with whole months and years as ready sums, for figures by one mark alone."""
    lexicon = packs.lexicon(db)
    entries, margins = packs.ready(db, first, last)
    return np.concatenate((entries, _not_counted(db, lexicon, last, today))), margins, lexicon


def counted(db: Session, cases: Collection[str]) -> dict[str, CaseRow]:
    """Letters as they were last counted, of those that can be."""
    found: dict[str, CaseRow] = {}
    for part in _parts(sorted(cases)):
        rows = db.run("tallies_counted", ids=part)
        found |= {row["case_id"]: _facts_of(row) for row in rows if not row["fault"]}
    return found


def left(rows: Iterable[CaseRow], lexicon: Lexicon, last: date, today: date, sign: int = 1) -> Entries:
    """What letters leave, put in (1) or taken back (-1): to be added to the entries of a report up to `last`."""
    journal = Journal(lexicon)
    for row in rows:
        life, wrong = read(row, (row.unit,))
        if life is None or wrong:
            continue
        for unit, marks in placed(life):
            journal.add((unit, row.kind, row.topic, row.channel), marks, sign)
        is_open = any(span.since <= last and (span.until is None or span.until > last) for span in life.spans)
        if is_open and life.due_on is not None and today <= life.due_on <= last:
            day = last.toordinal()
            unit = unit_at_end_of(last.isoformat(), row.moved, row.unit)
            journal.add((unit, row.kind, row.topic, row.channel), [Trace(day, day, NOT_YET)], sign)
    return journal.entries()


def kin_of(rows: Mapping[str, CaseRow], lexicon: Lexicon) -> Kindred:
    """Some letters by id, to be looked at for what they share with others."""
    return kindred.gathered([_kin_now(_counted(case, row)) for case, row in rows.items()], lexicon)


def _not_counted(db: Session, lexicon: Lexicon, last: date, today: date, *, waiting: bool = True) -> Entries:
    """What the clock has not come to yet; and, in a period that still runs, what is not overdue today."""
    cases = _waiting(db) if waiting else []
    if not cases and last < today:
        return NONE
    journal = Journal(lexicon)
    for part in _parts(cases):
        _journalise(db, journal, part)
    if last >= today:
        day = last.toordinal()
        for row in db.run("tallies_not_yet", today=today.isoformat(), last=last.isoformat()):
            unit = unit_at_end_of(last.isoformat(), moved_of(row["moved"]), row["unit"])
            place = (unit, row["kind"], row["topic"], row["channel"])
            journal.add(place, [Trace(day, day, NOT_YET, row["letters"])])
    return journal.entries()


def kin(db: Session, first: date, last: date, lexicon: Lexicon, *, waiting: bool = True) -> Kindred:
    """Letters of some days, or open in them, that may share matter or person with another.

    Without `waiting`, as they were last counted.
    """
    near = first - timedelta(days=LASTING_DAYS)
    there = {row["name"] for row in db.run("tallies_kin_packed")}
    spans = list(_kin_spans(near, last, there))
    years = _lasting_years(near, there)
    names = [*(name for name, *_ in spans), *(_lasting(year) for year in years)]
    bodies = {row["name"]: bytes(row["body"]) for row in db.run("tallies_kin_packs", names=names)} if names else {}
    rows: list[Row] = []
    parts = []
    since = ""
    for year in years:
        january, until = f"{year:04}-01-01", min(near, date(year + 1, 1, 1)).isoformat()
        if _lasting(year) in bodies:
            parts.append(kindred.unpacked(bodies[_lasting(year)]).open_since(near, first))
            if not since:
                rows += db.run("tallies_kin_lasting", since=since, near=january, first=first.isoformat())
        else:
            rows += db.run("tallies_kin_lasting", since=since, near=until, first=first.isoformat())
        since = until
    for name, begin, end in spans:
        if name not in bodies:
            rows += db.run("tallies_kin_received", first=begin.isoformat(), last=end.isoformat())
        else:
            pack = kindred.unpacked(bodies[name])
            parts.append(pack if first <= begin and end < last else pack.here(near, first, last))
    kept = kindred.together(parts)
    cases = _waiting(db) if waiting else []
    if not cases:
        return kindred.together([kept, kindred.gathered(map(_kin, rows), lexicon)])
    # what was not counted yet stands as it is now, beside all that shares with it
    now = [_counted(case, row) for case, row in _facts_by_part(db, cases)]
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
    return kindred.together([kept, kindred.gathered(map(_kin_now, found.values()), lexicon)])


def _lasting(year: int) -> str:
    """The name of the pack of a year's letters that took long."""
    return f"{year:04} lasting"


def _kin_names(month: str) -> tuple[str, str, str]:
    """The packs in which a letter that came in a month may be."""
    return month, month[:4], _lasting(int(month[:4]))


def _lasting_years(near: date, there: Set[str]) -> range:
    """The years of letters from the first that is packed to a day's own."""
    return range(min([near.year, *(int(name[:4]) for name in there)]), near.year + 1)


def _kin_spans(near: date, last: date, there: Set[str]) -> Iterator[tuple[str, date, date]]:
    """The days from `near` to `last` by year, where that is packed and whole, and by month."""
    day = near
    while day <= last:
        year = f"{day.year:04}"
        if day == date(day.year, 1, 1) and date(day.year, 12, 31) <= last and year in there:
            yield year, day, date(day.year, 12, 31)
            day = date(day.year + 1, 1, 1)
        else:
            after = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
            yield day.isoformat()[:7], day, min(last, after - timedelta(days=1))
            day = after


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


def how_many(db: Session) -> int:
    """How many letters are counted."""
    [row] = db.run("tallies_how_many")
    return int(row["number"])


def rebuild(db: Session) -> None:
    """Forget everything; what follows is `fold` until there is nothing left."""
    db.lock(_LOCK)
    packs.forget(db)
    for name in ("tallies_forget_counted", "tallies_forget_kin", "tallies_forget_heads"):
        db.run(name)


# Counting ----------------------------------------------------------------------------------------------------


def _journalise(db: Session, journal: Journal, cases: Sequence[str]) -> list[tuple[Row | None, dict[str, Any]]]:
    """Put what changed of these letters in the journal; of those, the rows as they were counted and as they are."""
    before = {row["case_id"]: row for row in db.run("tallies_counted", ids=cases)}
    now = facts(db, cases)
    changed = []
    for case in cases:
        old, new = before.get(case), _counted(case, now[case]) if case in now else None
        if new is None or (old is not None and all(old[key] == new[key] for key in _COLUMNS)):
            # what was erased stays counted: a month does not change because a letter's time is over
            continue
        for row, sign in ((old, -1), (new, 1)):
            if row is not None and not row["fault"]:
                life, _ = read(_facts_of(row), (row["unit"],))
                for unit, left in placed(life) if life is not None else ():
                    journal.add((unit, row["kind"], row["topic"], row["channel"]), left, sign)
        changed.append((old, new))
    return changed


def _waiting(db: Session) -> list[str]:
    """Letters that have changed since they were counted."""
    return [row["case_id"] for row in db.run("tallies_uncounted", limit=ALL)]


def _parts(cases: Sequence[str]) -> Iterator[Sequence[str]]:
    return (cases[start : start + BATCH] for start in range(0, len(cases), BATCH))


def _facts_by_part(db: Session, cases: Sequence[str]) -> Iterator[tuple[str, CaseRow]]:
    for part in _parts(cases):
        yield from facts(db, part).items()


_kin_columns: Final = itemgetter(*Kin._fields)


def _kin(row: Row) -> Kin:
    return Kin._make(_kin_columns(row))


def _kin_now(row: Mapping[str, Any] | Row) -> Kin:
    # whether it shares matter and person was not looked at yet
    return Kin(*(row[name] for name in Kin._fields[:-1]))


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
        own_topic=row["own_topic"],
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
    "own_topic",
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
        "own_topic": row.own_topic,
        "fault": wrong[0] if wrong else "",
    }


def _facts_of(row: Mapping[str, Any] | Row) -> CaseRow:
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
        matter=row["matter"],
        person=row["person"],
        signers=row["signers"],
        moved=moved_of(row["moved"]),
        own_topic=row["own_topic"],
    )


def _write_counted(db: Session, rows: Sequence[Mapping[str, Any]], edition: int) -> None:
    changed = {row["month"] for row in db.run("tallies_kin_among", ids=[row["case_id"] for row in rows])}
    db.run_many(
        "tallies_count",
        [
            {**row, "lasting": int(lasting(row["received_on"], row["last_on"])), "kin": 0, "since": edition}
            for row in rows
        ],
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
        db.run("tallies_kin_packs_forget", names=sorted({name for month in changed for name in _kin_names(month)}))


def _pack_kin(db: Session) -> int:
    """Make the packs of months that have none, then of years that are over and all of whose months have one."""
    there = {row["name"] for row in db.run("tallies_kin_packed")}
    months = [row["month"] for row in db.run("tallies_kin_months")][:KIN_STEPS]
    if months:
        lexicon = packs.lexicon(db)
        known = lexicon.rows()
        for month in months:
            # every month is taken to have 31 days: there are no letters of a day that is not
            found = db.run("tallies_kin_received", first=f"{month}-01", last=f"{month}-31")
            db.run("tallies_kin_pack_put", name=month, body=kindred.gathered(map(_kin, found), lexicon).packed())
        packs.keep_words(db, lexicon, known)
        return len(months)
    years = sorted({name[:4] for name in there})
    missing = [year for year in years if _lasting(int(year)) not in there][:1]
    for year in missing:
        names = sorted(name for name in there if name.startswith(f"{year}-"))
        found = db.run("tallies_kin_packs", names=names)
        whole = kindred.together([kindred.unpacked(bytes(row["body"])) for row in found])
        db.run("tallies_kin_pack_put", name=_lasting(int(year)), body=whole.lasting().packed())
        if year != years[-1]:
            db.run("tallies_kin_pack_put", name=year, body=whole.packed())
    return len(missing)
