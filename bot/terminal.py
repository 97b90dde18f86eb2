"""The words of the command line: Vietnamese, or English where the terminal speaks English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import click

from bot.config_errors import ConfigError
from locales.book import Book, joined

_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")


def language_of(environment: Mapping[str, str]) -> str:
    """`en` for an English terminal, else `vi`."""
    for variable in _VARIABLES:
        if environment.get(variable):
            return "en" if environment[variable].lower().startswith("en") else "vi"
    return "vi"


class Terminal:
    """Says what a command has to say. A sentence that no language has is said as its key: an error is told at least."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._books = [Book(name) for name in dict.fromkeys((language, "vi"))]

    def say(self, key: str, /, **arguments: str | int) -> str:
        """One message, or its attribute (`key.attribute`), filled in."""
        name, _, attribute = key.partition(".")
        for book in self._books:
            try:
                text = joined(book.pieces(name, attribute), arguments)
                return book.by_fluent(name, arguments, attribute)[0] if text is None else text
            except KeyError:
                continue
        return key

    def knows(self, key: str) -> bool:
        """Whether there is such a message."""
        return any(book.has(key) for book in self._books)

    def tell(self, key: str, /, **arguments: str | int) -> None:
        """Print one message."""
        click.echo(self.say(key, **arguments))

    def complain(self, key: str, /, **arguments: str | int) -> None:
        """Print one message to standard error."""
        click.echo(self.say(key, **arguments), err=True)

    def show_config_error(self, error: ConfigError) -> None:
        """Print file, key, reason and fix of everything that is wrong with a config."""
        for problem in error.problems:
            arguments = dict(problem.arguments)
            self.complain(
                "config-problem",
                file=problem.file,
                key=problem.key or "-",
                reason=self.say(f"config-{problem.reason.replace('_', '-')}", **arguments),
                fix=self.say(f"config-{problem.reason.replace('_', '-')}.fix", **arguments),
            )
