"""Who may do what with which letter, and which way a letter may go from where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from cases.kinds import OPEN_STATUSES, Kind, Outcome, Role, Status

Action = Literal["see", "read_text", "read_person", "take", "end", "count", "confirm_staff"]
"""see: code, kind, status, dates. read_text: the words and files. read_person: who sent it. take: become its
officer. end: give it an outcome. count: reports. confirm_staff: let a person in."""

MoveRule = Literal["kind-outcome", "status-move", "withdrawn-is-final", "role", "unknown"]


class IllegalMoveError(Exception):
    """This letter may not go that way from where it stands; `rule` names the rule that forbids it."""

    def __init__(self, rule: MoveRule, kind: str, status: str, target: str) -> None:
        super().__init__(f"{rule}: {kind} {status} -> {target}")
        self.rule: Final = rule
        self.kind: Final = kind
        self.status: Final = status
        self.target: Final = target


@dataclass(frozen=True, slots=True)
class Move:
    """One way of a letter: from a status to another, for these kinds, with its source in law."""

    start: Status
    target: Status
    kinds: frozenset[Kind]
    source: str
    signed_paper: bool = False
    """Whether the move waits for a paper signed by the sender."""


def may(role: Role, kind: Kind, action: Action) -> bool:
    """Whether somebody in this role may do this with a letter of this kind."""
    rights = _RIGHTS_DENUNCIATION if kind == "to_cao" else _RIGHTS
    return action in rights.get(role, frozenset())


def outcomes_for(kind: Kind, status: Status) -> tuple[Outcome, ...]:
    """The outcomes that an officer may choose now, the usual one first."""
    if status in OPEN_STATUSES or status == "forwarded":
        return tuple(o for o in _USUAL_ORDER[kind] if move_of(kind, status, o) is not None)
    return ()


def move_of(kind: Kind, status: Status, target: Status) -> Move | None:
    """The rule that lets a letter of this kind go from `status` to `target`, if there is one."""
    for move in MOVES:
        if move.start == status and move.target == target and kind in move.kinds:
            return move
    return None


def check_move(kind: Kind, status: Status, target: Status) -> Move:
    """The move, or `IllegalMoveError` with the key of the rule that forbids it."""
    move = move_of(kind, status, target)
    if move is not None:
        return move
    if status == "withdrawn":
        raise IllegalMoveError("withdrawn-is-final", kind, status, target)
    if any(m.start == status and m.target == target for m in MOVES):
        raise IllegalMoveError("kind-outcome", kind, status, target)
    raise IllegalMoveError("status-move", kind, status, target)


def check_may(role: Role, kind: Kind, action: Action) -> None:
    """Nothing, or `IllegalMoveError` of the rule `role`."""
    if not may(role, kind, action):
        raise IllegalMoveError("role", kind, role, action)


_ALL: Final[frozenset[Kind]] = frozenset({"to_cao", "khieu_nai", "kien_nghi_phan_anh", "khac"})
_LETTERS: Final = _ALL - {"khac"}
_FREE: Final[frozenset[Kind]] = frozenset({"kien_nghi_phan_anh", "khac"})

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

_USUAL_ORDER: Final[Mapping[Kind, tuple[Outcome, ...]]] = MappingProxyType(
    {
        "to_cao": ("forwarded", "guided", "archived", "answered", "withdrawn"),
        "khieu_nai": ("guided", "forwarded", "archived", "answered", "withdrawn"),
        "kien_nghi_phan_anh": ("forwarded", "answered", "guided", "archived", "withdrawn"),
        "khac": ("guided", "answered", "archived", "withdrawn"),
    }
)


def _from_open(target: Status, kinds: frozenset[Kind], source: str, paper: bool = False) -> tuple[Move, Move]:
    return Move("submitted", target, kinds, source, paper), Move("registered", target, kinds, source, paper)


MOVES: Final[tuple[Move, ...]] = (
    Move("submitted", "registered", _ALL, "TT 05/2021/TT-TTCP Art 5"),
    *_from_open("guided", _ALL, "Luật Tiếp công dân Art 26, 28; Luật Tố cáo Art 24(2)"),
    # What is no letter in law is not sent on; an officer who sees more in it corrects the kind first.
    *_from_open("forwarded", _LETTERS, "Luật Tố cáo Art 24(2); Luật Tiếp công dân Art 26(2)(b)"),
    *_from_open("archived", _ALL, "TT 05/2021/TT-TTCP Art 28"),
    # A complaint or a denunciation is answered only as a matter of the Front's own organisation.
    *_from_open("answered", _ALL, "Luật Khiếu nại Art 66; Luật Tiếp công dân Art 4(3), 28"),
    *_from_open("withdrawn", _FREE, "no rule: free"),
    *_from_open("withdrawn", _LETTERS - _FREE, "Luật Khiếu nại Art 10; ND 156/2026 form 02", paper=True),
    Move("forwarded", "answered", _LETTERS, "Luật MTTQ Art 30; TT 01/2024/TT-TTCP (văn bản phúc đáp)"),
    Move("forwarded", "registered", _LETTERS, "returned by the agency as not its own: TT 05/2021 Art 8"),
    # A forwarded denunciation stays with the receiver, who decides on its withdrawal.
    Move("forwarded", "withdrawn", frozenset({"khieu_nai"}), "Luật Khiếu nại Art 10", signed_paper=True),
    Move("forwarded", "withdrawn", frozenset({"kien_nghi_phan_anh"}), "no rule: free"),
    Move("guided", "registered", _ALL, "new facts"),
    Move("archived", "registered", _ALL, "new facts: Luật Tố cáo Art 33; TT 05/2021/TT-TTCP Art 28"),
    Move("answered", "registered", _ALL, "reopened on new facts"),
)
