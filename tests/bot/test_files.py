"""Files: what they are by their bytes, and pictures without their secrets."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

import docx
import openpyxl
import pillow_heif
import pypdf
import pytest
from PIL import Image

from bot import films, papers
from bot.filetypes import sort_of
from bot.images import BrokenImageError, HugeImageError, clean


def picture(form: str, **more: object) -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 20), "red").save(out, form, **more)
    return out.getvalue()


def archive(*names: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600

SORTS = [
    ("a JPEG", picture("JPEG"), "jpg"),
    ("a PNG", picture("PNG"), "png"),
    ("a WebP", picture("WEBP"), "webp"),
    ("a GIF", picture("GIF"), "gif"),
    ("a PDF", b"%PDF-1.7\n" + b"x" * 100, "pdf"),
    ("a voice message", b"OggS\x00\x02" + b"\x00" * 100, "ogg"),
    ("an MP3", b"ID3\x03" + b"\x00" * 100, "mp3"),
    ("a WAV", b"RIFF\x24\x00\x00\x00WAVEfmt " + b"\x00" * 100, "wav"),
    ("an AMR", b"#!AMR\n" + b"\x00" * 100, "amr"),
    ("an MP4", b"\x00\x00\x00\x18ftypisom" + b"\x00" * 100, "mp4"),
    ("a QuickTime film", b"\x00\x00\x00\x18ftypqt  " + b"\x00" * 100, "mov"),
    ("a 3GP", b"\x00\x00\x00\x18ftyp3gp5" + b"\x00" * 100, "3gp"),
    ("an M4A", b"\x00\x00\x00\x18ftypM4A " + b"\x00" * 100, "m4a"),
    ("a HEIC", b"\x00\x00\x00\x18ftypheic" + b"\x00" * 100, "heic"),
    ("a DOCX", archive("[Content_Types].xml", "word/document.xml"), "docx"),
    ("an XLSX", archive("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
    ("a DOCX with macros", archive("word/document.xml", "word/vbaProject.bin"), ""),
    ("a plain archive", archive("a.exe"), ""),
    ("a broken archive", b"PK\x03\x04" + b"\x00" * 50, ""),
    ("a DOC", OLE + "WordDocument".encode("utf-16-le"), "doc"),
    ("an XLS", OLE + "Workbook".encode("utf-16-le"), "xls"),
    ("an installer", OLE, ""),
    ("a text", "Kính gửi Mặt trận phường".encode(), "txt"),
    ("a page", b"<html><script>alert(1)</script>", ""),
    ("a drawing with a script", b"\n  <svg onload='x'/>", ""),
    ("a script", b"#!/bin/sh\nrm -rf /", ""),
    ("a program for Windows", b"MZ\x90\x00" + b"\x00" * 200, ""),
    ("a program for Linux", b"\x7fELF" + b"\x00" * 200, ""),
    ("nothing at all", b"", ""),
    ("noise", bytes(range(128, 256)), ""),
]


@pytest.mark.parametrize(("content", "sort"), [case[1:] for case in SORTS], ids=[case[0] for case in SORTS])
def test_a_file_is_what_its_bytes_are(content: bytes, sort: str) -> None:
    assert sort_of(content) == sort


def test_place_device_and_comments_go_and_the_picture_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0110] = "PLANTED-CAMERA"
    exif[0x0112] = 6  # to be turned by a quarter
    exif.get_ifd(0x8825)[1] = "N"
    content = picture("JPEG", exif=exif, comment=b"PLANTED-COMMENT")
    assert b"PLANTED" in content
    cleaned, sort = clean(content, 60)
    assert b"PLANTED" not in cleaned
    with Image.open(BytesIO(cleaned)) as image:
        assert (sort, image.size) == ("jpg", (20, 40))
        assert not image.getexif()
        assert "comment" not in image.info


@pytest.mark.parametrize(("form", "sort"), [("PNG", "png"), ("WEBP", "webp"), ("GIF", "png")])
def test_every_form_of_picture_is_written_anew(form: str, sort: str) -> None:
    cleaned, written = clean(picture(form), 60)
    assert written == sort == sort_of(cleaned)


@pytest.mark.parametrize("side", [30_000, 10_000], ids=["Pillow refuses it too", "only we refuse it"])
def test_a_picture_that_would_unfold_to_too_much_is_refused_before_it_is_unfolded(side: int) -> None:
    with pytest.raises(HugeImageError):
        clean(bomb(side, side), 60)


def test_a_picture_cut_off_in_the_middle_is_broken() -> None:
    with pytest.raises(BrokenImageError):
        clean(picture("JPEG")[:-300], 60)
    with pytest.raises(BrokenImageError):
        clean(picture("PNG")[:50], 60)


def test_a_picture_of_an_iphone_becomes_one_that_every_office_can_open() -> None:
    out = BytesIO()
    made = pillow_heif.from_pillow(Image.new("RGB", (40, 20), "red"))
    exif = Image.Exif()
    exif[0x0110] = "PLANTED-CAMERA"
    made.info["exif"] = exif.tobytes()
    made.save(out)
    assert b"PLANTED" in out.getvalue()
    cleaned, sort = clean(out.getvalue(), 60)
    assert (sort, sort_of(cleaned)) == ("jpg", "jpg")
    assert b"PLANTED" not in cleaned
    with pytest.raises(BrokenImageError):
        clean(out.getvalue()[:100], 60)
    with pytest.raises(HugeImageError):
        clean(out.getvalue(), 0)


def test_who_wrote_an_office_paper_and_where_its_pictures_were_taken_goes() -> None:
    exif = Image.Exif()
    exif[0x0110] = "PLANTED-CAMERA"
    document = docx.Document()
    document.core_properties.author = "PLANTED-AUTHOR"
    document.add_paragraph("Đơn đề nghị sửa đường")
    document.add_picture(BytesIO(picture("JPEG", exif=exif)))
    out = BytesIO()
    document.save(out)
    assert "PLANTED" in unpacked(out.getvalue())
    cleaned = papers.clean_office(out.getvalue(), 60)
    assert cleaned is not None
    assert "PLANTED" not in unpacked(cleaned)
    assert docx.Document(BytesIO(cleaned)).paragraphs[0].text == "Đơn đề nghị sửa đường"
    assert sort_of(cleaned) == "docx"


def test_who_wrote_a_workbook_goes_and_its_cells_stay() -> None:
    book = openpyxl.Workbook()
    book.properties.creator = "PLANTED-AUTHOR"
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "Số đơn"
    sheet["A1"].comment = openpyxl.comments.Comment("xem lại", "PLANTED-WRITER")
    out = BytesIO()
    book.save(out)
    cleaned = papers.clean_office(out.getvalue(), 60)
    assert cleaned is not None
    assert "PLANTED" not in unpacked(cleaned).replace("PLANTED-WRITER:", "")
    assert openpyxl.load_workbook(BytesIO(cleaned)).active["A1"].value == "Số đơn"  # type: ignore[index]


def test_a_paper_that_would_unfold_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(papers, "MOST_BYTES", 10)
    with pytest.raises(papers.HugePaperError):
        papers.clean_office(archive("word/document.xml", *(f"word/{number}.xml" for number in range(20))), 60)


@pytest.mark.parametrize(("name", "taken"), [("word/document.xml", False), ("xl/worksheets/sheet1.xml", True)])
def test_a_part_that_is_changed_is_never_unfolded_beyond_its_own_bound(
    monkeypatch: pytest.MonkeyPatch, name: str, taken: bool
) -> None:
    monkeypatch.setattr(papers, "MOST_BYTES_READ_WHOLE", 1000)
    folded = BytesIO()
    with zipfile.ZipFile(folded, "w", zipfile.ZIP_DEFLATED) as paper:
        paper.writestr(name, bytes(5000))
    if taken:
        with zipfile.ZipFile(BytesIO(papers.clean_office(folded.getvalue(), 1) or b"")) as clean:
            assert clean.read(name) == bytes(5000)
    else:
        with pytest.raises(papers.HugePaperError):
            papers.clean_office(folded.getvalue(), 1)


def test_a_part_without_a_name_breaks_nobody() -> None:
    unnamed = zipfile.ZipInfo("name")
    unnamed.filename = ""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("word/document.xml", "x")
        made.writestr(unnamed, "PLANTED")
    cleaned = papers.clean_office(out.getvalue(), 60)
    assert cleaned is not None
    with zipfile.ZipFile(BytesIO(cleaned)) as paper:
        assert [paper.read(part) for part in paper.infolist()] == [b"x"]


def test_who_wrote_a_pdf_goes_and_what_cannot_be_rewritten_is_not_called_clean() -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Author": "PLANTED-AUTHOR"})
    out = BytesIO()
    writer.write(out)
    assert b"PLANTED" in out.getvalue()
    cleaned = papers.clean_pdf(out.getvalue())
    assert cleaned is not None
    assert b"PLANTED" not in cleaned
    assert len(pypdf.PdfReader(BytesIO(cleaned)).pages) == 1
    assert papers.clean_pdf(b"%PDF-1.7\nbroken") is None


def test_the_place_of_a_film_goes_and_every_other_byte_stays_where_it_was() -> None:
    place = box(b"udta", box(b"\xa9xyz", b"+21.0285+105.8542/PLANTED"))
    film = box(b"ftyp", b"isom0000") + box(b"moov", box(b"mvhd", b"1234") + place) + box(b"mdat", b"PICTURES")
    cleaned = films.clean(film)
    assert cleaned is not None
    assert b"PLANTED" not in cleaned
    assert len(cleaned) == len(film)
    assert cleaned.index(b"PICTURES") == film.index(b"PICTURES")


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + kind + content


def unpacked(content: bytes) -> str:
    with zipfile.ZipFile(BytesIO(content)) as made:
        return "".join(made.read(name).decode("latin-1") for name in made.namelist())


def bomb(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\x00" * 1000))
        + chunk(b"IEND", b"")
    )
