"""Films and recordings without their place and maker: all that is not seen or heard is blanked, in place.

Cameras and phones write places and devices into boxes of their own, and into tracks that run along with the picture.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from cases.records import record

_KEPT: Final[Mapping[bytes, frozenset[bytes]]] = {
    within: frozenset(names[at : at + 4] for at in range(0, len(names), 4))
    for within, names in {
        b"": b"ftypstypmoovmoofmdatsidxssixmfra",
        b"moov": b"mvhdtrakmvexiods",
        b"trak": b"tkhdedtstrefmdiatapt",
        b"mdia": b"mdhdhdlrminfelng",
        b"minf": b"vmhdsmhdnmhdsthdhdlrdinfstbl",
        b"dinf": b"dref",
        b"stbl": b"stsdsttsstssstpscttscslgstscstszstz2stcoco64sdtpsbgpsgpdsubssaizsaio",
        b"moof": b"mfhdtraf",
        b"traf": b"tfhdtfdttrunsdtpsbgpsgpdsubssaizsaio",
    }.items()
}
"""By the box that they lie in, those that a player needs: user data, lists and what is said to be empty are none."""
_SHOWN: Final = frozenset({b"vide", b"soun", b"sbtl", b"subt"})
"""Sorts of tracks that are seen or heard; others hold places, times and what a sensor felt."""
_HANDLER_SORT, _HANDLER_NAME = 8, 24
"""Where in the description of a track its sort and its name begin."""
_PROGRAM: Final = slice(58, 90)
"""Where the first form of a picture names the program or camera that made it."""
_REFERENCE: Final = 12
"""How long the line is by which a track says that its samples lie in this file; a longer one says where else."""


class _OddError(Exception):
    """The boxes do not say what they should."""


@record(frozen=True, slots=True)
class _Box:
    start: int
    body: int
    end: int
    kind: bytes


@dataclass(slots=True)
class _Track:
    box: _Box
    sort: bytes = b""
    tables: dict[bytes, _Box] = field(default_factory=dict)


def clean(content: bytes) -> bytes | None:
    """An MP4, MOV, M4A or 3GP with nothing but what is seen and heard. Offsets stay, so that it plays as before.

    None where its boxes do not fill it or do not say what belongs to which track: then nobody knows what lies in it.
    """
    blanked = bytearray(content)
    tracks: list[_Track] = []
    try:
        _walk(blanked, _Box(0, 0, len(blanked), b""), tracks)
        top = list(_boxes(blanked, 0, len(blanked)))
        in_pieces = any(box.kind == b"moof" for box in top)
        hidden = [track for track in tracks if track.sort not in _SHOWN]
        if in_pieces and hidden:
            return None  # its pieces say themselves where the samples of a track lie, each in its own way
        if not in_pieces:
            _keep_shown(blanked, tracks, [box for box in top if box.kind == b"mdat"])
        for track in hidden:
            _free(blanked, track.box)
    except _OddError:
        return None
    return bytes(blanked)


def _boxes(content: bytearray, start: int, end: int) -> Iterator[_Box]:
    at = start
    while at < end:
        size, head = int.from_bytes(content[at : at + 4], "big"), 8
        if size == 1:
            size, head = int.from_bytes(content[at + 8 : at + 16], "big"), 16
        elif size == 0:
            size = end - at
        if size < head or at + size > end:
            if any(content[at:end]):  # QuickTime ends lists with four zeros
                raise _OddError
            return
        yield _Box(at, at + head, at + size, bytes(content[at + 4 : at + 8]))
        at += size


def _walk(content: bytearray, outer: _Box, tracks: list[_Track]) -> None:
    """Blank what tells in a box, and note what its tracks say."""
    for box in list(_boxes(content, outer.body, outer.end)):
        if box.kind not in _KEPT[outer.kind]:
            _free(content, box)
            continue
        if box.kind == b"trak":
            tracks.append(_Track(box))
        if box.kind in _KEPT:
            _walk(content, box, tracks)
        elif box.kind == b"hdlr":
            if outer.kind == b"mdia" and tracks:
                at = box.body + _HANDLER_SORT
                tracks[-1].sort = bytes(content[at : at + 4])
            _zero(content, box.body + _HANDLER_NAME, box.end)
        elif box.kind == b"dref":
            for line in list(_boxes(content, box.body + 8, box.end)):
                _zero(content, line.start + _REFERENCE, line.end)
        elif outer.kind == b"stbl" and tracks:
            tracks[-1].tables[box.kind] = box
            if box.kind == b"stsd" and tracks[-1].sort == b"vide":
                _zero(content, box.body + _PROGRAM.start, min(box.body + _PROGRAM.stop, box.end))


def _keep_shown(content: bytearray, tracks: list[_Track], stores: list[_Box]) -> None:
    """Blank all that is stored but belongs to no track that is shown."""
    chunks = {id(track): _offsets(content, track) for track in tracks}
    begins = sorted(at for each in chunks.values() for at in each)
    if not begins:
        if any(track.sort not in _SHOWN for track in tracks):
            raise _OddError
        return
    kept = []
    for track in tracks:
        if track.sort in _SHOWN:
            kept += list(zip(chunks[id(track)], _ends(content, track, chunks[id(track)], begins), strict=True))
    kept.sort()
    starts = [start for start, _ in kept]
    for store in stores:
        at = store.body
        for start, end in kept[bisect_left(starts, store.body) : bisect_left(starts, store.end)]:
            _zero(content, at, start)
            at = max(at, min(end, store.end))
        _zero(content, at, store.end)


def _offsets(content: bytearray, track: _Track) -> list[int]:
    """Where the chunks of a track begin."""
    for kind, width in ((b"stco", 4), (b"co64", 8)):
        if kind in track.tables:
            return [row[0] for row in _rows(content, track.tables[kind], 4, (width,))]
    return []


def _ends(content: bytearray, track: _Track, offsets: list[int], begins: list[int]) -> Iterator[int]:
    """Where each chunk of a track ends."""
    if not offsets:
        return
    sizes = track.tables.get(b"stsz")
    if sizes is None or b"stsc" not in track.tables:
        raise _OddError
    if any(content[sizes.body + 4 : sizes.body + 8]):
        # Of sound in packets the size of one sample is not what it takes: it goes to where the next chunk begins.
        for at in offsets:
            behind = bisect_right(begins, at)
            yield begins[behind] if behind < len(begins) else len(content)
        return
    lengths = [row[0] for row in _rows(content, sizes, 8, (4,))]
    runs = _rows(content, track.tables[b"stsc"], 4, (4, 4, 4))
    run, taken = 0, 0
    for number, at in enumerate(offsets, 1):
        while run + 1 < len(runs) and runs[run + 1][0] <= number:
            run += 1
        samples = runs[run][1] if runs else 0
        yield at + sum(lengths[taken : taken + samples])
        taken += samples


def _rows(content: bytearray, table: _Box, counted: int, widths: tuple[int, ...]) -> list[tuple[int, ...]]:
    """The rows of a table whose number stands `counted` bytes into it."""
    at = table.body + counted + 4
    count = int.from_bytes(content[at - 4 : at], "big")
    if at + count * sum(widths) > table.end:
        raise _OddError
    rows = []
    for _ in range(count):
        row = []
        for width in widths:
            row.append(int.from_bytes(content[at : at + width], "big"))
            at += width
        rows.append(tuple(row))
    return rows


def _free(content: bytearray, box: _Box) -> None:
    content[box.start + 4 : box.start + 8] = b"free"
    _zero(content, box.body, box.end)


def _zero(content: bytearray, start: int, end: int) -> None:
    if end > start:
        content[start:end] = bytes(end - start)
