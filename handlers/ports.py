"""What a dialogue may look up: small synchronous Protocols, bound to the running transaction, dicts in tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date, datetime
from typing import Protocol

from cases.owntopics import OwnTopic
from cases.records import record
from handlers.effects import Letter, Person
from handlers.ports_staff import Desk, NoDesk


@record(frozen=True, slots=True)
class CaseView:
    """A case as facts without words: nothing in it may identify anybody."""

    id: str
    code: str
    unit: str
    kind: str
    topic: str
    status: str
    channel: str
    received_at: datetime
    received_on: date
    due_on: date
    due_rule: str
    urgent: bool = False
    anonymous: bool = False
    language: str = "vi"
    officer: str = ""
    outcome_on: date | None = None
    files: int = 0
    mine: bool = False
    """Whether the account of this event filed it (or joined the one that did)."""
    requests: tuple[str, ...] = ()
    """What the resident has asked for and no officer has answered yet: delete, withdraw, consent, data, forced."""
    signed: bool = False
    """Whether a signed letter is there, or its sender came in person."""
    undelivered: int = 0
    """How much news of it could not be delivered to its sender."""
    signed_on: date | None = None
    eligible: bool | None = None
    """Whether it meets the conditions; None where nobody has decided."""
    evidence: bool | None = None
    """Of an anonymous denunciation: whether Luật Tố cáo Art 25(2) lets it be handled."""
    matter: str = ""
    parent: str = ""
    duplicate_of: str = ""
    authority: str = ""
    document: str = ""
    sent_on: date | None = None
    reply_due_on: date | None = None
    urged_on: tuple[date, ...] = ()
    replied_on: date | None = None
    resolved_on: date | None = None
    escalated_on: date | None = None
    guided_on: date | None = None
    reopened_for: str = ""
    waits_since: date | None = None
    """Its sender was asked for something on this day and has not answered: it is their turn."""
    secret: bool = False
    """Its words hold a denunciation, whatever its own kind: it is opened like one."""
    held_from: str = ""
    """The unit that must not learn of it, since it is about somebody there."""
    barred: tuple[str, ...] = ()
    """Officers who must not handle it, or know of it."""
    own_topic: str = ""
    """The committee's own topic under `topic`; "" where there is none."""
    erased_on: date | None = None
    """The day on which its words were erased, since the time for which they were kept is over."""

    @property
    def sealed(self) -> bool:
        """Whether it is about the only unit that could have it: only its holder, if there is one, knows of it."""
        return bool(self.held_from) and self.unit == self.held_from

    @property
    def apart(self) -> bool:
        """Whether it is a denunciation taken out of a mixed letter: no group is told of it."""
        return self.kind == "to_cao" and bool(self.parent)

    @property
    def closed_words(self) -> bool:
        """Whether its words are opened like those of a denunciation."""
        return self.kind == "to_cao" or self.secret

    @property
    def urged(self) -> tuple[date, ...]:
        """The days on which the authority that has it now was urged."""
        return tuple(day for day in self.urged_on if self.sent_on is None or day >= self.sent_on)

    @property
    def replied(self) -> bool:
        """Whether the authority that has it now has answered."""
        return self.replied_on is not None and (self.sent_on is None or self.replied_on >= self.sent_on)


@record(frozen=True, slots=True)
class LifeEntry:
    """One entry of a case's life. `detail` is opened only by who may read the case."""

    at: datetime
    what: str
    by: str
    detail: Mapping[str, str] = field(default_factory=dict)


