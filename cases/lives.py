"""The life of a letter in days: received, outcome, open again, outcome; and what is wrong with a row without.

A row comes as text, just as it stands in the database, so that a broken one can be named instead of counted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import Final, Literal, get_args

from cases.kinds import KINDS, OPEN_STATUSES, OUTCOMES, TOPICS
from cases.records import record

Fault = Literal[
    "row-unit",
    "row-kind",
    "row-topic",
    "row-channel",
    "row-received",
    "row-due",
    "row-outcome",
    "row-outcome-day",
    "row-order",
    "row-status",
    "row-eligible",
    "row-watched",
    "row-moved",
]
"""What can be wrong with a row; each is also the name of the check that finds it."""

FAULTS: Final[tuple[Fault, ...]] = get_args(Fault)

LETTER_OUTCOMES: Final[tuple[str, ...]] = OUTCOMES
"""Every way in which the committee can be done with a letter, those of paper registers among them."""


@record(frozen=True, slots=True)
class SpellRow:
    """One stretch during which a letter was open, as the database holds it: "" where there is nothing yet."""

    opened_on: str
    outcome: str = ""
    outcome_on: str = ""


def spells_text(spells: Iterable[SpellRow]) -> str:
    """Spells in one line: `opened,outcome,ended;…`."""
    return ";".join(f"{spell.opened_on},{spell.outcome},{spell.outcome_on}" for spell in spells)


def spells_of(text: str) -> tuple[SpellRow, ...]:
    """The spells that `spells_text` wrote."""
    return tuple(SpellRow(*spell.split(",")) for spell in text.split(";")) if text else ()


def moved_text(moved: Iterable[tuple[str, str]]) -> str:
    """Where a letter was before, in one line: `day,unit;…`."""
    return ";".join(f"{until},{unit}" for until, unit in moved)


def moved_of(text: str) -> tuple[tuple[str, str], ...]:
    """What `moved_text` wrote."""
    return tuple((until, unit) for until, _, unit in (part.partition(",") for part in text.split(";") if part))


def unit_at_end_of(day: str, moved: Iterable[tuple[str, str]], unit: str) -> str:
    """With which unit a letter lay in the evening of an ISO day."""
    return next((before for until, before in moved if day < until), unit)


@record(frozen=True, slots=True)
class CaseRow:
    """One letter as the database holds it; `outcome` and `outcome_on` repeat those of the first spell."""

    code: str
    unit: str
    kind: str
    topic: str
    channel: str
    status: str
    received_on: str
    due_on: str = ""
    outcome: str = ""
    outcome_on: str = ""
    spells: tuple[SpellRow, ...] = ()
    anonymous: bool = False
    urgent: bool = False
    eligible: bool | None = None
    replied_on: str = ""
    resolved_on: str = ""
    urged_on: tuple[str, ...] = ()
    matter: str = ""
    person: str = ""
    signers: int = 1
    moved: tuple[tuple[str, str], ...] = ()
    """The units that it lay with before, each with the day on which it was given on, oldest first."""
    own_topic: str = ""
    """The topic that the committee added, under which it counts as well."""

    def at_end_of(self, day: date) -> CaseRow:
        """The letter with the unit that it lay with in the evening of a day."""
        if not self.moved:
            return self
        unit = unit_at_end_of(day.isoformat(), self.moved, self.unit)
        return self if unit == self.unit else replace(self, unit=unit)


@record(frozen=True, slots=True)
class Span:
    """A stretch during which a letter was open: from `since` until `outcome` on day `until` (None: still)."""

    since: date
    until: date | None = None
    outcome: str = ""


@record(frozen=True, slots=True)
class Life:
    """A letter that can be counted: its marks, and the spans during which it was open, first one first."""

    code: str
    unit: str
    kind: str
    topic: str
    channel: str
    spans: tuple[Span, ...]
    due_on: date | None = None
    anonymous: bool = False
    urgent: bool = False
    eligible: bool | None = None
    replied_on: date | None = None
    resolved_on: date | None = None
    urged_on: tuple[date, ...] = ()
    matter: str = ""
    """Letters that share it are about one matter; "" is a matter of its own."""
    person: str = ""
    """Letters that share it were sent by one person; "" where nobody wrote down who."""
    signers: int = 1
    moved: tuple[tuple[date, str], ...] = ()
    """The units that it lay with before, each with the day on which it was given on, oldest first."""

    @property
    def received_on(self) -> date:
        """The day on which the letter came."""
        return self.spans[0].since

    @property
    def reopened_on(self) -> tuple[date, ...]:
        """The days on which it was opened again."""
        return tuple(span.since for span in self.spans[1:])

    def outcome_at_end_of(self, day: date) -> str:
        """The outcome that stands in the evening of this day; "" while it is open or not yet here."""
        standing = ""
        for span in self.spans:
            if span.since > day:
                break
            standing = span.outcome if span.until is not None and span.until <= day else ""
        return standing


def read(row: CaseRow, units: Collection[str]) -> tuple[Life | None, tuple[Fault, ...]]:
    """The life of a row, or what is wrong with it. `units` are the codes of the whole tree."""
    faults: list[Fault] = []
    if row.unit not in units:
        faults.append("row-unit")
    if row.kind not in KINDS:
        faults.append("row-kind")
    if row.topic not in TOPICS:
        faults.append("row-topic")
    if not row.channel:
        faults.append("row-channel")
    if row.eligible and row.kind == "khac":
        faults.append("row-eligible")
    due = _day(row.due_on)
    if row.due_on and due is None:
        faults.append("row-due")
    watched = {text: _day(text) for text in (row.replied_on, row.resolved_on, *row.urged_on) if text}
    if None in watched.values():
        faults.append("row-watched")
    moved = tuple((day, unit) for text, unit in row.moved if (day := _day(text)) is not None)
    if len(moved) != len(row.moved) or list(moved) != sorted(moved, key=lambda one: one[0]):
        faults.append("row-moved")
    spans, wrong = _spans(row)
    if wrong:
        faults.append(wrong)
    elif (row.status in OPEN_STATUSES) != (spans[-1].until is None) or row.status not in _STATUSES:
        faults.append("row-status")
    if faults:
        return None, tuple(faults)
    life = Life(
        code=row.code,
        unit=row.unit,
        kind=row.kind,
        topic=row.topic,
        channel=row.channel,
        spans=spans,
        due_on=due,
        anonymous=row.anonymous,
        urgent=row.urgent,
        # what is no letter in law can be no eligible one, whoever has or has not looked at it
        eligible=False if row.kind == "khac" else row.eligible,
        replied_on=watched.get(row.replied_on),
        resolved_on=watched.get(row.resolved_on),
        urged_on=tuple(day for text in row.urged_on if (day := watched.get(text)) is not None),
        matter=row.matter,
        person=row.person,
        signers=row.signers,
        moved=moved,
    )
    return life, ()


_STATUSES: Final = frozenset({*OPEN_STATUSES, *LETTER_OUTCOMES})


def _spans(row: CaseRow) -> tuple[tuple[Span, ...], Fault | None]:
    """The spans of a row, or the first thing that is wrong with its days."""
    if _day(row.received_on) is None or not row.spells or row.spells[0].opened_on != row.received_on:
        return (), "row-received"
    if (row.spells[0].outcome, row.spells[0].outcome_on) != (row.outcome, row.outcome_on):
        return (), "row-outcome"
    spans: list[Span] = []
    for spell in row.spells:
        since, until = _day(spell.opened_on), _day(spell.outcome_on)
        if bool(spell.outcome) != bool(spell.outcome_on) or (spell.outcome_on and until is None):
            return (), "row-outcome-day"
        if spell.outcome and spell.outcome not in LETTER_OUTCOMES:
            return (), "row-outcome"
        before = spans[-1] if spans else None
        if since is None or (until is not None and until < since):
            return (), "row-order"
        if before is not None and (before.until is None or since < before.until):
            return (), "row-order"
        spans.append(Span(since, until, spell.outcome))
    return tuple(spans), None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == len("2026-11-22") else None
    except (TypeError, ValueError):
        return None
