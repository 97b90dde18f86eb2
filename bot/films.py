"""Films and recordings without their place and maker: the boxes that hold them are blanked, in place."""

from __future__ import annotations

from typing import Final

_CONTAINERS: Final = frozenset({b"moov", b"trak", b"mdia"})
_TELLTALE: Final = frozenset({b"udta", b"meta", b"uuid"})
"""User data (place, device), metadata lists, and whatever a maker put under a name of its own."""
_DEEPEST: Final = 6


def clean(content: bytes) -> bytes:
    """An MP4, MOV, M4A or 3GP whose telltale boxes are free space. Offsets stay, so that the film plays as before."""
    blanked = bytearray(content)
    _blank(blanked, 0, len(blanked), 0)
    return bytes(blanked)


def _blank(content: bytearray, start: int, end: int, depth: int) -> None:
    at = start
    while at + 8 <= end:
        size, kind = int.from_bytes(content[at : at + 4], "big"), bytes(content[at + 4 : at + 8])
        head = 8
        if size == 1:
            size, head = int.from_bytes(content[at + 8 : at + 16], "big"), 16
        elif size == 0:
            size = end - at
        if size < head or at + size > end:
            return
        if kind in _TELLTALE:
            content[at + 4 : at + 8] = b"free"
            content[at + head : at + size] = bytes(size - head)
        elif kind in _CONTAINERS and depth < _DEEPEST:
            _blank(content, at + head, at + size, depth + 1)
        at += size
