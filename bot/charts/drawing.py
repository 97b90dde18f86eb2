"""Draws: numbers into an SVG by a template, an SVG into a PNG with our own font, the same on every machine."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import ceil, log10
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.charts.data import ChartData, Series, percent
from cases.records import record
from handlers.ports import Words

WIDTH: Final = 720
MARGIN: Final = 28
TITLE, SUBTITLE, LABEL, SMALL = 31, 22, 23, 20
"""Sizes of letters: half of it is left on a phone 360 points wide."""
LETTER_WIDTH: Final = 0.52
"""Width of an ordinary letter as a share of its size."""
DIGIT_WIDTH: Final = 0.6
PLOT_HEIGHT: Final = 330
BAR_HEIGHT: Final = 30
BAR_GAP: Final = 20
AXIS_ROOM: Final = 56
STEPS: Final = 4
"""About so many lines across a plot."""
PNG_ZOOM: Final = 1.5
FONT: Final = "Be Vietnam Pro"
FONT_PACKAGE: Final = "fontpkg_be_vietnam_pro"
_SIZE: Final = re.compile(r'^<svg [^>]* height="(\d+)"')


@record(frozen=True, slots=True)
class Word:
    """A line of text at a place."""

    x: float
    y: float
    text: str


@record(frozen=True, slots=True)
class Bar:
    """A rectangle, which of the fills it has, and its number with where that stands."""

    x: float
    y: float
    width: float
    height: float
    fill: int
    number: Word | None = None


@record(frozen=True, slots=True)
class Frame:
    """Everything the template needs, already measured."""

    kind: str
    data: ChartData
    height: float
    titles: tuple[Word, ...]
    subtitles: tuple[Word, ...]
    legend: tuple[tuple[Word, int, bool], ...]
    bars: tuple[Bar, ...]
    labels: tuple[Word, ...]
    grid: tuple[Word, ...]
    points: tuple[tuple[float, float], ...]
    notes: tuple[Word, ...]
    description: str


def chart(kind: str, data: ChartData, words: Words, lang: str = "vi") -> str:
    """The chart as an SVG that may stand in a page: it draws nothing from outside, and says itself what it shows."""
    titles, y = _lines(data.title, TITLE, MARGIN + TITLE)
    subtitles, y = _lines(data.subtitle, SUBTITLE, y + 8)
    y += 16
    legend: tuple[tuple[Word, int, bool], ...] = ()
    if data.is_empty:
        labels: tuple[Word, ...] = (Word(MARGIN, y + LABEL + 20, data.empty),)
        frame = _Plot((), labels, (), (), y + LABEL + 50)
    elif kind == "trend":
        legend, y = _legend(data.series, y)
        frame = _columns(data, y)
    else:
        frame = _rows(data, y)
    notes: list[Word] = []
    y = frame.bottom
    for note in data.notes:
        lines, y = _lines(note, SMALL, y + SMALL + 4)
        notes += lines
    template = _templates().get_template("chart.svg")
    return template.render(
        frame=Frame(
            kind=kind.replace("_", "-"),
            data=data,
            height=ceil(y + MARGIN),
            titles=titles,
            subtitles=subtitles,
            legend=legend,
            bars=frame.bars,
            labels=frame.labels,
            grid=frame.grid,
            points=frame.points,
            notes=tuple(notes),
            description=_described(data, words, lang),
        ),
        width=WIDTH,
        margin=MARGIN,
        sizes={"title": TITLE, "subtitle": SUBTITLE, "label": LABEL, "small": SMALL},
        upright=kind == "trend",
    )


def png(svg: str, zoom: float = PNG_ZOOM) -> bytes:
    """The picture of an SVG, drawn with the font that comes with the program and no other."""
    import resvg_py

    fonts = files(FONT_PACKAGE) / "files"
    faces = [str(fonts / f"BeVietnamPro-{weight}.ttf") for weight in ("Regular", "SemiBold", "Bold")]
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        background="white",
        zoom=zoom,
        skip_system_fonts=True,
        font_files=faces,
        font_family=FONT,
        sans_serif_family=FONT,
    )


def stacked(svgs: Sequence[str]) -> str:
    """Several charts under each other, as one."""
    top, parts = 0, []
    for svg in svgs:
        found = _SIZE.search(svg)
        if found is None:
            raise ValueError("svg")
        parts.append(svg.replace("<svg ", f'<svg y="{top}" ', 1))
        top += int(found[1])
    inside = "".join(parts)
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{top}">{inside}</svg>'


# Measuring -------------------------------------------------------------------------------------------------


@record(frozen=True, slots=True)
class _Plot:
    bars: tuple[Bar, ...]
    labels: tuple[Word, ...]
    grid: tuple[Word, ...]
    points: tuple[tuple[float, float], ...]
    bottom: float


def _columns(data: ChartData, top: float) -> _Plot:
    """Columns side by side for each label, and lines over them."""
    step = _step(max(value for series in data.series for value in series.values))
    most = step * max(1, ceil(max(value for series in data.series for value in series.values) / step))
    base = top + PLOT_HEIGHT + SMALL
    left, right = MARGIN + AXIS_ROOM, WIDTH - MARGIN
    slot = (right - left) / len(data.labels)

    def height(value: int) -> float:
        return PLOT_HEIGHT * value / most

    upright = [series for series in data.series if not series.line]
    thick = min(slot * 0.74 / len(upright), 64)
    bars = [
        Bar(
            left + slot * place + (slot - thick * len(upright)) / 2 + thick * number,
            base - height(value),
            thick - 2,
            height(value),
            number,
        )
        for number, series in enumerate(upright)
        for place, value in enumerate(series.values)
    ]
    labels: list[Word] = []
    under = ""
    # Labels that would touch are thinned out; the last one, which the chart is about, always stands.
    widest = max(len(text.partition("|")[0]) for text in data.labels) + 1
    every = ceil(widest * LABEL * DIGIT_WIDTH / slot)
    for place, text in enumerate(data.labels):
        near, _, below = text.partition("|")
        middle = left + slot * (place + 0.5)
        if (len(data.labels) - 1 - place) % every == 0:
            labels.append(Word(middle, base + LABEL + 6, near))
        if below and below != under:
            labels.append(Word(middle, base + LABEL + 10 + SMALL, below))
        under = below
    grid = tuple(Word(left, base - height(value), f"{value:,}".replace(",", ".")) for value in range(0, most + 1, step))
    points = tuple(
        (left + slot * (place + 0.5), base - height(value))
        for series in data.series
        if series.line
        for place, value in enumerate(series.values)
    )
    return _Plot(tuple(bars), tuple(labels), grid, points, base + LABEL + SMALL + 14)


def _rows(data: ChartData, top: float) -> _Plot:
    """A bar under each label, with its number and its share behind it."""
    values = data.series[0].values
    most, whole = max(values), data.whole or sum(values)
    room = WIDTH - 2 * MARGIN - 150
    bars: list[Bar] = []
    labels: list[Word] = []
    y = top
    for text, value in zip(data.labels, values, strict=True):
        lines, y = _lines(text, LABEL, y + LABEL)
        labels += lines
        y -= LABEL - 10
        width = room * value / most
        share = f"{value:,}".replace(",", ".") + (f"  ({percent(value, whole)}%)" if value else "")
        number = Word(MARGIN + width + 10, y + BAR_HEIGHT * 0.76, share)
        bars.append(Bar(MARGIN, y, max(width, 1.5), BAR_HEIGHT, 1, number))
        y += BAR_HEIGHT + BAR_GAP
    return _Plot(tuple(bars), tuple(labels), (), (), y)


def _legend(series: tuple[Series, ...], top: float) -> tuple[tuple[tuple[Word, int, bool], ...], float]:
    x, found, fills = float(MARGIN), [], 0
    for each in series:
        found.append((Word(x + 40, top + LABEL, each.name), fills, each.line))
        fills += not each.line
        x += 40 + len(each.name) * LABEL * LETTER_WIDTH + 30
    return tuple(found), top + LABEL + 26


def _lines(text: str, size: int, y: float) -> tuple[tuple[Word, ...], float]:
    """A text broken where the width ends; and where the next one may stand."""
    most = int((WIDTH - 2 * MARGIN) / (size * LETTER_WIDTH))
    lines: list[str] = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > most:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    advance = size * 1.3
    return tuple(Word(MARGIN, y + n * advance, line) for n, line in enumerate(lines)), y + len(lines) * advance


def _step(most: int) -> int:
    """A round distance between lines: 1, 2, 5, 10, 20, 50 …"""
    rough = max(most / STEPS, 1)
    power = int(10 ** int(log10(rough)))
    return next(power * each for each in (1, 2, 5, 10) if power * each >= rough)


def _described(data: ChartData, words: Words, lang: str) -> str:
    """The numbers in words, for who cannot see the picture."""
    comma = words.say("report-comma", lang)
    told = []
    for series in data.series:
        pairs = (f"{label.replace('|', '/')} {value}" for label, value in zip(data.labels, series.values, strict=True))
        told.append(words.say("chart-told", lang, name=series.name, values=comma.join(pairs)))
    return data.empty if data.is_empty else " ".join(told)


# Templates are part of the program, so one reading serves everybody.
@cache
def _templates() -> Environment:
    loader = PackageLoader("bot.charts", "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