class Cases(Protocol):
    """Cases, as the running transaction sees them."""

    def by_code(self, code: str) -> CaseView | None: ...

    def by_id(self, case: str) -> CaseView | None: ...

    def of_account(self) -> Sequence[CaseView]:
        """Cases of the person whose event this is, newest first, at most 20."""

    def waiting(self, units: Sequence[str], officer: str) -> Sequence[CaseView]:
        """Open cases in these units (and below), earliest due first, at most 500; `officer` narrows to theirs."""

    def letter(self, case: str) -> Letter:
        """The words of a case. The caller must audit that they were opened."""

    def persons(self, case: str) -> Sequence[Person]:
        """Who sent it. The caller must audit that they were opened."""

    def life(self, case: str) -> Sequence[LifeEntry]:
        """What happened to a case, oldest first."""

    def related(self, case: str) -> Sequence[CaseView]:
        """The other cases of its matter, the letter it was taken out of, and those taken out of it."""

    def chased(self, units: Sequence[str], before: date) -> Sequence[CaseView]:
        """Forwarded cases of these units (and below) whose authority owes an answer since before that day."""

    def overdue(self, units: Sequence[str], before: date) -> Sequence[CaseView]:
        """Open cases of these units (and below) whose own date was before that day."""

    def similar(self, case: str) -> Sequence[str]:
        """Codes of earlier letters of the same unit about the same thing, the likeliest first, at most 3; none for
        a denunciation."""

    def voices(self, unit: str, topic: str, content: str, place: str) -> int:
        """How many other people wrote about this to this unit lately; denunciations are not looked at."""

    def others_about(self, case: str) -> int:
        """How many other people wrote a petition about the same thing before this one, which they may follow."""

    def company(self, case: str) -> int | None:
        """How many other people told of the matter that its sender follows; None where they follow none."""

    def code_is_free(self, code: str) -> bool: ...

    def undelivered(self, units: Sequence[str]) -> Sequence[CaseView]:
        """Cases in these units (and below) whose news could not be delivered, the longest waiting first."""

    def may_knock(self, case: str) -> bool:
        """Whether a paid message may ask the sender of a case to write again: approved, and within the budget."""

    def link_is_open(self, word: str) -> bool:
        """Whether a word made with MakeLinkWord can still join another account."""


@record(frozen=True, slots=True)
class Unit:
    """A committee in the tree. `path` is its own code and those above it, nearest first."""

    code: str
    name: str
    level: str
    path: tuple[str, ...] = ()
    phone: str = ""
    address: str = ""
    hours: str = ""
    names: tuple[str, ...] = ()
    """Other names people use for it, old wards that became part of it among them."""


class Units(Protocol):
    """The tree of committees."""

    def by_code(self, code: str) -> Unit | None: ...

    def root(self) -> Unit: ...

    def receiving(self) -> Sequence[Unit]:
        """Wards, communes and special zones that take letters today, in the order of the config."""

    def search(self, text: str) -> Sequence[Unit]:
        """Receiving units named in the text, by new or old name, with or without marks; best first."""

    def elsewhere(self, text: str) -> str:
        """A ward named in the text that exists but is not one of ours, by its name of today; "" if there is none."""


@record(frozen=True, slots=True)
class Officer:
    """A member of staff. `units` are the codes they serve: those and all below."""

    id: str
    name: str
    role: str
    units: tuple[str, ...]
    confirmed: bool = True


class Staff(Protocol):
    """Who works here and what they may see."""

    def me(self) -> Officer | None:
        """The officer whose account this event came from, or None."""

    def by_id(self, officer: str) -> Officer | None: ...

    def serving(self, unit: str) -> Sequence[Officer]:
        """Confirmed officers with an account whose own unit list names this unit, in a steady order."""

    def pending(self) -> Sequence[Officer]:
        """Accounts that opened an invitation and await an admin."""

    def everybody(self) -> Sequence[Officer]:
        """Everybody who was let in."""

    def is_staff_chat(self) -> bool:
        """Whether the group of this event is a staff chat."""

    def chat_unit(self) -> str:
        """The unit whose staff chat the group of this event is, or ""."""

    def can_be_told(self, officer: str) -> bool:
        """Whether an officer has a private chat or an address that can be written to now."""

    def invited(self, word: str) -> Officer | None:
        """Whom a word still lets in."""


Forms = Mapping[str, Sequence[tuple[int, str]]]
"""Words by their folded form: for each the places of what they stand for, and how they are written."""


class Words(Protocol):
    """The sentences. Arguments are put in as they are: the caller shortens what a resident wrote."""

    def say(self, key: str, lang: str, /, **arguments: str | int) -> str: ...

    def also(self, key: str, lang: str, /) -> tuple[str, ...]:
        """Other words for the same option or command (attribute `.also`, separated by `|`), in lower case."""

    def forms(self, keys: tuple[tuple[str, str], ...], /) -> Forms:
        """The other words of many keys, each in its language; a place is one of `keys`."""

    def languages(self) -> Sequence[str]: ...

    def __hash__(self) -> int:
        """A program has one book: what is made of its sentences alone may be kept by it."""


