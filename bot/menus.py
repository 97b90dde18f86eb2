"""The commands that Telegram shows beside the text field, in each language."""

from __future__ import annotations

from typing import Final, Literal

from bot.channels.telegram.commands import Menu
from handlers.ports import Words
from handlers.staff_guide import GROUP

RESIDENT: Final = ("guidon", "tracuu", "dontoi", "bosung", "trogiup", "ngonngu", "dulieu", "huy")
_SCOPES: Final[tuple[tuple[Literal["private", "groups"], tuple[tuple[str, str], ...]], ...]] = (
    ("private", tuple((name, f"menu-{name}") for name in RESIDENT)),
    ("groups", tuple((name, "menu-trogiup" if name == "trogiup" else f"hint-{name}") for name in GROUP)),
)


def menus(words: Words) -> list[Menu]:
    """The menus of every language; the first one is also for all whose language has none."""
    found = []
    for number, language in enumerate(words.languages()):
        for scope, names in _SCOPES:
            commands = tuple((name, words.say(key, language)) for name, key in names)
            found.append(Menu(scope, commands, language if number else ""))
    return found
