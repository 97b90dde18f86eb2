"""The report as a paper of the committee: a Word file with heading, sentences, table, chart and room to sign."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

from docx import Document
from docx.document import Document as Paper
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from bot.reports.annex import Annex
from bot.reports.corrected import SHOWN_ON_PAPER, closed_words, correction_lines, heading_words
from bot.reports.report import Report
from bot.reports.sentences import period_words, sentences
from cases.dates import local
from cases.kinds import KINDS
from handlers.ports import Words

FONT: Final = "Times New Roman"
BODY_POINTS: Final = 14
TABLE_POINTS: Final = 11
HEAD_POINTS: Final = 10
SMALL_POINTS: Final = 9
CHART_CM: Final = 13.0
PAGE_CM: Final = 21 - 3 - 1.8
"""Width of what is written on a page."""
KIND_CM: Final = 2.8
TOLD: Final = ("forwarded", "guided", "answered", "returned", "archived")
"""Outcomes with a column of their own; the others share one, so that words of the heading stay whole."""
REST: Final = "rest"
CENTRE, RIGHT, BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY


def paper(report: Report, annex: Annex | None, words: Words, lang: str) -> bytes:
    """The Word file, A4 upright, laid out as committees lay out a report."""
    out = io.BytesIO()
    document = Document()
    _Writer(document, report, words, lang).write(annex)
    document.save(out)
    return out.getvalue()


class _Writer:
    def __init__(self, document: Paper, report: Report, words: Words, lang: str) -> None:
        self._document = document
        self._report = report
        self._words = words
        self._lang = lang

    def write(self, annex: Annex | None) -> None:
        self._set_up()
        self._heading()
        say, counts = self._say, self._report.counts
        period = period_words(self._report.period, self._words, self._lang)
        self._line(say("paper-title"), align=CENTRE, bold=True, before=18)
        self._line(say("paper-subject", period=period), align=CENTRE, bold=True, after=12)
        self._line(say("paper-intro", unit=self._report.unit.name, period=period), align=BOTH, indent=True)
        self._line(say("paper-part-results"), bold=True, before=6)
        for said in sentences(counts, self._words, self._lang, leading_zero=self._report.leading_zero):
            self._line(said[:1].upper() + said[1:], align=BOTH, indent=True)
        balance = {name: counts.value(name) for name in ("received", "handled", "open")}
        self._line(say("report-balance", carried=counts.value("carried_over"), **balance), align=BOTH, indent=True)
        if overdue := counts.value("overdue"):
            self._line(say("report-overdue", count=overdue), align=BOTH, indent=True)
        self._line(say("paper-part-table"), bold=True, before=6, after=6, keep=True)
        self._table()
        if annex is not None and annex.trend:
            self._picture(annex)
        self._corrections()
        self._signature()
        made = f"{local(self._report.made_at):%H:%M %d/%m/%Y}"
        seal = self._report.seal or say("report-seal-none")
        self._line(say("sheet-footer", made=made, seal=seal), size=SMALL_POINTS, before=18)

    def _corrections(self) -> None:
        """That the period is closed, and what changed in the closed one before."""
        closed = closed_words(self._report, self._words, self._lang)
        changed = correction_lines(self._report, self._words, self._lang, SHOWN_ON_PAPER)
        if closed or changed:
            self._line(self._say("report-corrections-part"), bold=True, before=12, keep=True)
        for said in (closed, heading_words(self._report, self._words, self._lang), *changed):
            if said:
                self._line(said, align=BOTH, indent=said is closed)

    def _set_up(self) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin, section.right_margin = Cm(3), Cm(1.8)
        section.top_margin = section.bottom_margin = Cm(2)
        style: Any = self._document.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(BODY_POINTS)
        # Word keeps a font of its own for letters of the East, and takes some of ours for those
        style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
        style.element.rPr.rFonts.set(qn("w:cs"), FONT)
        properties = self._document.core_properties
        properties.author = self._report.unit.name
        properties.title = self._say("paper-title")
        properties.created = properties.modified = self._report.made_at.replace(tzinfo=None)
        _page_number(section.footer.paragraphs[0])

    def _heading(self) -> None:
        say = self._say
        table = self._document.add_table(rows=1, cols=2)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        left, right = table.rows[0].cells
        _widths(table, (7.0, 9.8))
        lines = (say("paper-front"), self._report.unit.name.upper())
        self._into(left, [(lines[0], False, 12), (lines[1], True, 12), (say("paper-number"), False, 12)])
        self._into(right, [(say("paper-state"), True, 12), (say("paper-motto"), True, 13)])
        made = local(self._report.made_at)
        day = say("paper-day", day=f"{made:%d}", month=f"{made:%m}", year=f"{made:%Y}")
        self._line(day, align=RIGHT, italic=True, before=6)

    def _table(self) -> None:
        say, counts = self._say, self._report.counts
        names = ("carried_over", "received", *TOLD, REST, "open")
        heads = [say("paper-rest") if name == REST else say(f"column-{name}") for name in names]

        def value(name: str, kind: str | None) -> int:
            if name != REST:
                return counts.value(name, kind=kind)
            return counts.value("handled", kind=kind) - sum(counts.value(each, kind=kind) for each in TOLD)

        def number(value: int) -> str:
            return say("paper-count", count=value) if value else "–"

        rows: list[Sequence[str]] = [[say("paper-kind"), *heads]]
        for kind in KINDS:
            rows.append([say(f"column-kind-{kind}"), *(number(value(name, kind)) for name in names)])
        rows.append([say("column-total-row"), *(number(value(name, None)) for name in names)])
        table = self._document.add_table(rows=len(rows), cols=len(rows[0]))
        table.style = "Table Grid"
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        _cell_margins(table)
        _widths(table, (KIND_CM, *[(PAGE_CM - KIND_CM) / len(names)] * len(names)))
        for at, row in enumerate(rows):
            _keep_whole(table.rows[at])
            for place, (cell, text) in enumerate(zip(table.rows[at].cells, row, strict=True)):
                paragraph = cell.paragraphs[0]
                paragraph.alignment = CENTRE if place or not at else WD_ALIGN_PARAGRAPH.LEFT
                size = TABLE_POINTS if at else HEAD_POINTS
                self._run(paragraph, text, bold=at in (0, len(rows) - 1), size=size)
        _repeat_head(table.rows[0])

    def _picture(self, annex: Annex) -> None:
        from bot.charts import chart, chart_data, png

        data = chart_data("trend", self._report, annex, self._words, self._lang)
        if data.is_empty:
            return
        self._line(self._say("paper-part-chart"), bold=True, before=12, after=4, keep=True)
        picture = io.BytesIO(png(chart("trend", data, self._words, self._lang), zoom=2))
        self._document.add_picture(picture, width=Cm(CHART_CM))
        self._document.paragraphs[-1].alignment = CENTRE

    def _signature(self) -> None:
        say = self._say
        table = self._document.add_table(rows=1, cols=2)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        _keep_whole(table.rows[0])
        left, right = table.rows[0].cells
        _widths(table, (8.1, 8.1))
        self._into(left, [(say("paper-copies"), True, 12)], align=WD_ALIGN_PARAGRAPH.LEFT, before=14)
        for line in (say("paper-copy-above"), say("paper-copy-kept")):
            self._into(left, [(line, False, 11)], align=WD_ALIGN_PARAGRAPH.LEFT, more=True)
        self._into(right, [(say("paper-on-behalf"), True, 13), (say("paper-signer"), True, 13)], before=14)
        for _ in range(4):
            right.add_paragraph()

    def _into(
        self,
        cell: Any,
        lines: Sequence[tuple[str, bool, int]],
        *,
        align: WD_ALIGN_PARAGRAPH = CENTRE,
        before: int = 0,
        more: bool = False,
    ) -> None:
        for number, (text, bold, size) in enumerate(lines):
            paragraph = cell.add_paragraph() if number or more else cell.paragraphs[0]
            paragraph.alignment = align
            paragraph.paragraph_format.space_before = Pt(0 if number else before)
            paragraph.paragraph_format.space_after = Pt(0)
            self._run(paragraph, text, bold=bold, size=size)

    def _line(
        self,
        text: str,
        *,
        align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
        bold: bool = False,
        italic: bool = False,
        indent: bool = False,
        size: int = BODY_POINTS,
        before: int = 0,
        after: int = 4,
        keep: bool = False,
    ) -> None:
        paragraph = self._document.add_paragraph()
        paragraph.alignment = align
        form = paragraph.paragraph_format
        form.space_before, form.space_after = Pt(before), Pt(after)
        form.keep_with_next = keep
        if indent:
            form.first_line_indent = Cm(1.27)
        self._run(paragraph, text, bold=bold, size=size, italic=italic)

    def _run(
        self, paragraph: Any, text: str, *, bold: bool = False, size: int = BODY_POINTS, italic: bool = False
    ) -> None:
        run = paragraph.add_run(text)
        run.bold, run.italic, run.font.size = bold, italic, Pt(size)

    def _say(self, key: str, **arguments: str | int) -> str:
        return self._words.say(key, self._lang, **arguments)


def _widths(table: Any, widths: Sequence[float]) -> None:
    """Widths of columns, for Word in each cell and for others in the table's own grid."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def _keep_whole(row: Any) -> None:
    """A row that is not torn apart by the end of a page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _cell_margins(table: Any) -> None:
    """Narrow rooms left and right of the numbers: the columns are many."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        element = OxmlElement(f"w:{side}")
        element.set(qn("w:w"), "40")
        element.set(qn("w:type"), "dxa")
        margins.append(element)
    table._tbl.tblPr.append(margins)


def _repeat_head(row: Any) -> None:
    """The heading of a table, again on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _page_number(paragraph: Any) -> None:
    paragraph.alignment = CENTRE
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)
