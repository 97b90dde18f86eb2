"""The month on the console: the paragraph and the sheets that `tiengdan report` writes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

from bot.charts import CHARTS, ChartData, chart, chart_data
from bot.reports.closing import Done, close, close_now
from bot.reports.command import PAPERS
from bot.reports.press import Press
from bot.reports.report import paragraph
from bot.reports.writing import render
from bot.upkeep import seal_all
from cases.dates import local_day
from cases.periods import parse
from handlers.ports import Officer, Words
from storage import closings
from storage.closings import Closing
from storage.database import Database


class Month:
    """Counts of a unit and all below it. Every method raises ValueError, whose text is a message key, for a
    period that cannot be read and for figures that do not add up."""

    def __init__(
        self,
        database: Database,
        press: Press,
        words: Words,
        now: Callable[[], datetime],
        *,
        calendar: str,
    ) -> None:
        self._database = database
        self._press = press
        self._words = words
        self._now = now
        self._calendar = calendar

    async def paragraph(self, unit: str, period: str) -> str:
        """The month in words."""
        return await self._database.read(
            lambda db: paragraph(
                db,
                self._press.committees,
                unit,
                period,
                self._calendar,
                self._words,
                today=local_day(self._now()),
                leading_zero=self._press.leading_zero,
            )
        )

    async def charts(self, unit: str, period: str, lang: str) -> list[tuple[str, ChartData]]:
        """The month in pictures: each as SVG to stand in a page, and its numbers for the table beside it."""
        paper = await self._database.read(self._press.paper, unit, parse(period, self._calendar), self._now())

        def draw() -> list[tuple[str, ChartData]]:
            found = []
            for each in CHARTS:
                data = chart_data(each, paper.report, paper.annex, self._words, lang)
                if not data.is_empty:
                    found.append((chart(each, data, self._words, lang), data))
            return found

        return await asyncio.to_thread(draw)

    async def closed(self, unit: str, period: str) -> Closing | None:
        """The closing of the period that stands."""
        asked = parse(period, self._calendar)
        return await self._database.read(closings.of_period, unit, asked)

    async def close(self, unit: str, period: str, reason: str, by: Officer) -> Done:
        """Close the period as this officer, or with a reason open it again."""
        asked = parse(period, self._calendar)
        now, tree = self._now(), self._press.committees
        return await close_now(self._database, now, lambda db: close(db, tree, unit, asked, now, reason=reason, by=by))

    async def sheet(self, unit: str, period: str, form: str) -> bytes:
        """The month in one of the formats of the report; on paper with all that only paper shows."""
        asked = parse(period, self._calendar)
        made = self._now()
        await seal_all(self._database, made)
        if form not in PAPERS:
            report = await self._database.read(self._press.report, unit, asked, made)
            return render(report, form, self._words)
        paper = await self._database.read(self._press.paper, unit, asked, made)
        return await asyncio.to_thread(render, paper.report, form, self._words, "vi", paper.annex)
