"""What an import of a register would do, to be read before it is done: what is taken and how, and what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final

from bot.importing.heading import IGNORED, Found
from bot.importing.register import Passed, Register
from bot.importing.rows import Slip, Table

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
WORDS_SHOWN: Final = 30
"""Of one field so many different words are shown with what they were taken for."""
RUNS_SHOWN: Final = 20

Say = Callable[..., str]


def preview_lines(register: Register, say: Say) -> Iterator[str]:
    """The preview, a line of text each."""
    for table in register.tables:
        heading = table.heading
        rows = spans(range(heading.first, heading.last + 1))
        yield say("sheet-preview-head", sheet=table.title, count=table.count, rows=rows)
        for found in heading.columns:
            if found.heading:
                yield say("sheet-preview-column", letter=found.letter, heading=found.heading, field=_named(found, say))
        for name, words in table.words.items():
            shown = [
                say("sheet-preview-word", said=said, taken=taken or say("sheet-open")) for said, taken in words.items()
            ]
            more = ["…"] if len(shown) > WORDS_SHOWN else []
            values = say("report-semicolon").join((*shown[:WORDS_SHOWN], *more))
            yield say("sheet-preview-words", field=say(f"sheet-field-{name}"), values=values)
        for row in table.shown:
            pieces = (f"{name}={row[name]}" for name in SHOWN if row.get(name) is not None)
            yield say("sheet-preview-row", values=say("report-semicolon").join(pieces))
        if table.count > len(table.shown):
            yield say("sheet-preview-more", count=table.count - len(table.shown))
    yield from notes(register, say)
    yield say("sheet-preview-bad" if register.slips() else "sheet-preview-good")


def notes(register: Register, say: Say) -> Iterator[str]:
    """What was not taken, and what was guessed, which is told whether or not the preview was asked for."""
    for table in register.tables:
        for name, unknown in table.unknown.items():
            values = say("report-semicolon").join(unknown)
            yield say("sheet-preview-unknown", sheet=table.title, field=say(f"sheet-field-{name}"), values=values)
        if table.unit_from:
            yield say("sheet-note-unit", sheet=table.title, words=table.unit_from)
        if table.heading.at("serial_number") is not None:
            yield say("sheet-note-serial", sheet=table.title)
        if table.left_out:
            yield say("sheet-note-left-out", sheet=table.title, rows=spans(table.left_out))
        if table.hidden:
            yield say("sheet-note-hidden-rows", sheet=table.title, rows=spans(table.hidden))
    for passed in register.passed:
        yield say("sheet-note-passed", sheet=passed.sheet, reason=_why(passed, say))


def slip_lines(slips: Sequence[tuple[Table, Slip]], say: Say) -> Iterator[str]:
    """What is wrong, the same mistake of one column in one sentence with all its rows."""
    alike: dict[tuple[str, str, str, str], list[int]] = {}
    for table, slip in slips:
        alike.setdefault((table.title, slip.column, slip.reason, slip.value), []).append(slip.row)
    for (sheet, column, reason, value), rows in alike.items():
        why = say(f"import-reason-{reason}", value=value)
        yield say("sheet-problem", sheet=sheet, rows=spans(rows), column=column, reason=why)


def spans(numbers: Sequence[int]) -> str:
    """Numbers as they are read aloud: 3–5, 9."""
    numbers = sorted(set(numbers))
    runs = []
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        found = [number for _, number in run]
        runs.append(f"{found[0]}–{found[-1]}" if len(found) > 1 else str(found[0]))
    return ", ".join((*runs[:RUNS_SHOWN], *(["…"] if len(runs) > RUNS_SHOWN else [])))


def _why(passed: Passed, say: Say) -> str:
    value = say("sheet-field-" + passed.value.replace("_", "-")) if passed.reason == "sheet-column-missing" else ""
    return say(passed.reason.replace("sheet-", "sheet-why-", 1), value=value, sheet=passed.sheet)


def _named(found: Found, say: Say) -> str:
    if found.field in ("", *IGNORED):
        return say("sheet-field-none")
    return say("sheet-field-" + found.field.replace("_", "-"))
