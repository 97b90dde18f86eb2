"""`tiengdan report`: reads, counts, refuses or writes. Exit status 0 done, 1 refused, 2 asked wrongly."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final, TextIO

from bot.law import Laws
from bot.reports.annex import Annex
from bot.reports.press import Press
from bot.reports.remarks import remarks
from bot.reports.report import FORMATS, Committee, Report, ReportError, publish
from bot.reports.sentences import LEADING_ZERO, LeadingZero
from bot.reports.writing import pictures, put, render
from bot.upkeep import count_all, seal_all
from cases import forms
from cases.dates import local_day
from cases.owntopics import OwnTopic
from cases.periods import Period, PeriodError, month_of, parse
from cases.sums import Check
from handlers.ports import Words
from storage.database import Database
from storage.session import Session

NAMED_CASES: Final = 50
"""So many letters are named for one check that fails; of the others the number is told."""
NAMED_SUMS: Final = 20
"""So many sums (unit, kind, figure) are named for one check."""
PAPERS: Final = frozenset({"xlsx", "docx", "png"})
"""Formats that also show what only paper shows, and that are written to a file."""


async def command(
    database: Database,
    committees: Iterable[Committee],
    words: Words,
    *,
    period: str,
    calendar: str,
    now: datetime,
    unit: str = "",
    format: str = "text",
    out: Path | None = None,
    recount: bool = False,
    form: str = "",
    public: bool = False,
    leading_zero: LeadingZero = LEADING_ZERO,
    own: Sequence[OwnTopic] = (),
    laws: Laws | None = None,
    lang: str = "vi",
    stdout: BinaryIO | None = None,
    stderr: TextIO | None = None,
) -> int:
    """Write the report of a period; without `out`, text, json and csv go to stdout. The exit status.

    An empty `period` is the month of today. Nothing is written while a check fails: the letters are named on
    stderr instead.
    """
    errors = stderr if stderr is not None else sys.stderr
    committees = list(committees)
    try:
        asked = parse(period, calendar) if period else month_of(local_day(now), calendar)
        if format not in FORMATS:
            raise ReportError("report-format-unknown", format)
        if form and (format != "xlsx" or form not in [each.id for each in forms.load()]):
            raise ReportError("report-form-unknown", form)
        if public and format in PAPERS:
            raise ReportError("report-public-format", format)
        if format in PAPERS and out is None:
            raise ReportError("report-out-needed", format)
        folder = format == "png" and out is not None and out.suffix.lower() != ".png"
        if out is not None and ((out.is_dir() != folder and out.exists()) or not out.absolute().parent.is_dir()):
            raise ReportError("report-out-failed", str(out))
        await count_all(database)
        await seal_all(database, now)
        press = Press(committees, leading_zero, laws, own)
        if public:
            await database.write(publish, committees, asked, now)
        report, annex = await database.read(_read, press, format, unit, asked, now, recount=recount, public=public)
        if public:
            # what was counted while it was read stands in it as well
            await database.write(publish, committees, asked, now)
    except (PeriodError, ReportError) as refusal:
        print(words.say(refusal.key, lang, text=refusal.text), file=errors)
        return 2
    if report.counts.failed:
        print("\n".join(refusal_lines(report, words, lang)), file=errors)
        return 1
    for line in remarks(report, committees, local_day(now), words, lang):
        print(line, file=errors)
    if out is None:
        target = stdout if stdout is not None else sys.stdout.buffer
        target.write(render(report, format, words, lang))
        target.flush()
        return 0
    try:
        if folder and annex is not None:
            out.mkdir(exist_ok=True)
            for name, content in pictures(report, annex, words, lang).items():
                put(content, out / f"{name.replace('_', '-')}.png")
        else:
            put(render(report, format, words, lang, annex, form), out)
    except OSError:
        print(words.say("report-out-failed", lang, text=str(out)), file=errors)
        return 1
    print(words.say("report-written", lang, text=str(out)), file=errors)
    return 0


def _read(
    db: Session,
    press: Press,
    format: str,
    unit: str,
    period: Period,
    now: datetime,
    *,
    recount: bool,
    public: bool,
) -> tuple[Report, Annex | None]:
    if format in PAPERS:
        paper = press.paper(db, unit, period, now, recount=recount)
        return paper.report, paper.annex
    return press.report(db, unit, period, now, recount=recount, public=public, deep=format != "text"), None


def refusal_lines(report: Report, words: Words, lang: str) -> list[str]:
    """Why the report is not written: each rule that fails, with the letters that break it."""
    lines = [words.say("report-refused", lang)]
    for check in report.counts.failed:
        rule = words.say(f"check-{check.rule}", lang)
        lines.append(words.say("report-failed-check", lang, rule=rule, cases=_culprits(check, words, lang)))
    return lines


def _culprits(check: Check, words: Words, lang: str) -> str:
    comma = words.say("report-comma", lang)
    cases = comma.join(check.cases[:NAMED_CASES])
    more = len(check.cases) - NAMED_CASES
    if more > 0:
        cases = words.say("report-failed-more", lang, cases=cases, count=more)
    where = comma.join(check.where[:NAMED_SUMS])
    if where and cases:
        return words.say("report-failed-where", lang, where=where, cases=cases)
    return where or cases
