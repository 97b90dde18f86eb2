"""Whether a letter meets the conditions to be handled: the checklist of its kind, answered by facts and officers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from cases.kinds import Kind
from cases.records import record
from cases.rulebook import read_rules


@record(frozen=True, slots=True)
class Item:
    """One condition. `known` names the fact that answers it, "" where an officer has to; `ask`: the sender can
    bring it."""

    name: str
    kinds: frozenset[Kind]
    article: str
    known: str = ""
    must: bool = True
    ask: bool = False
    anonymous: bool = False


@record(frozen=True, slots=True)
class Verdict:
    """What the checklist says. `eligible` is None while an answer is open."""

    eligible: bool | None
    missing: tuple[Item, ...]
    """Conditions that do not hold, with those that are only good to have."""
    open: tuple[Item, ...]
    """Conditions that an officer has not answered yet."""


def checklist(kind: str, *, anonymous: bool) -> tuple[Item, ...]:
    """The conditions for a letter of this kind. An anonymous denunciation has those of Luật Tố cáo Art 25(2)."""
    own = anonymous and kind == "to_cao"
    found = (item for item in _items() if kind in item.kinds)
    return tuple(item for item in found if item.anonymous == own or item.name == "not_elsewhere")


def judge(kind: str, facts: Mapping[str, bool], answers: Mapping[str, bool], *, anonymous: bool) -> Verdict:
    """The verdict of what is known (`facts`) and what the officer answered (`answers`, which win)."""
    items = checklist(kind, anonymous=anonymous)
    held = {item.name: _held(item, facts, answers) for item in items}
    missing = tuple(item for item in items if held[item.name] is False)
    open_items = tuple(item for item in items if held[item.name] is None)
    if any(item.must for item in missing):
        return Verdict(False, missing, open_items)
    return Verdict(None if open_items else True, missing, open_items)


def _held(item: Item, facts: Mapping[str, bool], answers: Mapping[str, bool]) -> bool | None:
    if item.name in answers:
        return answers[item.name]
    return facts.get(item.known, False) if item.known else None


# The file is part of the program and cannot change while it runs, so one reading serves everybody.
@cache
def _items() -> tuple[Item, ...]:
    data = read_rules("eligibility.toml")
    return tuple(
        Item(
            name=row["name"],
            kinds=frozenset(row["kinds"]),
            article=row["article"],
            known=row["known"],
            must=row["must"],
            ask=row["ask"],
            anonymous=row.get("anonymous", False),
        )
        for row in data["item"]
    )
