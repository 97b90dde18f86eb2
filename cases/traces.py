"""What a letter leaves in the tallies: for each day on which something happened to it, a mark that can be added up.

A trace has a day and a day `back`. Whether it counts in a period depends on nothing but `first <= day <= last` and
`back >= first`; so every figure of every period is a sum of traces, and a sum can be kept. That works for letters
opened again, too: such a letter is handled on each of its ends, and the reopening takes the end before it back
wherever both lie in the period.

- `received` — came; with what is of interest of the received: eligible or not, without a name, urgent.
- `ended` — got an outcome; `back` is the day it came. With the outcome, whether in time, and whether eligible.
- `reopened` — was opened again; `back` is the day of the end that this undoes, and the mark tells which end it was.
- `undone` — the same day again with the day of receipt as `back`: what had become of a letter received in the period.
- `overdue` — is open and past its due day since this day.
- `urged` — the authority was urged; `back` is the time before, so that a letter counts once in a period.
- `replied`, `resolved` — the authority answered, settled.
- `more …` — signers beside the first one, for figures by person.
- `moved …` — the letter was given to another unit. What it left before counts, in periods that hold this day, with the
  other unit: it is taken from the one and put to the other. `back` is the day (`moved day`) or the day `back` (`moved
  back`) of the trace that moves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from cases.lives import Life
from cases.records import record

NEVER: Final = 0
"""`back` where there is no day before."""

IN_TIME, LATE, OVERDUE = "in_time", "late", "overdue"
"""How a letter ended: by its due day; after it; after it, and it was seen open past it in some evening."""

STOCKS: Final = ("~open", "~overdue", "~open_more")
"""What letters come to by the end of a day, whatever the day on which they came."""
CARRIED: Final = {"~open": "carried_over", "~open_more": "carried_over_more"}
"""What a stock of the evening before a period is called in it."""


@record(frozen=True, slots=True)
class Trace:
    """One mark on one day. Days are counted from 1 January of the year 1 (`date.toordinal`)."""

    day: int
    back: int
    mark: str
    number: int = 1


def traces(life: Life) -> Iterator[Trace]:
    """Everything that a letter leaves in the tallies."""
    received = life.received_on.toordinal()
    eligible = {None: "undecided", True: "eligible", False: "ineligible"}[life.eligible]
    name = "anonymous" if life.anonymous else "named"
    urgency = "urgent" if life.urgent else "plain"
    yield Trace(received, received, f"received {eligible} {name} {urgency}")
    more = life.signers - 1
    if more:
        yield Trace(received, received, f"more received {eligible}", more)
    before = ""
    ended = NEVER
    for number, span in enumerate(life.spans):
        since = span.since.toordinal()
        if number:
            yield Trace(since, ended, f"reopened {before}")
            yield Trace(since, received, f"undone {before}")
            if more:
                yield Trace(since, ended, "more reopened", more)
        # a letter is overdue from the evening of its due day, as far as it is open then
        overdue = max(span.since, life.due_on).toordinal() if life.due_on is not None else NEVER
        was_overdue = bool(overdue) and (span.until is None or span.until.toordinal() > overdue)
        if was_overdue:
            yield Trace(overdue, overdue, "overdue")
        if span.until is not None:
            ended = span.until.toordinal()
            late = life.due_on is not None and span.until > life.due_on
            before = f"{span.outcome} {OVERDUE if was_overdue else LATE if late else IN_TIME} {eligible}"
            yield Trace(ended, received, f"ended {before}")
            if more:
                yield Trace(ended, ended, "more ended", more)
    last = NEVER
    for day in sorted({day.toordinal() for day in life.urged_on}):
        yield Trace(day, last, "urged")
        last = day
    if life.replied_on is not None:
        yield Trace(life.replied_on.toordinal(), life.replied_on.toordinal(), "replied")
    if life.resolved_on is not None:
        yield Trace(life.resolved_on.toordinal(), life.resolved_on.toordinal(), "resolved")


def placed(life: Life) -> Iterator[tuple[str, list[Trace]]]:
    """Everything that a letter leaves, by the unit that it counts for."""
    left = list(traces(life))
    if not life.moved:
        yield life.unit, left
        return
    units = [*(unit for _, unit in life.moved), life.unit]
    days = [day.toordinal() for day, _ in life.moved]
    for trace in left:
        home = sum(day <= trace.day for day in days)
        yield units[home], [trace]
        for at in range(home, len(days)):
            moves = [
                Trace(days[at], back, f"moved {which} {trace.mark}", trace.number)
                for which, back in (("day", trace.day), ("back", trace.back))
                if _moved(which, trace.mark)
            ]
            yield units[at], [replace(move, number=-move.number) for move in moves]
            yield units[at + 1], moves


def _moved(which: str, mark: str) -> dict[str, int]:
    """What is added where a trace goes, in a period that holds the day on which its letter was given on."""
    found: Counter[str] = Counter()
    for name, weight in weights(mark).items():
        plain, _, when = name.partition("~")
        if name in STOCKS:
            if which == "day":
                found[name] += weight
                # open when the period began, so carried over, by whoever has it at its end
                if name in CARRIED:
                    found[f"{CARRIED[name]}~out"] += weight
        elif which == "day" and when != "in":
            found[f"{plain}~in"] += weight
        elif which == "back" and when:
            found[f"{plain}~in"] += weight if when == "in" else -weight
    return {name: weight for name, weight in found.items() if weight}


def weights(mark: str) -> dict[str, int]:
    """What a trace adds to which figure in a period that its day lies in.

    A name that ends in `~in` is added only where `back` lies in the period or later, `~out` only where it lies before.
    `~open`, `~overdue` and `~open_more` are stocks: what they come to by the end of a day is a sum over all days.
    """
    sort, *rest = mark.split(" ")
    match sort, rest:
        case "received", [eligible, name, urgency]:
            found = {"received": 1, "~open": 1}
            if eligible != "undecided":
                found[eligible] = 1
            if name == "anonymous":
                found["anonymous"] = 1
            if urgency == "urgent":
                found["urgent"] = 1
            return found
        case "ended", [outcome, how, eligible]:
            found = {"handled": 1, outcome: 1, "~open": -1, f"fate {outcome}~in": 1}
            if how != IN_TIME:
                found["overdue"] = 1
            if how == OVERDUE:
                found["~overdue"] = -1
            if eligible == "eligible":
                found[f"eligible {outcome}~in"] = 1
            return found
        case "reopened", [outcome, how, _]:
            found = {"~open": 1, "carried_over~out": 1, "handled~in": -1, f"{outcome}~in": -1}
            if how != IN_TIME:
                found["overdue~in"] = -1
            return found
        case "undone", [outcome, _, eligible]:
            found = {f"fate {outcome}~in": -1}
            if eligible == "eligible":
                found[f"eligible {outcome}~in"] = -1
            return found
        case "overdue", []:
            return {"~overdue": 1}
        case "urged", []:
            return {"urged~out": 1}
        case ("replied" | "resolved") as figure, []:
            return {figure: 1}
        case "more", ["received", eligible]:
            return {"received_more": 1, "~open_more": 1} | ({"eligible_more": 1} if eligible == "eligible" else {})
        case "more", ["ended"]:
            return {"handled_more": 1, "~open_more": -1}
        case "more", ["reopened"]:
            return {"~open_more": 1, "handled_more~in": -1, "carried_over_more~out": 1}
        case "stock", [name]:
            return {name: 1}
        case "moved", [which, *what]:
            return _moved(which, " ".join(what))
        case _:
            return {}


def month_of(day: int) -> str:
    """The month on the wall of a day, as `2026-10`."""
    return date.fromordinal(day).isoformat()[:7]
