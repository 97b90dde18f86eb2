"""The report as an Excel workbook for A4: summary, units, topics, channels, what the annex tells, how it is counted."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Final

import xlsxwriter

from bot.reports.annex import Annex
from bot.reports.annex_sheets import AnnexSheets
from bot.reports.bench import Bench
from bot.reports.corrected import closed_words, correction_rows
from bot.reports.grid import FONT, Column, Row, Styles
from bot.reports.report import Report
from bot.reports.sentences import sentences
from cases.kinds import KINDS, TOPICS
from cases.registers import ACTIVITIES, AUTHORITIES, FIELDS, RECEPTION_FIGURES, WORKS
from cases.sums import MAIN_OUTCOMES, RARE_OUTCOMES, WATCHED
from handlers.ports import Words

NARROWEST_NAME, WIDEST_NAME = 20.0, 42.0
"""Widths of the column of units' names, which follows the longest of them."""
CHANNELS: Final[Mapping[str, tuple[str, ...]]] = {
    "in_person": ("in_person", "paper"),
    "post": ("post",),
    "zalo": ("zalo", "zalo_oa", "zalo_bot"),
    "telegram": ("telegram",),
    "forwarded": ("forwarded",),
    "others": (),
}
"""The ways by which the Front's sheet tells letters apart; what is none of these came another way."""


def sheet(report: Report, words: Words, lang: str, annex: Annex | None = None, form: str = "") -> bytes:
    """The workbook. Text from outside is never read as a formula or a link; totals are formulas with their values.

    With an annex it also holds authorities, satisfaction, the trend and the state's forms; `form` picks one of those.
    """
    out = io.BytesIO()
    # widths of columns are counted in letters of the book's own font: one that every office has, or one as wide
    options: dict[str, object] = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_format_properties": {"font_name": FONT, "font_size": 11, "font_scheme": False},
    }
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": report.unit.name, "subject": report.period.name})
    styles = Styles(book)
    more = AnnexSheets(book, styles, report, words, lang, annex) if annex is not None else None
    if form and more is not None:
        more.forms(form)
    else:
        writer = _Writer(book, styles, report, words, lang)
        writer.summary()
        writer.units()
        writer.topics()
        writer.own_topics()
        writer.channels()
        if more is not None:
            more.authorities()
            more.satisfaction()
            more.trend()
            more.confusion()
        writer.activities()
        writer.corrections()
        if more is not None:
            more.forms()
        writer.definitions()
    book.close()
    return out.getvalue()


