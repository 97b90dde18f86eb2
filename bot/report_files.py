"""The files that go with a report's message: the chart and the workbook, counted at the moment when they are sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from bot.channels.contract import Abilities, OutFile
from bot.law import laws_of
from bot.settings import Settings
from cases.periods import PeriodError, parse
from handlers.messages import Attachment
from handlers.ports import Words
from handlers.staff_report import CHART, WORKBOOK
from storage.database import Database

if TYPE_CHECKING:
    from bot.reports.annex import Paper


FORMS: Final = ("docx", "csv")
"""What stands in for a workbook."""


class ReportFiles:
    """Makes them; implements `courier.Make`. What does not add up is not made."""

    def __init__(self, database: Database, settings: Settings, words: Words, now: Callable[[], datetime]) -> None:
        self._database = database
        self._settings = settings
        self._laws = laws_of(settings)
        self._words = words
        self._now = now

    async def __call__(self, attachment: Attachment, abilities: Abilities) -> OutFile | None:
        """The file, the workbook as a paper or bare rows where the channel carries no workbooks; None for a report
        that may not be printed or is not known."""
        from bot.reports.press import Press
        from bot.reports.report import ReportError

        about = dict(attachment.about)
        settings = self._settings
        try:
            period = parse(about.get("period", ""), about.get("calendar", ""))
            press = Press(settings.tree, settings.reports.leading_zero, self._laws, settings.own_topics)
            paper = await self._database.read(press.paper, about.get("unit", ""), period, self._now())
        except (PeriodError, ReportError):
            return None
        if paper.report.counts.failed:
            return None
        return await asyncio.to_thread(self._written, attachment, abilities, paper)

    def _written(self, attachment: Attachment, abilities: Abilities, paper: Paper) -> OutFile | None:
        stem, _, own = attachment.name.rpartition(".")
        for form in (own, *(FORMS if attachment.what == WORKBOOK else ())):
            name = f"{stem}.{form}"
            if not abilities.takes(attachment.kind, name, 0):
                continue
            content = self._write(attachment.what, form, paper)
            if content is not None and abilities.takes(attachment.kind, name, len(content)):
                return OutFile(attachment.kind, name, content)
        return None

    def _write(self, what: str, form: str, paper: Paper) -> bytes | None:
        from bot.charts import chart, chart_data, png
        from bot.reports.writing import render

        words, lang = self._words, "vi"
        if what == WORKBOOK:
            return render(paper.report, form, words, lang, paper.annex)
        if what == CHART:
            return png(chart("trend", chart_data("trend", paper.report, paper.annex, words, lang), words, lang))
        return None
