"""Sample cases for the demo: invented letters of the past months, written as the real ones are."""

from __future__ import annotations

import tomllib
from datetime import datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

from bot.app import Running
from bot.house import House
from bot.law import BoundDeadlines
from cases.dates import VIETNAM, local_day
from cases.kinds import Kind, Outcome
from cases.lifecycle import outcomes_for
from cases.records import record
from handlers.effects import Letter
from handlers.ports import Unit
from storage import cases, conversations, staff
from storage.cases import NewCase
from storage.session import Session

DAYS: Final = 100
CASES_A_TRANSACTION: Final = 50
OPEN_SHARE: Final = 0.12
ANONYMOUS_SHARE: Final = 0.2
OLDEST_UNTOUCHED_DAYS: Final = 4
OUTCOME_WEIGHTS: Final = (6, 3, 1)
"""How often the usual outcome of a kind is chosen, and the next ones."""


@record(frozen=True, slots=True)
class _Book:
    letters: list[dict[str, Any]]
    senders: list[list[str]]
    replies: list[str]
    guidance: list[str]
    authorities: list[str]
    place: str


async def fill(running: Running, count: int) -> int:
    """Make `count` cases where there is none yet; how many were made."""
    units = [unit.code for unit in running.house.units.receiving()]
    if await running.store.database.read(cases.recent, units, 1):
        return 0
    book = _read()
    chance = Random(count)
    made = 0
    while made < count:
        share = min(CASES_A_TRANSACTION, count - made)
        await running.store.database.write(_make, running.house, book, chance, running.now(), share)
        made += share
    return made


def _make(db: Session, house: House, book: _Book, chance: Random, now: datetime, count: int) -> None:
    officers = [person for person in staff.everybody(db) if person.confirmed]
    readers = {
        "to_cao": [person.id for person in officers if person.role == "confidential"],
        "": [person.id for person in officers if person.role == "officer"],
    }
    for _ in range(count):
        entry = chance.choices(book.letters, [each["weight"] for each in book.letters])[0]
        received = _moment(chance, now)
        unit = chance.choice(list(house.units.receiving()))
        case = _open(db, house, book, chance, entry, unit, received)
        handlers = readers.get(entry["kind"]) or readers[""]
        if handlers:
            _work_on(db, book, chance, case, entry["kind"], handlers[0], received, now)


def _open(
    db: Session,
    house: House,
    book: _Book,
    chance: Random,
    entry: dict[str, Any],
    unit: Unit,
    received: datetime,
) -> str:
    peer = f"w{chance.getrandbits(128):032x}"
    conversations.lock(db, "web", peer, peer)
    conversation = conversations.find(db, "web", peer, peer, received)
    anonymous = chance.random() < ANONYMOUS_SHARE
    name, contact = chance.choice(book.senders)
    place = {"n": chance.randint(2, 180), "l": chance.randint(3, 260), "t": chance.randint(1, 40)}
    due = BoundDeadlines(db, house.laws).first(entry["kind"], local_day(received), anonymous=anonymous)
    letter = Letter(
        content=entry["text"].format(**place, d=chance.randint(2, 9)),
        place=book.place.format(unit=unit.name, **place),
        concerned=entry.get("concerned", ""),
        sender="anonymous" if anonymous else "self",
    )
    case = house.ids.id()
    cases.open_case(
        db,
        NewCase(
            id=case,
            code=house.ids.code(),
            draft=house.ids.id(),
            conversation=conversation.id,
            owner=conversation.owner,
            channel="web",
            account=peer,
            unit=unit.code,
            kind=entry["kind"],
            topic=entry["topic"],
            proposed_kind=entry["kind"],
            urgent=False,
            anonymous=anonymous,
            received_at=received,
            due_on=due.on.isoformat(),
            due_rule=due.rule,
            language="vi",
            consent_version=house.policy.consent_version,
            consent_at=received - timedelta(minutes=4),
            letter={slot: getattr(letter, slot) for slot in Letter.__slots__},
            persons=[] if anonymous else [{"role": "sender", "name": name, "contact": contact}],
        ),
    )
    return case


def _work_on(
    db: Session,
    book: _Book,
    chance: Random,
    case: str,
    kind: Kind,
    officer: str,
    received: datetime,
    now: datetime,
) -> None:
    """Take the case and, mostly, end it some days later, as far as that is not in the future."""
    untouched = now - received < timedelta(days=OLDEST_UNTOUCHED_DAYS) and chance.random() < OPEN_SHARE * 4
    taken = received + timedelta(minutes=chance.randint(4, 50))
    if untouched or taken >= now:
        return
    cases.move(db, case, "taken", officer, taken, status="registered", officer=officer)
    ended = _working_hour(taken + timedelta(days=chance.randint(1, 8)), chance)
    if ended >= now or chance.random() < OPEN_SHARE:
        return
    usual = outcomes_for(kind, "registered")[: len(OUTCOME_WEIGHTS)]
    outcome = chance.choices(usual, OUTCOME_WEIGHTS[: len(usual)])[0]
    detail = _detail(book, chance, outcome)
    on = local_day(ended).isoformat()
    cases.move(db, case, outcome, officer, ended, status=outcome, outcome_on=on, detail=detail)


def _detail(book: _Book, chance: Random, outcome: Outcome) -> dict[str, str]:
    if outcome == "forwarded":
        return {"authority": chance.choice(book.authorities), "number": f"{chance.randint(10, 400)}/MTTQ"}
    return {"words": chance.choice(book.replies if outcome == "answered" else book.guidance)}


def _moment(chance: Random, now: datetime) -> datetime:
    # More letters in recent weeks than long ago.
    days = int(DAYS * chance.random() ** 1.4)
    return min(_working_hour(now - timedelta(days=days, minutes=5), chance), now - timedelta(minutes=5))


def _working_hour(day: datetime, chance: Random) -> datetime:
    hour = time(chance.randint(7, 20), chance.randint(0, 59), tzinfo=VIETNAM)
    return datetime.combine(local_day(day), hour)


def _read() -> _Book:
    data = tomllib.loads(Path(__file__).with_name("demo_samples.toml").read_text(encoding="utf-8"))
    return _Book(data["letter"], data["senders"], data["replies"], data["guidance"], data["authorities"], data["place"])
