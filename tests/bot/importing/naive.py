"""Figures counted straight from the lines of registers, without any code of the program."""

from __future__ import annotations

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


def standing(letter: Line, day: date) -> str:
    """The outcome that stands in the evening of a day."""
    last = ""
    for on, outcome in letter["history"]:
        if on <= day.isoformat():
            last = outcome
    return last


def figure(name: str, those: list[Line], first: date, last: date) -> int:
    """One figure of some letters, read literally from its definition."""
    start, end = first.isoformat(), last.isoformat()

    def within(day: str | None) -> bool:
        return day is not None and start <= day <= end

    received = [x for x in those if within(x["received_on"])]
    eve = first - timedelta(days=1)
    before = [x for x in those if x["received_on"] < start]
    carried = [x for x in before if not standing(x, eve) or any(within(on) and not o for on, o in x["history"])]
    here = [x for x in those if x["received_on"] <= end]
    waiting = [x for x in here if not standing(x, last)]
    handled = [x for x in here if standing(x, last) and any(within(on) and o for on, o in x["history"])]
    eligible = [x for x in received if x["eligible"]]
    match name:
        case "received":
            return len(received)
        case "carried_over":
            return len(carried)
        case "total":
            return len(carried) + len(received)
        case "handled":
            return len(handled)
        case "open":
            return len(waiting)
        case "eligible":
            return len(eligible)
        case "ineligible":
            return len(received) - len(eligible)
        case "anonymous":
            return sum(x["anonymous"] for x in received)
        case "urged":
            return sum(any(within(day) for day in x["urged"]) for x in those)
        case "replied" | "resolved":
            return sum(within(x.get(f"{name}_on")) for x in those)
        case "received_matters":
            return len({x.get("matter") or ("own", x["ref"]) for x in received})
        case "eligible_matters":
            return len({x.get("matter") or ("own", x["ref"]) for x in eligible})
        case "received_people":
            known = {x["person"] for x in received if "person" in x}
            return len(known) + sum(x.get("signers", 1) - ("person" in x) for x in received)
        case _:
            return sum(standing(x, last) == name for x in handled)