class _Writer(Bench):
    """The sheets of one report's figures."""

    def __init__(self, book: xlsxwriter.Workbook, styles: Styles, report: Report, words: Words, lang: str) -> None:
        super().__init__(book, styles, report, words, lang)
        seen = report.counts.seen.names
        self._outcomes = (*MAIN_OUTCOMES, *(name for name in RARE_OUTCOMES if name in seen))
        self._seen = seen

    def summary(self) -> None:
        """The Front's monthly sheet: one row per unit and their sum (law.md § 11 c, as far as there are data)."""
        say, counts = self.say, self._counts
        columns = [
            *self._unit_columns(),
            *(self._figure(name) for name in RECEPTION_FIGURES),
            self._figure("carried_over"),
            self._figure("received"),
            Column("total", say("column-total"), sum_of=("carried_over", "received"), strong=True, width=6.6),
            *(self._kind_column(kind, "column-kinds") for kind in KINDS),
            *(self._channel_column(name) for name in CHANNELS),
            *self._eligibility(),
            Column("handled", say("column-handled"), sum_of=self._outcomes, strong=True, width=6.6),
            *(self._figure(name, group="column-outcomes") for name in self._outcomes),
            *(self._figure(name) for name in WATCHED),
            self._figure("open", strong=True),
            self._figure("overdue"),
            *(self._figure(name, group="column-marks") for name in ("anonymous", "urgent")),
            Column("notes", say("column-notes"), blank=True, width=10),
        ]
        rows = []
        for number, unit in enumerate(counts.shown, start=1):
            marks = {"unit": unit.code}
            values: dict[str, str | int] = {c.id: counts.value(c.id, **marks) for c in columns}
            values |= {kind: counts.value("received", kind=kind, **marks) for kind in KINDS}
            values |= self._by_channel(unit.code)
            values |= {"number": number, "unit": unit.name, "level": say(f"report-level-{unit.level}")}
            rows.append(Row(values))
        page = self._page("summary", columns)
        said = " ".join(sentences(counts, self._words, self._lang, leading_zero=self.report.leading_zero))
        page.note(said[:1].upper() + said[1:])
        page.table(rows, total=say("column-total-row"))
        page.line(say("sheet-balance"))
        if closed := closed_words(self.report, self._words, self._lang):
            page.line(closed)
        self._sign(page)

    def corrections(self) -> None:
        """What changed in the closed period before; no sheet where nothing did."""
        rows = correction_rows(self.report, self._words, self._lang)
        if not rows:
            return
        say = self.say
        columns = [
            Column("number", say("column-number"), text=True, centred=True, width=4.6),
            Column("period", say("column-period"), text=True, centred=True, width=12),
            Column("code", say("column-correction-code"), text=True, width=24),
            Column("before", say("column-correction-before"), text=True, width=52),
            Column("after", say("column-correction-after"), text=True, width=52),
        ]
        page = self._page("corrections", columns)
        page.table(
            [
                Row({"number": number, "period": period, "code": code, "before": before, "after": after})
                for number, (period, code, before, after) in enumerate(rows, start=1)
            ]
        )
        self._sign(page)

    def units(self) -> None:
        """Each unit's letters by kind: carried over, received, handled, open."""
        say, counts = self.say, self._counts
        parts = ("carried_over", "received", "handled", "open")
        columns = [
            *self._unit_columns(),
            *(
                Column(f"{kind} {part}", say(f"column-{part}"), group=say(f"column-kind-{kind}"), width=7)
                for kind in KINDS
                for part in parts
            ),
        ]
        rows = []
        for number, unit in enumerate(counts.shown, start=1):
            values: dict[str, str | int] = {
                f"{kind} {part}": counts.value(part, unit=unit.code, kind=kind) for kind in KINDS for part in parts
            }
            values |= {"number": number, "unit": unit.name, "level": say(f"report-level-{unit.level}")}
            rows.append(Row(values))
        page = self._page("units", columns)
        page.table(rows, total=say("column-total-row"))
        self._sign(page)

    def topics(self) -> None:
        """Topics × kinds of what was received, and how far each topic is."""
        self._by("topics", "topic", "column-topic", TOPICS)

    def own_topics(self) -> None:
        """What was received under each topic that the committee added; no sheet where it added none."""
        say, own = self.say, self.report.own_topics
        if not own:
            return
        columns = [
            Column("number", say("column-number"), text=True, centred=True, width=4.6),
            Column("name", say("column-own-topic"), text=True, width=30),
            Column("under", say("column-under-topic"), text=True, width=30),
            Column("received", say("column-received"), width=11, strong=True),
        ]
        rows = []
        for number, (topic, count) in enumerate(own, start=1):
            under = say(f"report-topic-{topic.under}")
            rows.append(Row({"number": number, "name": topic.name(self._lang), "under": under, "received": count}))
        page = self._page("own-topics", columns)
        page.table(rows, total=say("column-total-row"))
        self._sign(page)

    def channels(self) -> None:
        """Channels × kinds of what was received, and how far each channel's letters are."""
        self._by("channels", "channel", "column-channel", tuple(sorted(self._counts.seen.channels)))

    def activities(self) -> None:
        """Activities by unit, and voters' petitions; no sheet where there were none."""
        say, counts = self.say, self._counts
        names = [name for name in (*ACTIVITIES, *WORKS) if name in self._seen and name != "supervision_joint"]
        fields = [f for f in FIELDS if counts.value("supervision_joint", topic=f)]
        columns = [
            *self._unit_columns(),
            *(self._figure(name, width=11) for name in names),
            *([self._figure("supervision_joint", width=11, strong=True)] if "supervision_joint" in self._seen else []),
            *(Column(f, say(f"report-topic-{f}"), group=say("column-joint-fields"), width=11) for f in fields),
            *(
                Column(name, say(f"column-{part}"), group=self._voters(level), width=11)
                for level in AUTHORITIES
                for part, name in (
                    ("voter_petitions", f"voter_petitions_{level}"),
                    ("voter_petitions_resolved", f"voter_petitions_{level}_resolved"),
                )
                if f"voter_petitions_{level}" in self._seen
            ),
        ]
        if all(column.text for column in columns):
            return
        rows = []
        for number, unit in enumerate(counts.shown, start=1):
            values: dict[str, str | int] = {c.id: counts.value(c.id, unit=unit.code) for c in columns}
            values |= {f: counts.value("supervision_joint", unit=unit.code, topic=f) for f in fields}
            values |= {"number": number, "unit": unit.name, "level": say(f"report-level-{unit.level}")}
            rows.append(Row(values))
        page = self._page("activities", columns)
        page.table(rows, total=say("column-total-row"))
        self._sign(page)

    def definitions(self) -> None:
        """What each column counts, in words."""
        say = self.say
        columns = [
            Column("term", say("column-term"), text=True, width=30),
            Column("meaning", say("column-meaning"), text=True, width=110),
        ]
        names = [
            "unit",
            *RECEPTION_FIGURES,
            "carried_over",
            "received",
            "total",
            "kinds",
            "channels",
            "eligible",
            "eligible_matters",
            "ineligible",
            "handled",
            "outcomes",
            *WATCHED,
            "open",
            "overdue",
            "anonymous",
            "urgent",
        ]
        page = self._page("definitions", columns)
        page.table([Row({"term": say(f"column-{name}"), "meaning": say(f"meaning-{name}")}) for name in names])
        self._sign(page)

    def _by(self, sheet: str, mark: str, heading: str, values: tuple[str, ...]) -> None:
        say, counts = self.say, self._counts
        columns = [
            Column("number", say("column-number"), text=True, centred=True, width=4.6),
            Column("name", say(heading), text=True, width=30),
            *(self._kind_column(kind, "column-kinds", width=13) for kind in KINDS),
            Column("received", say("column-sum"), group=say("column-kinds"), sum_of=KINDS, strong=True, width=11),
            *(self._figure(name, width=13) for name in ("carried_over", "handled", "open", "overdue")),
        ]
        rows = []
        for number, value in enumerate(values, start=1):
            marks = {mark: value}
            cells: dict[str, str | int] = {
                name: counts.value(name, **marks) for name in ("received", "carried_over", "handled", "open", "overdue")
            }
            cells |= {kind: counts.value("received", kind=kind, **marks) for kind in KINDS}
            cells |= {"number": number, "name": say(f"report-{mark}-{value}")}
            rows.append(Row(cells))
        page = self._page(sheet, columns)
        page.table(rows, total=say("column-total-row"))
        self._sign(page)

    def _unit_columns(self) -> list[Column]:
        longest = max(len(unit.name) for unit in self._counts.units)
        width = min(max(longest + 1.5, NARROWEST_NAME), WIDEST_NAME)
        return [
            Column("number", self.say("column-number"), text=True, centred=True, width=4.6),
            Column("unit", self.say("column-unit"), text=True, width=width),
            Column("level", self.say("column-level"), text=True, centred=True, width=11),
        ]

    def _channel_column(self, name: str) -> Column:
        label = self.say(f"column-channel-{name}")
        return Column(f"by {name}", label, group=self.say("column-channels"), width=6.8)

    def _by_channel(self, unit: str) -> dict[str, int]:
        value = self._counts.value
        found = {
            name: sum(value("received", unit=unit, channel=each) for each in channels)
            for name, channels in CHANNELS.items()
        }
        found["others"] = value("received", unit=unit) - sum(found.values())
        return {f"by {name}": number for name, number in found.items()}

    def _kind_column(self, kind: str, group: str, width: float = 6.8) -> Column:
        return Column(kind, self.say(f"column-kind-{kind}"), group=self.say(group), width=width)

    def _eligibility(self) -> tuple[Column, ...]:
        group = self.say("column-eligibility")
        matters = self._counts.value("eligible_matters")
        label = self.say("column-eligible_matters")
        return (
            self._figure("eligible", group="column-eligibility"),
            Column("eligible_matters", label, group=group, width=6.8, whole=matters),
            self._figure("ineligible", group="column-eligibility"),
        )

    def _voters(self, level: str) -> str:
        return self.say("column-voters", level=self.say(f"report-level-{level}"))

    def _figure(self, name: str, *, group: str = "", width: float = 6.8, strong: bool = False) -> Column:
        label = self.say(f"column-{name}")
        return Column(name, label, group=self.say(group) if group else "", width=width, strong=strong)
