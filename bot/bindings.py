"""What a dialogue may look up, bound to the running transaction: the ports of handlers over storage."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final, Protocol, cast

from bot.desk_bindings import BoundDesk
from bot.law import BoundDeadlines, Laws
from bot.views import case_view, letter_from, officer_from, person_from
from cases.codes import make_code
from cases.dates import local_day
from cases.kinds import Topic
from handlers import ports
from handlers.effects import Letter, Person
from handlers.messages import Incoming
from handlers.ports import Authority, CaseView, Figures, LifeEntry, Officer, Place, Policy, Unit, Words, World
from storage import audit, authorities, cases, casework, chats, conversations, follows, sketches, staff, undelivered
from storage.cases import CaseRow
from storage.conversations import Conversation
from storage.session import Session
from storage.sketches import Sketcher
from storage.staff import Reach

SIMILAR_SHOWN: Final = 3
WORD_ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No character that is read or heard as another."""
WORD_CHARS: Final = 10
RECEIVING_LEVELS: Final = frozenset({"phuong", "xa", "dac_khu"})

Search = Callable[[Sequence[Unit], str], Sequence[Unit]]
"""Units named in a text, best first."""
Elsewhere = Callable[[Sequence[Unit], str], str]
"""A ward named in a text that is not one of these units."""


# What is the same for all turns ----------------------------------------------------------------------------


POINTERS: Final = frozenset({"email"})
"""Channels that bring no card, only the news that there is something to see on our pages."""


@dataclass(frozen=True, slots=True)
class House:
    """What every turn knows beside the database: built once by the app."""

    units: UnitTree
    words: Words
    ids: ports.Ids
    figures: Callable[[Session, date], Figures]
    committee: Place
    policy: Policy
    channels: frozenset[str]
    laws: Laws = field(default_factory=Laws)
    templates: tuple[tuple[str, str], ...] = ()
    receptions: Mapping[str, str | Sequence[str | int]] = field(default_factory=dict)
    """On which days each unit receives people, as the config writes it."""
    windows: Mapping[str, timedelta] = field(default_factory=dict)
    """For channels that close a chat after some silence: how long it stays open."""
    knocks: Mapping[str, int] = field(default_factory=dict)
    """For channels with an approved message that asks to write again: how many may be paid for in a month."""
    reach: Reach = field(init=False)

    def __post_init__(self) -> None:
        ways = Reach(self.units.paths, self.channels, frozenset(self.windows), POINTERS)
        object.__setattr__(self, "reach", ways)


class UnitFacts(Protocol):
    """A unit as the config has it."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def level(self) -> str: ...
    @property
    def parent(self) -> str: ...
    @property
    def valid_from(self) -> date | None: ...
    @property
    def valid_to(self) -> date | None: ...
    @property
    def phone(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def hours(self) -> str: ...


class UnitTree:
    """The committees of the config. Implements `ports.Units` for the units that are valid today."""

    def __init__(
        self,
        facts: Sequence[UnitFacts],
        search: Search,
        today: Callable[[], date],
        elsewhere: Elsewhere = lambda units, text: "",
    ) -> None:
        parents = {each.code: each.parent for each in facts}
        self._facts = {each.code: each for each in facts}
        self._units = {each.code: _unit(each, _path(each.code, parents)) for each in facts}
        self._typed = {code.casefold(): unit for code, unit in self._units.items()}
        self._search = search
        self._elsewhere = elsewhere
        self._today = today
        self._below: dict[str, tuple[str, ...]] = {
            code: tuple(each.code for each in self._units.values() if code in each.path) for code in self._units
        }
        self.paths: Mapping[str, tuple[str, ...]] = {unit.code: unit.path for unit in self._units.values()}

    def by_code(self, code: str) -> Unit | None:
        """A unit of any day: an old case still names it. People type codes in any case."""
        return self._units.get(code) or self._typed.get(code.casefold())

    def root(self) -> Unit:
        """The committee that has none above it."""
        return next(unit for unit in self._units.values() if len(unit.path) == 1)

    def receiving(self) -> Sequence[Unit]:
        """Units that take letters today; in a tree without wards, those that have none below them."""
        today = [unit for unit in self._units.values() if self._is_valid(unit.code)]
        wards = [unit for unit in today if unit.level in RECEIVING_LEVELS]
        return wards or [unit for unit in today if len(self._below[unit.code]) == 1]

    def search(self, text: str) -> Sequence[Unit]:
        """Receiving units named in the text, best first."""
        return self._search(self.receiving(), text)

    def elsewhere(self, text: str) -> str:
        """A ward that exists but is not one of ours."""
        return self._elsewhere(self.receiving(), text)

    def below(self, codes: Sequence[str]) -> list[str]:
        """These units and all below them, each once."""
        return list(dict.fromkeys(code for each in codes for code in self._below.get(each, (each,))))

    def _is_valid(self, code: str) -> bool:
        facts = self._facts[code]
        if facts.valid_from is None and facts.valid_to is None:
            return True
        today = self._today()
        return (facts.valid_from or today) <= today <= (facts.valid_to or today)


def _path(code: str, parents: Mapping[str, str]) -> tuple[str, ...]:
    path = [code]
    while (above := parents.get(path[-1], "")) and above in parents and above not in path:
        path.append(above)
    return tuple(path)


def _unit(facts: UnitFacts, path: tuple[str, ...]) -> Unit:
    return Unit(
        facts.code,
        facts.name,
        facts.level,
        path,
        facts.phone,
        facts.address,
        facts.hours,
        tuple(getattr(facts, "names", ())),
    )


class SecretIds:
    """New names from the machine's own source of chance."""

    def id(self) -> str:
        """An unguessable id."""
        return secrets.token_hex(12)

    def code(self) -> str:
        """A tracking code."""
        return make_code(secrets.randbelow)

    def word(self) -> str:
        """A one-time word."""
        return "".join(secrets.choice(WORD_ALPHABET) for _ in range(WORD_CHARS))

    def token(self) -> str:
        """A token for a one-time link."""
        return secrets.token_urlsafe(32)


# What belongs to one turn ----------------------------------------------------------------------------------


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
        figures=LazyFigures(db, house, local_day(now)),
        committee=house.committee,
        policy=house.policy,
        authorities=BoundAuthorities(db),
        desk=BoundDesk(db, house, conversation, now),
    )


class BoundCases:
    """Implements `ports.Cases` for one person and one transaction."""

    __slots__ = ("_db", "_knocks", "_now", "_owner", "_sketcher", "_units")

    def __init__(self, db: Session, house: House, owner: str, now: datetime, sketcher: Sketcher | None) -> None:
        self._db = db
        self._units = house.units
        self._knocks = house.knocks
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
        found = sketches.of_words(self._db, unit, cast("Topic", topic), content, place, on, self._sketcher)
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

    __slots__ = ("_db", "_house", "_today")

    def __init__(self, db: Session, house: House, today: date) -> None:
        self._db = db
        self._house = house
        self._today = today

    def paragraph(self, unit: str, period: str, *, public: bool) -> str:
        """The counts of one unit and below over one period, in a paragraph."""
        return self._house.figures(self._db, self._today).paragraph(unit, period, public=public)
