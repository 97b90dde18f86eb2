"""Charts of a report: a picture each of trend, kinds, topics, units and waiting times, as SVG and as PNG."""

from __future__ import annotations

from bot.charts.data import CHARTS, ChartData, Series, chart_data
from bot.charts.drawing import chart, png, stacked

__all__ = ["CHARTS", "ChartData", "Series", "chart", "chart_data", "png", "stacked"]
