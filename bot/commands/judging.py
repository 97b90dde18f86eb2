"""`tiengdan classify` and `tiengdan language`: JSON lines in, JSON lines out, one at a time."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final, cast

import click

from bot.commands.base import FAILED, WRONG_USE, Command, CommandError, config_option, load_settings, terminal

if TYPE_CHECKING:
    from bot.commands.evaluating import Propose
    from bot.settings import Settings
    from cases.classify import Proposal
    from cases.classify.evaluation import Judged
    from cases.kinds import Kind, Topic

LONGEST_LINE_BYTES: Final = 4_000_000
"""No letter is longer; a file without line ends must not fill the memory."""

Row = dict[str, Any]


@click.command(cls=Command, help="cmd-classify")
@click.option("--evaluate", is_flag=True, help="flag-evaluate")
@click.option("--json", "as_json", is_flag=True, help="flag-json")
@click.option("--corrected", is_flag=True, help="flag-corrected")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@config_option
def classify(evaluate: bool, as_json: bool, corrected: bool, file: Path | None, config: Path | None) -> None:
    """Guess kind and topic of each line, or say how good the guesses are."""
    from bot.commands.evaluating import labelled, show
    from cases.classify import classify as propose
    from cases.classify.evaluation import evaluate as figures

    if corrected:
        if not evaluate or file is not None:
            raise CommandError("evaluate-corrected-alone", WRONG_USE)
        show(figures(asyncio.run(_corrected(load_settings(config), propose))), as_json)
        return
    if evaluate:
        lines = _Lines(file)
        show(figures(labelled(lines, propose)), as_json)
        lines.end()
        return

    def judge(asked: Row) -> Row:
        return _answer(propose(asked["text"]))

    _answer_lines(_Lines(file), judge)


async def _corrected(settings: Settings, propose: Propose) -> list[Judged]:
    """Letters whose kind or topic officers corrected, sorted anew: what was right is what they said last."""
    from bot.store import opened
    from cases.classify.evaluation import Judged
    from storage.casework import corrections

    async with opened(settings) as store:
        found = await store.database.read(corrections)
    last = {each.case: each for each in found if each.text}
    return [Judged(propose(it.text), cast("Kind", it.new_kind), cast("Topic", it.new_topic)) for it in last.values()]


@click.command(cls=Command, help="cmd-language")
@click.argument("file", required=False, type=click.Path(path_type=Path))
def language(file: Path | None) -> None:
    """Guess the language of each line."""
    from cases.language import detect

    def judge(asked: Row) -> Row:
        found = detect(asked["text"])
        return {"lang": found.lang, "confidence": round(found.confidence, 4)}

    _answer_lines(_Lines(file), judge)


def _answer(found: Proposal) -> Row:
    return {
        "kind": found.kind,
        "topic": found.topic,
        "urgent": found.urgent,
        "others": [{"kind": other.kind, "topic": other.topic} for other in found.others],
        "confidence": round(found.confidence, 4),
        "sure": found.sure,
        "ask": list(found.ask) if found.ask else None,
        "why": list(found.why),
    }


def _answer_lines(lines: _Lines, judge: Callable[[Row], Row]) -> None:
    out = sys.stdout
    for asked in lines:
        out.write(json.dumps({"id": asked.get("id"), **judge(asked)}, ensure_ascii=False) + "\n")
    out.flush()
    lines.end()


def _refuse(constant: str) -> None:
    """`NaN` and its like are no JSON, though Python reads and writes them."""
    raise ValueError(constant)


class _Lines:
    """The JSON lines of a file or of standard input. A bad line is named by its number and left out; whoever
    reads them calls `end`, which fails when there was one."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._bad = 0

    def __iter__(self) -> Iterator[Row]:
        if self._file is None:
            yield from self._read(sys.stdin.buffer)
            return
        try:
            stream = self._file.open("rb")
        except OSError:
            raise CommandError("file-unreadable", WRONG_USE, file=str(self._file)) from None
        with stream:
            yield from self._read(stream)

    def end(self) -> None:
        """Exit with a failure if a line could not be read."""
        if self._bad:
            terminal().complain("lines-left-out", count=self._bad)
            click.get_current_context().exit(FAILED)

    def _read(self, stream: BinaryIO) -> Iterator[Row]:
        number = 0
        while raw := stream.readline(LONGEST_LINE_BYTES):
            number += 1
            if len(raw) == LONGEST_LINE_BYTES and not raw.endswith(b"\n"):
                while (rest := stream.readline(LONGEST_LINE_BYTES)) and not rest.endswith(b"\n"):
                    pass
                self._complain("line-too-long", number)
                continue
            # Windows' editors begin a file with a mark of its order of bytes
            line = raw.decode("utf-8-sig" if number == 1 else "utf-8", errors="replace")
            if not line.strip():
                continue
            try:
                row = json.loads(line, parse_constant=_refuse)
            except (ValueError, RecursionError):
                self._complain("line-not-json", number)
                continue
            if not isinstance(row, dict) or not isinstance(row.get("text"), str):
                self._complain("line-without-text", number)
                continue
            row["line"] = number
            yield row

    def complain(self, key: str, row: Row) -> None:
        """Leave out a line that was read but is of no use."""
        self._complain(key, row["line"])

    def _complain(self, key: str, number: int) -> None:
        self._bad += 1
        terminal().complain(key, number=number)
