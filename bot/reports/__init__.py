"""The report of a period: counted, proven, and written as text, data or a sheet."""

from __future__ import annotations

from bot.reports.command import command
from bot.reports.report import FORMATS, Report, ReportError, build, paragraph
from bot.reports.writing import render, write

__all__ = [
    "FORMATS",
    "Report",
    "ReportError",
    "build",
    "command",
    "paragraph",
    "render",
    "write",
]
