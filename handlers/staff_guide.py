"""What officers can type, by role: the help, the greeting, the menu beside the text field, and "which letter?"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, Literal

from cases.kinds import OPEN_STATUSES
from cases.lifecycle import Verb
from cases.records import record
from handlers.effects import Effect, Say
from handlers.messages import Option, Outgoing
from handlers.ports import CaseView, Officer, Words, World
from handlers.staff_moves import COMMAND_OF, refusal
from handlers.staff_rights import permits
from handlers.staff_words import STAFF_LANGUAGE, tell
from handlers.talk import Talk, say

MAX_LETTERS: Final = 8

Section = Literal["work", "check", "outcome", "chase", "talk", "desk", "office"]
About = Literal["", "any", "open", "owed", "untold"]
"""What a command is about: nothing, any letter, an open one, one whose answer an authority owes, one whose sender
could not be reached."""

_ALL: Final = frozenset({"reader", "officer", "confidential", "admin"})
_READERS: Final = frozenset({"reader", "officer", "confidential"})
_WORKERS: Final = frozenset({"officer", "confidential"})


@record(frozen=True, slots=True)
class Hint:
    """One command of staff: where it stands in the help, what it is about, and for which roles."""

    name: str
    section: Section
    about: About = ""
    roles: frozenset[str] = _WORKERS


HINTS: Final = (
    Hint("viec", "work", roles=_ALL),
    Hint("don", "work", "open", _READERS),
    Hint("nhan", "work", "open"),
    Hint("khac", "work", "open"),
    Hint("tim", "work"),
    Hint("quahan", "work", roles=_ALL),
    Hint("chuagui", "work", roles=_ALL),
    Hint("dieukien", "check", "open"),
    Hint("hoithem", "check", "open"),
    Hint("loai", "check", "open"),
    Hint("kyten", "check", "open"),
    Hint("yeucau", "check", "open"),
    Hint("rutgiay", "check", "open"),
    Hint("lienquan", "check", "open"),
    Hint("chuyen", "outcome", "open"),
    Hint("huongdan", "outcome", "open"),
    Hint("traloi", "outcome", "open"),
    Hint("luu", "outcome", "open"),
    Hint("noibo", "outcome", "open"),
    Hint("tradon", "outcome", "open"),
    Hint("tach", "outcome", "open"),
    Hint("trung", "outcome", "open"),
    Hint("vuviec", "outcome", "open"),
    Hint("chuyendv", "outcome", "open"),
    Hint("molai", "outcome", "any"),
    Hint("dondoc", "chase", "owed"),
    Hint("phucdap", "chase", "owed"),
    Hint("kiennghi", "chase", "owed"),
    Hint("thuly", "chase", "owed"),
    Hint("quyetdinh", "chase", "owed"),
    Hint("han", "chase", "open"),
    Hint("giahan", "chase", "open"),
    Hint("tamdung", "chase", "open"),
    Hint("tinhtiep", "chase", "open"),
    Hint("nhantin", "talk", "open"),
    Hint("traodoi", "talk", "open", _READERS),
    Hint("ghichu", "talk", "open"),
    Hint("dagoi", "talk", "untold"),
    Hint("nhapdon", "desk"),
    Hint("tiepdan", "desk"),
    Hint("hoatdong", "desk"),
    Hint("lichhen", "desk", roles=_READERS),
    Hint("giao", "desk", "open"),
    Hint("bangiao", "desk", roles=frozenset({"officer", "confidential", "admin"})),
    Hint("thongke", "office", roles=_ALL),
    Hint("console", "office", roles=_ALL),
    Hint("xacnhan", "office", roles=frozenset({"admin"})),
    Hint("gan", "office", roles=_ALL),
)
SECTIONS: Final = tuple(dict.fromkeys(hint.section for hint in HINTS))
GROUP: Final = ("viec", "nhan", "don", "thongke", "console", "gan", "trogiup")
"""What may be typed in a staff group."""
_VERB_OF: Final[dict[str, Verb]] = {command: verb for verb, command in COMMAND_OF.items() if verb != "pass_withdrawal"}


def hint_of(name: str) -> Hint | None:
    """The hint of a command."""
    return next((hint for hint in HINTS if hint.name == name), None)


def help_words(world: World, officer: Officer) -> str:
    """Every command that this role can use, by section, each with what it does."""
    parts = []
    for section in SECTIONS:
        hints = [hint for hint in HINTS if hint.section == section and officer.role in hint.roles]
        if hints:
            lines = [f"/{hint.name} – {tell(world, f'hint-{hint.name}')}" for hint in hints]
            parts.append("\n".join([tell(world, f"hint-section-{section}"), *lines]))
    return "\n\n".join([tell(world, "hint-how"), *parts])


def greeting(talk: Talk, officer: Officer) -> Say:
    """Who opens the chat as an officer is told what they can do here, in their role."""
    world = talk.world
    units = [unit.name if (unit := world.units.by_code(code)) else code for code in officer.units]
    role = tell(world, f"role-{officer.role}")
    text = tell(world, "staff-greeting", name=officer.name, role=role, units=", ".join(units))
    options = tuple(Option(f"/{name}", tell(world, f"opt-guide-{name}")) for name in ("viec", "console", "trogiup"))
    own = Option("/guidon", tell(world, "opt-begin"))
    return Say(with_menu(world.words, officer, Outgoing(text, options=(*options, own))))


def stray(talk: Talk) -> Say:
    """Words of an officer that no question asked for: they begin no letter, which is what a resident's would do."""
    world = talk.world
    work = Option("/viec", tell(world, "opt-guide-viec"))
    return say(tell(world, "staff-stray"), options=(work, Option("/guidon", tell(world, "opt-begin"))))


