"""`tiengdan chat`: talk to the bot at the terminal, or play a written chat again."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.base import CONFIG_NAME, WRONG_USE, Command, CommandError, config_option, load_settings, terminal

if TYPE_CHECKING:
    from bot.rehearsal import ChannelName
    from bot.settings import Settings

PLAYED = (">", "+")
REMARKS = ("#", "@")
CHANNELS = ("telegram", "web", "zalo_oa", "zalo_bot")


@click.command(cls=Command, help="cmd-chat")
@click.option("--transcript", type=click.Path(path_type=Path, dir_okay=False), help="flag-transcript")
@click.option("--channel", type=click.Choice(CHANNELS), default="telegram", help="flag-channel")
@config_option
def chat(transcript: Path | None, channel: ChannelName, config: Path | None) -> None:
    """Be a resident."""
    if transcript is not None:
        try:
            lines = iter(transcript.read_text(encoding="utf-8").splitlines())
        except (OSError, UnicodeDecodeError):
            raise CommandError("file-unreadable", WRONG_USE, file=str(transcript)) from None
    else:
        lines = _typed()
    asyncio.run(_play(_settings(config), channel, lines))


async def _play(settings: Settings, channel: ChannelName, lines: Iterator[str]) -> None:
    from bot.rehearsal import UnplayableError, rehearsal, written
    from locales import Locales

    async with rehearsal(settings, Locales(), channel) as resident:
        for line in lines:
            if line.startswith(REMARKS):
                click.echo(line)
            if not line.startswith(PLAYED):
                continue
            click.echo(f"\n{line}")
            try:
                said = await resident.act(line[2:] if line.startswith(">") else line)
            except UnplayableError as error:
                raise CommandError("chat-unplayable", line=str(error) or line) from None
            for out in said:
                click.echo(written(out))


def _typed() -> Iterator[str]:
    """What somebody types, as a written chat has it; the mark goes to standard error, so that what is printed can
    be kept as a transcript."""
    words = terminal()
    words.complain("chat-hello")
    while True:
        click.echo("> ", nl=False, err=True)
        line = sys.stdin.readline()
        if not line:
            return
        if line.strip():
            yield line.strip() if line.startswith("+ ") else f"> {line.strip()}"


def _settings(config: Path | None) -> Settings:
    if config is not None or Path(CONFIG_NAME).exists():
        return load_settings(config)
    from bot.demo import data_for
    from bot.settings import from_data

    data = data_for(Path("var/demo"), 8080, terminal())
    data["units"] = data["units"][:2]  # one ward: as most committees have it, and the written chats
    return from_data(data | {"staff": []}, "demo")
