"""The sheets of the workbook that the annex fills: authorities, satisfaction, trend with its chart, state forms."""

from __future__ import annotations

from typing import Any, Final

from bot.reports.annex import Annex
from bot.reports.bench import Bench
from bot.reports.form_sheet import write_form
from bot.reports.grid import Column, Row, Styles
from bot.reports.report import Report
from bot.reports.sentences import short_period
from cases.authorities import SPANS, Waits
from cases.kinds import KINDS
from cases.trend import unbegun
from handlers.ports import Words

TREND: Final = ("carried_over", "received", "handled", "open", "overdue")
AUTHORITY: Final = ("forwarded", "replied", "urged", "awaited", "late")
SURVEY: Final = ("survey_asked", "survey_answered", "survey_satisfied")
CHART_WIDTH, CHART_HEIGHT = 912, 330
DRAWN: Final = (("received", "wide_upward_diagonal"), ("handled", "solid"))
"""The columns of the trend's chart, each with a pattern of its own, so that grey paper tells them apart."""


class AnnexSheets(Bench):
    """Writes them into one workbook."""

    def __init__(self, book: Any, styles: Styles, report: Report, words: Words, lang: str, annex: Annex) -> None:
        super().__init__(book, styles, report, words, lang)
        self._annex = annex

    def authorities(self) -> None:
        """What became of letters at each authority; no sheet where nothing was passed on or awaited."""
        lines = self._annex.authorities
        if not lines:
            return
        say = self.say
        columns = [
            Column("number", say("column-number"), text=True, centred=True, width=4.6),
            Column("authority", say("column-authority"), text=True, width=52),
            *(Column(name, say(f"column-authority-{name}"), width=17) for name in AUTHORITY),
        ]
        rows = []
        for number, line in enumerate(lines, start=1):
            values: dict[str, str | int] = {name: getattr(line, name) for name in AUTHORITY}
            values |= {"number": number, "authority": line.name or say("authority-nameless")}
            rows.append(Row(values))
        page = self._page("authorities", columns)
        page.table(rows, total=say("column-total-row"))
        page.line(say("authority-note"))
        for name, waits in (("forward", self._annex.to_forward), ("answer", self._annex.to_answer)):
            if waits.count:
                page.line(self._waiting(name, waits))
        self._sign(page)

    def satisfaction(self) -> None:
        """How many residents were asked, answered, and were content."""
        say, counts = self.say, self._counts
        columns = [
            Column("number", say("column-number"), text=True, centred=True, width=4.6),
            Column("unit", say("column-unit"), text=True, width=44),
            *(Column(name, say(f"column-{name}"), width=16) for name in SURVEY),
            Column("answer_rate", say("column-answer_rate"), ratio_of=("survey_answered", "survey_asked"), width=16),
            Column(
                "content_rate", say("column-content_rate"), ratio_of=("survey_satisfied", "survey_answered"), width=16
            ),
        ]
        rows = []
        # a page of dashes tells nobody anything: units that asked somebody, or whose residents answered
        asked = [unit for unit in counts.shown if any(counts.value(name, unit=unit.code) for name in SURVEY)]
        for number, unit in enumerate(asked, start=1):
            values: dict[str, str | int] = {name: counts.value(name, unit=unit.code) for name in SURVEY}
            rows.append(Row(values | {"number": number, "unit": unit.name}))
        page = self._page("satisfaction", columns)
        page.table(rows, total=say("column-total-row"))
        page.line(say("satisfaction-note" if counts.value("survey_asked") else "satisfaction-none"))
        self._sign(page)

    def trend(self) -> None:
        """Twelve periods of the same shape, and their chart."""
        if not self._annex.trend:
            return
        say = self.say
        columns = [
            Column("period", say("column-period"), text=True, width=36),
            *(Column(name, say(f"column-{name}"), width=18) for name in TREND),
        ]
        rows = []
        for point in self._annex.trend:
            values: dict[str, str | int] = {name: getattr(point, name) for name in TREND}
            rows.append(Row(values | {"period": short_period(point.period, self._words, self._lang)}))
        page = self._page("trend", columns)
        page.table(rows)
        first, last = page.body
        # the table tells all twelve; years before the register began would only press the others flat
        first += unbegun([point.told for point in self._annex.trend])
        chart = self.book.add_chart({"type": "column"})
        name = say("sheet-trend")
        face = {"name": "Times New Roman", "size": 10}

        def series(figure: str) -> dict[str, Any]:
            at = 1 + TREND.index(figure)
            return {
                "name": [name, page.body[0] - 1, at],
                "categories": [name, first, 0, last, 0],
                "values": [name, first, at, last, at],
            }

        for figure, pattern in DRAWN:
            fill: dict[str, Any] = {"fill": {"color": "#3B5B7A"}}
            if pattern != "solid":
                fill = {"pattern": {"pattern": pattern, "fg_color": "#3B5B7A", "bg_color": "#FFFFFF"}}
            chart.add_series(series(figure) | fill | {"border": {"color": "#3B5B7A"}, "gap": 60})
        line = self.book.add_chart({"type": "line"})
        marker = {"type": "diamond", "size": 7, "fill": {"color": "#FFFFFF"}, "border": {"color": "#1A1A1A"}}
        line.add_series(series("open") | {"line": {"color": "#1A1A1A", "width": 2}, "marker": marker})
        chart.combine(line)
        chart.set_title({"name": say("sheet-title-trend"), "name_font": face | {"size": 12, "bold": True}})
        chart.set_x_axis({"num_font": face})
        chart.set_y_axis(
            {
                "num_font": face,
                "num_format": "#,##0",
                "major_gridlines": {"visible": True, "line": {"color": "#D0D5DA"}},
            }
        )
        chart.set_legend({"position": "bottom", "font": face})
        chart.set_size({"width": CHART_WIDTH, "height": CHART_HEIGHT})
        page.put_chart(chart)
        self._sign(page)

    def confusion(self) -> None:
        """What the program proposed and what it turned out to be; no sheet where it read no letter."""
        table = self._annex.confusion
        if not any(sum(counts) for _, counts in table):
            return
        say = self.say
        columns = [
            Column("proposed", say("column-proposed"), text=True, width=36),
            *(Column(kind, say(f"kind-{kind}"), width=20) for kind in KINDS),
        ]
        rows = []
        for proposed, counts in table:
            values: dict[str, str | int] = dict(zip(KINDS, counts, strict=True))
            rows.append(Row(values | {"proposed": say(f"kind-{proposed}")}))
        page = self._page("confusion", columns)
        page.table(rows, total=say("column-total-row"))
        right = sum(counts[number] for number, (_, counts) in enumerate(table))
        total = sum(sum(counts) for _, counts in table)
        page.line(say("confusion-note", right=right, total=total))
        self._sign(page)

    def forms(self, only: str = "") -> None:
        """Each of the state's forms on a sheet of its own; with `only` that one alone."""
        for filled in self._annex.forms:
            if only in ("", filled.form.id):
                write_form(self, filled)

    def _waiting(self, name: str, waits: Waits) -> str:
        say = self.say
        parts = [
            say("report-part", name=self.span_words(first, last), count=number)
            for (first, last), number in zip(SPANS, waits.spans, strict=True)
            if number
        ]
        shown = say("report-semicolon").join(parts)
        return say(f"waiting-{name}", count=waits.count, median=waits.median, parts=shown)

    def span_words(self, first: int, last: int | None) -> str:
        """A stretch of days in words."""
        if last is None:
            return self.say("days-more", first=first)
        return self.say("days-span", first=first, last=last)
