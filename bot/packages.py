"""How the parts of an office paper hang together: parts are taken out without a gap at which an office program stops.

Each part may have a list of links beside it, by which it names others; one list says of what type every part is.
"""

from __future__ import annotations

import codecs
import html
import posixpath
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

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
    each: re.compile(rb"<((?:\w+:)?" + name + rb")(?:\s[^<>]*)?>.*?</\1\s*>", re.DOTALL)
    for each, name in ((b"oleObject", b"oleObjects"), (b"control", b"controls"))
}
"""Elements that stand in a list twice, for newer programs and older ones: without its parts the list goes."""
_EMPTY_EXTENSION: Final = re.compile(rb"<((?:\w+:)?ext)\s[^<>]*>\s*</\1\s*>")
_CLOSED: Final = re.compile(rb"/\s*>$")


@dataclass(frozen=True, slots=True)
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
    named = {key.encode() for key in keys}
    for each in reversed(list(_ELEMENT.finditer(content))):
        tag, local = each.group(1), each.group(2)
        if not any((found.group(1) or found.group(2)) in named for found in _REFERRING.finditer(each.group())):
            continue
        if local in _LISTED and _LISTED[local].search(content):
            content = _LISTED[local].sub(b"", content)
        elif local in _STAYS:
            kept = _REFERRING.sub(
                lambda found: b"" if (found.group(1) or found.group(2)) in named else found.group(), each.group()
            )
            content = content[: each.start()] + kept + content[each.end() :]
        elif content[each.start() : each.end()] == each.group():
            end = each.end()
            if not _CLOSED.search(each.group()):
                closing = re.compile(rb"</" + tag + rb"\s*>").search(content, end)
                end = closing.end() if closing else end
            content = content[: each.start()] + content[end:]
    return _EMPTY_EXTENSION.sub(b"", content)


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
