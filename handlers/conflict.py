"""Conflict of interest: whoever a letter is about must not receive it. Asked once, and looked up among the staff.

A hit holds the letter for the unit above, else for the contact that the committee named, else for nobody here: then
its sender learns where to go, and nobody below is told that it exists.
"""

from __future__ import annotations

from cases.conflicts import named, speaks_of_the_front
from cases.records import record
from handlers.content import content
from handlers.effects import Effect, Notify, Remind, TellOfficer
from handlers.ports import CaseView, Officer, Unit, World
from handlers.staff_notice import staff_card, staff_due
from handlers.staff_rights import role_permits
from handlers.talk import Answer, Picked, Prompt, Question, Taken, Talk


@record(frozen=True, slots=True)
class Hold:
    """Where a letter goes. `held_from` is the unit that must not learn of it, "" where there is no conflict."""

    unit: str
    held_from: str = ""
    barred: tuple[str, ...] = ()
    holder: str = ""

    @property
    def sealed(self) -> bool:
        """Whether no unit may have it: at most its holder."""
        return bool(self.held_from) and self.unit == self.held_from


class ConflictStep(Question):
    """Does the person concerned work at this very committee?"""

    name = "conflict"
    stage = 4

    def wanted(self, talk: Talk) -> bool:
        concerned, kind = str(talk.draft.get("concerned") or ""), talk.draft.get("kind")
        if kind not in ("to_cao", "khieu_nai"):
            return False
        # Who leaves the question open may have named the Front's own people in the story.
        return (kind == "to_cao" and bool(concerned)) or speaks_of_the_front(concerned or content(talk.draft))

    def ask(self, talk: Talk) -> Prompt:
        unit = talk.place_words()["unit"]
        return Prompt(
            talk.say("ask-conflict", unit=unit), talk.options("conflict_yes", "conflict_no", "conflict_unknown")
        )

    def take(self, talk: Talk, answer: Answer) -> Taken:
        if not isinstance(answer, Picked):
            return Taken(talk.draft, "miss", hint=talk.say("ask-conflict-hint"))
        notes = (talk.say("conflict-heard"),) if answer.option == "conflict_yes" else ()
        return Taken(talk.draft.with_answer(self.name, answer.option), notes=notes)


def hold(talk: Talk, unit: str) -> Hold:
    """Where the letter of this draft goes instead of `unit`, if it is about somebody there."""
    world, draft = talk.world, talk.draft
    if draft.get("kind") not in ("to_cao", "khieu_nai"):
        return Hold(unit)
    staff = world.staff.everybody()
    said = f"{draft.get('concerned') or ''}\n{content(draft) if draft.get('kind') == 'to_cao' else ''}"
    about = [officer for officer in staff if named(said, (officer.name,))]
    own = world.units.by_code(unit)
    path = own.path if own is not None else (unit,)
    here = [officer for officer in about if any(code in path for code in officer.units)]
    barred = tuple(officer.id for officer in about)
    if draft.get("conflict") != "conflict_yes" and not here:
        return Hold(unit, barred=barred)
    # Somebody of a unit above that is named is no way out: the letter goes on up, past them.
    for code in path[1:]:
        if any(code in officer.units for officer in about):
            continue
        if any(_able(officer, code, str(draft.get("kind"))) for officer in staff):
            return Hold(code, unit, barred)
    contact = next((o for o in staff if named(world.policy.conflict_contact, (o.name,)) and o.id not in barred), None)
    return Hold(unit, unit, barred, contact.id if contact is not None else "")


def _able(officer: Officer, unit: str, kind: str) -> bool:
    return unit in officer.units and role_permits(officer, kind, "take")


def announce(world: World, case: CaseView, held: Hold) -> tuple[Effect, ...]:
    """Who is told of a new letter, and who is told next while nobody has taken it."""
    if held.sealed:
        return (TellOfficer(held.holder, staff_card(world, case, new=True)),) if held.holder else ()
    return (
        Notify(case.id, case.unit, staff_card(world, case, new=True), "new"),
        Remind("ack", f"{case.id}:1", staff_due(world, case.urgent)),
    )


def told(talk: Talk, held: Hold) -> str:
    """What the sender reads of it on the receipt: who has it, or where to go."""
    if not held.held_from:
        return ""
    world = talk.world
    below = _name(world.units.by_code(held.held_from), held.held_from)
    if not held.sealed:
        return talk.say("receipt-held", below=below, unit=_name(world.units.by_code(held.unit), held.unit))
    if world.policy.conflict_contact:
        return talk.say("receipt-held-contact", below=below, contact=world.policy.conflict_contact)
    above = _above(world, held.held_from)
    if above is None:
        return talk.say("receipt-held-nobody", below=below)
    address = above.address or world.committee.address
    return talk.say("receipt-held-above", below=below, unit=above.name, address=address)


def _above(world: World, unit: str) -> Unit | None:
    own = world.units.by_code(unit)
    return world.units.by_code(own.path[1]) if own is not None and len(own.path) > 1 else None


def _name(unit: Unit | None, code: str) -> str:
    return unit.name if unit is not None else code
