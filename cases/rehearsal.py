"""What would make a period's report wrong or poor, found while there is still time: letters by what they lack."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Final

from cases.kinds import OPEN_STATUSES
from cases.lives import CaseRow
from cases.periods import Period

LACKS: Final = ("untaken", "undecided", "unsorted", "late", "nowhere")
"""Nobody has it; eligibility is open; of no kind; past its day; passed on to nobody knows whom."""


def lacking(
    rows: Iterable[CaseRow], period: Period, units: Collection[str], today: date, named: Collection[str]
) -> Mapping[str, tuple[str, ...]]:
    """The letters of these units by what they lack. `named`: those of which is known who they were passed on to."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.unit not in units:
            continue
        received = period.first.isoformat() <= row.received_on <= period.last.isoformat()
        waits = row.status in OPEN_STATUSES
        if row.status == "submitted":
            found["untaken"].append(row.code)
        if received and row.eligible is None and row.kind != "khac":
            found["undecided"].append(row.code)
        if received and row.kind == "khac" and waits:
            found["unsorted"].append(row.code)
        if waits and row.due_on and row.due_on < today.isoformat():
            found["late"].append(row.code)
        if row.outcome == "forwarded" and row.outcome_on >= period.first.isoformat() and row.code not in named:
            found["nowhere"].append(row.code)
    return {lack: tuple(found[lack]) for lack in LACKS if found[lack]}
