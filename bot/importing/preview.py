"""What an import of a register would do, to be read before it is done: each column's meaning, and the first rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot.importing.register import IGNORED, Found, Register
from handlers.ports import Words

ROWS_SHOWN: Final = 5
SHOWN: Final = (
    "ref",
    "unit",
    "received_on",
    "channel",
    "kind",
    "topic",
    "eligible",
    "outcome",
    "outcome_on",
    "authority",
)
"""Fields of a row that are shown: who sent the letter is not among them."""


def preview_lines(register: Register, words: Words, lang: str) -> Iterator[str]:
    """The preview, a line of text each."""

    def say(key: str, **arguments: str | int) -> str:
        return words.say(key, lang, **arguments)

    yield say("sheet-preview-head", sheet=register.sheet, count=len(register.rows))
    for found in register.columns:
        if found.heading:
            yield say(
                "sheet-preview-column", letter=found.letter, heading=found.heading, field=_named(found, words, lang)
            )
    for name, unknown in register.unknown.items():
        values = say("report-semicolon").join(unknown)
        yield say("sheet-preview-unknown", field=say(f"sheet-field-{name}"), values=values)
    for row in register.rows[:ROWS_SHOWN]:
        shown = (f"{name}={row[name]}" for name in SHOWN if row.get(name) is not None)
        yield say("sheet-preview-row", values=say("report-semicolon").join(shown))
    if len(register.rows) > ROWS_SHOWN:
        yield say("sheet-preview-more", count=len(register.rows) - ROWS_SHOWN)
    yield say("sheet-preview-good" if not register.read.problems else "sheet-preview-bad")


def _named(found: Found, words: Words, lang: str) -> str:
    if found.field in ("", *IGNORED):
        return words.say("sheet-field-none", lang)
    return words.say("sheet-field-" + found.field.replace("_", "-"), lang)
