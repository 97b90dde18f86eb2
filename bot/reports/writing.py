"""A proven report into bytes of a format, and into a file that is whole or not there at all."""

from __future__ import annotations

import os
from pathlib import Path

from bot.reports.annex import Annex
from bot.reports.data import as_csv, as_json
from bot.reports.report import FORMATS, Report, ReportError
from bot.reports.text import text
from cases.paragraph import CountsError
from handlers.ports import Words


def render(
    report: Report, format: str, words: Words, lang: str = "vi", annex: Annex | None = None, form: str = ""
) -> bytes:
    """The report in a format. Raises CountsError while a check fails, ReportError for an unknown format.

    A workbook with an annex holds everything; with `form` only that form of the state.
    """
    if format not in FORMATS:
        raise ReportError("report-format-unknown", format)
    if report.counts.failed:
        raise CountsError
    if format == "text":
        return text(report, words, lang).encode()
    if format == "json":
        return as_json(report, words, lang).encode()
    if format == "csv":
        return as_csv(report)
    if format == "docx":
        # read when it is needed: nothing that runs all day needs Word, nor Excel
        from bot.reports.paper import paper

        return paper(report, annex, words, lang)
    if format == "png":
        return picture(report, annex or Annex(), words, lang)
    from bot.reports.sheet import sheet

    return sheet(report, words, lang, annex, form)


def picture(report: Report, annex: Annex, words: Words, lang: str = "vi") -> bytes:
    """Every chart under each other, as one picture."""
    from bot.charts import CHARTS, chart, chart_data, png, stacked

    return png(stacked([chart(each, chart_data(each, report, annex, words, lang), words, lang) for each in CHARTS]))


def pictures(report: Report, annex: Annex, words: Words, lang: str = "vi") -> dict[str, bytes]:
    """Every chart as a picture of its own, by its name."""
    from bot.charts import CHARTS, chart, chart_data, png

    return {each: png(chart(each, chart_data(each, report, annex, words, lang), words, lang)) for each in CHARTS}


def write(report: Report, format: str, out: Path, words: Words, lang: str = "vi") -> None:
    """Write the report to a file: all of it, or nothing. What was there before stays until then."""
    put(render(report, format, words, lang), out)


def put(content: bytes, out: Path) -> None:
    """Write a file: all of it, or nothing."""
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(out)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
