"""How the parts of an office paper hang together: parts are taken out without a gap at which an office program stops.

Each part may have a list of links beside it, by which it names others; one list says of what type every part is.
"""

from __future__ import annotations

import codecs
import html
import posixpath
import re
from collections.abc import Collection, Mapping
from typing import Final

from cases.records import record

TYPES: Final = "[Content_Types].xml"
"""The part that says of what type the others are."""

_ENDS: Final = rb"[^<>]*?(?:/\s*>|>\s*</(?:\w+:)?"
_LINK: Final = re.compile(rb"<(?:\w+:)?Relationship\s" + _ENDS + rb"Relationship\s*>)")
_TYPE: Final = re.compile(rb"<(?:\w+:)?Override\s" + _ENDS + rb"Override\s*>)")
_ATTRIBUTE: Final = re.compile(rb"""\b(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REFERRING: Final = re.compile(rb"""\s\w+:\w+\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ELEMENT: Final = re.compile(rb"<((?:\w+:)?(\w+))\s[^<>]*>")
_STAYS: Final = frozenset({b"pageSetup", b"blip", b"imagedata", b"fill", b"stroke", b"background", b"legacyDrawing"})
"""Elements that do without the part that they name."""
_LISTED: Final[Mapping[bytes, re.Pattern[bytes]]] = {
    b"oleObject": re.compile(rb"<((?:\w+:)?oleObjects)[\s>]"),
    b"control": re.compile(rb"<((?:\w+:)?controls)[\s>]"),
}
"""Elements that stand in a list twice, for newer programs and older ones: without its parts the list goes."""
_EMPTY_EXTENSION: Final = re.compile(rb"<((?:\w+:)?ext)\s[^<>]*>\s*</\1\s*>")
_CLOSED: Final = re.compile(rb"/\s*>$")


@record(frozen=True, slots=True)
class Link:
    """One line of a list of links: its name, the sort of what it leads to, and where; "" outside of the paper."""

    key: str
    sort: str
    part: str


def in_utf8(part: bytes) -> bytes:
    """A part of text as UTF-8."""
    if not part.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return part
    return re.sub(r"(?i)(encoding=.)utf-16", r"\1utf-8", part.decode("utf-16"), count=1).encode()


def links(name: str, content: bytes) -> list[Link]:
    """What a list of links, the part `name`, says."""
    return [_link(name, each.group()) for each in _LINK.finditer(content)]


def linking(name: str) -> str:
    """The part that a list of links belongs to; "" for the paper itself."""
    folder, own = posixpath.split(name)
    return posixpath.join(posixpath.dirname(folder), own.removesuffix(".rels"))


def without_links(content: bytes, keys: Collection[str]) -> bytes:
    """A list of links without those of these names."""
    return _LINK.sub(lambda each: b"" if _attributes(each.group()).get("Id") in keys else each.group(), content)


def without_references(content: bytes, keys: Collection[str]) -> bytes:
    """A part that no longer names links which are gone: what shows nothing without them goes with them."""
    if not keys:
        return content
    named = {key.encode() for key in keys}
    lost = [each for each in _ELEMENT.finditer(content) if _names(each.group(), named)]
    for local, opening in _LISTED.items():
        if any(each.group(2) == local for each in lost) and (listed := opening.search(content)):
            end = _end(content, listed.group(1), listed.end())
            content = content[: listed.start()] + content[end:]
    pieces, at = [], 0
    for each in _ELEMENT.finditer(content):
        # What lies in an element that is gone is gone with it.
        if each.start() < at or not _names(each.group(), named):
            continue
        pieces.append(content[at : each.start()])
        at = each.end()
        if each.group(2) in _STAYS:
            pieces.append(_REFERRING.sub(lambda found: b"" if _said(found) in named else found.group(), each.group()))
        elif not _CLOSED.search(each.group()):
            at = _end(content, each.group(1), at)
    return _EMPTY_EXTENSION.sub(b"", b"".join((*pieces, content[at:])))


def _names(element: bytes, named: Collection[bytes]) -> bool:
    return any(_said(found) in named for found in _REFERRING.finditer(element))


def _said(found: re.Match[bytes]) -> bytes:
    return found.group(1) or found.group(2) or b""


def _end(content: bytes, tag: bytes, at: int) -> int:
    """Where an element ends that opened before `at`; all to the end of the part where it is never closed."""
    closing = re.compile(rb"</" + tag + rb"\s*>").search(content, at)
    return closing.end() if closing else len(content)


def typed(content: bytes, gone: Collection[str], changed: Mapping[str, str]) -> bytes:
    """The list of types without the parts that are gone, and with the new types of those that were changed."""
    away = {name.lower() for name in (*gone, *changed)}

    def kept(each: re.Match[bytes]) -> bytes:
        named = _attributes(each.group()).get("PartName", "").lstrip("/").lower()
        return b"" if named in away else each.group()

    content = _TYPE.sub(kept, content)
    closing = re.search(rb"</((?:\w+:)?)Types\s*>\s*$", content)
    if closing is None:
        return content
    more = "".join(
        f'<{closing.group(1).decode()}Override PartName="/{html.escape(name)}" ContentType="{sort}"/>'
        for name, sort in changed.items()
    )
    return content[: closing.start()] + more.encode() + content[closing.start() :]


def _link(name: str, line: bytes) -> Link:
    said = _attributes(line)
    part = ""
    if said.get("TargetMode", "").lower() != "external":
        folder = "/" + posixpath.dirname(linking(name))
        part = posixpath.normpath(posixpath.join(folder, said.get("Target", ""))).lstrip("/")
    return Link(said.get("Id", ""), said.get("Type", ""), part)


def _attributes(element: bytes) -> dict[str, str]:
    return {
        key.decode("utf-8", "replace"): html.unescape((one or other).decode("utf-8", "replace"))
        for key, one, other in _ATTRIBUTE.findall(element)
    }
