"""In a group: staff chats get cards and take letters there; a letter itself is never filed or repeated."""

from __future__ import annotations

from cases.codes import read_code
from cases.dates import local_day
from handlers import commands, staff_access, staff_case, staff_guide, staff_report
from handlers.effects import Effect, Say, TellOfficer
from handlers.effects_staff import DeleteHere
from handlers.messages import Choice, Joined, Media, Outgoing, Place, Text, What
from handlers.ports import Officer
from handlers.staff_rights import permits
from handlers.staff_words import tell
from handlers.staff_work import in_brief
from handlers.talk import Talk, say


def answer(talk: Talk) -> tuple[Effect, ...]:
    """What the bot does about one event in a group."""
    what = talk.incoming.what
    world = talk.world
    if isinstance(what, Joined):
        bound = world.staff.is_staff_chat()
        return (say(tell(world, "group-joined-bound" if bound else "group-joined")),)
    if isinstance(what, Choice):
        command = commands.parse(what.option) if what.option.startswith("/") else None
    elif isinstance(what, Text) and what.body.strip()[:1] in ("/", "#"):
        command = commands.parse(what.body)
    elif isinstance(what, Text) and world.staff.is_staff_chat():
        command = commands.read_staff(what.body, world.words)
    else:
        command = None
    if command is None:
        # Staff talk among themselves undisturbed. Elsewhere a person may think that this is the place to file.
        if isinstance(what, Text | Media | Place) and not world.staff.is_staff_chat():
            return (say(tell(world, "group-write-in-private")),)
        return ()
    officer = world.staff.me()
    if command.name == "gan":
        return staff_access.bind_group(talk, officer, command.argument)
    if officer is None or not officer.confirmed:
        key = "group-not-known" if world.staff.is_staff_chat() else "group-write-in-private"
        return (say(tell(world, key)),)
    if command.name == "viec":
        return (_work(talk, officer),)
    if command.name == "thongke":
        return staff_report.month(talk, officer, command.argument)
    if command.name == "nhan":
        # The card changes in place for all; what the taker, a second one or a refused one reads is theirs alone.
        taken = staff_case.take(talk, officer, command.argument)
        told = (*taken, *staff_case.taken_note(talk, officer, command.argument, taken))
        return _in_private(talk, told, officer, command.argument)
    if command.name in ("don", "console") and not world.staff.can_be_told(officer.id):
        # Nothing is opened that nobody would read: no link is made, no opening is written down.
        return (_on_the_page(talk, command.argument),)
    if command.name == "don":
        return _in_private(talk, staff_case.open_case(talk, officer, command.argument), officer)
    if command.name == "console":
        return _in_private(talk, staff_case.console_link(talk, officer), officer)
    if command.name == "trogiup":
        return _in_private(talk, (say(staff_guide.help_words(world, officer)),), officer)
    return _away(talk, what, officer)


def _work(talk: Talk, officer: Officer) -> Say:
    """The open letters of the chat's unit: code, date and who has it, of no letter that this unit must not see, or
    that no group is told of."""
    world = talk.world
    unit = world.staff.chat_unit()
    units = (unit,) if unit else ()
    waiting = world.cases.waiting(units, "") if units else ()
    here = [case for case in waiting if case.unit == unit and not case.sealed and not case.apart]
    found = [case for case in here if permits(world, officer, case, "see")]
    return say(in_brief(world, found, local_day(world.now)))


def _away(talk: Talk, what: What, officer: Officer) -> tuple[Effect, ...]:
    """A command that may name somebody is not left standing in a group: taken away where the bot may, and its
    writer told in private, where it can be written again; or on the page, where there is no private chat."""
    world = talk.world
    note: tuple[Effect, ...] = (say(tell(world, "group-command-in-private")),)
    if world.staff.can_be_told(officer.id):
        note = (TellOfficer(officer.id, Outgoing(tell(world, "group-command-taken-away"))), *note)
    else:
        note = (say(tell(world, "group-command-on-page", link=f"{world.policy.public_url}/console")),)
    return (DeleteHere(what.ref), *note) if isinstance(what, Text) and what.ref else note


def _in_private(talk: Talk, effects: tuple[Effect, ...], officer: Officer, code: str = "") -> tuple[Effect, ...]:
    """The same effects, but what would be said in the group is said to the officer alone."""
    if talk.world.staff.can_be_told(officer.id):
        return tuple(TellOfficer(officer.id, e.out) if isinstance(e, Say) else e for e in effects)
    kept = tuple(effect for effect in effects if not isinstance(effect, Say))
    return kept or (_on_the_page(talk, code),)


def _on_the_page(talk: Talk, argument: str) -> Say:
    """Where the rest is to be read. It says nothing of whether there is such a letter."""
    world = talk.world
    code = read_code(argument)
    link = f"{world.policy.public_url}/console" + (f"/don/{code}" if code else "")
    return say(tell(world, "group-on-page", link=link))
