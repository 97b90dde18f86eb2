"""The staff's copy of a file names nobody: what recordings, films and papers say of who made them and where goes."""

from __future__ import annotations

import struct
import wave
import zipfile
from collections.abc import Callable
from functools import reduce
from io import BytesIO

import docx
import openpyxl
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject

from bot import films, matroska, papers, pdf_writer, recordings
from bot.images import without_tags
from bot.intake import Intake
from storage.files import Files
from storage.vault import Vault

PLANTED = b"Nguyen Van Cam"
SOUND = b"\xff\xfb\x90\x00" + b"\x00" * 60


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + kind + content


def chunk(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack("<I", len(content)) + content + b"\x00" * (len(content) % 2)


def element(kind: str, content: bytes) -> bytes:
    return bytes.fromhex(kind) + bytes([0x10 | len(content) >> 24, *len(content).to_bytes(3, "big")]) + content


def page(flags: int, packets: list[bytes]) -> bytes:
    sizes = b"".join(b"\xff" * (len(each) // 255) + bytes([len(each) % 255]) for each in packets)
    head = b"OggS\x00" + bytes([flags]) + bytes(8) + b"own " + bytes(8) + bytes([len(sizes)])
    return head + sizes + b"".join(packets)


def tags() -> bytes:
    comment = b"ARTIST=" + PLANTED * 30
    return struct.pack("<I", len(PLANTED)) + PLANTED + struct.pack("<II", 1, len(comment)) + comment


def wav(*more: bytes) -> bytes:
    sound = chunk(b"fmt ", struct.pack("<HHIIHH", 1, 1, 8000, 16000, 2, 16)) + b"".join(more)
    return b"RIFF" + struct.pack("<I", 4 + len(sound)) + b"WAVE" + sound


def photo() -> bytes:
    out = BytesIO()
    exif = Image.Exif()
    exif[0x013B] = PLANTED.decode()
    Image.new("RGB", (32, 16), "red").save(out, "JPEG", exif=exif, comment=PLANTED)
    return out.getvalue()


ID3 = b"ID3\x03\x00\x00" + bytes([0, 0, 0, 11 + len(PLANTED)]) + b"TPE1" + bytes(7) + PLANTED
ID3V1 = (b"TAG" + PLANTED).ljust(128, b"\x00")
TAGGED = struct.pack("<IIII", 2000, 32 + len(PLANTED), 1, 0x80000000) + bytes(8)
APE = b"APETAGEX" + TAGGED + PLANTED + b"APETAGEX" + TAGGED
WEBM = element("1A45DFA3", element("4282", b"webm")) + element(
    "18538067",
    element("1549A966", element("7BA9", PLANTED) + element("4D80", PLANTED))
    + element("1654AE6B", element("AE", element("536E", PLANTED)))
    + element("1F43B675", element("A3", b"SOUNDS"))
    + element("1254C367", element("7373", PLANTED))
    + element("EC", PLANTED),
)
LIVE = WEBM.replace(bytes.fromhex("18538067") + WEBM[19:23], bytes.fromhex("18538067") + b"\x1f\xff\xff\xff")
FILM = (
    box(b"ftyp", b"isom0000")
    + box(b"free", PLANTED)
    + box(b"moov", box(b"trak", box(b"mdia", box(b"hdlr", bytes(8) + b"vide" + bytes(12) + PLANTED))))
    + box(b"moof", box(b"traf", box(b"uuid", bytes(16) + PLANTED)))
    + box(b"mdat", b"SOUNDS")
)


OPUS = page(2, [b"OpusHead" + bytes(11)]) + page(0, [b"OpusTags" + tags()]) + page(4, [b"SOUNDS"])
VORBIS = (
    page(2, [b"\x01vorbis" + bytes(23)])
    + page(0, [b"\x03vorbis" + tags() + b"\x01", b"\x05vorbisBOOKS"])
    + page(4, [b"SOUNDS"])
)
WAV = wav(chunk(b"LIST", PLANTED), chunk(b"data", b"SOUNDS"), chunk(b"id3 ", PLANTED))


@pytest.mark.parametrize(
    ("clean", "content", "kept"),
    [
        (recordings.clean_mp3, ID3 + ID3 + SOUND + APE + ID3V1, SOUND),
        (recordings.clean_wav, WAV, b"SOUNDS"),
        (recordings.clean_ogg, OPUS, b"SOUNDS"),
        (recordings.clean_ogg, VORBIS, b"\x05vorbisBOOKS"),
        (matroska.clean, WEBM, b"SOUNDS"),
        (matroska.clean, LIVE, b"SOUNDS"),
        (films.clean, FILM, b"SOUNDS"),
    ],
)
def test_who_made_a_recording_goes_and_its_sound_stays(
    clean: Callable[[bytes], bytes | None], content: bytes, kept: bytes
) -> None:
    assert PLANTED in content
    cleaned = clean(content)
    assert cleaned is not None
    assert PLANTED not in cleaned
    assert kept in cleaned


def test_a_cleaned_wav_is_one_that_plays() -> None:
    cleaned = recordings.clean_wav(wav(chunk(b"bext", PLANTED), chunk(b"data", b"\x01\x02" * 100)) + PLANTED)
    assert cleaned is not None
    with wave.open(BytesIO(cleaned)) as opened:
        assert opened.readframes(200) == b"\x01\x02" * 100


def test_an_ogg_page_that_was_changed_has_its_checksum() -> None:
    first, second = page(2, [b"OpusHead" + bytes(11)]), page(0, [b"OpusTags" + tags()])
    cleaned = recordings.clean_ogg(first + second)
    assert cleaned is not None
    changed = cleaned[len(first) :]
    rest = 0
    for bit in (byte >> 7 - at & 1 for byte in changed[:22] + bytes(4) + changed[26:] + bytes(4) for at in range(8)):
        rest = rest << 1 | bit
        rest = (rest ^ 0x104C11DB7) if rest >> 32 else rest
    assert int.from_bytes(changed[22:26], "little") == rest


@pytest.mark.parametrize(
    ("clean", "content"),
    [
        (recordings.clean_mp3, ID3 + SOUND + ID3 + SOUND),
        (recordings.clean_wav, wav(struct.pack("<4sI", b"data", 0xFFFFFFFF) + b"SOUNDS" + chunk(b"id3 ", PLANTED))),
        (recordings.clean_ogg, page(2, [b"fishead" + bytes(50)]) + page(0, [PLANTED])),
        (recordings.clean_amr, b"#!AMR\n\x3c" + bytes(31) + PLANTED),
        (matroska.clean, WEBM + PLANTED),
        (matroska.clean, WEBM + element("18538067", element("1654AE6B", element("AE", element("83", b"\x21"))))),
        # thousands of tracks, each in the next: deeper than Python calls itself
        (matroska.clean, reduce(lambda within, _: element("AE", within), range(3000), b"")),
        (films.clean, FILM + PLANTED),
        (films.clean, box(b"ftyp", b"isom0000") + b"\x00\x00\x00\x03oops" + box(b"udta", PLANTED)),
    ],
)
def test_what_is_not_built_as_it_should_be_is_not_called_clean(
    clean: Callable[[bytes], bytes | None], content: bytes
) -> None:
    assert clean(content) is None


@pytest.mark.parametrize(
    "clean",
    [
        recordings.clean_mp3,
        recordings.clean_wav,
        recordings.clean_ogg,
        recordings.clean_amr,
        matroska.clean,
        films.clean,
        without_tags,
    ],
)
@given(
    content=st.binary(max_size=80),
    begins=st.sampled_from([b"", b"ID3\x04", b"OggS\x00\x02", b"RIFF", b"\x1a\x45\xdf\xa3", b"\xff\xd8\xff\xe1"]),
)
def test_no_bytes_break_a_cleaner(clean: Callable[[bytes], bytes | None], content: bytes, begins: bytes) -> None:
    cleaned = clean(begins + content)
    assert cleaned is None or len(cleaned) <= len(begins + content)


def table(kind: bytes, *numbers: int) -> bytes:
    return box(kind, bytes(4) + struct.pack(f">{len(numbers)}I", *numbers))


def film(*stored: tuple[bytes, bytes], gap: bytes = b"", sizes: tuple[int, ...] = (), more: bytes = b"") -> bytes:
    """A film of tracks, each of a sort and one chunk of samples, and a gap behind them that belongs to none."""
    begin = box(b"ftyp", b"qt  0000")
    at, tracks = len(begin) + 8, b""
    for sort, samples in stored:
        tables = (
            table(b"stsc", 1, 1, len(sizes) or 1, 1),
            table(b"stsz", 0, len(sizes) or 1, *(sizes or (len(samples),))),
            table(b"stco", 1, at),
        )
        described = box(b"hdlr", bytes(8) + sort + bytes(12) + PLANTED) + box(b"minf", box(b"stbl", b"".join(tables)))
        tracks += box(b"trak", box(b"mdia", described))
        at += len(samples)
    return begin + box(b"mdat", b"".join(samples for _, samples in stored) + gap) + box(b"moov", tracks) + more


@pytest.mark.parametrize("sort", [b"meta", b"camm", b"tmcd", b"text"])
def test_a_track_that_is_neither_seen_nor_heard_goes_with_what_it_says(sort: bytes) -> None:
    content = film((b"vide", b"PICTURES"), (sort, PLANTED), (b"soun", b"SOUNDS"), gap=PLANTED)
    cleaned = films.clean(content)
    assert cleaned is not None
    assert PLANTED not in cleaned
    assert len(cleaned) == len(content)
    assert b"PICTURES" + bytes(len(PLANTED)) + b"SOUNDS" in cleaned
    assert cleaned.count(b"trak") == 2


def test_samples_of_several_sizes_stay_whole() -> None:
    cleaned = films.clean(film((b"vide", b"PICTURES"), sizes=(1, 2, 5), gap=PLANTED))
    assert cleaned is not None
    assert b"PICTURES" in cleaned
    assert PLANTED not in cleaned


def test_a_film_in_pieces_with_a_track_that_is_not_shown_is_not_called_clean() -> None:
    pieces = box(b"moof", box(b"traf", b"")) + box(b"mdat", PLANTED)
    assert films.clean(film((b"vide", b"PICTURES"), (b"meta", b""), more=pieces)) is None
    assert films.clean(film((b"vide", b"PICTURES"), more=pieces)) is not None


def test_a_film_whose_tables_promise_more_than_they_hold_is_not_called_clean() -> None:
    content = film((b"vide", b"PICTURES"))
    assert films.clean(content.replace(table(b"stsc", 1, 1, 1, 1), table(b"stsc", 9, 1, 1, 1))) is None


async def test_old_word_papers_are_not_called_clean(tmp_path_factory: pytest.TempPathFactory, vault: Vault) -> None:
    intake = Intake(Files(tmp_path_factory.mktemp("files"), vault), file_mb=1, image_megapixels=1)
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + PLANTED
    assert not (await intake.take("don.doc", old)).cleaned


def repacked(content: bytes, more: dict[str, bytes], changed: tuple[str, bytes, bytes] | None = None) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for part in source.infolist():
            if part.filename not in more:
                whole = source.read(part)
                target.writestr(part, whole.replace(*changed[1:]) if changed and part.filename == changed[0] else whole)
        for name, whole in more.items():
            target.writestr(name, whole)
    return out.getvalue()


def everything(content: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as made:
        return b"".join(
            everything(made.read(name)) if made.read(name).startswith(b"PK") else made.read(name)
            for name in made.namelist()
        )


def test_an_office_paper_tells_nothing_from_its_corners() -> None:
    out = BytesIO()
    written = docx.Document()
    written.add_paragraph("Kính gửi")
    written.core_properties.author = PLANTED.decode()
    written.save(out)
    gif = BytesIO()
    Image.new("P", (4, 4)).save(gif, "GIF", comment=PLANTED)
    path = b'<R><r Target="file:///C:\\Users\\%s\\Normal.dotm"/></R>' % PLANTED
    author = b"<w:c xmlns:w='x' w:author = '%s'/>" % PLANTED
    cleaned = papers.clean_office(
        repacked(
            out.getvalue(),
            {
                "word/media/a": photo(),
                "word/media/b.gif": gif.getvalue(),
                "word/media/c.tiff": b"II*\x00" + PLANTED,
                "word/embeddings/inner.docx": out.getvalue(),
                "word/embeddings/ole.bin": PLANTED,
                "word/_rels/nowhere.xml.rels": path,
                "word/comments.xml": author,
                "word/footnotes.xml": author.decode().encode("utf-16"),
                "customXml/item1.xml": b"<a>%s</a>" % PLANTED,
                "package/services/metadata/core-properties/1.psmdcp": b"<a>%s</a>" % PLANTED,
            },
        ),
        60,
    )
    assert cleaned is not None
    assert PLANTED not in everything(cleaned)
    assert docx.Document(BytesIO(cleaned)).paragraphs[0].text == "Kính gửi"


def test_a_workbook_does_not_tell_on_whose_machine_it_lay() -> None:
    out = BytesIO()
    book = openpyxl.Workbook()
    book.active["A1"] = "x"  # type: ignore[index]
    book.save(out)
    where = b'<fileSharing userName="%s"/><x15ac:absPath xmlns:x15ac="x" url="C:\\Users\\%s\\"/>' % (PLANTED, PLANTED)
    cleaned = papers.clean_office(
        repacked(
            out.getvalue(),
            {
                "xl/printerSettings/printerSettings1.bin": PLANTED,
                "xl/externalLinks/_rels/externalLink1.xml.rels": b"<R Target='file:///C:\\%s'/>" % PLANTED,
                "xl/comments/comment1.xml": b'<authors><author xml:space="preserve">%s</author></authors>' % PLANTED,
            },
            ("xl/workbook.xml", b"<sheets>", where + b"<sheets>"),
        ),
        60,
    )
    assert cleaned is not None
    assert PLANTED not in everything(cleaned)
    assert openpyxl.load_workbook(BytesIO(cleaned)).active["A1"].value == "x"  # type: ignore[index]


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def linked(*parts: tuple[str, str, str]) -> bytes:
    lines = (f'<Relationship Id="{key}" Type="{RELATIONS}{sort}" Target="{part}"/>' for key, sort, part in parts)
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{"".join(lines)}</Relationships>'.encode()


def package(texts: dict[str, bytes], more: dict[str, bytes]) -> bytes:
    """An office paper of these parts; of the type of the first it has a line of its own."""
    out = BytesIO()
    own = "".join(f'<Override PartName="/{name}" ContentType="text/{at}"/>' for at, name in enumerate((*texts, *more)))
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("[Content_Types].xml", f"<Types xmlns='t'>{own}</Types>")
        for name, whole in (texts | more).items():
            made.writestr(name, whole)
    return out.getvalue()


def read(content: bytes | None) -> dict[str, bytes]:
    assert content is not None
    with zipfile.ZipFile(BytesIO(content)) as made:
        return {name: made.read(name) for name in made.namelist()}


def test_a_part_that_cannot_be_cleaned_goes_with_all_that_names_it() -> None:
    text = (
        b"<w:d><w:object><v:shape><v:imagedata r:id='e'/></v:shape><o:OLEObject r:id='o'><o:x/></o:OLEObject>"
        b"</w:object>"
        b'<a:blip r:embed="p"><a:extLst><a:ext uri="x"><s:svgBlip r:embed="s"/></a:ext></a:extLst></a:blip>HELLO</w:d>'
    )
    links = linked(
        ("e", "image", "media/e.emf"),
        ("o", "oleObject", "embeddings/o.bin"),
        ("p", "image", "/word/media/p.jpeg"),
        ("s", "image", "media/s.svg"),
        ("c", "customXml", "../customXml/item1.xml"),
        ("u", "people", "people.xml"),
        ("x", "odd", "odd.dat"),
    )
    hidden = dict.fromkeys(
        ("word/embeddings/o.bin", "word/media/s.svg", "customXml/item1.xml", "word/people.xml", "word/odd.dat"),
        b"\x01\x00\x00\x00 EMF " + PLANTED,
    )
    made = read(
        papers.clean_office(
            package(
                {"word/document.xml": text, "word/_rels/document.xml.rels": links},
                {**hidden, "word/media/e.emf": b"\x01\x00\x00\x00" + PLANTED, "word/media/p.jpeg": photo()},
            ),
            60,
        )
    )
    assert PLANTED not in b"".join(made.values())
    assert not hidden.keys() & made.keys()
    assert made["word/document.xml"] == (
        b"<w:d><w:object><v:shape><v:imagedata r:id='e'/></v:shape></w:object>"
        b'<a:blip r:embed="p"><a:extLst></a:extLst></a:blip>HELLO</w:d>'
    )
    assert made["word/_rels/document.xml.rels"] == linked(
        ("e", "image", "media/e.emf"), ("p", "image", "/word/media/p.jpeg")
    )
    types = made["[Content_Types].xml"].decode()
    assert [name for name in (*hidden, *made) if f'"/{name}"' in types] == [
        name for name in made if name != "[Content_Types].xml"
    ]
    assert '<Override PartName="/word/media/e.emf" ContentType="image/png"/>' in types
    with Image.open(BytesIO(made["word/media/e.emf"])) as blank:
        assert blank.size == (1, 1)


def test_a_sheet_does_without_its_printer_and_what_other_programs_put_in() -> None:
    sheet = (
        b'<s><pageSetup paperSize="9" r:id="p"/><oleObjects><q><oleObject r:id="o"/></q></oleObjects><c r="A1"/></s>'
    )
    made = read(
        papers.clean_office(
            package(
                {
                    "xl/worksheets/sheet1.xml": sheet,
                    "xl/worksheets/_rels/sheet1.xml.rels": linked(
                        ("p", "printerSettings", "../printerSettings/p.bin"), ("o", "oleObject", "../embeddings/o.bin")
                    ),
                },
                {
                    "xl/drawings/drawing1.xml": b'<a descr="C:\\Users\\%s\\a.jpg" title="anh"/>' % PLANTED,
                    "xl/printerSettings/p.bin": PLANTED,
                    "xl/embeddings/o.bin": PLANTED,
                },
            ),
            60,
        )
    )
    assert made["xl/drawings/drawing1.xml"] == b'<a descr="" title="anh"/>'
    assert made["xl/worksheets/sheet1.xml"] == b'<s><pageSetup paperSize="9"/><c r="A1"/></s>'
    assert made["xl/worksheets/_rels/sheet1.xml.rels"] == linked()


def test_a_paper_whose_text_lies_in_another_form_is_not_called_clean() -> None:
    links = linked(("a", "aFChunk", "afchunk.mht"))
    content = package({"word/document.xml": b"<d/>", "word/_rels/document.xml.rels": links}, {"word/a.mht": PLANTED})
    assert papers.clean_office(content, 60) is None


def rewritten(writer: pypdf.PdfWriter) -> bytes:
    """A paper with the planted word in it, as the staff gets it: without."""
    out = BytesIO()
    writer.write(out)
    assert PLANTED in out.getvalue()
    cleaned = pdf_writer.rewritten(out.getvalue())
    assert cleaned is not None
    assert PLANTED not in cleaned
    return cleaned


def test_a_pdf_tells_nothing_by_its_photos_notes_and_enclosures() -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_attachment("x.txt", PLANTED)
    maker = StreamObject()
    maker._data = PLANTED
    image = StreamObject()
    image._data = photo()
    image.update({NameObject("/Filter"): NameObject("/DCTDecode"), NameObject("/Metadata"): writer._add_object(maker)})
    note = DictionaryObject(
        {
            NameObject("/Subtype"): NameObject("/Text"),
            NameObject("/Rect"): ArrayObject([NumberObject(0)] * 4),
            NameObject("/T"): TextStringObject(PLANTED.decode()),
            NameObject("/Contents"): TextStringObject("sai so tien"),
        }
    )
    writer.pages[0][NameObject("/Annots")] = ArrayObject([note])
    objects = DictionaryObject({NameObject("/P"): writer._add_object(image)})
    writer.pages[0][NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): objects})
    cleaned = rewritten(writer)
    read = pypdf.PdfReader(BytesIO(cleaned)).pages[0]
    assert read["/Annots"][0].get_object()["/Contents"] == "sai so tien"  # type: ignore[index]
    drawn = read["/Resources"]["/XObject"]["/P"].get_object()._data  # type: ignore[index]
    with Image.open(BytesIO(drawn)) as shown:
        assert shown.size == (32, 16)
        assert not shown.getexif()


def test_a_pdf_form_keeps_what_is_seen_in_it_and_nothing_else() -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    hidden, word = TextStringObject(PLANTED.decode()), NameObject
    rows = (("shown", 4, "xin sua duong"), ("secret", 2, PLANTED.decode()), ("unseen", 32, PLANTED.decode()))
    fields = [
        writer._add_object(
            DictionaryObject(
                {
                    word("/FT"): word("/Tx"),
                    word("/Subtype"): word("/Widget"),
                    word("/Rect"): ArrayObject([NumberObject(9)] * 4),
                    word("/T"): TextStringObject(name),
                    word("/F"): NumberObject(flags),
                    word("/V"): TextStringObject(value),
                    word("/DV"): hidden,
                    word("/TU"): hidden,
                    word("/TM"): hidden,
                }
            )
        )
        for name, flags, value in rows
    ]
    parent = DictionaryObject(
        {
            word("/T"): TextStringObject("both"),
            word("/V"): hidden,
            word("/Kids"): writer._add_object(ArrayObject(fields[1:])),
        }
    )
    writer.pages[0][word("/Annots")] = ArrayObject(fields)
    split = DictionaryObject(
        {
            word("/FT"): word("/Tx"),
            word("/T"): TextStringObject("split"),
            word("/V"): TextStringObject("seen once"),
            word("/Kids"): writer._add_object(ArrayObject(fields[:2])),
        }
    )
    xfa = StreamObject()
    xfa._data = PLANTED
    writer.root_object[word("/AcroForm")] = DictionaryObject(
        {
            word("/Fields"): ArrayObject([fields[0], writer._add_object(parent), writer._add_object(split)]),
            word("/XFA"): writer._add_object(xfa),
        }
    )
    elsewhere = DictionaryObject({word("/Type"): word("/Filespec"), word("/F"): hidden, word("/UF"): hidden})
    writer.root_object[word("/Threads")] = ArrayObject([DictionaryObject({word("/I"): elsewhere})])
    lay = TextStringObject(f"file:///C:/Users/{PLANTED.decode()}/don.pdf")
    writer.pages[0][word("/B")] = DictionaryObject({word("/S"): word("/URI"), word("/URI"): lay})
    writer.pages[0][word("/A")] = DictionaryObject({word("/S"): word("/GoToR"), word("/F"): elsewhere})
    cleaned = rewritten(writer)
    found = pypdf.PdfReader(BytesIO(cleaned)).get_fields()
    assert found is not None
    assert found["split"]["/V"] == "seen once"
    assert found["shown"]["/V"] == "xin sua duong"
