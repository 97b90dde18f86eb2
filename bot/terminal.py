"""The words of the command line: Vietnamese, or English where the terminal speaks English."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Final

import click
from fluent.runtime import FluentBundle, FluentResource

from bot.config_errors import ConfigError

_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")


def language_of(environment: Mapping[str, str]) -> str:
    """`en` for an English terminal, else `vi`."""
    for variable in _VARIABLES:
        if environment.get(variable):
            return "en" if environment[variable].lower().startswith("en") else "vi"
    return "vi"


class Terminal:
    """Says the messages of cli.ftl; reads that file alone, so that every command starts at once."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._bundles = [_bundle(name) for name in dict.fromkeys((language, "vi"))]

    def say(self, key: str, /, **arguments: str | int) -> str:
        """One message, or its attribute (`key.attribute`), filled in."""
        name, _, attribute = key.partition(".")
        for bundle in self._bundles:
            if not bundle.has_message(name):
                continue
            message = bundle.get_message(name)
            pattern = message.attributes.get(attribute) if attribute else message.value
            if pattern is not None:
                text, _errors = bundle.format_pattern(pattern, arguments)
                return str(text)
        return key

    def knows(self, key: str) -> bool:
        """Whether there is such a message."""
        return any(bundle.has_message(key) for bundle in self._bundles)

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


def _bundle(language: str) -> FluentBundle:
    text = files("locales").joinpath(language, "cli.ftl").read_text(encoding="utf-8")
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(text))
    return bundle
