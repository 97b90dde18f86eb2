"""What a report should be read with: a period that is not over, a unit that did not stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from bot.reports.report import Committee, Report
from handlers.ports import Words


def remarks(report: Report, committees: Iterable[Committee], today: date, words: Words, lang: str) -> Iterator[str]:
    """A line for each such thing. The figures are as they are: none of this makes them wrong."""
    period, unit = report.period, report.unit
    if today < period.first:
        yield words.say("report-remark-not-begun", lang, first=_day(period.first))
    elif today <= period.last:
        yield words.say("report-remark-running", lang, last=_day(period.last))
    known = list(committees)
    if unit.valid_from is not None and period.last < unit.valid_from:
        yield words.say("report-remark-before", lang, unit=unit.name, day=_day(unit.valid_from))
        former = _named((each for each in known if each.heir == unit.code), words, lang)
        if former:
            yield words.say("report-remark-former", lang, units=former)
    elif unit.valid_to is not None and unit.valid_to < period.first:
        yield words.say("report-remark-after", lang, unit=unit.name, day=_day(unit.valid_to))
        heir = _named((each for each in known if each.code == unit.heir), words, lang)
        if heir:
            yield words.say("report-remark-heir", lang, unit=heir)


def _named(committees: Iterable[Committee], words: Words, lang: str) -> str:
    return words.say("report-comma", lang).join(f"{each.name} ({each.code})" for each in committees)


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
