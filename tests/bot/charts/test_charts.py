from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from PIL import Image

from bot.charts import CHARTS, ChartData, Series, chart, chart_data, png, stacked
from bot.reports.annex import Annex, Point
from cases.authorities import Waits
from cases.owntopics import OwnTopic
from cases.trend import before, unbegun
from locales import Locales
from tests.bot.reports.test_writing import report

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def words() -> Locales:
    return Locales()


def annex() -> Annex:
    points = tuple(Point(each, 3, 20 + n, 15, 8 + n, 1) for n, each in enumerate(before(report().period)))
    return Annex(trend=points, to_forward=Waits((1, 2, 0, 4, 0, 3), 10, 11), to_answer=Waits((0, 1, 0, 0, 0, 0), 1, 4))


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("kind", CHARTS)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_chart_is_sound_and_says_what_it_shows(kind: str, lang: str, words: Locales) -> None:
    data = chart_data(kind, report(), annex(), words, lang)
    assert {len(series.values) for series in data.series} == {len(data.labels)}
    root = ElementTree.fromstring(chart(kind, data, words, lang))
    told = root.findtext(f"{SVG}desc") or ""
    assert root.findtext(f"{SVG}title") == data.title
    for series in data.series:
        assert series.name in told
        assert all(str(value) in told for value in series.values)


@pytest.mark.parametrize("kind", CHARTS)
def test_nothing_is_drawn_outside_of_the_picture(kind: str, words: Locales) -> None:
    root = ElementTree.fromstring(chart(kind, chart_data(kind, report(), annex(), words), words))
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    for element in (*root.findall(f"{SVG}rect"), *root.findall(f"{SVG}text")):
        x, y = float(element.get("x", 0)), float(element.get("y", 0))
        assert 0 <= x <= width
        assert 0 <= y <= height
        if element.tag.endswith("rect"):
            assert x + float(element.get("width", 0)) <= width
            assert y + float(element.get("height", 0)) <= height + 0.1


def test_bars_are_as_long_as_their_numbers(words: Locales) -> None:
    data = ChartData("T", "S", ("A", "B", "C"), (Series("N", (30, 15, 0)),))
    root = ElementTree.fromstring(chart("kinds", data, words))
    bars = [float(e.get("width", 0)) for e in root.findall(f"{SVG}rect") if e.get("height") == "30"]
    assert bars[0] == pytest.approx(2 * bars[1], abs=0.2)
    assert bars[2] < 2
    assert {"30  (67%)", "15  (33%)", "0"} <= set(texts(chart("kinds", data, words)))


@pytest.mark.parametrize("labels", [[str(year) for year in range(2015, 2027)], [f"{n}" for n in range(1, 13)]])
def test_labels_under_columns_never_touch_and_the_last_one_stands(labels: list[str], words: Locales) -> None:
    data = ChartData("Đơn qua các kỳ", "", tuple(labels), (Series("Nhận", tuple(range(1, 13))),))
    root = ElementTree.fromstring(chart("trend", data, words))
    found = [e for e in root.findall(f"{SVG}text") if e.text in labels and e.get("text-anchor") == "middle"]
    places = sorted((float(e.get("x", 0)), len(e.text or "") * float(e.get("font-size", 0)) * 0.6) for e in found)
    assert all(b - a >= (wide + next_wide) / 2 for (a, wide), (b, next_wide) in pairwise(places))
    assert labels[-1] in [e.text for e in found]


def test_grey_paper_tells_the_rows_apart_without_colour(words: Locales) -> None:
    svg = chart("trend", chart_data("trend", report(), annex(), words), words)
    assert set(re.findall(r'<rect [^>]*fill="(url[^"]*|#2f5d8a)"', svg)) == {"url(#trend-hatch)", "#2f5d8a"}
    assert "<polyline" in svg


