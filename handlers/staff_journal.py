"""The registers beside the letters, from the chat: receptions (`/tiepdan`), supervision and meetings (`/hoatdong`).

A line ends in the same tables as an imported one, so that reports count it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from cases.registers import ACTIVITIES, AUTHORITIES, FIELDS, MODES, ActivityRow, PetitionRow, ReceptionRow
from handlers.effects import Audit, Effect
from handlers.effects_staff import NoteActivity, NoteReception, NoteVoterPetition
from handlers.messages import Option
from handlers.ports import Officer, World
from handlers.staff_questions import LEAVE, DayStep, NumberStep, PickStep
from handlers.staff_rights import permits
from handlers.staff_words import case_for, choice, left, tell
from handlers.state import Draft
from handlers.talk import Answer, Flow, OpenQuestion, Picked, Prompt, Taken, Talk, case_of, say

VOTER_PETITION: Final = "voter_petition"
SORTS: Final = (*ACTIVITIES, VOTER_PETITION)
FINDING: Final = "finding"
"""Of a petition, in its life: supervision found by it that something is wrong."""
MANY: Final = 50
"""So many petitions of voters are noted at once."""


def begin(talk: Talk, officer: Officer, name: str, argument: str) -> Draft | tuple[Effect, ...]:
    """`/tiepdan` or `/hoatdong`: the errand that writes a line for one of the officer's units; `/hoatdong CODE`: what
    supervision found by that petition (Nghị quyết liên tịch 403/2017 Art 2(1)(d))."""
    world = talk.world
    if officer.role not in ("officer", "confidential"):
        return (say(tell(world, "journal-not-you")),)
    if name == "hoatdong" and argument:
        return _begin_finding(talk, officer, argument)
    draft = Draft(world.ids.id(), "reception" if name == "tiepdan" else "activity")
    return draft.with_answer("unit", officer.units[0]) if len(officer.units) == 1 else draft


def _begin_finding(talk: Talk, officer: Officer, argument: str) -> Draft | tuple[Effect, ...]:
    case = case_for(talk, officer, argument, "end")
    if isinstance(case, tuple):
        return case
    world = talk.world
    if case.kind != "kien_nghi_phan_anh" or case.closed_words:
        return (say(tell(world, "finding-petitions-only", code=case.code)),)
    if any(entry.what == FINDING for entry in world.cases.life(case.id)):
        return (say(tell(world, "finding-noted-already", code=case.code)),)
    # One work, or one supervision, in which this petition shows what is wrong.
    answers = {"case": case.id, "unit": case.unit, "number": 1, "works": 1, "violations": 1}
    return Draft(world.ids.id(), "finding", answers=answers)


class _ConfirmStep(OpenQuestion):
    """The line as it will stand in the register."""

    name = "confirm"

    def ask(self, talk: Talk) -> Prompt:
        return Prompt(_summary(talk), (choice(talk.world, "write_down"), choice(talk.world, LEAVE)))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        world, draft = talk.world, talk.draft
        if not isinstance(answer, Picked):
            return Taken(draft, "miss", hint=tell(world, "staff-button-hint"))
        if answer.option == LEAVE:
            return left(talk)
        officer = world.staff.me()
        unit = str(draft.get("unit"))
        if officer is None or not _serves(world, officer, unit):
            return Taken(draft, "end", notes=(tell(world, "journal-not-you"),))
        wrong = _wrong(draft)
        if wrong:
            return Taken(draft.without(*wrong), "stay", goto=wrong[0], notes=(tell(world, "journal-wrong"),))
        noted: tuple[Effect, ...] = ()
        if draft.flow == "finding":
            case = case_of(talk)
            if case is None or not permits(world, officer, case, "end"):
                return Taken(draft, "end", notes=(tell(world, "staff-changed-meanwhile"),))
            noted = (Audit(case.id, FINDING, officer.id, {"what": str(draft.get("what"))}),)
        return Taken(draft, "end", effects=(*_lines(draft), *noted), notes=(tell(world, "journal-written"),))


def _wrong(draft: Draft) -> tuple[str, ...]:
    """Numbers that contradict each other: more found wrong than looked at, more put right than found wrong; fewer
    people than visits is no contradiction, one person may come twice."""
    if draft.get("what") != "community_works":
        return ()
    works, violations, remedied = (int(draft.get(name) or 0) for name in ("works", "violations", "remedied"))
    return () if remedied <= violations <= works else ("works", "violations", "remedied")


def _lines(draft: Draft) -> tuple[Effect, ...]:
    # The number of a line is that of its draft: two taps write one line.
    ref, unit, on = f"bot-{draft.id}", str(draft.get("unit")), str(draft.get("on"))
    if draft.flow == "reception":
        row = ReceptionRow(
            ref,
            unit,
            on,
            int(draft.get("visits")),
            int(draft.get("people")),
            str(draft.get("mode")),
            int(draft.get("delegations")),
            draft.get("repeated") == "is_so",
            int(draft.get("matters")),
        )
        return (NoteReception(row),)
    what, number = str(draft.get("what")), int(draft.get("number") or 1)
    if what == VOTER_PETITION:
        level = str(draft.get("level"))
        return tuple(NoteVoterPetition(PetitionRow(f"{ref}/{n}", unit, on, level)) for n in range(1, number + 1))
    counted = ("works", "violations", "remedied") if what == "community_works" else ()
    works = {name: int(draft.get(name)) for name in counted if draft.has(name)}
    return (NoteActivity(ActivityRow(ref, unit, on, what, str(draft.get("field") or ""), number, **works)),)


def _summary(talk: Talk) -> str:
    world, draft = talk.world, talk.draft
    unit = world.units.by_code(str(draft.get("unit")))
    day = date.fromisoformat(str(draft.get("on"))).strftime("%d/%m/%Y")
    head = {"unit": unit.name if unit else str(draft.get("unit")), "day": day}
    if draft.flow == "reception":
        return tell(
            world,
            "journal-sure-reception",
            **head,
            mode=tell(world, f"reception-{draft.get('mode')}"),
            visits=int(draft.get("visits")),
            people=int(draft.get("people")),
            delegations=int(draft.get("delegations")),
            matters=int(draft.get("matters")),
            repeated=str(draft.get("repeated")),
        )
    lines = [tell(world, "journal-sure", **head, what=tell(world, f"journal-{draft.get('what')!s}"))]
    case = case_of(talk)
    if case is not None:
        lines.append(tell(world, "finding-of", code=case.code))
    for name in ("field", "level"):
        if draft.has(name):
            lines.append(tell(world, f"journal-{name}-{draft.get(name)}"))
    for name in ("number", *(_WORKS if draft.get("what") == "community_works" else ())):
        if draft.has(name):
            lines.append(tell(world, f"journal-count-{name}", n=int(draft.get(name))))
    return "\n".join(lines)


def _serves(world: World, officer: Officer, unit: str) -> bool:
    known = world.units.by_code(unit)
    return known is not None and any(code in known.path for code in officer.units)


def _units(talk: Talk) -> Sequence[Option]:
    me = talk.world.staff.me()
    units = [talk.world.units.by_code(code) for code in (me.units if me else ())]
    return [Option(unit.code, unit.name) for unit in units if unit is not None]


def _asks(key: str) -> Callable[[Talk], str]:
    return lambda talk: tell(talk.world, key)


def _options(prefix: str, names: Sequence[str]) -> Callable[[Talk], Sequence[Option]]:
    return lambda talk: [Option(name, tell(talk.world, f"{prefix}-{name}")) for name in names]


def _what_is(*names: str) -> Callable[[Talk], bool]:
    return lambda talk: talk.draft.get("what") in names


_UNIT: Final = PickStep("unit", _asks("journal-ask-unit"), _units)
_DAY: Final = DayStep("on", _asks("journal-ask-on"))
_WORKS: Final = ("works", "violations", "remedied")

_FOUND_BY: Final = ("supervision_independent", "supervision_joint", "community_works")
_REMEDIED: Final = (("0", "finding-remedied-no"), ("1", "finding-remedied-yes"))

FLOWS: Final = (
    Flow(
        "finding",
        (
            PickStep("what", _asks("journal-ask-what"), _options("journal", _FOUND_BY)),
            _DAY,
            PickStep(
                "field", _asks("journal-ask-field"), _options("journal-field", FIELDS), _what_is("supervision_joint")
            ),
            PickStep(
                "remedied",
                _asks("finding-ask-remedied"),
                lambda talk: [Option(n, tell(talk.world, key)) for n, key in _REMEDIED],
                _what_is("community_works"),
            ),
            _ConfirmStep(),
        ),
    ),
    Flow(
        "reception",
        (
            _UNIT,
            _DAY,
            PickStep("mode", _asks("journal-ask-mode"), _options("reception", MODES)),
            NumberStep("visits", _asks("journal-ask-visits"), least=1),
            NumberStep("people", _asks("journal-ask-people"), least=1),
            NumberStep("delegations", _asks("journal-ask-delegations")),
            NumberStep("matters", _asks("journal-ask-matters")),
            PickStep(
                "repeated",
                _asks("journal-ask-repeated"),
                lambda talk: [choice(talk.world, "is_so"), choice(talk.world, "is_not_so")],
            ),
            _ConfirmStep(),
        ),
    ),
    Flow(
        "activity",
        (
            _UNIT,
            PickStep("what", _asks("journal-ask-what"), _options("journal", SORTS)),
            _DAY,
            PickStep(
                "field", _asks("journal-ask-field"), _options("journal-field", FIELDS), _what_is("supervision_joint")
            ),
            PickStep(
                "level", _asks("journal-ask-level"), _options("journal-level", AUTHORITIES), _what_is(VOTER_PETITION)
            ),
            NumberStep("number", _asks("journal-ask-number"), least=1, most=MANY),
            *(NumberStep(name, _asks(f"journal-ask-{name}"), _what_is("community_works")) for name in _WORKS),
            _ConfirmStep(),
        ),
    ),
)
