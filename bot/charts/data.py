"""What a chart shows, in plain numbers and words: the same that the table beside it tells."""

from __future__ import annotations

from typing import Final

from bot.reports.annex import Annex
from bot.reports.report import Report
from bot.reports.sentences import day_words, period_words, short_period
from cases.authorities import SPANS, Waits
from cases.dates import local_day
from cases.kinds import KINDS, TOPICS
from cases.periods import Period
from cases.records import record
from cases.trend import unbegun
from handlers.ports import Words

CHARTS: Final = ("trend", "kinds", "topics", "units", "to_forward", "to_answer")
"""Every chart there is, in the order in which they are shown."""
MOST_UNITS: Final = 14
"""So many units have a bar of their own; the rest are told in a line below."""


@record(frozen=True, slots=True)
class Series:
    """One row of numbers under the labels. A `line` is drawn as one, else as bars."""

    name: str
    values: tuple[int, ...]
    line: bool = False


@record(frozen=True, slots=True)
class ChartData:
    """A chart in words and numbers: `labels` stand under the columns, or over the bars; `notes` below."""

    title: str
    subtitle: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    notes: tuple[str, ...] = ()
    empty: str = ""
    """What is said where there is nothing to draw."""
    whole: int = 0
    """What the numbers are shares of, where it is not their sum."""

    @property
    def is_empty(self) -> bool:
        """Whether every number is zero."""
        return not any(value for series in self.series for value in series.values)


def chart_data(kind: str, report: Report, annex: Annex, words: Words, lang: str = "vi") -> ChartData:
    """The numbers of one of CHARTS for a report."""

    def say(key: str, **arguments: str | int) -> str:
        return words.say(key, lang, **arguments)

    name = kind.replace("_", "-")
    subtitle = say("chart-subtitle", unit=report.unit.name, period=period_words(report.period, words, lang))
    value = report.counts.value
    notes: tuple[str, ...] = ()
    whole = 0
    series: tuple[Series, ...]
    match kind:
        case "trend":
            points = annex.trend[unbegun([point.told for point in annex.trend]) :]
            labels = tuple(_label(point.period, words, lang) for point in points)
            series = (
                Series(say("column-received"), tuple(point.received for point in points)),
                Series(say("column-handled"), tuple(point.handled for point in points)),
                Series(say("column-open"), tuple(point.open for point in points), line=True),
            )
            notes = _closing(report, words, lang)
        case "kinds":
            labels = tuple(say(f"column-kind-{each}") for each in KINDS)
            series = (Series(say("column-received"), tuple(value("received", kind=each) for each in KINDS)),)
        case "topics":
            # what is left over stands last, however much it is
            ordered = sorted(TOPICS, key=lambda each: (each == "khac", -value("received", topic=each)))
            found = []
            for each in ordered:
                found.append((value("received", topic=each), say(f"report-topic-{each}")))
                # a topic of the committee's own is a part of the bar above it
                own = [(topic, count) for topic, count in report.own_topics if topic.under == each]
                found += [(count, say("chart-own-topic", name=topic.name(lang))) for topic, count in own]
            labels, series = _bars(found, say("column-received"))
            if report.own_topics:
                notes, whole = (say("chart-own-topics"),), value("received")
        case "units":
            found = sorted(
                ((value("received", unit=each.code), each.name) for each in report.counts.shown),
                key=lambda pair: -pair[0],
            )
            labels, series = _bars(found[:MOST_UNITS], say("column-received"))
            if rest := found[MOST_UNITS:]:
                # told, not drawn: many small ones together would press flat the bars that the picture is about
                whole, others = sum(number for number, _ in found), sum(number for number, _ in rest)
                share = percent(others, whole) if whole else "0"
                notes = (say("chart-other-units", count=len(rest), letters=others, share=share),)
        case "to_forward" | "to_answer":
            waits: Waits = annex.to_forward if kind == "to_forward" else annex.to_answer
            labels = tuple(_span(first, last, words, lang) for first, last in SPANS)
            series = (Series(say("chart-letters"), waits.spans),)
            notes = (say("chart-median", median=waits.median, count=waits.count),) if waits.count else ()
        case _:
            raise ValueError(kind)
    return ChartData(say(f"chart-{name}"), subtitle, labels, series, notes, say("chart-empty"), whole)


def percent(part: int, whole: int) -> str:
    """A share in whole per cent; "<1" where it is more than nothing and less than one."""
    return f"{100 * part / whole:.0f}" if 100 * part >= whole or not part else "<1"


def _closing(report: Report, words: Words, lang: str) -> tuple[str, ...]:
    """That the period is closed, and how much changed in the closed one before."""
    notes = []
    if report.closed is not None:
        day = day_words(local_day(report.closed.closed_at), words, lang)
        notes.append(words.say("report-closed-note", lang, day=day))
    if report.corrections:
        notes.append(words.say("report-corrections-note", lang, count=len(report.corrections)))
    return tuple(notes)


def _bars(found: list[tuple[int, str]], name: str) -> tuple[tuple[str, ...], tuple[Series, ...]]:
    return tuple(label for _, label in found), (Series(name, tuple(number for number, _ in found)),)


def _label(period: Period, words: Words, lang: str) -> str:
    """A period as short as it fits under a column: 10/2026, Q3/2026."""
    year, number = period.parts
    key = {"month": "chart-month", "quarter": "chart-quarter", "half": "chart-half"}.get(period.shape)
    if key is not None:
        return words.say(key, lang, n=number, year=str(year))
    if period.shape == "span":
        return f"{period.first:%d/%m}|{period.first:%Y}"
    if period.shape == "year":
        return str(year)
    return short_period(period, words, lang)


def _span(first: int, last: int | None, words: Words, lang: str) -> str:
    if last is None:
        return words.say("days-more", lang, first=first)
    return words.say("days-span", lang, first=first, last=last)
