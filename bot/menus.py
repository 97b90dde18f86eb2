"""The commands that Telegram shows beside the text field, in each language."""

from __future__ import annotations

from typing import Final, Literal

from bot.channels.telegram.commands import Menu
from handlers.ports import Words

RESIDENT: Final = ("guidon", "tracuu", "dontoi", "bosung", "trogiup", "ngonngu", "dulieu", "huy")
STAFF: Final = ("thongke", "console", "gan")
_SCOPES: Final[tuple[tuple[Literal["private", "groups"], tuple[str, ...]], ...]] = (
    ("private", RESIDENT),
    ("groups", STAFF),
)


def menus(words: Words) -> list[Menu]:
    """The menus of every language; the first one is also for all whose language has none."""
    found = []
    for number, language in enumerate(words.languages()):
        for scope, names in _SCOPES:
            commands = tuple((name, words.say(f"menu-{name}", language)) for name in names)
            found.append(Menu(scope, commands, language if number else ""))
    return found
