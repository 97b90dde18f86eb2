"""WebM films and recordings without their tags: what tells of makers and places becomes empty, its length stays."""

from __future__ import annotations

from typing import Final

_SEGMENT, _CLUSTER, _INFO, _TRACKS, _TRACK = (
    b"\x18\x53\x80\x67",
    b"\x1f\x43\xb6\x75",
    b"\x15\x49\xa9\x66",
    b"\x16\x54\xae\x6b",
    b"\xae",
)
_VOID: Final = b"\xec"
_INTO: Final = frozenset({_SEGMENT, _CLUSTER, _INFO, _TRACKS, _TRACK})
_AWAY: Final = frozenset({b"\x12\x54\xc3\x67", b"\x19\x41\xa4\x69", b"\x10\x43\xa7\x70"})
"""Tags, attachments, chapters."""
_EMPTIED: Final = frozenset(
    {
        b"\x4d\x80",
        b"\x57\x41",
        b"\x7b\xa9",
        b"\x44\x61",
        b"\x73\x84",
        b"\x3c\x83\xab",
        b"\x3e\x83\xbb",
        b"\x53\x6e",
        _VOID,
    }
)
"""Programs, title, date, names of files and of tracks; and what is empty already."""
_TRACK_SORT: Final = b"\x83"
_SHOWN: Final = frozenset({b"\x01", b"\x02", b"\x03", b"\x11"})
"""Sorts of tracks that are seen or heard: pictures, sound, both, titles; others hold places and what sensors felt."""
_LONGEST_SIZE: Final = 8
_DEEPEST: Final = 8
"""Twice as deep as any element lies that is entered: a hostile film has thousands in each other."""


def clean(content: bytes) -> bytes | None:
    """A WebM whose telling parts are void; None where it is not built as one, or has more than is seen and heard."""
    blanked = bytearray(content)
    return bytes(blanked) if _blank(blanked, 0, len(blanked), _DEEPEST) else None


def _blank(content: bytearray, start: int, end: int, levels: int) -> bool:
    """Blank what tells in a run of elements, so many levels deep; whether they fill it and are all known."""
    if not levels:
        return False
    at = start
    while at < end:
        head = _head(content, at, end)
        if head is None:
            return False
        kind, body, size = head
        # Who streams does not know how long a part becomes: what follows lies in it, as far as we are concerned.
        after = body if size is None and kind in _INTO else end if size is None else body + size
        if after > end:
            return False
        if kind == _TRACK_SORT and bytes(content[body:after]).lstrip(b"\0") not in _SHOWN:
            return False
        if kind in _AWAY:
            _void(content, at, body, after)
        elif kind in _EMPTIED:
            content[body:after] = bytes(after - body)
        elif kind in _INTO and size is not None and not _blank(content, body, after, levels - 1):
            return False
        at = after
    return True


def _head(content: bytearray, at: int, end: int) -> tuple[bytes, int, int | None] | None:
    """The kind of an element, where its body begins, and how long that is if it is known."""
    width = _width(content[at], 4)
    sized = at + width
    if not width or sized >= end:
        return None
    length = _width(content[sized], _LONGEST_SIZE)
    body = sized + length
    if not length or body > end:
        return None
    size = int.from_bytes(content[sized:body], "big") & (1 << 7 * length) - 1
    return bytes(content[at:sized]), body, None if size == (1 << 7 * length) - 1 else size


def _width(first: int, most: int) -> int:
    """How many bytes a number has, by its first one; 0 for more than there may be."""
    width = 9 - first.bit_length() if first else most + 1
    return width if width <= most else 0


def _void(content: bytearray, at: int, body: int, after: int) -> None:
    """Make one element, head and all, empty space."""
    length = min(_LONGEST_SIZE, body - at - 1)
    begins = at + 1 + length
    content[at:begins] = _VOID + ((1 << 7 * length) | after - begins).to_bytes(length, "big")
    content[begins:after] = bytes(after - begins)
