"""An officer's work with one letter, in private: the list, opening it, taking it, and giving it an outcome."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from cases.dates import local_day
from cases.fold import fold
from cases.kinds import OPEN_STATUSES, Outcome
from cases.lifecycle import Verb
from handlers import staff_desk, staff_moves
from handlers.effects import Audit, Effect, Letter, MakeDoor, MoveCase, Notify, Say, Tell
from handlers.effects_casework import Refer
from handlers.messages import Option, Outgoing, Text
from handlers.ports import CaseView, Officer, World
from handlers.staff_authorities import authorities_for, buttons, numbered
from handlers.staff_notice import staff_card
from handlers.staff_rights import permits, shown_in_chat
from handlers.staff_words import case_for, case_named, choice, left, place_words, read_day, tell
from handlers.state import Draft
from handlers.talk import Answer, Flow, OpenQuestion, Picked, Prompt, Question, Taken, Talk, case_of, say

DOOR_MINUTES: Final = 5
OUTCOME_OF: Final[dict[str, Outcome]] = {
    "huongdan": "guided",
    "chuyen": "forwarded",
    "luu": "archived",
    "traloi": "answered",
    "noibo": "own_matter",
    "tradon": "returned",
}
VERB_OF: Final[dict[str, Verb]] = {
    "guided": "guide",
    "forwarded": "forward",
    "archived": "archive",
    "answered": "answer",
    "own_matter": "accept",
    "returned": "return",
}
MAX_RELATED: Final = 6
MAX_AUTHORITY_CHARS: Final = 200
MAX_LIST: Final = 20


# Looking ---------------------------------------------------------------------------------------------------


def open_case(talk: Talk, officer: Officer, argument: str) -> tuple[Effect, ...]:
    """`/don CODE`: the facts, and (if the role permits) the words of a letter or a one-time link to them.

    A denunciation and every record of a person are shown on our own page only; each opening is audited.
    """
    world = talk.world
    case = case_for(talk, officer, argument, "read_text")
    if isinstance(case, tuple):
        return case
    lines = [staff_card(world, case).text]
    effects: list[Effect] = []
    if shown_in_chat(world, case):
        letter = world.cases.letter(case.id)
        effects.append(Audit(case.id, "opened", officer.id))
        lines.append(
            tell(world, "staff-letter", text=letter.content, place=_place(world, letter), when=letter.when or "—")
        )
        added = sum(entry.what == "added" for entry in world.cases.life(case.id))
        if added:
            lines.append(tell(world, "staff-added-count", n=added, code=case.code))
    similar = world.cases.similar(case.id) if case.kind != "to_cao" else ()
    if similar:
        lines.append(tell(world, "staff-similar", codes=", ".join(similar)))
    lines.extend(state_lines(world, case))
    if case.requests:
        lines.append(tell(world, "staff-requests", wants=", ".join(tell(world, f"want-{w}") for w in case.requests)))
    ways = staff_moves.lines(world, officer, case)
    if ways:
        lines.append(ways)
    effects.extend(_door(world, officer, case, lines))
    effects.append(Say(Outgoing("\n\n".join(lines), options=_moves(world, officer, case))))
    return tuple(effects)


def _place(world: World, letter: Letter) -> str:
    """Where it is, as its sender wrote it or put it on the map."""
    if letter.latitude is None or letter.longitude is None:
        return letter.place or "—"
    pin = tell(world, "staff-pin", latitude=f"{letter.latitude:.5f}", longitude=f"{letter.longitude:.5f}")
    return f"{letter.place} ({pin})" if letter.place else pin


def state_lines(world: World, case: CaseView) -> list[str]:
    """What was found and noted of a case beside its status; of a denunciation no authority stands there."""
    found = []
    if case.signed:
        found.append(tell(world, "staff-is-signed"))
    if case.eligible is not None:
        found.append(tell(world, "staff-is-eligible" if case.eligible else "staff-is-ineligible"))
    if case.waits_since is not None:
        found.append(tell(world, "staff-waits-for-sender", day=_day(case.waits_since)))
    if case.sent_on is not None and case.reply_due_on is not None and case.status == "forwarded":
        key = "staff-reply-came" if case.replied else "staff-reply-due"
        day = case.replied_on if case.replied else case.reply_due_on
        found.append(tell(world, key, due=_day(day), n=len(case.urged)))
    others = [other.code for other in world.cases.related(case.id) if not other.closed_words or case.closed_words]
    if others:
        found.append(tell(world, "staff-related", codes=", ".join(others[:MAX_RELATED])))
    return ["\n".join(found)] if found else []


def console_link(talk: Talk, officer: Officer) -> tuple[Effect, ...]:
    """`/console`: a link that signs the officer in once, for five minutes."""
    world = talk.world
    token = world.ids.token()
    link = f"{world.policy.public_url}/console/vao/{token}"
    door = MakeDoor(token, officer.id, "", world.now + timedelta(minutes=DOOR_MINUTES))
    return door, Say(Outgoing(tell(world, "staff-console", link=link, minutes=DOOR_MINUTES), link=link))


# Moving ----------------------------------------------------------------------------------------------------


def take(talk: Talk, officer: Officer, argument: str) -> tuple[Effect, ...]:
    """`Tôi nhận`: the letter is the officer's, and its card changes in place. Taken twice, it stays the first's."""
    world = talk.world
    case = case_for(talk, officer, argument, "take")
    if isinstance(case, tuple):
        return case
    if case.officer:
        owner = world.staff.by_id(case.officer)
        key = "staff-yours-already" if case.officer == officer.id else "staff-taken-already"
        return (say(tell(world, key, code=case.code, officer=owner.name if owner else "")),)
    if case.status not in OPEN_STATUSES:
        return (say(tell(world, "staff-has-outcome", code=case.code)),)
    taken = MoveCase(case.id, "taken", officer.id, status="registered", officer=officer.id)
    after = _after(case, status="registered", officer=officer.id)
    return taken, Notify(case.id, case.unit, staff_card(world, after))


def taken_note(talk: Talk, officer: Officer, argument: str, taken: tuple[Effect, ...]) -> tuple[Say, ...]:
    """What the officer reads, in private, who has just taken a letter: when it is due, and what can be done now."""
    world = talk.world
    case = case_named(talk, argument)
    if case is None or not any(isinstance(effect, MoveCase) for effect in taken):
        return ()
    after = _after(case, status="registered", officer=officer.id)
    text = tell(world, "staff-taken-now", code=case.code, due=case.due_on.strftime("%d/%m/%Y"))
    options = (Option(f"/don {case.code}", tell(world, "opt-open")), *_moves(world, officer, after))
    return (say(text, options=options),)


def begin_ending(talk: Talk, officer: Officer, outcome: str, argument: str) -> Draft | tuple[Effect, ...]:
    """The errand that gives a case an outcome, or why that cannot be."""
    world = talk.world
    case = case_for(talk, officer, argument, "end")
    if isinstance(case, tuple):
        return case
    why = staff_moves.refusal(world, case, VERB_OF[outcome])
    if why:
        return (say(why, options=staff_moves.buttons(world, officer, case)),)
    return Draft(world.ids.id(), "ending", answers={"case": case.id, "outcome": outcome})


def _finish(talk: Talk) -> Taken:
    world, draft = talk.world, talk.draft
    officer = world.staff.me()
    case = world.cases.by_id(str(draft.get("case")))
    outcome = str(draft.get("outcome"))
    if case is None or officer is None or not permits(world, officer, case, "end"):
        return Taken(draft, "end", notes=(tell(world, "staff-changed-meanwhile"),))
    if outcome not in VERB_OF or staff_moves.refusal(world, case, VERB_OF[outcome]):
        return Taken(draft, "end", notes=(tell(world, "staff-changed-meanwhile"),))
    today = local_day(world.now)
    detail = {
        "authority": str(draft.get("authority") or ""),
        "number": str(draft.get("number") or ""),
        "on": str(draft.get("on") or today.strftime("%d/%m/%Y")),
        "words": str(draft.get("words") or ""),
    }
    moved = MoveCase(
        case.id,
        outcome,
        officer.id,
        status=outcome,
        officer=case.officer or officer.id,
        outcome_on=today.isoformat(),
        detail=detail,
    )
    after = _after(case, status=outcome, officer=case.officer or officer.id)
    effects: tuple[Effect, ...] = (
        # First by which paper it went and when: the authority's clock runs from that day.
        *((_referral(world, case, draft, detail),) if outcome == "forwarded" else ()),
        moved,
        Tell(
            case.id,
            Outgoing(_letter_to_resident(world, case, outcome, detail), options=_resident_options(world, case)),
        ),
        Notify(case.id, case.unit, staff_card(world, after)),
    )
    notes = [tell(world, "staff-ended", code=case.code)]
    if outcome == "forwarded":
        notes.append(tell(world, "staff-papers-secret" if case.kind == "to_cao" else "staff-papers", code=case.code))
    return Taken(draft, "end", effects=effects, notes=tuple(notes))


def _referral(world: World, case: CaseView, draft: Draft, detail: dict[str, str]) -> Refer:
    """By which paper, and until when an answer is owed: two clocks, the Front's own ends here."""
    sent = read_day(detail["on"], local_day(world.now)) or local_day(world.now)
    due = world.deadlines.reply(case.kind, sent, anonymous=case.anonymous)
    return Refer(
        case.id,
        detail["authority"],
        str(draft.get("authority_code") or ""),
        detail["number"],
        sent.isoformat(),
        due.on.isoformat() if due else "",
        due.rule if due else "",
    )


