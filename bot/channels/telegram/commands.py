"""The menus of commands that Telegram shows beside the text field: of residents, of staff groups, of one officer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final, Literal

from cases.records import record

NAME: Final = re.compile(r"^[a-z0-9_]{1,32}$")
DESCRIPTION_LIMIT: Final = 256
COMMANDS_LIMIT: Final = 100
"""https://core.telegram.org/bots/api#setmycommands"""

_SCOPES: Final = {"private": "all_private_chats", "groups": "all_group_chats"}


@record(frozen=True, slots=True)
class Menu:
    """Commands for one sort of chat, in one language: "" for all whose language has no menu of its own."""

    scope: Literal["private", "groups"]
    commands: tuple[tuple[str, str], ...]
    """Pairs of name (without the slash) and description."""
    language: str = ""


def own(chat: int, names: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The parameters that set the menu of one private chat: what this person's role can do."""
    scope = {"type": "chat", "chat_id": chat}
    return {"scope": scope, "commands": _fit(names)}


def request(menu: Menu) -> tuple[str, dict[str, Any]]:
    """The method and its parameters that set one menu; an empty one is taken away."""
    parameters: dict[str, Any] = {"scope": {"type": _SCOPES[menu.scope]}}
    if menu.language:
        parameters["language_code"] = menu.language
    if not menu.commands:
        return "deleteMyCommands", parameters
    parameters["commands"] = _fit(menu.commands)
    return "setMyCommands", parameters


def _fit(names: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    unfit = [name for name, _ in names if not NAME.match(name)]
    if unfit:
        raise ValueError(f"not a command name on Telegram: {', '.join(unfit)}")
    return [
        {"command": name, "description": description[:DESCRIPTION_LIMIT]}
        for name, description in names[:COMMANDS_LIMIT]
    ]
