"""Figures counted straight from the lines of registers, without any code of the program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

Line = dict[str, Any]
FIGURES = (
    "received",
    "carried_over",
    "total",
    "handled",
    "open",
    "eligible",
    "ineligible",
    "anonymous",
    "forwarded",
    "guided",
    "returned",
    "archived",
    "answered",
    "withdrawn",
    "split",
    "duplicate",
    "own_matter",
    "urged",
    "replied",
    "resolved",
    "received_matters",
    "received_people",
    "eligible_matters",
)
PARENT = {"CAUGIAY": "HN", "CAUGIAY.DICHVONG": "CAUGIAY", "CAUGIAY.YENHOA": "CAUGIAY", "TAYHO": "HN", "YENHOA": "HN"}
LEVEL = {
    "HN": "thanh_pho",
    "CAUGIAY": "quan",
    "TAYHO": "quan",
    "CAUGIAY.DICHVONG": "phuong",
    "CAUGIAY.YENHOA": "phuong",
    "YENHOA": "phuong",
}


def letters(lines: Iterable[Line]) -> list[Line]:
    """Each letter with its days put together."""
    lines = list(lines)
    found = []
    for case in lines:
        if case["type"] != "case":
            continue
        events = [e for e in lines if e["type"] == "event" and e["case"] == case["ref"]]
        letter = {**case, "urged": list(case.get("urged_on", [])), "history": [], "moves": []}
        if case["outcome"]:
            letter["history"].append((case["outcome_on"], case["outcome"]))
        for event in sorted(events, key=lambda e: (e["on"], e["ref"])):
            if event["what"] == "transferred":
                letter["moves"].append((event["on"], event["to"]))
            if event["what"] == "reopened":
                letter["history"].append((event["on"], ""))
            if event["what"] == "ended":
                letter["history"].append((event["on"], event["to"]))
        found.append(letter)
    return found


def unit_of(letter: Line, last: date) -> str:
    """The unit that a letter lies with in the evening of a day."""
    return str([letter["unit"], *(to for on, to in letter["moves"] if on <= last.isoformat())][-1])


def inside(unit: str, top: str) -> bool:
    while unit:
        if unit == top:
            return True
        unit = PARENT.get(unit, "")
    return False


def standing(letter: Line, day: str) -> str:
    """The outcome that stands in the evening of an ISO day."""
    last = ""
    for on, outcome in letter["history"]:
        if on <= day:
            last = outcome
    return last


def marks(letter: Line, first: date, last: date) -> frozenset[str]:
    """The figures that one letter counts in, each read literally from its definition."""
    start, end, eve = first.isoformat(), last.isoformat(), (first - timedelta(days=1)).isoformat()

    def within(day: str | None) -> bool:
        return day is not None and start <= day <= end

    came, history = letter["received_on"], letter["history"]
    received, here = within(came), came <= end
    outcome = standing(letter, end)
    handled = here and bool(outcome) and any(within(on) and o for on, o in history)
    before = came < start
    carried = before and (not standing(letter, eve) or any(within(on) and not o for on, o in history))
    told = {
        "received": received,
        "carried_over": carried,
        "total": received or carried,
        "handled": handled,
        outcome: handled,
        "open": here and not outcome,
        "eligible": received and letter["eligible"],
        "ineligible": received and not letter["eligible"],
        "anonymous": received and letter["anonymous"],
        "urged": any(within(day) for day in letter["urged"]),
        "replied": within(letter.get("replied_on")),
        "resolved": within(letter.get("resolved_on")),
    }
    return frozenset(name for name, holds in told.items() if holds)


def figures(those: Iterable[tuple[Line, frozenset[str]]]) -> Counter[str]:
    """Every figure of some letters, each with its marks."""
    found: Counter[str] = Counter()
    matters: dict[str, set[Any]] = {"received": set(), "eligible": set()}
    people = set()
    for letter, told in those:
        found.update(told)
        for name in matters:
            if name in told:
                matters[name].add(letter.get("matter") or ("own", letter["ref"]))
        if "received" in told:
            found["received_people"] += letter.get("signers", 1) - ("person" in letter)
            people |= {letter["person"]} if "person" in letter else set()
    found["received_people"] += len(people)
    found.update({f"{name}_matters": len(behind) for name, behind in matters.items()})
    return found
