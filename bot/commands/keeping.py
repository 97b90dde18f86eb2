"""`tiengdan backup`, `restore`: sealed copies of everything."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

import click

from bot.commands.base import WRONG_USE, Command, CommandError, Group, config_option, load_settings, terminal


@click.command(cls=Command, help="cmd-backup")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="flag-backup-out")
@click.option("--recipient", "recipients", multiple=True, metavar="age1…", help="flag-backup-recipient")
@click.option(
    "--passphrase-file", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="flag-backup-passphrase"
)
@click.option("--with-keys", is_flag=True, help="flag-backup-keys")
@config_option
def backup(
    out: Path | None,
    recipients: tuple[str, ...],
    passphrase_file: Path | None,
    with_keys: bool,
    config: Path | None,
) -> None:
    """Copy everything while it is used, sealed, and read the copy again."""
    from bot.clock import system_now
    from bot.keeping import make_backup
    from storage.backup import Seal

    settings = load_settings(config)
    words = terminal()
    passphrase = _line(passphrase_file) if passphrase_file else settings.backup.passphrase.get_secret_value()
    keys = recipients or tuple(settings.backup.recipients)
    if recipients:
        passphrase = ""
    if not keys and not passphrase:
        if not sys.stdin.isatty():
            raise CommandError("backup-unsealed", WRONG_USE)
        passphrase = click.prompt(words.say("backup-ask"), hide_input=True, confirmation_prompt=True)
    seal = Seal((), passphrase) if passphrase else Seal(keys)
    if out is not None and out.exists():
        raise CommandError("backup-exists", WRONG_USE, file=str(out))
    made = asyncio.run(make_backup(settings, seal, system_now(), progress(), target=out, with_keys=with_keys))
    told = made.summary
    words.tell("backup-made", file=str(made.path), letters=told.letters, rows=told.rows, files=told.files)
    words.tell("backup-keys-inside" if told.has_keys else "backup-keys-apart")


@click.command(cls=Command, help="cmd-restore")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--identity",
    "identities",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="flag-restore-identity",
)
@click.option(
    "--passphrase-file", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="flag-backup-passphrase"
)
@click.option("--check", is_flag=True, help="flag-restore-check")
@config_option
def restore(
    file: Path, identities: tuple[Path, ...], passphrase_file: Path | None, check: bool, config: Path | None
) -> None:
    """Bring a copy back into an empty place, or only read it."""
    from bot.clock import system_now
    from bot.keeping import bring_back
    from storage import backup as backups
    from storage.backup import Opener

    words = terminal()
    passphrase = _line(passphrase_file) if passphrase_file else ""
    if not identities and not passphrase:
        if not sys.stdin.isatty():
            raise CommandError("restore-unopened", WRONG_USE)
        passphrase = click.prompt(words.say("backup-ask"), hide_input=True)
    opener = Opener([path.read_text(encoding="utf-8") for path in identities], passphrase)
    if check:
        told = backups.verify(file, opener, progress())
        key = "restore-checked"
    else:
        told = asyncio.run(bring_back(load_settings(config), file, opener, system_now(), progress()))
        key = "restore-done"
    at = told.made_at.isoformat(timespec="minutes")
    words.tell(key, at=at, letters=told.letters, rows=told.rows, files=told.files)


@click.group(cls=Group, help="cmd-key")
def key() -> None:
    """Hold the commands about keys."""


@key.command("rotate", cls=Command, help="cmd-key-rotate")
@config_option
def rotate(config: Path | None) -> None:
    """Seal everything under a new key; what was begun and broken off goes on."""
    from bot.keyring import rotate as work

    settings = load_settings(config)
    done = asyncio.run(work(settings, progress()))
    words = terminal()
    words.tell("key-rotated", rows=done.rows, files=done.files, file=str(settings.security.key_file))
    words.tell("key-retired", file=str(done.retired))


def progress() -> Callable[[str, int], None]:
    """Shows on a terminal what is being done; elsewhere nothing."""
    if not sys.stderr.isatty():
        return lambda what, done: None
    return lambda what, done: click.echo(f"\r\033[K{what} {done}", nl=False, err=True)


def _line(path: Path) -> str:
    return path.read_text(encoding="utf-8").strip()