def _letter_to_resident(world: World, case: CaseView, outcome: str, detail: dict[str, str]) -> str:
    """What the resident is told. Of a denunciation no authority and no words go out by chat: who reads over a
    shoulder must not learn what it was."""
    say_to = world.words.say
    if case.kind == "to_cao":
        place = place_words(world, case, case.language)
        secret = "told-forwarded-secret" if outcome == "forwarded" else "told-secret"
        return say_to(secret, case.language, code=case.code, on=detail["on"], phone=place["phone"])
    has_number = "yes" if detail["number"] else "no"
    return say_to(f"told-{outcome}", case.language, code=case.code, has_number=has_number, **detail)


def _resident_options(world: World, case: CaseView) -> tuple[Option, ...]:
    return (
        Option(f"/tracuu {case.code}", world.words.say("opt-track", case.language)),
        Option(f"/bosung {case.code}", world.words.say("opt-supplement", case.language)),
    )


# The errand ------------------------------------------------------------------------------------------------


class AuthorityStep(Question):
    """To which authority? One of the committee's list, those of this topic and unit first, or typed."""

    name = "authority"

    def wanted(self, talk: Talk) -> bool:
        return bool(talk.draft.get("outcome") == "forwarded")

    def ask(self, talk: Talk) -> Prompt:
        case = case_of(talk)
        found = authorities_for(talk.world, case) if case is not None else ()
        text = "\n".join([tell(talk.world, "staff-ask-authority"), *numbered(found)])
        return Prompt(text, (*buttons(found), choice(talk.world, "stop")))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        if isinstance(answer, Picked):
            if answer.option == "stop":
                return left(talk)
            code = answer.option.removeprefix("to:")
            name = next((each.name for each in talk.world.authorities.offered() if each.code == code), "")
            if name:
                return Taken(draft.with_answer(self.name, name).with_answer("authority_code", code))
        if isinstance(answer, Text) and answer.body.strip():
            words = answer.body.strip()[:MAX_AUTHORITY_CHARS]
            same = (each for each in talk.world.authorities.offered() if fold(each.name) == fold(words))
            known = next(same, None)
            draft = draft.with_answer(self.name, known.name if known else words)
            return Taken(draft.with_answer("authority_code", known.code if known else ""))
        return Taken(draft, "miss", hint=tell(talk.world, "staff-line-hint"))


