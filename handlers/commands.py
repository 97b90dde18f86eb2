"""Commands: `/tracuu TD-…`, `#tracuu`, or the bare words a person would use for it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from cases.codes import read_code
from cases.records import record
from handlers.answers import Typed, typed
from handlers.ports import Forms, Words
from handlers.talk import Talk

DESK: Final = (
    "nhantin",
    "ghichu",
    "traodoi",
    "dagoi",
    "tim",
    "giao",
    "bangiao",
    "han",
    "giahan",
    "tamdung",
    "tinhtiep",
    "thuly",
    "quyetdinh",
    "tiepdan",
    "hoatdong",
    "lichhen",
    "nhapdon",
)
"""Commands of the committee's daily work, all of them for a private chat."""
RESIDENT: Final = (
    "start",
    "guidon",
    "tracuu",
    "dontoi",
    "bosung",
    "lienket",
    "rutdon",
    "rutdongy",
    "danhgia",
    "theodoi",
    "henlich",
    "dulieu",
    "xoa",
    "ngonngu",
    "huy",
    "lui",
    "trogiup",
)
STAFF: Final = (
    *DESK,
    "viec",
    "don",
    "nhan",
    "chuyen",
    "traloi",
    "huongdan",
    "luu",
    "thongke",
    "console",
    "gan",
    "xacnhan",
    "yeucau",
    "molai",
    "kyten",
    "khac",
    "loai",
    "chuyendv",
    "tach",
    "trung",
    "vuviec",
    "rutgiay",
    "noibo",
    "tradon",
    "dieukien",
    "hoithem",
    "dondoc",
    "phucdap",
    "kiennghi",
    "quahan",
    "lienquan",
    "chuagui",
)
FIRST: Final = "vi"
"""Whatever language was chosen: who types a command in Vietnamese means it."""
LONGEST_BARE: Final = 60
_MEANS: Final = {
    "help": "trogiup",
    "menu": "start",
    "cancel": "huy",
    "back": "lui",
    "language": "ngonngu",
    "lang": "ngonngu",
}


BARE: Final = ("viec", "quahan", "chuagui", "thongke", "console")
"""Staff commands that have words of their own."""
BARE_WITH_CODE: Final = ("nhan", "don")
"""The same, said with a letter's code."""


@record(frozen=True, slots=True)
class Command:
    """A command and what was written after it; `slash` is whether it was written as one."""

    name: str
    argument: str = ""
    slash: bool = True


def parse(text: str) -> Command:
    """The command in a text that begins with `/` or `#`."""
    name, _, argument = text.strip()[1:].partition(" ")
    name = name.partition("@")[0].lower()
    return Command(_MEANS.get(name, name), argument.strip())


def read_staff(text: str, words: Words) -> Command | None:
    """The staff command that bare words are: exactly its words, or its words with a letter's code; None otherwise."""
    stripped = text.strip()
    if len(stripped) > LONGEST_BARE:
        return None
    whole = typed(stripped)
    for name in BARE:
        if whole.says(words.also(f"bare-{name}", "vi")):
            return Command(name, slash=False)
    code = read_code(stripped)
    head, _, rest = stripped.partition(" ")
    if code is None:
        return None
    if read_code(head) == code and not rest:
        return Command("don", code, slash=False)
    for name in BARE_WITH_CODE:
        for form in words.also(f"bare-{name}", "vi"):
            said = " ".join(stripped.split()[: len(form.split())])
            if typed(said).says((form,)) and read_code(stripped[len(said) :]) == code:
                return Command(name, code, slash=False)
    return None


def read(said: Typed, talk: Talk) -> Command | None:
    """The command that a typed text is: written as one, or exactly the words for one; None otherwise."""
    stripped = said.text.strip()
    if stripped[:1] in ("/", "#") and stripped[1:2].isalpha():
        return parse(stripped)
    if not said.forms:
        return None
    forms, commands = _bare_words(talk.world.words, talk.language)
    place = said.place_in(forms)
    return commands[place] if place is not None else None


@lru_cache(maxsize=64)
def _bare_words(words: Words, language: str) -> tuple[Forms, tuple[Command, ...]]:
    """The bare words of commands, those that win first, and the command of each."""
    spoken = (language, FIRST) if language != FIRST else (FIRST,)
    told = [((f"command-{name}", each), Command(name, slash=False)) for name in RESIDENT for each in spoken]
    told += [((f"language-{each}", each), Command("ngonngu", each, slash=False)) for each in words.languages()]
    return words.forms(tuple(key for key, _ in told)), tuple(command for _, command in told)
