"""Sketches of letters, kept to find others about the same thing; never of a denunciation."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import cast

from cases import similar
from cases.dates import stamp
from cases.kinds import Kind, Topic
from storage.session import Session
from storage.sketchbook import LETTERS_OF_A_UNIT, Sketchbook, Sketched, sketched
from storage.vault import Vault


class Sketcher:
    """Sketches letters for one turn: what was compared for the receipt is what is kept of the letter then."""

    __slots__ = ("_last", "_vault")

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._last: tuple[str, str, similar.Sketch] | None = None

    def of(self, content: str, place: str) -> similar.Sketch:
        """The sketch of these words."""
        if self._last is None or self._last[:2] != (content, place):
            made = similar.sketch(content, place, partial(self._vault.look_up_each, "sketch"))
            self._last = (content, place, made)
        return self._last[2]


def keep(db: Session, case: str, kind: Kind, content: str, place: str, sketcher: Sketcher | None = None) -> None:
    """Keep the sketch of a letter; of a denunciation forget what there was."""
    if not similar.may_be_sketched(kind):
        forget(db, case)
        return
    made = (sketcher or Sketcher(db.vault)).of(content, place)
    db.run("sketches_keep", case_id=case, words=made.words, place=made.place)


def forget(db: Session, case: str) -> None:
    """Forget the sketch of a letter and what its sender follows: it is a denunciation, or its words were erased."""
    db.run("sketches_drop", case_id=case)
    db.run("follows_drop", case_id=case)


def of_case(db: Session, case: str) -> list[Sketched]:
    """Earlier letters of the same unit about the same thing, the likeliest first."""
    row = db.one("sketches_one", case_id=case)
    if row is None:
        return []
    made = similar.Sketch(bytes(row["words"]), bytes(row["place"]))
    facts = similar.Facts(cast("Topic", row["topic"]), date.fromisoformat(row["received_on"]))
    return [each for each in similar.alike(made, facts, _until(db, row["unit"], facts)) if each.case != case]


def of_words(
    db: Session,
    unit: str,
    topic: Topic,
    content: str,
    place: str,
    on: date,
    sketcher: Sketcher | None = None,
    book: Sketchbook | None = None,
) -> list[Sketched]:
    """Earlier letters of `unit` about what is told here, the likeliest first."""
    made = (sketcher or Sketcher(db.vault)).of(content, place)
    facts = similar.Facts(topic, on)
    letters = book.newest(db, unit) if book is not None else []
    if book is None or (letters and letters[0].received_on > on.isoformat()):
        letters = _until(db, unit, facts)  # where the clock was put back, what came later does not count
    return similar.alike(made, facts, letters)


def _until(db: Session, unit: str, facts: similar.Facts) -> list[Sketched]:
    """The newest letters of a unit at a day, no longer ago than a letter may be about the same thing."""
    # one day more than asked: the day of a moment is local, the index is in universal time
    since = datetime.combine(facts.received_on, time(), UTC) - timedelta(days=similar.DAYS_APART_AT_MOST + 1)
    until = facts.received_on.isoformat()
    return sketched(db.run("sketches_near", unit=unit, since=stamp(since), until=until, most=LETTERS_OF_A_UNIT))
