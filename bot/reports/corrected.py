"""What is said of closed periods: that this one is closed, and what changed in the closed one before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.reports.report import Report
from bot.reports.sentences import day_words
from cases.closing import figures
from cases.dates import local_day
from cases.lives import LETTER_OUTCOMES
from handlers.ports import Words

_ORDER: Final = ("carried_over", "received", "eligible", "ineligible", "handled", *LETTER_OUTCOMES, "open", "overdue")
_BALANCE: Final = {"carried": "carried_over", "received": "received", "handled": "handled", "open": "open"}
SHOWN_ON_PAPER: Final = 60
"""So many corrections are written out where there is no sheet for them; of the others the number is told."""


def closed_words(report: Report, words: Words, lang: str) -> str:
    """That the period is closed, with its seal; where letters changed since, what it told then; "" where it is not."""
    if report.closed is None:
        return ""
    day = day_words(local_day(report.closed.closed_at), words, lang)
    said = words.say("report-closed", lang, day=day, seal=report.closed.seal or words.say("report-seal-none", lang))
    if not report.changed:
        return said
    then = figures(report.closed.letters)
    sides = {name: then[mark] for name, mark in _BALANCE.items()}
    return words.say("report-space", lang).join(
        (said, words.say("report-closed-then", lang, count=report.changed, **sides))
    )


def heading_words(report: Report, words: Words, lang: str) -> str:
    """The line above the corrections; "" where there are none."""
    if not report.corrections:
        return ""
    return words.say("report-corrections", lang, count=len(report.corrections))


def correction_rows(report: Report, words: Words, lang: str) -> Sequence[tuple[str, str, str, str]]:
    """Period, letter, how it counted and how it counts now, in words."""
    names = {unit.code: unit.name for unit in report.counts.units}
    return [
        (
            each.period,
            each.case,
            _told(each.before, names, words, lang),
            _told(each.after, names, words, lang),
        )
        for each in report.corrections
    ]


def correction_lines(report: Report, words: Words, lang: str, most: int | None = None) -> list[str]:
    """The same, a line a letter, for text and Word."""
    rows = correction_rows(report, words, lang)
    lines = [
        words.say("report-correction", lang, period=period, code=code, before=before, after=after)
        for period, code, before, after in rows[:most]
    ]
    rest = len(rows) - len(lines)
    return [*lines, words.say("report-corrections-more", lang, count=rest)] if rest else lines


def _told(counted: str, names: dict[str, str], words: Words, lang: str) -> str:
    if not counted:
        return words.say("report-correction-none", lang)
    unit, kind, topic, *marks = counted.split(" ")
    ordered = sorted(marks, key=lambda mark: _ORDER.index(mark) if mark in _ORDER else len(_ORDER))
    figures = words.say("report-comma", lang).join(words.say(f"column-{mark}", lang).lower() for mark in ordered)
    return words.say(
        "report-correction-counted",
        lang,
        unit=names.get(unit, unit),
        kind=words.say(f"report-kind-{kind}", lang),
        topic=words.say(f"report-topic-{topic}", lang).lower(),
        figures=figures,
    )
