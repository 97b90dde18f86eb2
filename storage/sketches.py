"""Sketches of letters, kept to find others about the same thing; never of a denunciation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache, partial
from operator import itemgetter
from typing import Final, cast

from cases import similar
from cases.dates import stamp
from cases.kinds import Kind, Topic
from storage.session import Session
from storage.vault import Vault

LOOKED_AT_MOST: Final = 300
"""So many of a unit's newest letters are compared with one: a unit that has more in four months has those of one matter
among them, and to read a thousand cost as much as three messages."""


@dataclass(frozen=True, slots=True)
class Alike:
    """An earlier letter that may be about the same thing. `owner` is the keyed hash of who sent it."""

    case: str
    code: str
    kind: str
    owner: str
    likeness: float


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


def of_case(db: Session, case: str) -> list[Alike]:
    """Earlier letters of the same unit about the same thing, the likeliest first."""
    row = db.one("sketches_one", case_id=case)
    if row is None:
        return []
    made = similar.Sketch(bytes(row["words"]), bytes(row["place"]))
    found = _near(db, row["unit"], made, _facts_of(row["topic"], row["received_on"]))
    return [each for each in found if each.case != case]


def of_words(
    db: Session, unit: str, topic: Topic, content: str, place: str, on: date, sketcher: Sketcher | None = None
) -> list[Alike]:
    """Earlier letters of `unit` about what is told here, the likeliest first."""
    made = (sketcher or Sketcher(db.vault)).of(content, place)
    return _near(db, unit, made, similar.Facts(topic, on))


def _near(db: Session, unit: str, made: similar.Sketch, facts: similar.Facts) -> list[Alike]:
    # one day more than asked: the day of a moment is local, the index is in universal time
    since = datetime.combine(facts.received_on, time(), UTC) - timedelta(days=similar.DAYS_APART_AT_MOST + 1)
    until = facts.received_on.isoformat()
    rows = db.run("sketches_near", unit=unit, since=stamp(since), until=until, most=LOOKED_AT_MOST)
    words = similar.shares(made.words, list(map(itemgetter("words"), rows)))
    places = similar.shares(made.place, list(map(itemgetter("place"), rows)))
    found = []
    for row, word, spot in zip(rows, words, places, strict=True):
        if not similar.may_be_alike(word, spot):
            continue
        likeness = similar.likeness(word, spot, facts, _facts_of(row["topic"], row["received_on"]))
        if likeness:
            found.append(Alike(row["case_id"], row["code"], row["kind"], row["owner"], likeness))
    return sorted(found, key=lambda each: -each.likeness)


@lru_cache(maxsize=1024)
def _facts_of(topic: str, received_on: str) -> similar.Facts:
    return similar.Facts(cast("Topic", topic), date.fromisoformat(received_on))
