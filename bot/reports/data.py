"""The report as data: json `tiengdan.report/1`, and the same rows as csv."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import chain
from typing import Any, Final

from bot.reports.report import Report
from bot.reports.text import said_of
from cases import closing
from cases.sums import Figure
from handlers.ports import Words

SCHEMA: Final = "tiengdan.report/1"
COLUMNS: Final = ("figure", "unit", "level", "kind", "topic", "channel", "value")
OWN_TOPIC: Final = "received_own_topic"
"""Letters received under a topic of the committee's own: in no sum, since they count under its topic of the eleven."""

_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def as_json(report: Report, words: Words, lang: str) -> str:
    """The whole report as one JSON object, a figure to a line; a mark that is null means all."""
    period = report.period
    head: dict[str, Any] = {
        "schema": SCHEMA,
        "unit": report.unit.code,
        "period": {
            "name": period.name,
            "calendar": period.calendar,
            "from": period.first.isoformat(),
            "to": period.last.isoformat(),
        },
    }
    checks = [{"rule": check.rule, "ok": check.ok, "cases": list(check.cases)} for check in report.counts.checks]
    if report.public:
        head["public"] = True
    if report.closed is not None:
        then = dict(sorted(closing.figures(report.closed.letters).items()))
        at = report.closed.closed_at.isoformat()
        head["closed"] = {"at": at, "seal": report.closed.seal, "changed": report.changed, "figures": then}
    if report.corrections:
        head["corrections"] = [asdict(each) for each in report.corrections]
    if report.own_topics:
        head["own_topics"] = [
            {"topic": topic.code, "under": topic.under, "name": topic.name(lang), "received": count}
            for topic, count in report.own_topics
        ]
    said = list(said_of(report, words, lang))
    figures = ",\n  ".join(_lines(report.counts.figures))
    tail = {"checks": checks, "sentences": said}
    return f'{_line(head)[:-1]},\n "figures": [\n  {figures}\n ],\n {_line(tail)[1:]}\n'


def as_csv(report: Report) -> bytes:
    """The rows of the figures, as UTF-8 with the mark by which a spreadsheet knows it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    known = _Harmless()
    own_topics = (Figure(OWN_TOPIC, count, topic=topic.code) for topic, count in report.own_topics)
    for name, value, *marks in chain(report.counts.figures, own_topics):
        writer.writerow((known[name], *(known[mark] for mark in marks), value))
    return out.getvalue().encode("utf-8-sig")


def _lines(figures: Iterable[Figure]) -> Iterator[str]:
    """Each figure as an object. There are hundreds of thousands, of a few words: each word is written once."""
    known = _Written()
    for name, value, unit, level, kind, topic, channel in figures:
        yield (
            f'{{"figure": {known[name]}, "unit": {known[unit]}, "level": {known[level]}, "kind": {known[kind]}, '
            f'"topic": {known[topic]}, "channel": {known[channel]}, "value": {value}}}'
        )


class _Written(dict[str | None, str]):
    """Words as JSON."""

    def __missing__(self, word: str | None) -> str:
        found = self[word] = _line(word)
        return found


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


class _Harmless(dict[str | None, str | None]):
    """Words by themselves, those that a spreadsheet would run as a formula marked as text."""

    def __missing__(self, word: str | None) -> str | None:
        found = self[word] = f"'{word}" if word is not None and word.startswith(_FORMULA_STARTS) else word
        return found
