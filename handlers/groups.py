"""In a group: staff chats get cards and take letters there; a letter itself is never filed or repeated."""

from __future__ import annotations

from handlers import commands, staff_access, staff_case, staff_guide, staff_report
from handlers.effects import Effect, Say, TellOfficer
from handlers.effects_staff import DeleteHere
from handlers.messages import Choice, Joined, Media, Outgoing, Place, Text, What
from handlers.ports import Words
from handlers.staff_words import STAFF_LANGUAGE
from handlers.talk import Talk, say


def answer(talk: Talk) -> tuple[Effect, ...]:
    """What the bot does about one event in a group."""
    what = talk.incoming.what
    words = talk.world.words
    if isinstance(what, Joined):
        return (say(words.say("group-joined", STAFF_LANGUAGE)),)
    if isinstance(what, Choice):
        command = commands.parse(what.option) if what.option.startswith("/") else None
    elif isinstance(what, Text) and what.body.strip()[:1] in ("/", "#"):
        command = commands.parse(what.body)
    else:
        command = None
    if command is None:
        # Staff talk among themselves undisturbed. Elsewhere a person may think that this is the place to file.
        if isinstance(what, Text | Media | Place) and not talk.world.staff.is_staff_chat():
            return (say(words.say("group-write-in-private", STAFF_LANGUAGE)),)
        return ()
    officer = talk.world.staff.me()
    if command.name == "gan":
        return staff_access.bind_group(talk, officer, command.argument)
    if officer is None or not officer.confirmed:
        key = "group-not-known" if talk.world.staff.is_staff_chat() else "group-write-in-private"
        return (say(words.say(key, STAFF_LANGUAGE)),)
    if command.name == "nhan":
        # The card changes in place for all; what the taker, a second one or a refused one reads is theirs alone.
        taken = staff_case.take(talk, officer, command.argument)
        return _in_private((*taken, *staff_case.taken_note(talk, officer, command.argument, taken)), officer.id)
    if command.name == "don":
        return _in_private(staff_case.open_case(talk, officer, command.argument), officer.id)
    if command.name == "console":
        return _in_private(staff_case.console_link(talk, officer), officer.id)
    if command.name == "trogiup":
        return _in_private((say(staff_guide.help_words(talk.world, officer)),), officer.id)
    if command.name == "thongke":
        return staff_report.month(talk, officer, command.argument)
    return _away(what, officer.id, words)


def _away(what: What, officer: str, words: Words) -> tuple[Effect, ...]:
    """A command that may name somebody is not left standing in a group: taken away where the bot may, and its
    writer told in private, where it can be written again."""
    told = TellOfficer(officer, Outgoing(words.say("group-command-taken-away", STAFF_LANGUAGE)))
    note = say(words.say("group-command-in-private", STAFF_LANGUAGE))
    return (DeleteHere(what.ref), told, note) if isinstance(what, Text) and what.ref else (told, note)


def _in_private(effects: tuple[Effect, ...], officer: str) -> tuple[Effect, ...]:
    """The same effects, but what would be said in the group is said to the officer alone."""
    return tuple(TellOfficer(officer, e.out) if isinstance(e, Say) else e for e in effects)