class _EndingLine(Question):
    """One line of an outcome: what the law or the resident needs to know of it."""

    def __init__(self, name: str, outcomes: tuple[str, ...], ready: tuple[str, ...] = (), limit: int = 200) -> None:
        self.name = name
        self._outcomes = outcomes
        self._ready = ready
        self._limit = limit

    def wanted(self, talk: Talk) -> bool:
        return talk.draft.get("outcome") in self._outcomes

    def ask(self, talk: Talk) -> Prompt:
        case = case_of(talk)
        about = "secret" if case is not None and case.kind == "to_cao" else talk.draft.get("outcome")
        key = f"staff-ask-{self.name}-{about}" if self.name == "words" else f"staff-ask-{self.name}"
        return Prompt(tell(talk.world, key), tuple(choice(talk.world, name) for name in (*self._ready, "stop")))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        draft = talk.draft
        if isinstance(answer, Picked) and answer.option == "stop":
            return left(talk)
        if isinstance(answer, Picked):
            value = local_day(talk.world.now).strftime("%d/%m/%Y") if answer.option == "day_today" else ""
            return Taken(draft.with_answer(self.name, value))
        if isinstance(answer, Text) and answer.body.strip():
            if self.name == "on":
                day = read_day(answer.body, local_day(talk.world.now))
                if day is None:
                    return Taken(draft, "miss", hint=tell(talk.world, "staff-day-hint"))
                return Taken(draft.with_answer(self.name, day.strftime("%d/%m/%Y")))
            return Taken(draft.with_answer(self.name, answer.body.strip()[: self._limit]))
        return Taken(draft, "miss", hint=tell(talk.world, "staff-line-hint"))


