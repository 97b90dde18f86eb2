"""Counts as they happen: rows are only ever added, so that no two writers wait for one row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from storage.session import Session


@dataclass(frozen=True, slots=True)
class Tally:
    """How often one figure was counted for one unit, kind, topic and channel."""

    unit: str
    kind: str
    topic: str
    channel: str
    figure: str
    value: int


def add(db: Session, day: str, unit: str, kind: str, topic: str, channel: str, figure: str, delta: int = 1) -> None:
    """Count something on an ISO day: received, guided, forwarded, archived, answered, withdrawn, reopened."""
    db.run(
        "tallies_add",
        day=day,
        unit=unit,
        kind=kind,
        topic=topic,
        channel=channel,
        figure=figure,
        delta=delta,
    )


def add_many(db: Session, deltas: Mapping[tuple[str, str, str, str, str, str], int]) -> None:
    """Count many things at once, by day, unit, kind, topic, channel, figure."""
    names = ("day", "unit", "kind", "topic", "channel", "figure")
    rows = [{**dict(zip(names, place, strict=True)), "delta": delta} for place, delta in deltas.items() if delta]
    db.run_many("tallies_add", rows)


def sums(db: Session, first: str, last: str) -> list[Tally]:
    """What was counted from one ISO day to another, both included."""
    return [
        Tally(row["unit"], row["kind"], row["topic"], row["channel"], row["figure"], row["value"])
        for row in db.run("tallies_sums", first=first, last=last)
    ]


def fold(db: Session, before: str) -> int:
    """Write the rows of days before an ISO day as one row each; how many rows went."""
    last = db.one("tallies_last")
    rows = db.run("tallies_folded", last=last["id"] if last else 0, before=before)
    counts: Counter[tuple[str, str, str, str, str, str]] = Counter()
    for row in rows:
        place = (row["day"], row["unit"], row["kind"], row["topic"], row["channel"], row["figure"])
        counts[place] += row["delta"]
    for (day, unit, kind, topic, channel, figure), value in counts.items():
        if value:
            add(db, day, unit, kind, topic, channel, figure, value)
    return len(rows)
