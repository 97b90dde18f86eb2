"""What an officer's work asks to be done with a case beside moving it: correct, transfer, split, join, judge, chase."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from cases.records import record


@record(frozen=True, slots=True)
class Reclassify:
    """Give a case the kind and topic that an officer found, with the date that follows; the old ones are kept.

    `free`: whoever had it may not have it any more (it turns out to be a denunciation).
    """

    case: str
    kind: str
    topic: str
    due_on: str
    due_rule: str
    reason: str
    by: str
    free: bool = False
    own_topic: str = ""


@record(frozen=True, slots=True)
class Transfer:
    """Give a case to another unit: code and dates stay, nobody has it there yet."""

    case: str
    unit: str
    reason: str
    by: str


@record(frozen=True, slots=True)
class Part:
    """One letter to be taken out of a mixed one. `words` is its part of the text, "" for all of it."""

    id: str
    code: str
    kind: str
    topic: str
    due_on: str
    due_rule: str
    words: str = ""
    own_topic: str = ""


@record(frozen=True, slots=True)
class SplitCase:
    """Take letters of one kind each out of a mixed one (its own outcome is a MoveCase)."""

    case: str
    parts: tuple[Part, ...]
    by: str


@record(frozen=True, slots=True)
class JoinCases:
    """Two cases are about one matter."""

    case: str
    other: str
    by: str


@record(frozen=True, slots=True)
class FollowMatter:
    """The sender of a petition follows it together with the others who told of the same thing before."""

    case: str


@record(frozen=True, slots=True)
class RepeatOf:
    """A case repeats an earlier one (its own outcome is a MoveCase)."""

    case: str
    original: str
    by: str


@record(frozen=True, slots=True)
class Judge:
    """What an officer found by the checklist. `evidence` is Art 25(2) of an anonymous denunciation; None: undecided."""

    case: str
    eligible: bool | None
    evidence: bool | None
    by: str
    detail: Mapping[str, str] | None = None


@record(frozen=True, slots=True)
class AskSender:
    """The sender was asked for what is missing (the message is a Tell); `detail` is sealed."""

    case: str
    by: str
    detail: Mapping[str, str]


@record(frozen=True, slots=True)
class StepBack:
    """This officer must not handle the case: they said so themselves (`self`) or it names them (`named`)."""

    case: str
    officer: str
    source: Literal["self", "named"] = "self"


@record(frozen=True, slots=True)
class Refer:
    """By which paper a case was forwarded to whom, and until when an answer is owed ("" where none is)."""

    case: str
    authority: str
    authority_code: str
    document: str
    sent_on: str
    reply_due_on: str
    reply_rule: str


@record(frozen=True, slots=True)
class Watch:
    """The authority was urged, has replied, or its superior was turned to, on an ISO day; `detail` is sealed.

    `draft`: the scan of the paper is among the files gathered there. `resolved`: the reply settles the matter.
    """

    case: str
    what: Literal["urged", "replied", "escalated"]
    on: str
    by: str
    resolved: bool = False
    draft: str = ""
    detail: Mapping[str, str] | None = None


@record(frozen=True, slots=True)
class EraseCase:
    """The words of an ended case, who sent it and its files are erased; `rule` says by which rule."""

    case: str
    rule: str
    by: str


CaseworkEffect = (
    Reclassify
    | Transfer
    | SplitCase
    | JoinCases
    | FollowMatter
    | RepeatOf
    | Judge
    | AskSender
    | StepBack
    | Refer
    | Watch
    | EraseCase
)
