"""A letter out of a paper register: its own line and what happened later, put together into one life."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, Literal

from cases.kinds import KINDS
from cases.lives import LETTER_OUTCOMES
from cases.records import record

Story = Literal["reopened", "transferred", "reclassified", "urged", "replied", "ended"]


@record(frozen=True, slots=True)
class Happening:
    """What happened to a letter on a day; `to` is the new unit, kind or outcome. `line` tells where it was read."""

    line: int
    ref: str
    on: date
    what: Story
    to: str = ""


@record(frozen=True, slots=True)
class Entered:
    """A letter as its own line tells it."""

    unit: str
    kind: str
    received_on: date
    outcome: str
    outcome_on: date | None
    eligible: bool | None
    replied_on: date | None
    urged_on: tuple[date, ...]


@record(frozen=True, slots=True)
class Spell:
    """A stretch in which the letter was open, as ISO days; "" where it still is."""

    opened_on: str
    outcome: str = ""
    outcome_on: str = ""


@record(frozen=True, slots=True)
class Outcome:
    """What the line and all that happened make of the letter."""

    unit: str
    kind: str
    eligible: bool | None
    spells: tuple[Spell, ...]
    replied_on: date | None
    urged_on: tuple[date, ...]
    moved: tuple[tuple[str, str], ...] = ()
    """The units that it lay with before, each with the day on which it was given on."""


class ContradictionError(ValueError):
    """What happened cannot have happened so: the happening, its field, and the reason."""

    def __init__(self, happening: Happening, field: str, reason: str) -> None:
        super().__init__(reason)
        self.happening: Final = happening
        self.field: Final = field
        self.reason: Final = reason


STORY_REASONS: Final = (
    "event-before-received",
    "reopened-while-open",
    "ended-while-ended",
    "event-kind",
    "event-outcome",
)


def put_together(entered: Entered, happenings: Sequence[Happening], units: Iterable[str]) -> Outcome:
    """The letter as it stands after all that happened, in whatever order it was written down.

    Raises ContradictionError, with the reason `unknown-unit` or one of STORY_REASONS.
    """
    known = frozenset(units)
    ordered = sorted(happenings, key=lambda each: (each.on, each.ref))
    unit, kind, replied = entered.unit, entered.kind, entered.replied_on
    moved: list[tuple[str, str]] = []
    for each in ordered:
        if each.on < entered.received_on:
            raise ContradictionError(each, "on", "event-before-received")
        if each.what == "transferred":
            if each.to not in known:
                raise ContradictionError(each, "to", "unknown-unit")
            if each.to != unit:
                moved.append((each.on.isoformat(), unit))
            unit = each.to
        elif each.what == "reclassified":
            if each.to not in KINDS:
                raise ContradictionError(each, "to", "event-kind")
            kind = each.to
        elif each.what == "replied":
            replied = min(replied, each.on) if replied else each.on
    urged = {*entered.urged_on, *(each.on for each in ordered if each.what == "urged")}
    return Outcome(
        unit=unit,
        kind=kind,
        # what turned out to be no letter in law is no eligible one
        eligible=False if kind == "khac" and entered.eligible else entered.eligible,
        spells=tuple(_spells(entered, ordered)),
        replied_on=replied,
        urged_on=tuple(sorted(urged)),
        moved=tuple(moved),
    )


def _spells(entered: Entered, ordered: Sequence[Happening]) -> Iterator[Spell]:
    """The n-th opening goes with the n-th end: so two things on one day need no order between them."""
    ends: list[tuple[date, str, Happening | None]] = []
    if entered.outcome_on is not None:
        ends.append((entered.outcome_on, entered.outcome, None))
    for each in ordered:
        if each.what == "ended":
            if each.to not in LETTER_OUTCOMES:
                raise ContradictionError(each, "to", "event-outcome")
            ends.append((each.on, each.to, each))
    opened: list[tuple[date, Happening | None]] = [(entered.received_on, None)]
    opened += [(each.on, each) for each in ordered if each.what == "reopened"]
    for number, (since, opening) in enumerate(opened):
        end = ends[number] if number < len(ends) else None
        if number and opening is not None and (len(ends) < number or ends[number - 1][0] > since):
            raise ContradictionError(opening, "on", "reopened-while-open")
        if end is not None and end[2] is not None and end[0] < since:
            raise ContradictionError(end[2], "on", "ended-while-ended")
        yield Spell(since.isoformat(), end[1] if end else "", end[0].isoformat() if end else "")
    if len(ends) > len(opened):
        extra = ends[len(opened)][2] or ends[-1][2]
        if extra is not None:
            raise ContradictionError(extra, "on", "ended-while-ended")