class ConfirmStep(OpenQuestion):
    """What the resident will read, before it goes out."""

    name = "confirm"

    def ask(self, talk: Talk) -> Prompt:
        world, draft = talk.world, talk.draft
        case = world.cases.by_id(str(draft.get("case")))
        if case is None:
            return Prompt(tell(world, "staff-no-such-case"), (choice(world, "leave"),))
        today = local_day(world.now).strftime("%d/%m/%Y")
        detail = {name: str(draft.get(name) or "") for name in ("authority", "number", "words")}
        detail["on"] = str(draft.get("on") or today)
        preview = _letter_to_resident(world, case, str(draft.get("outcome")), detail)
        text = tell(world, "staff-preview", code=case.code, text=preview)
        return Prompt(text, (choice(world, "send"), choice(world, "leave")))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if isinstance(answer, Picked):
            if answer.option == "send":
                return _finish(talk)
            return left(talk)
        return Taken(talk.draft, "miss")


FLOW = Flow(
    "ending",
    (
        AuthorityStep(),
        _EndingLine("number", ("forwarded",), ("no_number",)),
        _EndingLine("on", ("forwarded",), ("day_today",)),
        _EndingLine("words", ("guided", "archived", "answered", "own_matter", "returned"), limit=2_000),
        ConfirmStep(),
    ),
)


# Small things ----------------------------------------------------------------------------------------------


def _door(world: World, officer: Officer, case: CaseView, lines: list[str]) -> list[Effect]:
    if not world.policy.public_url:
        return []
    token = world.ids.token()
    lines.append(tell(world, "staff-door", link=f"{world.policy.public_url}/console/vao/{token}", minutes=DOOR_MINUTES))
    return [MakeDoor(token, officer.id, case.id, world.now + timedelta(minutes=DOOR_MINUTES))]


def _moves(world: World, officer: Officer, case: CaseView) -> tuple[Option, ...]:
    options = []
    if not case.officer and case.status in OPEN_STATUSES and permits(world, officer, case, "take"):
        options.append(Option(f"/nhan {case.code}", tell(world, "opt-take")))
    options.extend(staff_moves.buttons(world, officer, case))
    if permits(world, officer, case, "end"):
        if case.requests:
            options.append(Option(f"/yeucau {case.code}", tell(world, "opt-answer-request")))
        if case.kind in ("to_cao", "khieu_nai") and not case.signed:
            options.append(Option(f"/kyten {case.code}", tell(world, "opt-signed")))
    return (*options, *staff_desk.options(world, officer, case))


def _day(day: date | None) -> str:
    return day.strftime("%d/%m/%Y") if day is not None else "—"


def _after(case: CaseView, *, status: str, officer: str) -> CaseView:
    return replace(case, status=status, officer=officer)
