"""Films and recordings without their place and maker: the boxes that hold them are blanked, in place."""

from __future__ import annotations

from typing import Final

_CONTAINERS: Final = frozenset({b"moov", b"trak", b"mdia", b"minf", b"moof", b"traf"})
_TELLTALE: Final = frozenset({b"udta", b"meta", b"uuid", b"free", b"skip", b"wide"})
"""User data (place, device), lists of it, what a maker put under a name of its own, and what is said to be empty."""
_HANDLER: Final = b"hdlr"
_HANDLER_NAME: Final = 24
"""Where in the description of a track its name begins, behind the sort of the track."""
_DEEPEST: Final = 6


def clean(content: bytes) -> bytes | None:
    """An MP4, MOV, M4A or 3GP whose telltale boxes are free space. Offsets stay, so that the film plays as before.

    None where its boxes do not fill it: then nobody knows what lies in it.
    """
    blanked = bytearray(content)
    return bytes(blanked) if _blank(blanked, 0, len(blanked), 0) else None


def _blank(content: bytearray, start: int, end: int, depth: int) -> bool:
    at = start
    while at < end:
        size, kind = int.from_bytes(content[at : at + 4], "big"), bytes(content[at + 4 : at + 8])
        head = 8
        if size == 1:
            size, head = int.from_bytes(content[at + 8 : at + 16], "big"), 16
        elif size == 0:
            size = end - at
        if size < head or at + size > end:
            return not any(content[at:end])  # QuickTime ends lists with four zeros
        if kind in _TELLTALE:
            content[at + 4 : at + 8] = b"free"
            content[at + head : at + size] = bytes(size - head)
        elif kind == _HANDLER and size > _HANDLER_NAME + head:
            content[at + head + _HANDLER_NAME : at + size] = bytes(size - head - _HANDLER_NAME)
        elif kind in _CONTAINERS and depth < _DEEPEST and not _blank(content, at + head, at + size, depth + 1):
            return False
        at += size
    return True
