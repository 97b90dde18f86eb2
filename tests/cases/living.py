"""Letters put through the real storage, as turns and officers would: filed, moved, opened again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, time
from datetime import date as Date

from cases.counts import Counts
from cases.lives import CaseRow
from cases.margins import Margin
from cases.periods import Period
from cases.tallied import tallied
from storage import cases, counts, tallies
from storage.session import Session
from tests.cases.letters import TODAY, TREE


def live(db: Session, letters: Iterable[CaseRow]) -> None:
    """Make these letters in the database, each step on its own day at noon in Viet Nam."""
    for letter in letters:
        received = noon(letter.received_on)
        cases.open_case(db, _new(letter, received))
        for number, spell in enumerate(letter.spells):
            if number:
                cases.move(db, f"id-{letter.code}", "reopened", "officer", noon(spell.opened_on), status="registered")
            if spell.outcome:
                cases.move(
                    db,
                    f"id-{letter.code}",
                    spell.outcome,
                    "officer",
                    noon(spell.outcome_on),
                    status=spell.outcome,
                    outcome_on=spell.outcome_on,
                )


def happened(db: Session, first: str, last: str) -> dict[str, int]:
    """What the tallies tell of some days: letters received, opened again, and ended by each outcome."""
    entries, lexicon = tallies.entries(db, Date.fromisoformat(first), Date.fromisoformat(last), Date(1, 1, 1))
    found: Counter[str] = Counter()
    for times, what in entries.tolist():
        day = Date.fromordinal(times >> 20 & 0xFFFFF).isoformat()
        sort, *rest = lexicon.words("mark")[what >> 40].split()
        if first <= day <= last and sort in ("received", "reopened", "ended"):
            found[rest[0] if sort == "ended" else sort] += times >> 40
    return {name: number for name, number in found.items() if number}


def tallied_in(db: Session, period: Period, unit: str = "HN", today: Date = TODAY, *, ready: bool = False) -> Counts:
    """What the tallies tell of a period; `ready`: with sums that were made before, for figures by one mark."""
    margins: list[Margin] = []
    if ready:
        entries, margins, lexicon = tallies.ready(db, period.first, period.last, today)
    else:
        entries, lexicon = tallies.entries(db, period.first, period.last, today)
    kin = tallies.kin(db, period.first, period.last, lexicon)
    told = counts.registers(db, period.first.isoformat(), period.last.isoformat())
    return tallied(entries, lexicon, kin, period, TREE, unit, told, margins=margins)


def noon(day: str) -> datetime:
    """Twelve o'clock in Viet Nam."""
    return datetime.combine(Date.fromisoformat(day), time(5), UTC)


def _new(letter: CaseRow, received: datetime) -> cases.NewCase:
    return cases.NewCase(
        id=f"id-{letter.code}",
        code=letter.code,
        draft=f"draft-{letter.code}",
        conversation="conversation",
        owner="owner",
        channel=letter.channel,
        account="account",
        unit=letter.unit,
        kind=letter.kind,
        topic=letter.topic,
        proposed_kind=letter.kind,
        urgent=letter.urgent,
        anonymous=letter.anonymous,
        received_at=received,
        due_on=letter.due_on or letter.received_on,
        due_rule="rule",
        language="vi",
        consent_version="1",
        consent_at=received,
        letter={"content": "…"},
        persons=(),
    )
