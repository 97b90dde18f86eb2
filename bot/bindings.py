"""What a dialogue may look up, bound to the running transaction: the ports of handlers over storage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, cast

from bot.desk_bindings import BoundDesk
from bot.house import House
from bot.law import BoundDeadlines
from bot.views import case_view, letter_from, officer_from, person_from
from cases.dates import local_day
from cases.kinds import Topic
from handlers.effects import Letter, Person
from handlers.messages import Incoming
from handlers.ports import Authority, CaseView, LifeEntry, Officer, World
from storage import audit, authorities, cases, casework, chats, conversations, follows, sketches, staff, undelivered
from storage.cases import CaseRow
from storage.conversations import Conversation
from storage.session import Session
from storage.sketches import Sketcher
from storage.staff import Reach

SIMILAR_SHOWN: Final = 3


def world_for(
    db: Session,
    house: House,
    conversation: Conversation,
    incoming: Incoming,
    now: datetime,
    sketcher: Sketcher | None = None,
) -> World:
    """Everything a dialogue may know while it answers this event."""
    return World(
        now=now,
        cases=BoundCases(db, house, conversation.owner, now, sketcher),
        units=house.units,
        staff=BoundStaff(db, incoming, house.reach, now),
        words=house.words,
        ids=house.ids,
        deadlines=BoundDeadlines(db, house.laws),
        figures=LazyFigures(db, house, now),
        committee=house.committee,
        policy=house.policy,
        authorities=BoundAuthorities(db),
        desk=BoundDesk(db, house, conversation, now),
    )


class BoundCases:
    """Implements `ports.Cases` for one person and one transaction."""

    __slots__ = ("_db", "_knocks", "_now", "_owner", "_sketcher", "_sketches", "_units")

    def __init__(self, db: Session, house: House, owner: str, now: datetime, sketcher: Sketcher | None) -> None:
        self._db = db
        self._units = house.units
        self._knocks = house.knocks
        self._sketches = house.sketches
        self._owner = owner
        self._now = now
        self._sketcher = sketcher

    def by_code(self, code: str) -> CaseView | None:
        """A case by its tracking code."""
        row = cases.by_code(self._db, code)
        return self._view(cases.held(self._db, row)) if row else None

    def by_id(self, case: str) -> CaseView | None:
        """A case by its id."""
        row = cases.by_id(self._db, case)
        return self._view(cases.held(self._db, row)) if row else None

    def of_account(self) -> Sequence[CaseView]:
        """Cases of the person whose event this is, newest first."""
        return [self._view(row) for row in cases.of_owner(self._db, self._owner)]

    def waiting(self, units: Sequence[str], officer: str) -> Sequence[CaseView]:
        """Open cases in these units and below, earliest due first."""
        rows = cases.waiting(self._db, self._units.below(units), officer, cases.LIST_LIMIT)
        return [self._view(row) for row in rows]

    def letter(self, case: str) -> Letter:
        """The words of a case."""
        return letter_from(cases.letter(self._db, case))

    def persons(self, case: str) -> Sequence[Person]:
        """Who sent it."""
        return [person_from(record) for record in cases.persons(self._db, case)]

    def life(self, case: str) -> Sequence[LifeEntry]:
        """What happened to a case, oldest first."""
        return [LifeEntry(e.at, e.what, e.by, e.detail) for e in audit.life(self._db, case)]

    def similar(self, case: str) -> Sequence[str]:
        """Codes of earlier letters about the same thing."""
        return [each.code for each in sketches.of_case(self._db, case)[:SIMILAR_SHOWN]]

    def voices(self, unit: str, topic: str, content: str, place: str) -> int:
        """How many other people wrote about this lately."""
        on = local_day(self._now)
        subject = cast("Topic", topic)
        found = sketches.of_words(self._db, unit, subject, content, place, on, self._sketcher, self._sketches)
        return len({each.owner for each in found if each.kind == "kien_nghi_phan_anh"} - {self._owner})

    def others_about(self, case: str) -> int:
        """How many other people wrote about the same thing before this letter."""
        return follows.others(self._db, case)

    def company(self, case: str) -> int | None:
        """How many others told of the matter that its sender follows."""
        return follows.company(self._db, case)

    def code_is_free(self, code: str) -> bool:
        """Whether no case has this code."""
        return cases.code_is_free(self._db, code)

    def related(self, case: str) -> Sequence[CaseView]:
        """The other cases of its matter, the one it was taken out of, and those taken out of it."""
        row = cases.by_id(self._db, case)
        if row is None:
            return []
        return self._views(casework.related(self._db, row.id))

    def chased(self, units: Sequence[str], before: date) -> Sequence[CaseView]:
        """Forwarded cases whose authority owes an answer."""
        return self._views(casework.chased(self._db, self._units.below(units), before.isoformat()))

    def overdue(self, units: Sequence[str], before: date) -> Sequence[CaseView]:
        """Open cases whose own date is over."""
        return self._views(casework.overdue(self._db, self._units.below(units), before.isoformat()))

    def undelivered(self, units: Sequence[str]) -> Sequence[CaseView]:
        """Cases in these units and below whose news waits for their sender, the longest first."""
        return self._views(undelivered.cases_waiting(self._db, self._units.below(units)))

    def may_knock(self, case: str) -> bool:
        """Whether a paid message may ask the sender of a case to write again."""
        return undelivered.may_knock(self._db, case, self._knocks, self._now)

    def link_is_open(self, word: str) -> bool:
        """Whether a word can still join another account."""
        return conversations.link_is_open(self._db, word, self._now)

    def _views(self, ids: Sequence[str]) -> list[CaseView]:
        rows = (cases.by_id(self._db, id) for id in ids)
        return [self._view(row) for row in rows if row is not None]

    def _view(self, row: CaseRow) -> CaseView:
        return case_view(row, mine=row.owner == self._owner)


class BoundStaff:
    """Implements `ports.Staff` for the account of one event."""

    __slots__ = ("_db", "_incoming", "_known", "_me", "_now", "_reach")

    def __init__(self, db: Session, incoming: Incoming, reach: Reach, now: datetime) -> None:
        self._db = db
        self._reach = reach
        self._incoming = incoming
        self._now = now
        self._known = False
        self._me: Officer | None = None

    def me(self) -> Officer | None:
        """The officer whose account this event came from; looked up once."""
        if not self._known:
            row = staff.officer_of(self._db, self._incoming.channel, self._incoming.account)
            self._me = officer_from(row) if row else None
            self._known = True
        return self._me

    def by_id(self, officer: str) -> Officer | None:
        """A member of staff by id."""
        row = staff.get(self._db, officer)
        return officer_from(row) if row else None

    def serving(self, unit: str) -> Sequence[Officer]:
        """Confirmed officers with an account whose own list names this unit."""
        return [officer_from(row) for row in staff.serving(self._db, unit)]

    def pending(self) -> Sequence[Officer]:
        """Accounts that opened an invitation and await an admin."""
        return [officer_from(row) for row in staff.pending(self._db)]

    def everybody(self) -> Sequence[Officer]:
        """Everybody who was let in."""
        return [officer_from(row) for row in staff.everybody(self._db) if row.confirmed]

    def is_staff_chat(self) -> bool:
        """Whether the group of this event is a staff chat."""
        return bool(self.chat_unit())

    def chat_unit(self) -> str:
        """The unit whose staff chat the group of this event is, or ""."""
        return chats.unit_of(self._db, self._incoming.channel, self._incoming.peer) or ""

    def can_be_told(self, officer: str) -> bool:
        """Whether an officer has a private chat or an address that can be written to now."""
        return staff.can_be_told(self._db, officer, self._reach, self._now) is not None

    def invited(self, word: str) -> Officer | None:
        """Whom a word still lets in."""
        row = staff.invited(self._db, word, self._now)
        return officer_from(row) if row is not None else None


class BoundAuthorities:
    """Implements `ports.Authorities` for one transaction."""

    __slots__ = ("_db",)

    def __init__(self, db: Session) -> None:
        self._db = db

    def offered(self) -> Sequence[Authority]:
        """Every authority that a letter may be forwarded to."""
        return [
            Authority(each.code, each.name, each.address, each.unit, each.topics)
            for each in authorities.offered(self._db)
        ]


class LazyFigures:
    """Implements `ports.Figures`; the counting is built only when somebody asks."""

    __slots__ = ("_db", "_house", "_now")

    def __init__(self, db: Session, house: House, now: datetime) -> None:
        self._db = db
        self._house = house
        self._now = now

    def paragraph(self, unit: str, period: str, *, public: bool) -> str:
        """The counts of one unit and below over one period, in a paragraph."""
        return self._house.figures(self._db, local_day(self._now)).paragraph(unit, period, public=public)
