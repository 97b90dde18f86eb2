"""The newest letters of each unit, at hand to look for others like them: a turn reads only what changed since the last.

What tells of a change is the audit: whatever happens to a letter adds a link to its chain, in the same transaction, and
links are numbered. A link of a transaction that is still open may have a smaller number than one that is committed: the
number that is missing is asked for until it comes, or for so long that its transaction must be gone.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from threading import Lock
from typing import Final

from cases.records import record
from storage.session import Row, Session

LETTERS_OF_A_UNIT: Final = 300
"""So many of a unit's newest letters are compared with one (ADR 0052)."""
LETTERS_AT_MOST: Final = 20_000
"""Of all units; some 13 MB. The unit that was not asked for longest goes first."""
KEPT_SECONDS: Final = 600
LINKS_AT_MOST: Final = 1000
"""What has changed more than that, as by an import, is read anew."""
MISSING_SECONDS: Final = 150
"""A transaction that pauses for so long was ended by the server."""
MISSING_AT_MOST: Final = 50
LOOK_BACK: Final = 200
"""Among so many links before the newest some may be of transactions that were open when this process began."""


@record(frozen=True, slots=True)
class Sketched:
    """A letter that may be found: its sketch, and what is told of it or counted. `owner` is a random id."""

    case: str
    code: str
    unit: str
    kind: str
    topic: str
    owner: str
    received_at: str
    received_on: str
    words: bytes
    place: bytes


@record(frozen=True, slots=True)
class _Page:
    """Letters of one unit by their ids, the oldest first."""

    letters: dict[str, Sketched]
    whole: bool
    """Whether the unit has no older ones."""
    read_at: float


@record(frozen=True, slots=True)
class _State:
    """What is known at one moment."""

    last: int
    """The greatest number of a link that was seen; -1 before the first."""
    missing: dict[int, float]
    """Smaller numbers that were not seen, and since when."""
    pages: dict[str, _Page]
    """By unit; the one that was asked for last at the end."""


_RECEIVED: Final = attrgetter("received_at")
_NOTHING: Final = _State(-1, {}, {})


class Sketchbook:
    """Of each unit the newest letters, as they are in the transaction that asks; kept is what was committed."""

    __slots__ = ("_clock", "_lock", "_state")

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._state = _NOTHING

    def newest(self, db: Session, unit: str) -> list[Sketched]:
        """At most 300 letters of a unit, the newest first."""
        state: _State = db.known.get(self, self._state)
        state = db.known[self] = _as_of(db, state, unit, self._clock())
        return list(reversed(state.pages[unit].letters.values()))

    def go_on(self, state: _State) -> None:
        """Go on from what a transaction knew that is committed now."""
        with self._lock:
            if state.last >= self._state.last:
                self._state = state


def _as_of(db: Session, state: _State, unit: str, now: float) -> _State:
    """The state that this transaction sees, with the page of a unit."""
    last, missing = state.last, state.missing
    if last < 0:
        newest = db.one("sketches_last")
        last = max((newest["last"] if newest and newest["last"] else 0) - LOOK_BACK, 0)
    rows = db.run("sketches_news", after=last, most=LINKS_AT_MOST)
    if len(rows) == LINKS_AT_MOST:
        return _as_of(db, _NOTHING, unit, now)
    if missing:
        rows += db.run("sketches_late", numbers=list(missing))
    changes = {row["case_id"]: _letter(row) for row in rows}
    pages = {}
    for name, page in state.pages.items():
        changed = _changed(page, name, changes) if page.read_at > now - KEPT_SECONDS else None
        if changed is not None:
            pages[name] = changed
    asked = pages.pop(unit, None)
    if asked is None:
        found = sketched(db.run("sketches_newest", unit=unit, most=LETTERS_OF_A_UNIT))
        asked = _Page({each.case: each for each in reversed(found)}, len(found) < LETTERS_OF_A_UNIT, now)
    pages[unit] = asked
    while sum(len(page.letters) for page in pages.values()) > LETTERS_AT_MOST:
        del pages[next(iter(pages))]
    newest_seen = max((row["number"] for row in rows), default=last)
    return _State(max(last, newest_seen), _missing(last, missing, rows, now), pages)


def sketched(rows: Iterable[Row]) -> list[Sketched]:
    """The letters of rows, in their order."""
    return [each for each in map(_letter, rows) if each is not None]


def _letter(row: Row) -> Sketched | None:
    """The letter of a row; None where nothing of it is kept."""
    if row["words"] is None or row["kind"] == "to_cao":
        return None
    return Sketched(
        row["case_id"],
        row["code"],
        row["unit"],
        row["kind"],
        row["topic"],
        row["owner"],
        row["received_at"],
        row["received_on"],
        bytes(row["words"]),
        bytes(row["place"]),
    )


def _changed(page: _Page, unit: str, changes: dict[str, Sketched | None]) -> _Page | None:
    """A page with these changes; None where one of its letters goes, and nobody knows which follows."""
    letters = page.letters
    own = {
        case: letter
        for case, letter in changes.items()
        if case in letters or (letter is not None and letter.unit == unit)
    }
    if not own:
        return page
    gone = [case for case, letter in own.items() if letter is None or letter.unit != unit]
    if gone and not page.whole:
        return None
    letters = {**letters, **{case: letter for case, letter in own.items() if letter is not None}}
    for case in gone:
        letters.pop(case, None)
    in_order = sorted(letters.values(), key=_RECEIVED)[-LETTERS_OF_A_UNIT:]
    whole = page.whole and len(letters) <= LETTERS_OF_A_UNIT
    return _Page({each.case: each for each in in_order}, whole, page.read_at)


def _missing(last: int, missing: dict[int, float], rows: Sequence[Row], now: float) -> dict[int, float]:
    """The numbers that are asked for from now on."""
    if not rows and not missing:
        return missing
    seen = {row["number"] for row in rows}
    still = {number: since for number, since in missing.items() if number not in seen and since > now - MISSING_SECONDS}
    newest = max(seen, default=last)
    passed_over = set(range(max(last, newest - LINKS_AT_MOST) + 1, newest)) - seen
    still.update(dict.fromkeys(sorted(passed_over)[-MISSING_AT_MOST:], now))
    return still
