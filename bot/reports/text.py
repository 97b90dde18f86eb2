"""The report as text: the sentences, one to a line, and under them the figures they come from."""

from __future__ import annotations

from collections.abc import Iterable

from bot.reports.corrected import closed_words, correction_lines, heading_words
from bot.reports.report import Report
from bot.reports.sentences import heading, sentences
from cases import disclosure
from cases.kinds import KINDS, TOPICS
from cases.sums import level_order
from handlers.ports import Words


def text(report: Report, words: Words, lang: str) -> str:
    """The report for a terminal or a message: lines of plain text."""
    counts = report.counts

    def say(key: str, **arguments: str | int) -> str:
        return words.say(key, lang, **arguments)

    def parts(key: str, pairs: Iterable[tuple[str, int]]) -> list[str]:
        shown = [say("report-part", name=name, count=count) for name, count in pairs if count]
        return [say(key, parts=say("report-semicolon").join(shown))] if shown else []

    levels = sorted({unit.level for unit in counts.units}, key=level_order)
    channels = sorted(counts.seen.channels)
    received = counts.value
    units = [
        say("report-unit-line", name=unit.name, count=count)
        for unit in counts.units
        if (count := received("received", unit=unit.code))
    ]
    lines = [
        heading(report.unit.name, report.period, words, lang),
        *said_of(report, words, lang),
        "",
        say(
            "report-balance",
            carried=counts.value("carried_over"),
            received=counts.value("received"),
            handled=counts.value("handled"),
            open=counts.value("open"),
        ),
        say("report-overdue", count=counts.value("overdue")),
        *parts("report-by-kind", ((say(f"report-kind-{k}"), received("received", kind=k)) for k in KINDS)),
        *parts("report-by-level", ((say(f"report-level-{x}"), received("received", level=x)) for x in levels)),
        *parts("report-by-topic", ((say(f"report-topic-{t}"), received("received", topic=t)) for t in TOPICS)),
        *parts("report-by-own-topic", ((topic.name(lang), count) for topic, count in report.own_topics)),
        *parts("report-by-channel", ((say(f"report-channel-{c}"), received("received", channel=c)) for c in channels)),
        # a line for each: a city has too many units for one sentence
        *([say("report-by-unit"), *units] if units else []),
        "",
        *(said for said in (closed_words(report, words, lang), heading_words(report, words, lang)) if said),
        *correction_lines(report, words, lang),
        say("report-checked", count=len(counts.checks)),
        say("report-seal", seal=report.seal or say("report-seal-none")),
    ]
    return "\n".join(lines) + "\n"


def said_of(report: Report, words: Words, lang: str) -> tuple[str, ...]:
    """The sentences of a report; in public with what is told of denunciations, which all figures leave out."""
    said = sentences(report.counts, words, lang, leading_zero=report.leading_zero)
    if not report.public:
        return said
    number, more = (report.counts.value(figure) for figure in (disclosure.FIGURE, disclosure.CORRECTED))
    told = words.say("report-public-told", lang, count=number) if number else words.say("report-public-hidden", lang)
    corrected = [words.say("report-public-corrected", lang, count=f"{more:+}")] if more else []
    return (*said, words.say("report-public", lang), told, *corrected)
