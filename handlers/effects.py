"""What a dialogue may ask to be done: the closed set of effects, applied in the transaction of the turn."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from cases.records import record
from handlers.effects_casework import CaseworkEffect
from handlers.effects_staff import StaffEffect
from handlers.messages import Media, Outgoing


@record(frozen=True, slots=True)
class Say:
    """Answer in the chat that the event came from."""

    out: Outgoing


@record(frozen=True, slots=True)
class Tell:
    """Write to the resident of a case, in the chat it was filed from (or another of theirs if that is gone)."""

    case: str
    out: Outgoing


@record(frozen=True, slots=True)
class Notify:
    """Write to the staff chats of a unit; where none can be reached, to its officers who may see the case, in
    private, then to the unit above. `out` must hold nothing that a group may not see."""

    case: str
    unit: str
    out: Outgoing
    herald: Literal["", "new", "waiting"] = ""
    """Whether it is the card of a letter that came, or that nobody has taken: where there are many of them within the
    hour, one message tells of them together."""


@record(frozen=True, slots=True)
class TellOfficer:
    """Write to one officer in private."""

    officer: str
    out: Outgoing
    case: str = ""
    """The letter that nobody has taken, if that is what they are told: many are told of together."""


@record(frozen=True, slots=True)
class Person:
    """Somebody whom a letter names as a sender: `role` is sender, principal or representative."""

    role: str
    name: str = ""
    address: str = ""
    contact: str = ""
    relation: str = ""
    note: str = ""


@record(frozen=True, slots=True)
class Letter:
    """The words of a letter: everything that is sealed and opened only by role."""

    content: str
    place: str = ""
    when: str = ""
    concerned: str = ""
    sender: str = ""
    """Who sends: self, other, group or anonymous."""
    size: int = 1
    """Number of people who send it."""
    latitude: float | None = None
    longitude: float | None = None
    why: tuple[str, ...] = ()
    """The pieces of the text that decided the proposed kind."""
    minor: bool = False


@record(frozen=True, slots=True)
class OpenCase:
    """Make a case of a draft. `draft` is a unique key: the same draft twice gives one case."""

    case: str
    code: str
    draft: str
    unit: str
    kind: str
    topic: str
    proposed_kind: str
    urgent: bool
    anonymous: bool
    received_at: datetime
    due_on: str
    due_rule: str
    language: str
    consent_version: str
    consent_at: datetime
    letter: Letter
    persons: tuple[Person, ...]
    held_from: str = ""
    """The unit that must not learn of it, since it is about somebody there."""
    barred: tuple[str, ...] = ()
    """Officers whom it is about."""
    holder: str = ""
    """The officer who alone holds it, where no unit above can."""
    own_topic: str = ""
    """The committee's own topic under `topic`."""


@record(frozen=True, slots=True)
class EnterCase:
    """An officer enters a letter that came by no chat: `opened` as it is to stand, `channel` how it came."""

    opened: OpenCase
    channel: str
    by: str


@record(frozen=True, slots=True)
class MoveCase:
    """Change a case and write why into its audit chain.

    `what` is the audit verb (taken, guided, forwarded, archived, answered, added …); `status` the new status
    or "" if it stays; `officer` the officer it is given to or ""; `outcome_on` an ISO day or ""; `detail` is
    sealed (authority, document number and date, words to the resident).
    """

    case: str
    what: str
    by: str
    status: str = ""
    officer: str = ""
    outcome_on: str = ""
    detail: Mapping[str, str] | None = None


@record(frozen=True, slots=True)
class AddToCase:
    """Put more words (and the files gathered under `draft`) to a case that is already filed."""

    case: str
    draft: str
    text: str


@record(frozen=True, slots=True)
class Audit:
    """Write into a case's chain that somebody did something without changing it (opened the text …)."""

    case: str
    what: str
    by: str
    detail: Mapping[str, str] | None = None


@record(frozen=True, slots=True)
class Knock:
    """Ask the resident of a case, by an approved message that is paid for and tells nothing, to write again."""

    case: str
    at: datetime


@record(frozen=True, slots=True)
class Fetch:
    """Bring a file in: download, check, clean, seal; the answer comes as FileReady or FileRefused."""

    attachment: str
    draft: str
    media: Media


@record(frozen=True, slots=True)
class DropFiles:
    """Erase files of an open draft: all of them, or one."""

    draft: str
    attachment: str = ""


@record(frozen=True, slots=True)
class EraseWords:
    """A draft was refused or given up: what this chat said since then is erased wherever it is kept by itself
    (stored events, the page's own list of messages). Letters that were filed keep theirs."""

    since: datetime


@record(frozen=True, slots=True)
class Remind:
    """Post a Timer at `at`. One timer per (name, subject): a second Remind moves it."""

    name: str
    subject: str
    at: datetime


@record(frozen=True, slots=True)
class Forget:
    """Take a timer back; with an empty `name`, every timer of that subject."""

    name: str
    subject: str


@record(frozen=True, slots=True)
class AskFor:
    """Record a dated request of a resident (delete, withdraw, consent, data) about a case, for the officer."""

    case: str
    what: str
    reason: str = ""


@record(frozen=True, slots=True)
class AnswerRequest:
    """An officer has answered a request of the resident; `detail` (the words) is sealed."""

    case: str
    what: str
    by: str
    detail: Mapping[str, str] | None = None


@record(frozen=True, slots=True)
class Sign:
    """The signed letter has come, or its sender came in person, on an ISO day."""

    case: str
    on: str
    by: str


@record(frozen=True, slots=True)
class Invite:
    """Somebody opened an invitation with a word: bind the account to the staff record, awaiting an admin."""

    word: str


@record(frozen=True, slots=True)
class ConfirmOfficer:
    """An admin accepts (or refuses) an account that opened an invitation."""

    officer: str
    accepted: bool
    by: str


@record(frozen=True, slots=True)
class BindChat:
    """Make the group that the event came from a staff chat of a unit (bound=False: no longer)."""

    unit: str
    by: str
    bound: bool = True


@record(frozen=True, slots=True)
class MakeDoor:
    """A one-time link for an officer: `token` opens `/console/don/CODE` (or the console when case is "")."""

    token: str
    officer: str
    case: str
    until: datetime


@record(frozen=True, slots=True)
class MakeLinkWord:
    """A one-time word that joins another account of the same person to the cases of this one."""

    word: str
    until: datetime


@record(frozen=True, slots=True)
class JoinAccounts:
    """Join this account to the one that made the word."""

    word: str


@record(frozen=True, slots=True)
class MarkGone:
    """The chat of this event can no longer be reached (gone=True) or can again."""

    gone: bool


@record(frozen=True, slots=True)
class MoveChat:
    """The chat of this event goes on under another address."""

    peer: str


Effect = (
    Say
    | Tell
    | Notify
    | TellOfficer
    | OpenCase
    | EnterCase
    | MoveCase
    | AddToCase
    | Audit
    | Knock
    | Fetch
    | DropFiles
    | EraseWords
    | Remind
    | Forget
    | AskFor
    | AnswerRequest
    | Sign
    | Invite
    | ConfirmOfficer
    | BindChat
    | MakeDoor
    | MakeLinkWord
    | JoinAccounts
    | MarkGone
    | MoveChat
    | CaseworkEffect
    | StaffEffect
)