def test_words_from_outside_cannot_become_a_part_of_the_picture(words: Locales) -> None:
    evil = '</text><script>alert(1)</script>"&'
    svg = chart("units", ChartData(evil, evil, (evil,), (Series(evil, (1,)),), (evil,)), words)
    assert "<script" not in svg
    assert evil in "".join(texts(svg)).replace(" ", " ")


def test_a_period_without_letters_says_so(words: Locales) -> None:
    for kind in CHARTS:
        svg = chart(kind, chart_data(kind, report([]), Annex(), words), words)
        assert "Không có đơn nào để vẽ trong kỳ này." in texts(svg)


def test_many_small_units_together_press_no_bar_flat(words: Locales, monkeypatch: pytest.MonkeyPatch) -> None:
    every = chart_data("units", report(), annex(), words)
    monkeypatch.setattr("bot.charts.data.MOST_UNITS", 1)
    found = chart_data("units", report(), annex(), words)
    assert found.labels == every.labels[:1]
    assert found.whole == sum(every.series[0].values)
    assert found.notes[0].startswith(
        f"{len(every.labels) - 1} đơn vị khác: {found.whole - found.series[0].values[0]} đơn"
    )


def test_shares_are_of_all_letters_also_those_not_drawn(words: Locales) -> None:
    made = ChartData("T", "S", ("A", "B"), (Series("N", (30, 1)),), whole=300)
    assert {"30  (10%)", "1  (<1%)"} <= set(texts(chart("units", made, words)))


def test_periods_before_the_first_letter_are_not_drawn_but_for_a_few() -> None:
    assert unbegun([False] * 10 + [True, True]) == 8
    assert unbegun([False, True] + [False] * 10) == 1
    assert unbegun([True] * 12) == 0
    assert unbegun([False] * 12) == 0
    assert unbegun([False, True]) == 0


def test_a_long_name_is_broken_and_not_cut(words: Locales) -> None:
    name = "Ủy ban Mặt trận Tổ quốc Việt Nam phường Nghĩa Đô thành phố Hà Nội"
    svg = chart("units", ChartData("T", "S", (name,), (Series("N", (1,)),)), words)
    assert name in " ".join(texts(svg))


def test_the_picture_has_letters_of_our_own_font(words: Locales) -> None:
    """A font that is missing draws nothing: the words must make more ink than their absence."""

    def ink(text: str) -> int:
        made = Image.open(io.BytesIO(png(chart("kinds", ChartData(text, "", ("A",), (Series("", (1,)),)), words), 1)))
        return sum(1 for value in made.convert("L").get_flattened_data() if value < 128)

    assert ink("ĐƠN TỐ CÁO Ở PHƯỜNG ẶẲẴỠỰỸ") > ink("") + 1500


def test_several_charts_stand_under_each_other(words: Locales) -> None:
    each = [chart(kind, chart_data(kind, report(), annex(), words), words) for kind in ("kinds", "trend")]
    heights = [int(re.search(r'height="(\d+)"', svg)[1]) for svg in each]  # type: ignore[index]
    made = Image.open(io.BytesIO(png(stacked(each), 1)))
    assert made.size == (720, sum(heights))


def test_a_topic_of_the_committees_own_stands_under_the_one_that_it_is_part_of(words: Locales) -> None:
    market = OwnTopic("cho_dem", "moi_truong", {"vi": "Chợ đêm"}, ("chợ đêm",))
    data = chart_data("topics", replace(report(), own_topics=((market, 2),)), annex(), words)
    at = data.labels.index("— Chợ đêm")
    assert (data.labels[at - 1], data.series[0].values[at]) == (words.say("report-topic-moi_truong", "vi"), 2)
    assert data.notes == (words.say("chart-own-topics", "vi"),)
    plain = chart_data("topics", report(), annex(), words)
    assert len(plain.notes) == 0
    # what is counted twice makes nobody's share smaller
    assert data.whole == sum(plain.series[0].values)
