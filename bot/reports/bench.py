"""What every sheet of the workbook is made with: the book, its looks, the words, titles and the line below."""

from __future__ import annotations

from typing import Any

from bot.reports.grid import Column, Page, Styles
from bot.reports.report import Report
from bot.reports.sentences import period_words
from cases.dates import local
from handlers.ports import Words


class Bench:
    """Makes the sheets of one report."""

    def __init__(self, book: Any, styles: Styles, report: Report, words: Words, lang: str) -> None:
        self.book = book
        self.styles = styles
        self.report = report
        self._counts = report.counts
        self._words = words
        self._lang = lang

    def _page(self, name: str, columns: list[Column]) -> Page:
        page = Page(self.book.add_worksheet(self.say(f"sheet-{name}")), self.styles, columns)
        page.set_up(self.say("sheet-page"), self.report.unit.name)
        page.title(self.report.unit.name, self.say(f"sheet-title-{name}"), self.subtitle())
        return page

    def subtitle(self) -> str:
        """The period and its calendar."""
        period = period_words(self.report.period, self._words, self._lang)
        calendar = self.say(f"report-calendar-{self.report.period.calendar}")
        return self.say("sheet-subtitle", period=period, calendar=calendar)

    def _sign(self, page: Page) -> None:
        page.line(self.signature())
        page.finish()

    def signature(self) -> str:
        """When it was made, and the seal of that moment."""
        made = f"{local(self.report.made_at):%H:%M %d/%m/%Y}"
        return self.say("sheet-footer", made=made, seal=self.report.seal or self.say("report-seal-none"))

    def say(self, key: str, **arguments: str | int) -> str:
        """A message of the words."""
        return self._words.say(key, self._lang, **arguments)
