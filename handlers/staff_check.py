"""Eligibility in a minute: the checklist, answered from what is known and by taps; what is missing is asked for."""

from __future__ import annotations

from typing import Final

from cases.eligibility import Item, Verdict, checklist, judge
from handlers.effects import Audit, Effect, Letter, Notify, Tell
from handlers.effects_casework import AskSender, Judge
from handlers.messages import Option, Outgoing
from handlers.ports import CaseView, Officer, World
from handlers.staff_moves import begin as begin_move
from handlers.staff_notice import staff_card
from handlers.staff_steps import MAX_WORDS_CHARS, Confirm, Line, changed, mine
from handlers.staff_words import choice, left, place_words, tell
from handlers.state import Draft
from handlers.talk import Answer, Flow, OpenQuestion, Picked, Prompt, Taken, Talk, case_of

_IN_WORDS: Final = frozenset({"name", "address", "contact", "concerned", "files"})
"""Facts that are known from the form and can be wrong; whether a signed paper is there is recorded on its own."""


def begin(talk: Talk, officer: Officer, argument: str) -> Draft | tuple[Effect, ...]:
    """`/dieukien CODE`: the errand that goes through the checklist, or why that cannot be."""
    begun = begin_move(talk, officer, argument, "judge", "check")
    if not isinstance(begun, Draft):
        return begun
    return begun.with_answer("facts", facts(talk.world, str(begun.get("case"))))


def begin_asking(talk: Talk, officer: Officer, argument: str) -> Draft | tuple[Effect, ...]:
    """`/hoithem CODE`: the errand that asks the sender something, or why that cannot be."""
    return begin_move(talk, officer, argument, "ask", "ask")


def facts(world: World, case_id: str) -> dict[str, bool]:
    """What is known of a letter, as yes and no: nothing of its words or of a person goes into the errand."""
    case = world.cases.by_id(case_id)
    if case is None:
        return {}
    letter: Letter = world.cases.letter(case_id)
    persons = world.cases.persons(case_id)
    return {
        "name": any(person.name for person in persons),
        "address": any(person.address for person in persons),
        "contact": any(person.contact for person in persons),
        "signature": case.signed,
        "concerned": bool(letter.concerned.strip()),
        "files": case.files > 0,
    }


def _verdict(talk: Talk, case: CaseView) -> Verdict:
    known = dict(talk.draft.get("facts", {}))
    known["signature"] = case.signed
    return judge(case.kind, known, dict(talk.draft.get("given", {})), anonymous=case.anonymous)


def _sheet(talk: Talk, case: CaseView) -> str:
    """The checklist as it stands: what holds, what is missing, what is open."""
    verdict = _verdict(talk, case)
    lines = [tell(talk.world, "staff-check", code=case.code)]
    for item in checklist(case.kind, anonymous=case.anonymous):
        mark = "✗" if item in verdict.missing else "…" if item in verdict.open else "✓"
        lines.append(f"{mark} {tell(talk.world, f'check-item-{item.name}')}")
    return "\n".join(lines)


class ItemStep(OpenQuestion):
    """Does this condition hold? One tap each, only for what no fact answers."""

    name = "item"

    def wanted(self, talk: Talk) -> bool:
        case = case_of(talk)
        return case is not None and bool(_verdict(talk, case).open)

    def ask(self, talk: Talk) -> Prompt:
        case, item = case_of(talk), self._item(talk)
        if case is None or item is None:
            return Prompt(tell(talk.world, "staff-no-such-case"), (choice(talk.world, "stop"),))
        text = tell(talk.world, f"check-ask-{item.name}")
        source = tell(talk.world, "staff-source", source=item.article)
        options = (choice(talk.world, "check_yes"), choice(talk.world, "check_no"), choice(talk.world, "stop"))
        return Prompt(f"{_sheet(talk, case)}\n\n{text} {source}", options)

    def take(self, talk: Talk, answer: Answer) -> Taken:
        item = self._item(talk)
        if not isinstance(answer, Picked):
            return Taken(talk.draft, "miss", hint=tell(talk.world, "staff-button-hint"))
        if answer.option == "stop" or item is None:
            return left(talk)
        # "Has it been sent elsewhere?" is asked as people ask; the condition is that it was not.
        yes = answer.option == "check_yes"
        holds = not yes if item.name == "not_elsewhere" else yes
        given = {**talk.draft.get("given", {}), item.name: holds}
        return Taken(talk.draft.with_answer("given", given), "stay", goto="item")

    def _item(self, talk: Talk) -> Item | None:
        case = case_of(talk)
        found = _verdict(talk, case).open if case is not None else ()
        return found[0] if found else None