def with_menu(words: Words, officer: Officer, out: Outgoing) -> Outgoing:
    """The message, with which the channel also shows this officer the commands of their role."""
    return replace(out, commands=menu(words, officer.role))


def menu(words: Words, role: str) -> tuple[tuple[str, str], ...]:
    """The commands of a role in a private chat, with what each does; then those of everybody."""
    names = [hint.name for hint in HINTS if role in hint.roles and hint.name != "gan"]
    own = [(name, words.say(f"hint-{name}", STAFF_LANGUAGE)) for name in names]
    return (*own, *((name, words.say(f"menu-{name}", STAFF_LANGUAGE)) for name in ("guidon", "trogiup", "huy")))


# Which letter ----------------------------------------------------------------------------------------------


def which(talk: Talk, officer: Officer, hint: Hint) -> tuple[Effect, ...]:
    """A command about a letter came without a code: the letters that it fits now, the officer's own first."""
    world = talk.world
    fits = [case for case in _about(world, officer, hint) if _fits(world, officer, hint, case)]
    fits.sort(key=lambda case: case.officer != officer.id)
    what = tell(world, f"hint-{hint.name}")
    if not fits:
        return (say(tell(world, "which-letter-none", command=hint.name, what=what)),)
    options = tuple(Option(f"/{hint.name} {case.code}", case.code) for case in fits[:MAX_LETTERS])
    return (say(tell(world, "which-letter", command=hint.name, what=what), options=options),)


def _about(world: World, officer: Officer, hint: Hint) -> Iterable[CaseView]:
    if hint.about == "owed":
        return world.cases.chased(officer.units, date.max)
    if hint.about == "untold":
        return world.cases.undelivered(officer.units)
    return _open(world, officer) if hint.about == "open" else ()


def _open(world: World, officer: Officer) -> Sequence[CaseView]:
    return [case for case in world.cases.waiting(officer.units, "") if case.status in OPEN_STATUSES]


def _fits(world: World, officer: Officer, hint: Hint, case: CaseView) -> bool:
    if not permits(world, officer, case, "read_text" if "reader" in hint.roles else "end"):
        return False
    if hint.name == "nhan":
        return not case.officer
    if hint.name == "yeucau":
        return bool(case.requests)
    verb = _VERB_OF.get(hint.name)
    return verb is None or not refusal(world, case, verb)
