"""What all commands share: help in the reader's language, the config option, and exit status 0, 1, 2."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

import click

from bot.terminal import Terminal, language_of

if TYPE_CHECKING:
    from bot.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])

FAILED: Final = 1
WRONG_USE: Final = 2
STOPPED: Final = 130
"""Ended by Ctrl-C: 128 and the number of the signal, as shells have it."""
CONFIG_VARIABLE: Final = "TIENGDAN_CONFIG"
CONFIG_NAME: Final = "config.toml"
FILE_TROUBLES: Final = {
    errno.ENOENT: "file-missing",
    errno.ENOTDIR: "file-missing",
    errno.EACCES: "file-forbidden",
    errno.EPERM: "file-forbidden",
    errno.EROFS: "file-forbidden",
    errno.ENOSPC: "file-no-room",
    errno.EDQUOT: "file-no-room",
}
NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


class CommandError(Exception):
    """A command could not do its work; the message key and what fills it."""

    def __init__(self, key: str, status: int = FAILED, /, **arguments: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.status = status
        self.arguments = arguments


def terminal() -> Terminal:
    """The words of the running command."""
    root = click.get_current_context().find_root()
    if not isinstance(root.obj, Terminal):
        root.obj = Terminal(language_of(os.environ))
    return root.obj


class Command(click.Command):
    """A command whose help texts are message keys (`cmd-<name>`, `flag-<name>`) and whose errors are words."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help with its keys said in words."""
        _speak(self, ctx)
        super().format_help(ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first line of the help, in words."""
        return _said(self.help)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was typed; what cannot be meant ends with 2, said in words."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            _refuse(ctx, error)

    def invoke(self, ctx: click.Context) -> Any:
        """Run; a wrong config ends with 2, a failure with 1, each said in words."""
        from bot.config_errors import ConfigError
        from storage.errors import StorageError, outages

        try:
            return super().invoke(ctx)
        except ConfigError as error:
            terminal().show_config_error(error)
            ctx.exit(WRONG_USE)
        except CommandError as failure:
            terminal().complain(failure.key, **failure.arguments)
            ctx.exit(failure.status)
        except StorageError as error:
            name = type(error).__name__
            words = terminal()
            key = f"storage-{name.lower()}"
            words.complain(key if words.knows(key) else "storage-failed", name=name, detail=error.detail)
            ctx.exit(FAILED)
        except outages() as error:
            terminal().complain("storage-outage", name=type(error).__name__)
            ctx.exit(FAILED)
        except OSError as error:
            if error.filename is not None:
                terminal().complain(FILE_TROUBLES.get(error.errno or 0, "file-failed"), file=str(error.filename))
            elif error.errno in NO_ROOM:
                terminal().complain("disk-no-room")
            else:
                raise
            ctx.exit(FAILED)


class Group(click.Group):
    """A group of commands, with its help in words."""

    command_class = Command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named; Ctrl-C ends it with 130 and one sentence."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            _stop(ctx)
        except click.Abort as error:
            # a question is left by Ctrl-C, or because the answers end
            if isinstance(error.__context__, KeyboardInterrupt):
                _stop(ctx)
            click.echo(err=True)  # the question stands on a line of its own
            terminal().complain("answers-ended")
            ctx.exit(FAILED)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; an unknown one ends with 2, said in words."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            _refuse(ctx, error, args[0])

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help with its keys said in words."""
        _speak(self, ctx)
        super().format_help(ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first line of the help, in words."""
        return _said(self.help)


def config_option(function: F) -> F:
    """Give a command `--config`; it may be left out where ./config.toml or TIENGDAN_CONFIG is."""
    option = click.option(
        "--config", "config", type=click.Path(path_type=Path), envvar=CONFIG_VARIABLE, help="flag-config"
    )
    return option(function)


def load_settings(config: Path | None) -> Settings:
    """The settings of `--config`, else of ./config.toml. Raises ConfigError."""
    from bot.settings import load

    return load(config or Path(CONFIG_NAME))


def _stop(ctx: click.Context) -> NoReturn:
    click.echo(err=True)  # the terminal shows ^C on a line of its own
    terminal().complain("stopped-by-hand")
    ctx.exit(STOPPED)


def _refuse(ctx: click.Context, error: click.UsageError, command: str = "") -> NoReturn:
    words = terminal()
    parameter = getattr(error, "param", None)
    option = getattr(error, "option_name", "") or (parameter.get_error_hint(ctx).strip("'") if parameter else "")
    if isinstance(error, click.NoSuchOption | click.BadOptionUsage):
        key = "usage-option-unknown" if isinstance(error, click.NoSuchOption) else "usage-value-missing"
        words.complain(key, option=option)
    elif isinstance(error, click.MissingParameter):
        words.complain("usage-missing", option=option)
    elif isinstance(kind := getattr(parameter, "type", None), click.Choice):
        words.complain("usage-choice", option=option, choices=", ".join(map(str, kind.choices)))
    elif isinstance(kind, click.Path):
        words.complain("usage-file", option=option)
    elif isinstance(error, click.BadParameter) and option:
        words.complain("usage-value", option=option)
    elif command:
        words.complain("usage-command", text=command)
    else:
        words.complain("usage-extra")
    words.complain("usage-help", command=ctx.command_path)
    ctx.exit(WRONG_USE)


def _said(key: str | None) -> str:
    return terminal().say(key) if key else ""


def _speak(command: click.Command, ctx: click.Context) -> None:
    command.help = _said(command.help) if command.help and command.help.startswith("cmd-") else command.help
    for parameter in command.get_params(ctx):
        if isinstance(parameter, click.Option) and parameter.help and parameter.help.startswith("flag-"):
            parameter.help = _said(parameter.help)
        elif isinstance(parameter, click.Option) and "--help" in parameter.opts:
            parameter.help = _said("flag-help")


@contextmanager
def waiting(label: str) -> Iterator[None]:
    """A sign of life on a terminal while one long step runs."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(label):
        yield
