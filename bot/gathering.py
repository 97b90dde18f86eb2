"""The clock's work on letters that came in numbers: each place of staff is told of them in one message."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from bot.bodies import body_of
from bot.house import House
from cases.kinds import OPEN_STATUSES
from handlers.staff_gathering import Gathered, gathering
from handlers.staff_notice import is_quiet
from storage import gatherings, outbox
from storage.outbox import Origin, OutboxItem
from storage.session import Session

EVERY: Final = timedelta(minutes=15)
"""How long a letter waits at most until its staff are told of it together with others."""
KINDS: Final = {"unit": "khac", "desk": "khac", "secret": "to_cao"}
"""Who is told: whoever gets notices of a letter of this kind."""


def is_due(db: Session, now: datetime) -> bool:
    """Whether anybody is to be told of anything."""
    return bool(gatherings.due(db, now - EVERY))


def pass_over(db: Session, house: House, now: datetime) -> list[OutboxItem]:
    """Tell each place of what has waited for it long enough. At night nobody is called: that is told in the morning."""
    if is_quiet(now, house.policy):
        return []
    posted: list[OutboxItem] = []
    for target in gatherings.due(db, now - EVERY):
        posted += _tell(db, house, target, now)
    return posted


def _tell(db: Session, house: House, target: str, now: datetime) -> list[OutboxItem]:
    letters = [
        Gathered(each.kind, each.since, each.why == "waiting")
        for each in gatherings.take(db, target)
        if not each.officer and each.status in OPEN_STATUSES
    ]
    if not letters:
        return []
    where, _, name = target.partition(":")
    link = f"{house.policy.public_url}/console" if house.policy.public_url else ""
    body = body_of(gathering(house.words, letters, now, link=link, in_group=where == "unit"))
    if where == "officer":
        item = outbox.to_officer(db, name, body, now, house.reach)
        return [item] if item is not None else []
    origin = Origin("notice", unit=name, kind=KINDS[where])
    return outbox.notify(db, body, now, house.reach, slot="", edit=False, origin=origin)
