from __future__ import annotations

import io

import pytest
from docx import Document
from docx.shared import Cm

from bot.reports import Report, render
from bot.reports.annex import Annex, Point
from cases.counts import count
from cases.paragraph import CountsError
from cases.periods import parse
from locales import Locales
from tests.bot.reports.test_writing import MADE, report
from tests.cases.letters import TODAY, TREE, letter, seed_rows, visited

SEED = (
    "Đã tiếp 133 lượt công dân, nhận 82 đơn (quận: 6 đơn, phường: 76 đơn), trong đó đơn tố cáo: 4 đơn; đơn kiến nghị, "
    "phản ánh: 78 đơn. Các đơn đủ điều kiện đã được xem xét và chuyển đến các cơ quan chức năng có thẩm quyền "
    "giải quyết."
)


def seed() -> Report:
    counts, _ = count(seed_rows(), parse("2021", "civil"), TREE, "CAUGIAY", TODAY, visited(133))
    return Report(TREE[1], counts, MADE, "ab12")


def trend(made: Report) -> Annex:
    return Annex(trend=(Point(made.period, 1, 82, 82, 1, 0),))


def test_the_paper_says_the_sentences_and_is_laid_out_for_a4(words: Locales) -> None:
    made = seed()
    document = Document(io.BytesIO(render(made, "docx", words, annex=trend(made))))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert SEED in texts
    assert "BÁO CÁO" in texts
    section = document.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)  # type: ignore[union-attr]
    heading = [cell.text for cell in document.tables[0].rows[0].cells]
    assert "MẶT TRẬN QUẬN CẦU GIẤY" in heading[0]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in heading[1]
    front, state = (column.width for column in document.tables[0].columns)
    # the name of the state stands in one line, also for programs that go by the table's grid
    assert front is not None
    assert state is not None
    assert Cm(9.6) <= state <= Cm(17) - front
    assert "CHỦ TỊCH" in document.tables[-1].rows[0].cells[1].text
    assert len(document.inline_shapes) == 1
    assert document.inline_shapes[0].width < Cm(16.2)


def test_the_table_of_the_paper_adds_up(words: Locales) -> None:
    made = report()
    document = Document(io.BytesIO(render(made, "docx", words)))
    rows = [[cell.text for cell in row.cells] for row in document.tables[1].rows]
    numbers = [[0 if text == "–" else int(text) for text in row[1:]] for row in rows[1:]]
    assert numbers[-1] == [sum(column) for column in zip(*numbers[:-1], strict=True)]
    for carried, received, *outcomes, still in numbers:
        assert carried + received == sum(outcomes) + still
    assert numbers[-1][1] == made.counts.value("received")


def test_a_paper_is_not_written_while_a_check_fails(words: Locales) -> None:
    counts, _ = count([letter("A", kind="none")], parse("2026-10", "civil"), TREE, "HN", TODAY)
    with pytest.raises(CountsError):
        render(Report(TREE[0], counts, MADE, ""), "docx", words)