class VerdictStep(OpenQuestion):
    """The result: written down, or the sender is asked for what is missing."""

    name = "verdict"

    def ask(self, talk: Talk) -> Prompt:
        case = case_of(talk)
        if case is None:
            return Prompt(tell(talk.world, "staff-no-such-case"), (choice(talk.world, "leave"),))
        verdict = _verdict(talk, case)
        parts = [_sheet(talk, case), tell(talk.world, "staff-eligible" if verdict.eligible else "staff-ineligible")]
        options = [choice(talk.world, "eligible" if verdict.eligible else "ineligible")]
        found = [choice(talk.world, f"has_{item.name}") for item in verdict.missing if item.known in _IN_WORDS]
        if found:
            # What the form has no field for may stand in the words, in what was added, or on the paper.
            parts.append(tell(talk.world, "staff-check-has"))
        message = _to_sender(talk.world, case, verdict)
        if message:
            parts.append(tell(talk.world, "staff-preview", code=case.code, text=message))
            options.insert(0, choice(talk.world, "ask_sender"))
        return Prompt("\n\n".join(parts), (*options, *found, choice(talk.world, "leave")))

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if not isinstance(answer, Picked):
            return Taken(talk.draft, "miss", hint=tell(talk.world, "staff-button-hint"))
        if answer.option.startswith("has_"):
            given = {**talk.draft.get("given", {}), answer.option.removeprefix("has_"): True}
            return Taken(talk.draft.with_answer("given", given), "stay", goto=self.name)
        return left(talk) if answer.option == "leave" else _write(talk, answer.option)


def _to_sender(world: World, case: CaseView, verdict: Verdict) -> str:
    """What is missing, in plain words; of a denunciation only that something is: the rest by a person."""
    asked = [item for item in verdict.missing if item.ask]
    if not asked:
        return ""
    place = place_words(world, case, case.language)
    if case.closed_words:
        return world.words.say("told-missing-secret", case.language, code=case.code, **place)
    lines = [f"• {world.words.say(f'missing-{item.name}', case.language)}" for item in asked]
    return world.words.say(
        "told-missing",
        case.language,
        code=case.code,
        items="\n".join(lines),
        address=place["address"],
        hours=place["hours"],
    )


def ask_sender(world: World, case: CaseView, officer: Officer, text: str, missing: str) -> tuple[Effect, ...]:
    """The message to the sender, with a button that puts the answer to this very letter."""
    options = (Option(f"/bosung {case.code}", world.words.say("opt-supplement", case.language)),)
    detail = {"missing": missing, "words": text}
    return AskSender(case.id, officer.id, detail), Tell(case.id, Outgoing(text, options=options))


def _write(talk: Talk, option: str) -> Taken:
    found = mine(talk, "judge")
    if found is None:
        return changed(talk)
    world, (case, officer) = talk.world, found
    verdict = _verdict(talk, case)
    missing = ", ".join(item.name for item in verdict.missing)
    if option == "ask_sender":
        text = _to_sender(world, case, verdict)
        # Looked at, not decided: an answer may still come.
        effects = (*ask_sender(world, case, officer, text, missing), Audit(case.id, "judged", officer.id))
        return Taken(talk.draft, "end", effects=effects, notes=(tell(world, "staff-asked", code=case.code),))
    own = case.anonymous and case.kind == "to_cao"
    evidence = bool(verdict.eligible) if own else case.evidence
    result = Judge(case.id, bool(verdict.eligible), evidence, officer.id, {"missing": missing})
    effects = (result, Notify(case.id, case.unit, staff_card(world, case)))
    key = "staff-is-eligible" if verdict.eligible else "staff-is-ineligible"
    note = f"{case.code}: {tell(world, key)}"
    return Taken(talk.draft, "end", effects=effects, notes=(note,))


def _ask_words(talk: Talk) -> str:
    case = case_of(talk)
    key = "staff-ask-question-secret" if case is not None and case.closed_words else "staff-ask-question"
    return tell(talk.world, key, code=case.code if case else "")


def _question(talk: Talk, case: CaseView) -> str:
    if case.closed_words:
        place = place_words(talk.world, case, case.language)
        return talk.world.words.say("told-missing-secret", case.language, code=case.code, **place)
    return talk.world.words.say("told-question", case.language, code=case.code, words=str(talk.draft.get("words")))


def _preview(talk: Talk) -> str:
    case = case_of(talk)
    if case is None:
        return tell(talk.world, "staff-no-such-case")
    return tell(talk.world, "staff-preview", code=case.code, text=_question(talk, case))


def _ask(talk: Talk) -> Taken:
    found = mine(talk, "ask")
    if found is None:
        return changed(talk)
    case, officer = found
    effects = ask_sender(talk.world, case, officer, _question(talk, case), str(talk.draft.get("words")))
    note = tell(talk.world, "staff-asked", code=case.code)
    return Taken(talk.draft, "end", effects=effects, notes=(note,))


FLOWS = (
    Flow("check", (ItemStep(), VerdictStep())),
    Flow("ask", (Line("words", _ask_words, limit=MAX_WORDS_CHARS), Confirm(_preview, _ask, yes="send"))),
)
