"""Which way a letter may go from where it stands, by whom, and what the officer has to give: rules/lifecycle.toml."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, Final, Literal, get_args

from cases.kinds import OPEN_STATUSES, OUTCOMES, Kind, Outcome, Role, Status
from cases.records import record
from cases.rulebook import read_rules

Action = Literal["see", "read_text", "read_person", "take", "end", "count", "confirm_staff"]
"""see: code, kind, status, dates. read_text: the words and files. read_person: who sent it. take: become its
officer. end: give it an outcome. count: reports. confirm_staff: let a person in."""

Verb = Literal[
    "take",
    "forward",
    "guide",
    "answer",
    "archive",
    "accept",
    "return",
    "split",
    "duplicate",
    "withdraw",
    "pass_withdrawal",
    "urge",
    "reply",
    "escalate",
    "reopen",
    "reclassify",
    "judge",
    "ask",
    "transfer",
    "join",
    "sign",
]

MoveRule = Literal[
    "kind-outcome",
    "status-move",
    "open-already",
    "not-forwarded",
    "withdrawn-is-final",
    "split-is-final",
    "role",
    "guide-once",
    "forward-once",
    "anonymous-exception",
    "came-on-paper",
    "not-forced",
    "reply-due",
    "no-reply-yet",
    "urged-or-replied",
    "replied",
    "conflict-holds",
]
"""What can forbid a move. Each has its sentence (`rule-…`), with its article."""

RULES: Final[tuple[MoveRule, ...]] = get_args(MoveRule)
VERBS: Final[tuple[Verb, ...]] = get_args(Verb)

REOPENED_FOR: Final = ("new_facts", "sent_back", "mistake", "unsatisfied")
"""Why a letter with an outcome is open again; the last one says nothing new of the matter itself."""
_FRESH: Final = frozenset({"new_facts", "sent_back", "mistake"})


class IllegalMoveError(Exception):
    """This letter may not go that way from where it stands; `rule` names the rule that forbids it."""

    def __init__(self, rule: MoveRule, kind: str, status: str, target: str) -> None:
        super().__init__(f"{rule}: {kind} {status} -> {target}")
        self.rule: Final = rule
        self.kind: Final = kind
        self.status: Final = status
        self.target: Final = target


@record(frozen=True, slots=True)
class Move:
    """One way of a letter: from a status to another, for these kinds, with its source in law.

    `target` is the status it gets, "" where something is only noted. `needs` is what the officer gives, `rules`
    what must be so.
    """

    verb: Verb
    start: Status
    target: Status | Literal[""]
    kinds: frozenset[Kind]
    source: str
    needs: frozenset[str] = frozenset()
    rules: tuple[MoveRule, ...] = ()

    @property
    def signed_paper(self) -> bool:
        """Whether the move waits for a paper signed by the sender."""
        return "signed_paper" in self.needs


@record(frozen=True, slots=True)
class Standing:
    """Where a letter stands, as far as the rules ask. Everything that is not said is not so."""

    kind: Kind
    status: Status
    today: date = date.min
    anonymous: bool = False
    evidence: bool = False
    """Of an anonymous denunciation: whoever did it is named, proof is concrete and can be looked into (Art 25(2))."""
    guided_before: bool = False
    forwarded_before: bool = False
    reopened_for: str = ""
    on_paper: bool = False
    forced: bool = False
    """Its sender says that they are being made to withdraw it."""
    urgent: bool = False
    reply_due: date | None = None
    urged: bool = False
    replied: bool = False
    held: bool = False
    """It is kept from a unit whose staff it concerns."""


# Who -------------------------------------------------------------------------------------------------------


def may(role: Role, kind: Kind, action: Action) -> bool:
    """Whether somebody in this role may do this with a letter of this kind."""
    rights = _RIGHTS_DENUNCIATION if kind == "to_cao" else _RIGHTS
    return action in rights.get(role, frozenset())


def check_may(role: Role, kind: Kind, action: Action) -> None:
    """Nothing, or `IllegalMoveError` of the rule `role`."""
    if not may(role, kind, action):
        raise IllegalMoveError("role", kind, role, action)


# Where to --------------------------------------------------------------------------------------------------


def offers(standing: Standing) -> tuple[Move, ...]:
    """Every move that is lawful now, the usual one first."""
    return tuple(
        move
        for move in moves()
        if move.start == standing.status and standing.kind in move.kinds and not _broken(move, standing)
    )


def check(standing: Standing, verb: Verb) -> Move:
    """The move, or `IllegalMoveError` with the rule that forbids it."""
    named = [move for move in moves() if move.verb == verb]
    there = [move for move in named if move.start == standing.status]
    of_kind = [move for move in named if standing.kind in move.kinds]
    for move in there:
        if standing.kind in move.kinds:
            broken = _broken(move, standing)
            if broken is None:
                return move
            raise IllegalMoveError(broken, standing.kind, standing.status, verb)
    raise IllegalMoveError(_missing(standing, there, of_kind), standing.kind, standing.status, verb)


def outcomes_for(kind: Kind, status: Status) -> tuple[Outcome, ...]:
    """The outcomes that letters of this kind can get from there, the usual one first, whatever else must be so."""
    found = (move.target for move in moves() if move.start == status and kind in move.kinds)
    return tuple(dict.fromkeys(target for target in found if target in OUTCOMES))


def move_of(kind: Kind, status: Status, target: Status) -> Move | None:
    """The row that lets a letter of this kind go from `status` to `target`, if there is one."""
    for move in moves():
        if move.start == status and move.target == target and kind in move.kinds:
            return move
    return None


def check_move(kind: Kind, status: Status, target: Status) -> Move:
    """The row, or `IllegalMoveError` with the key of the rule that forbids it."""
    move = move_of(kind, status, target)
    if move is not None:
        return move
    other_kinds = any(m.start == status and m.target == target for m in moves())
    raise IllegalMoveError(_forbids(status, other_kinds), kind, status, target)


# The file is part of the program and cannot change while it runs, so one reading serves everybody.
@cache
def moves() -> tuple[Move, ...]:
    """The rows of rules/lifecycle.toml, one for each status that a move may start from."""
    data = read_rules("lifecycle.toml")
    return tuple(move for row in data["move"] for move in _rows(row))


def _rows(row: Mapping[str, Any]) -> Iterator[Move]:
    for start in row["from"]:
        yield Move(
            verb=row["verb"],
            start=start,
            target=row["to"],
            kinds=frozenset(row["kinds"]),
            source=row["source"],
            needs=frozenset(row.get("needs", ())),
            rules=tuple(row.get("if", ())),
        )


def _forbids(status: Status, other_kinds: bool) -> MoveRule:
    if status == "withdrawn":
        return "withdrawn-is-final"
    if status == "split":
        return "split-is-final"
    return "kind-outcome" if other_kinds else "status-move"


def _missing(standing: Standing, there: list[Move], of_kind: list[Move]) -> MoveRule:
    """Why no row leads on: `there` are those of the verb from this status, `of_kind` those for this kind."""
    status = standing.status
    rule = _forbids(status, bool(there) or not of_kind)
    if rule != "status-move":
        return rule
    if status in OPEN_STATUSES:
        # What is done after an outcome: to look at it again, or to chase who was sent it.
        starts = {move.start for move in of_kind}
        return "not-forwarded" if starts == {"forwarded"} else "open-already"
    if any(move.target == status for move in of_kind):
        # It has this very outcome: what may be done once per content is refused by that rule.
        once = (_ONCE.intersection(move.rules) for move in of_kind if move.target == status)
        return next((next(iter(rules)) for rules in once if rules), rule)
    return rule


def _broken(move: Move, standing: Standing) -> MoveRule | None:
    return next((rule for rule in move.rules if not _HOLDS[rule](standing)), None)


def _fresh(standing: Standing) -> bool:
    """Whether the matter itself has something new since it was last handled."""
    return standing.reopened_for in _FRESH


_ONCE: Final[frozenset[MoveRule]] = frozenset({"guide-once", "forward-once"})

_HOLDS: Final[Mapping[MoveRule, Callable[[Standing], bool]]] = MappingProxyType(
    {
        # Once per content (Luật Tố cáo Art 24(3); Luật Tiếp công dân Art 28): new facts are new content.
        "guide-once": lambda s: not s.guided_before or _fresh(s),
        "forward-once": lambda s: not s.forwarded_before or _fresh(s),
        "anonymous-exception": lambda s: not s.anonymous or s.evidence or s.urgent,
        "came-on-paper": lambda s: s.on_paper,
        "not-forced": lambda s: not s.forced,
        "reply-due": lambda s: s.urgent or (s.reply_due is not None and s.reply_due < s.today),
        "no-reply-yet": lambda s: not s.replied,
        "urged-or-replied": lambda s: s.urged or s.replied,
        "replied": lambda s: s.replied,
        "conflict-holds": lambda s: not s.held,
    }
)

_RIGHTS: Final[Mapping[Role, frozenset[Action]]] = MappingProxyType(
    {
        "reader": frozenset({"see", "read_text", "count"}),
        "officer": frozenset({"see", "read_text", "read_person", "take", "end", "count"}),
        "confidential": frozenset({"see", "read_text", "read_person", "take", "end", "count"}),
        # Whoever runs the machine reads nobody's letter.
        "admin": frozenset({"see", "count", "confirm_staff"}),
    }
)
_RIGHTS_DENUNCIATION: Final[Mapping[Role, frozenset[Action]]] = MappingProxyType(
    {
        # Luật Tố cáo 25/2018 Art 8(3), 49(2), 56: only who must handle it; the others see that it exists.
        "reader": frozenset({"see", "count"}),
        "officer": frozenset({"see", "count"}),
        "confidential": frozenset({"see", "read_text", "read_person", "take", "end", "count"}),
        "admin": frozenset({"see", "count", "confirm_staff"}),
    }
)