class Ids(Protocol):
    """New names for new things; the only source of chance."""

    def id(self) -> str: ...

    def code(self) -> str:
        """A tracking code with its check character."""

    def word(self) -> str:
        """A one-time word of 10 characters that can be read out and typed."""

    def token(self) -> str:
        """An unguessable token for a one-time link."""


@record(frozen=True, slots=True)
class Due:
    """A date by which the committee must act, and the rule that says so."""

    on: date
    rule: str
    article: str


class Deadlines(Protocol):
    """The committee's own first date for a letter."""

    def first(self, kind: str, received_on: date, *, anonymous: bool) -> Due: ...

    def reply(self, kind: str, sent_on: date, *, anonymous: bool) -> Due | None:
        """Until when an authority owes an answer to what it was sent on that day; None where none is owed."""

    def working_from(self, day: date) -> date:
        """That day if the committee works on it, else the next on which it does."""


@record(frozen=True, slots=True)
class Authority:
    """A body that letters are forwarded to. `unit` is the committee it stands beside, "" for all."""

    code: str
    name: str
    address: str = ""
    unit: str = ""
    topics: tuple[str, ...] = ()


class Authorities(Protocol):
    """Where letters can be forwarded to."""

    def offered(self) -> Sequence[Authority]:
        """Every authority that is offered today."""


class NoAuthorities:
    """A committee that has named none: officers type them."""

    def offered(self) -> Sequence[Authority]:
        """None."""
        return ()


class Figures(Protocol):
    """The counts, for a message: the paragraph of one unit (and below) over one period."""

    def paragraph(self, unit: str, period: str, *, public: bool) -> str:
        """The month of today where `period` is empty; `public`: for a group, kinds only where nobody can be guessed.

        Raises ValueError (its text is a message key) for a period that cannot be read or that does not add up.
        """


@record(frozen=True, slots=True)
class Place:
    """How a committee is reached by a person: every failure names it."""

    name: str
    phone: str
    address: str
    hours: str


@record(frozen=True, slots=True)
class Policy:
    """Settings that a dialogue obeys."""

    consent_version: str = "2026-11"
    content_in_chat: str = "petitions"
    acknowledge_minutes: int = 60
    urgent_minutes: int = 10
    quiet_from: str = "21:00"
    quiet_to: str = "06:30"
    draft_days: int = 30
    consent_hours: int = 72
    max_files: int = 10
    max_file_mb: int = 20
    letters_a_day: int = 20
    """How many letters one person may send within 24 hours; a danger is always taken."""
    cards_an_hour: int = 20
    """How many letters a place of staff is told of one by one within an hour; of more it is told together."""
    public_url: str = ""
    conflict_contact: str = ""
    """Whom residents turn to when a letter is about the committee that has none above it."""
    identity_enclosure: bool = True
    """Whether a denouncer's identity goes to the head of the competent body in a sealed enclosure of its own
    (Luật Tố cáo Art 24(2), 56(2)); else it is given only when that body asks in writing."""
    officer_name: bool = False
    """Whether a message to a resident names the officer who wrote it."""
    window_days: int = 7
    """How long a person may be written to after their last word, where a channel limits that."""
    own_topics: tuple[OwnTopic, ...] = ()
    """Topics that the committee added to the eleven."""
    month: str = "civil"
    """The calendar of a bare month in `/thongke`: civil, or state (15th to 14th)."""


@record(frozen=True, slots=True)
class World:
    """Everything a dialogue may know beside its own state and the event."""

    now: datetime
    cases: Cases
    units: Units
    staff: Staff
    words: Words
    ids: Ids
    deadlines: Deadlines
    figures: Figures
    committee: Place
    policy: Policy = field(default_factory=Policy)
    authorities: Authorities = field(default_factory=NoAuthorities)
    desk: Desk = field(default_factory=NoDesk)
    staff_language: str = "vi"
    """What the officer who is answered reads; what others get is never made with another than the staff's own."""
