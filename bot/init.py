"""`tiengdan init`: a few questions, a short config.toml, and a key file that only its owner can read."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Final, get_args

import click

from bot.sections import Level
from bot.terminal import Terminal
from cases.fold import fold
from cases.records import record
from storage.vault import make_key_file

KEY_NAME: Final = "tiengdan.key"
DATABASE_NAME: Final = "tiengdan.db"
_FOLDER: Final = Path("var")


@record(frozen=True, slots=True)
class Answers:
    """What `init` was told."""

    name: str
    unit: str
    code: str
    level: str
    phone: str
    address: str
    hours: str
    token: str
    public_url: str
    zalo: Mapping[str, str] = field(default_factory=dict)
    """The keys of `[zalo_oa]`, none without an App ID."""
    email: Mapping[str, str] = field(default_factory=dict)
    """The keys of `[email]`, none without a server."""


def ask(words: Terminal) -> Answers:
    """Ask at the terminal; Enter takes what is proposed."""

    def question(key: str, default: str = "", *, hidden: bool = False) -> str:
        answer: str = click.prompt(words.say(key), default=default, show_default=bool(default), hide_input=hidden)
        return answer.strip()

    def offered(key: str) -> str:
        # Answers from a script may end before what was added later: that is the same as an empty line.
        try:
            return question(key)
        except click.Abort:
            if sys.stdin.isatty():
                raise
            return ""

    def zalo() -> dict[str, str]:
        app = offered("init-zalo-app-id")
        if not app:
            return {}
        keys = ("app_secret", "oa_id", "oa_secret_key")
        return {"app_id": app, **{key: question(f"init-zalo-{key.replace('_', '-')}") for key in keys}}

    def email() -> dict[str, str]:
        host = offered("init-email-host")
        if not host:
            return {}
        user = question("init-email-user")
        return {"host": host, "user": user, "password": question("init-email-password", hidden=True)}

    unit = question("init-unit", "phường Cầu Giấy")
    return Answers(
        unit=unit,
        code=question("init-unit-code", _code_of(unit)),
        level=click.prompt(words.say("init-level"), default="phuong", type=click.Choice(get_args(Level))),
        name=question("init-name", f"Ủy ban Mặt trận Tổ quốc Việt Nam {unit}"),
        phone=question("init-phone"),
        address=question("init-address"),
        hours=question("init-hours", "8:00-11:30, 13:30-17:00"),
        token=question("init-token"),
        public_url=question("init-public-url"),
        zalo=zalo(),
        email=email(),
    )


def prepare(output: Path) -> None:
    """See that both files can be written, before anybody answers for nothing. Raises OSError."""
    _FOLDER.mkdir(parents=True, exist_ok=True)
    for folder in (output.parent, _FOLDER):
        # Asked by a file of its own: what `os.access` says of a read-only mount or of root is not what a write finds.
        try:
            tempfile.TemporaryFile(dir=folder).close()
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(folder)) from None


def write(answers: Answers, output: Path) -> Path:
    """Write the config, readable by its owner only because it may hold a token, and the key; the key's path."""
    key = _FOLDER / KEY_NAME
    handle = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(_toml(answers, _FOLDER / DATABASE_NAME, key))
    if not key.exists():
        make_key_file(key)
    return key


def _toml(answers: Answers, database: Path, key: Path) -> str:
    sections: dict[str, Mapping[str, str]] = {
        "database": {"url": f"sqlite:///{database}"},
        "security": {"key_file": str(key)},
        "telegram": {"token": answers.token},
        **({"zalo_oa": answers.zalo} if answers.zalo else {}),
        **({"email": answers.email} if answers.email else {}),
        "web": {"public_url": answers.public_url},
        "committee": {
            "name": answers.name,
            "phone": answers.phone,
            "address": answers.address,
            "hours": answers.hours,
        },
    }
    lines: list[str] = []
    for section, values in sections.items():
        lines.append(f"[{section}]")
        lines += [f"{name} = {_quoted(value)}" for name, value in values.items()]
        lines.append("")
    lines += [
        "[[units]]",
        f"code = {_quoted(answers.code)}",
        f"name = {_quoted(answers.unit)}",
        f"level = {_quoted(answers.level)}",
        "",
    ]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(letter if letter.isprintable() else " " for letter in escaped) + '"'


def _code_of(unit: str) -> str:
    name = re.sub(r"^(thanh pho|tinh|phuong|xa|dac khu|quan|huyen|thi tran)\s+", "", fold(unit))
    return re.sub(r"[^a-z0-9]+", "-", name).strip("-") or "don-vi"
