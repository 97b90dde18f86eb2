"""The written chats as Zalo shows them: the same talk, its choices as at most five buttons, else numbers to be typed;
long texts cut at the ends of sentences, no code or link in two. `--update` writes the renderings."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot.channels.contract import Abilities
from bot.channels.zalo_oa import render
from bot.split import fitted, split
from handlers.messages import Option, Outgoing
from tests.transcripts import theatre
from tests.transcripts.theatre import chats, play

FOLDER = Path(__file__).parent / "zalo_oa"
SHOWN = ("phan_anh", "to_cao_khong_ten", "chon_phuong", "tieng_anh", "ca_doi_mot_don", "tra_cuu")
"""Chats whose rendering is written down; all are played."""
ZALO = Abilities(render.TEXT_LIMIT, render.BUTTON_LIMIT, render.LABEL_LIMIT, edits=False, file_limit=0)
NO_BUTTONS = replace(ZALO, buttons=0)
CODE = re.compile(r"TD-[0-9A-Z]{4}-[0-9A-Z]{4}")


def drawn(out: Outgoing, abilities: Abilities) -> list[str]:
    """The messages that one message becomes."""
    whole = fitted(out, abilities)
    parts = split(whole.text, abilities.text_limit)
    sent = [render.message(replace(whole, text=text, options=())) for text in parts[:-1]]
    sent.append(render.message(replace(whole, text=parts[-1])))
    found = []
    for message in sent:
        assert 0 < len(message["text"].encode("utf-16-le")) // 2 <= render.TEXT_LIMIT
        buttons = message.get("attachment", {}).get("payload", {}).get("buttons", [])
        assert len(buttons) <= render.BUTTON_LIMIT
        assert all(len(button["payload"]) <= render.PAYLOAD_LIMIT for button in buttons)
        found.append("\n".join([message["text"], *(f"[{b['title']} {b['payload']}]" for b in buttons)]))
    return found


def played(path: Path, abilities: Abilities, monkeypatch: pytest.MonkeyPatch) -> str:
    """What the resident of a chat reads on a channel."""
    said: list[str] = []
    news = theatre._news

    def reads(chat: theatre.Chat, before: dict[int, list[Outgoing]], mark: str) -> object:
        if mark == "<":
            old = before[id(chat)]
            new = [out for number, out in enumerate(chat.said) if number >= len(old) or old[number] != out]
            said.extend(text for out in new for text in drawn(out, abilities))
        return news(chat, before, mark)

    monkeypatch.setattr(theatre, "_news", reads)
    play(path.read_text("utf-8"), "zalo_oa")
    return "\n\n---\n\n".join(said) + "\n"


@pytest.mark.parametrize("path", chats(), ids=lambda path: path.stem)
def test_every_chat_can_be_shown_on_zalo(
    path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = played(path, ZALO, monkeypatch)
    if path.stem not in SHOWN:
        return
    golden = FOLDER / f"{path.stem}.txt"
    if request.config.getoption("--update"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(shown, "utf-8")
    assert golden.read_text("utf-8") == shown


@pytest.mark.parametrize("path", chats(), ids=lambda path: path.stem)
def test_the_chat_runs_alike_on_zalo(path: Path) -> None:
    script = path.read_text("utf-8")
    theirs, ours = play(script, "telegram"), play(script, "zalo_oa")
    # Only what is said about the channel itself may differ.
    differ = [a for a, b in zip(theirs.splitlines(), ours.splitlines(), strict=True) if a != b]
    assert all("Telegram" in line for line in differ), differ


def test_without_buttons_every_choice_is_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = played(next(path for path in chats() if path.stem == "phan_anh"), NO_BUTTONS, monkeypatch)
    assert "\n1. Đồng ý\n2. Không đồng ý\n3. Đọc kỹ hơn" in shown
    assert "[" not in shown.replace("[Đúng rồi]", "")


def test_six_choices_are_numbers_and_five_are_buttons() -> None:
    options = tuple(Option(f"o{n}", f"Lựa chọn {n}") for n in range(1, 7))
    assert drawn(Outgoing("Chọn", options[:5]), ZALO)[0].count("[Lựa chọn") == 5
    assert drawn(Outgoing("Chọn", options), ZALO) == [
        "Chọn\n\n1. Lựa chọn 1\n2. Lựa chọn 2\n3. Lựa chọn 3\n4. Lựa chọn 4\n5. Lựa chọn 5\n6. Lựa chọn 6"
    ]


@pytest.mark.parametrize("filler", ["Câu này dài vừa phải. ", "🙂 mặt cười. "])
def test_a_long_text_is_cut_at_the_end_of_a_sentence_and_no_code_or_link_in_two(filler: str) -> None:
    code, link = "TD-7K3M-9QXH", "https://tiengdan.example.vn/console/vao/abcdefghij"
    for at in range(1900, 2010, 7):
        text = (filler * 200)[:at] + f" {code} {link} " + filler * 60
        parts = drawn(Outgoing(text), ZALO)
        assert sum(code in part for part in parts) == 1
        assert sum(link in part for part in parts) == 1
        assert all(part.rstrip().endswith((".", code, link)) or filler[:2] in part for part in parts[:-1])
        assert "".join("".join(parts).split()) == "".join(text.split())
