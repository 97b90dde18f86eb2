"""The papers that go with a forwarded letter, as Word files: slip, copy of the content, the sealed enclosure.

Forms: TT 05/2021/TT-TTCP form 03 (phiếu chuyển đơn tố cáo); a denunciation's slip and copy name nobody who sent it.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from cases.records import record
from handlers.ports import Words

FONT: Final = "Times New Roman"
BODY_POINTS: Final = 14
HEAD_POINTS: Final = 12
CENTRE, RIGHT, BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY
LANGUAGE: Final = "vi"


@record(frozen=True, slots=True)
class Head:
    """What stands above every paper."""

    committee: str
    unit: str
    number: str
    place: str
    day: str
    """As people write it, 03/11/2026; "" leaves room to write it by hand."""


def slip(head: Head, words: Words, *, secret: bool, facts: Mapping[str, str], made_at: datetime) -> bytes:
    """The forwarding paper. `facts` are its sentence's arguments; of a denunciation there is no name among them."""
    document = _begin(head, words, made_at)
    _line(document, words.say("slip-title-secret" if secret else "slip-title", LANGUAGE), CENTRE, bold=True, before=14)
    _line(document, words.say("slip-to", LANGUAGE, authority=facts["authority"]), CENTRE, before=8, after=8)
    key = "slip-body-secret" if secret else "slip-body"
    for paragraph in words.say(key, LANGUAGE, **facts).split("\n"):
        _line(document, paragraph, BOTH, indent=True)
    _sign(document, words)
    return _bytes(document)


def copy(head: Head, words: Words, *, code: str, content: str, made_at: datetime) -> bytes:
    """The content of a letter as the officer let it stand, without who sent it."""
    document = _begin(head, words, made_at)
    _line(document, words.say("slip-copy-title", LANGUAGE, code=code), CENTRE, bold=True, before=14, after=8)
    for paragraph in content.split("\n"):
        _line(document, paragraph, BOTH, indent=True)
    _line(document, words.say("slip-copy-note", LANGUAGE), BOTH, before=10, italic=True)
    _sign(document, words)
    return _bytes(document)


def enclosure(
    head: Head, words: Words, *, code: str, receiver: str, persons: Sequence[Mapping[str, str]], made_at: datetime
) -> bytes:
    """Who denounced, for the head of the receiving body alone."""
    document = _begin(head, words, made_at)
    _line(document, words.say("slip-secret-mark", LANGUAGE), RIGHT, bold=True, before=8)
    _line(document, words.say("slip-enclosure-title", LANGUAGE, code=code), CENTRE, bold=True, before=8)
    _line(document, words.say("slip-to", LANGUAGE, authority=receiver), CENTRE, before=8, after=8)
    for person in persons:
        for name in ("name", "address", "contact", "relation"):
            if person.get(name):
                label = words.say(f"slip-person-{name}", LANGUAGE)
                _line(document, f"{label}: {person[name]}", BOTH, indent=True)
    _line(document, words.say("slip-enclosure-note", LANGUAGE), BOTH, before=10, italic=True)
    _sign(document, words)
    return _bytes(document)


def _begin(head: Head, words: Words, made_at: datetime) -> Paper:
    document = Document()
    # Whoever made the file is nobody's business: the library's own name and dates go.
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "", "", ""
    properties.created = properties.modified = made_at.replace(tzinfo=None)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.8)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(BODY_POINTS)
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    number = head.number or "…………"
    _cell(left, [head.committee.upper(), head.unit.upper(), words.say("slip-number", LANGUAGE, number=number)])
    day, month, year = head.day.split("/") if head.day else ("……", "……", "………")
    _cell(
        right,
        [
            words.say("slip-nation", LANGUAGE),
            words.say("slip-motto", LANGUAGE),
            words.say("slip-day", LANGUAGE, place=head.place, day=day, month=month, year=year),
        ],
    )
    return document


def _cell(cell: object, lines: Sequence[str]) -> None:
    for number, text in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()  # type: ignore[attr-defined]
        paragraph.alignment = CENTRE
        run = paragraph.add_run(text)
        run.font.size, run.bold = Pt(HEAD_POINTS), number < 2
        run.italic = number == 2
        paragraph.paragraph_format.space_after = Pt(0)


def _line(
    document: Paper,
    text: str,
    align: WD_ALIGN_PARAGRAPH,
    *,
    bold: bool = False,
    italic: bool = False,
    indent: bool = False,
    before: int = 3,
    after: int = 3,
) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = align
    shape = paragraph.paragraph_format
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    if indent:
        shape.first_line_indent = Cm(1.27)
    run = paragraph.add_run(text)
    run.bold, run.italic = bold, italic


def _sign(document: Paper, words: Words) -> None:
    _line(document, words.say("slip-signature", LANGUAGE), RIGHT, bold=True, before=18, after=60)


def _bytes(document: Paper) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
