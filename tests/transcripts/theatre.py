"""Plays a chat that an official can read, and writes it down again.

A line that begins with `>` is the resident, `<` the bot, `#` a remark, `+` time that passes, `@` the stage:

    # Cống tắc
    @ channels telegram web
    > Cống trước nhà tắc cả tháng nay      typed
    > [Đồng ý]                             tapped
    > (photo) ảnh cống                     a photo with a caption; also (photos 3) (sticker) (pin) (phone 0912…)
    > (edit 1) Cống trước nhà số 12        the first message typed, edited
    + 7 days
    * (tap Tôi nhận)                       an officer taps in the group; anything else is typed in private
    % /don CODE                            a second officer (`@ second confidential HN`: role and unit) in private
    @ cards 2               how many letters a group is told of one by one within an hour
    @ receptions thứ Ba     days on which the committees receive people, as the config writes them
    CODE, CODE2, CODE3                     the codes of the letters, in the order in which they came

Lines of the bot are produced; `--update` writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from handlers.messages import Contact, Outgoing, Place, Strange, Text
from handlers.ports import Authority, Policy
from tests.handlers.town import CAU_GIAY, CITY, NGHIA_DO, Chat, Town, labels

AUTHORITIES = (
    Authority("UBND-CG", "Ủy ban nhân dân phường Cầu Giấy", unit="CAUGIAY", topics=("giao_thong_ha_tang",)),
    Authority("CA-HN", "Công an thành phố Hà Nội", unit="HN"),
)
SPAN = re.compile(r"^\+ (\d+) (second|minute|hour|day)s?$")
DRAWN = re.compile(r"TD-[0-9A-Z]{4}-[0-9A-Z]{4}")
CODE = re.compile(r"\bCODE(\d?)\b")
PRODUCED = ("<", "[", "|", "{", "}", "¦")


@dataclass
class Performance:
    """A chat as it was played: written down again, and what the resident was sent, in order; what replaced an
    earlier message stands once more."""

    written: str
    said: list[Outgoing]


def play(script: str, channel: str) -> str:
    """The same chat with everything that the bot says, on that channel."""
    return perform(script, channel).written


def perform(script: str, channel: str) -> Performance:
    """The same chat with everything that the bot says, on that channel."""
    stage = dict(line[2:].split(" ", 1) for line in script.splitlines() if line.startswith("@ "))
    wards = (CAU_GIAY, NGHIA_DO) if stage.get("wards") == "two" else (CAU_GIAY,)
    policy = Policy(public_url="http://127.0.0.1:8080")
    town = Town(wards=wards, policy=replace(policy, cards_an_hour=int(stage.get("cards", policy.cards_an_hour))))
    group = town.group()
    resident = town.resident(channel)
    officer = town.officer(stage.get("officer", "officer"))
    role, _, unit = stage.get("second", "").partition(" ")
    second = town.officer(role, "Cán bộ Hai", unit or "CAUGIAY") if role else officer
    city = town.group("HN", "-200") if "city" in stage else group
    if "receptions" in stage:
        town.receptions.update({unit.code: stage["receptions"] for unit in (CITY, *wards)})
    if stage.get("authorities") == "some":
        town.has_authorities(AUTHORITIES)
    written: list[str] = []
    sent: list[Outgoing] = []
    codes: list[str] = []
    for line in script.splitlines():
        if line.startswith(PRODUCED) or not line.strip():
            continue
        if written and line[0] in ">+*%" and not written[-1].startswith(("#", "@")):
            written.append("")
        written.append(line)
        if line[0] in "#@":
            continue
        before = {id(chat): list(chat.said) for chat in (resident, group, city, officer, second)}
        line = CODE.sub(lambda found: _code(codes, found), line)
        _act(town, resident, group, second if line[0] == "%" else officer, line)
        said = len(written)
        sent.extend(_new(resident, before))
        written.extend(_news(resident, before, "<"))
        written.extend(_news(group, before, "|"))
        if city is not group:
            written.extend(_news(city, before, "¦"))
        written.extend(_news(officer, before, "{"))
        if second is not officer:
            written.extend(_news(second, before, "}"))
        for code in DRAWN.findall("\n".join(written[said:])):
            if code not in codes:
                codes.append(code)
    return Performance("\n".join(written) + "\n", sent)


def _act(town: Town, resident: Chat, group: Chat, officer: Chat, line: str) -> None:
    span = SPAN.match(line)
    if span:
        town.passes(**{f"{span[2]}s": int(span[1])})
        return
    words = line[2:]
    if line[0] in "*%":
        tap = re.match(r"^\(tap (.+)\)$", words)
        if tap:
            town.taps_in_group(group, officer, tap[1])
        elif words.startswith("["):
            officer.taps(words[1:-1])
        else:
            officer.types(words)
        return
    if words.startswith("["):
        resident.taps(words[1:-1])
        return
    special = re.match(r"^\((\w+) ?([^)]*)\) ?(.*)$", words)
    if special is None:
        resident.types(words)
        return
    name, argument, rest = special.groups()
    if name == "photo":
        resident.sends_photo(rest)
        town.passes(seconds=4)
    elif name == "photos":
        for number in range(int(argument)):
            resident.sends_photo(rest if number == 0 else "", album="a1")
        town.passes(seconds=4)
    elif name == "arrive":
        town.files_arrive(argument)
    elif name == "sticker":
        resident.hears(Strange("sticker"))
    elif name == "pin":
        resident.hears(Place(21.0362, 105.7906))
    elif name == "phone":
        resident.hears(Contact(argument, own=True))
    elif name == "edit":
        resident.edits(int(argument), rest)
    elif name == "long":
        resident.hears(Text(rest * int(argument), "m-long"))
    else:
        raise ValueError(f"unknown action {name!r}")


def _code(codes: list[str], found: re.Match[str]) -> str:
    number = int(found[1] or 1)
    return codes[number - 1] if number <= len(codes) else ""


def _new(chat: Chat, before: dict[int, list[Outgoing]]) -> list[Outgoing]:
    old = before[id(chat)]
    return [out for number, out in enumerate(chat.said) if number >= len(old) or old[number] != out]


def _news(chat: Chat, before: dict[int, list[Outgoing]], mark: str) -> Iterator[str]:
    for out in _new(chat, before):
        for line in out.text.split("\n"):
            yield f"{mark} {line}".rstrip()
        if out.options:
            yield mark.replace("<", " ").strip() + " ".join(f"[{label}]" for label in labels(out))


def chats() -> list[Path]:
    """Every written chat."""
    return sorted(Path(__file__).parent.glob("*.chat"))
