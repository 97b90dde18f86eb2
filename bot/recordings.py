"""Recordings without who made them and where: tags of MP3, WAV and Ogg go, the sound stays as it was.

What does not look as its format says is None: then nobody calls it clean.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_SOUND: Final = frozenset({b"fmt ", b"fact", b"data"})
"""Parts of a WAV that are heard; titles, makers, places and studios stand in others."""
_FOUR_BYTES: Final = 0xFFFFFFFF
_COMMENTS: Final[Mapping[bytes, bytes]] = {
    b"OpusHead": b"OpusTags",
    b"\x01vorbis": b"\x03vorbis",
    b"\x80theora": b"\x81theora",
    b"Speex   ": b"",
}
"""How the first packet of a stream begins, and its second, which holds the tags."""
_AMR: Final = b"#!AMR\n"
_AMR_FRAMES: Final = {**dict(enumerate((12, 13, 15, 17, 19, 20, 26, 31, 5))), 15: 0}
"""Bytes of sound in a frame, by its mode."""
_VORBIS_BIT: Final = 15
_ID3: Final = 10
_ID3V1: Final = 128
_APE: Final = 32


def clean_mp3(content: bytes) -> bytes | None:
    """The frames of an MP3, without the tags before and behind them; None where more stand between."""
    start, end = 0, len(content)
    while content[start : start + 3] == b"ID3" and start + _ID3 <= end:
        size = _by_sevens(content[start + 6 : start + _ID3])
        start += _ID3 + size + (_ID3 if content[start + 5] & 0x10 else 0)
    while (shorter := _before_tag(content, start, end)) < end:
        end = shorter
    sound = content[start:end]
    begins = sound.lstrip(b"\0")
    if len(begins) < 2 or begins[0] != 0xFF or begins[1] < 0xE0:
        return None
    return None if any(mark in sound for mark in (b"ID3\x02", b"ID3\x03", b"ID3\x04", b"APETAGEX")) else begins


def _before_tag(content: bytes, start: int, end: int) -> int:
    """Where the last tag begins; `end` where there is none."""
    if content[max(start, end - _ID3V1) : end][:3] == b"TAG":
        return end - _ID3V1
    foot = content[max(start, end - _APE) : end]
    if len(foot) == _APE and foot.startswith(b"APETAGEX"):
        size, flags = int.from_bytes(foot[12:16], "little"), int.from_bytes(foot[20:24], "little")
        return max(start, end - size - (_APE if flags & 0x80000000 else 0))
    tail = content[max(start, end - _ID3) : end]
    if len(tail) == _ID3 and tail.startswith(b"3DI"):
        return max(start, end - _by_sevens(tail[6:]) - 2 * _ID3)
    return end


def _by_sevens(number: bytes) -> int:
    """A number as ID3 writes it, seven bits a byte."""
    value = 0
    for seven in number:
        value = value << 7 | seven & 0x7F
    return value


def clean_wav(content: bytes) -> bytes | None:
    """A WAV with nothing but its sound."""
    kept, at, whole = b"", 12, False
    while at + 8 <= len(content) and not whole:
        kind, size = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        body = content[at + 8 : at + 8 + size]
        whole = kind == b"data"
        if len(body) < size or (whole and not size):
            return None  # cut off, or its end was never written down: whether tags follow cannot be told
        if kind in _SOUND:
            kept += content[at : at + 8] + body + b"\0" * (size % 2)
        at += 8 + size + size % 2
    return b"RIFF" + (len(kept) + 4).to_bytes(4, "little") + b"WAVE" + kept if whole else None


def clean_amr(content: bytes) -> bytes | None:
    """An AMR as it is: it has no room for tags, unless something hides behind its sound."""
    at = len(_AMR)
    while at < len(content):
        size = _AMR_FRAMES.get(content[at] >> 3 & 15)
        if size is None:
            return None
        at += 1 + size
    return content if at == len(content) else None


def clean_ogg(content: bytes) -> bytes | None:
    """An Ogg whose tags are blanks of the same length: no page moves."""
    blanked = bytearray(content)
    streams: dict[bytes, _Stream] = {}
    at = 0
    while at < len(content):
        if content[at : at + 4] != b"OggS" or at + 27 > len(content):
            return None
        sizes = content[at + 27 : at + 27 + content[at + 26]]
        body = at + 27 + len(sizes)
        end = body + sum(sizes)
        if len(sizes) < content[at + 26] or end > len(content):
            return None
        serial = content[at + 14 : at + 18]
        if content[at + 5] & 2:
            streams[serial] = _Stream()
        stream = streams.get(serial)
        if stream is None or not stream.take(content, blanked, body, sizes):
            return None
        if blanked[body:end] != content[body:end]:
            blanked[at + 22 : at + 26] = bytes(4)
            blanked[at + 22 : at + 26] = _checksum(bytes(blanked[at:end])).to_bytes(4, "little")
        at = end
    return bytes(blanked) if streams and all(stream.packet >= 2 for stream in streams.values()) else None


class _Stream:
    """One logical stream: how many of its packets are whole, and what its second must begin with."""

    def __init__(self) -> None:
        self.packet = 0
        self._inside = 0
        """How many bytes of the present packet came."""
        self._magic: bytes | None = None

    def take(self, content: bytes, blanked: bytearray, at: int, sizes: bytes) -> bool:
        """Blank what this page holds of the tags; whether it is as it should be."""
        for size in sizes:
            piece = content[at : at + size]
            if self.packet == 0 and not self._inside:
                self._magic = next((tags for head, tags in _COMMENTS.items() if piece.startswith(head)), None)
                if self._magic is None:
                    return False
            if self.packet == 1 and self._magic is not None:
                kept = max(0, len(self._magic) - self._inside)
                if piece[:kept] != self._magic[self._inside :][: len(piece)]:
                    return False
                # No vendor, no tags: both lengths are 0. What follows is padding; in Vorbis it begins with a bit.
                blanked[at + min(kept, size) : at + size] = bytes(size - min(kept, size))
                if self._magic == b"\x03vorbis" and self._inside <= _VORBIS_BIT < self._inside + size:
                    blanked[at + _VORBIS_BIT - self._inside] = 1
            self._inside += size
            if size < 255:
                self.packet, self._inside = self.packet + 1, 0
            at += size
        return True


def _table() -> tuple[int, ...]:
    found = []
    for value in range(256):
        rest = value << 24
        for _ in range(8):
            rest = (rest << 1 ^ 0x04C11DB7) & _FOUR_BYTES if rest & 0x80000000 else rest << 1 & _FOUR_BYTES
        found.append(rest)
    return tuple(found)


_REST: Final = _table()


def _checksum(page: bytes) -> int:
    rest = 0
    for byte in page:
        rest = rest << 8 & _FOUR_BYTES ^ _REST[rest >> 24 ^ byte]
    return rest
