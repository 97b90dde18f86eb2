"""Chats that an official can read: what is written is what the bot says, on every channel; and how each shows it.

`--update` writes the chats and the renderings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.transcripts.renderings import SHOWN, STAGES, drawn, golden
from tests.transcripts.theatre import chats, perform

ABOUT_CHANNELS = ("Telegram", "trên bản đồ", "ghi âm hay giấy tờ", "map location", "recordings or papers")


@pytest.mark.parametrize("path", chats(), ids=lambda path: path.stem)
def test_the_bot_says_what_is_written_on_every_channel(path: Path, request: pytest.FixtureRequest) -> None:
    script = path.read_text("utf-8")
    assert "@ channels telegram web" in script
    update = request.config.getoption("--update")
    if update:
        script = perform(script, "telegram").written
        path.write_text(script, "utf-8")
    for channel, stage in STAGES.items():
        played = perform(script, channel)
        differ = [a for a, b in zip(script.splitlines(), played.written.splitlines(), strict=True) if a != b]
        # Only what is said about the channel itself, and what it cannot carry, may differ.
        assert all(any(words in line for words in ABOUT_CHANNELS) for line in differ), differ
        assert channel != "telegram" or not differ
        shown = "\n\n---\n\n".join(text for out in played.said for text in drawn(out, stage)) + "\n"
        if path.stem not in SHOWN:
            continue
        if update:
            golden(channel, path.stem).parent.mkdir(exist_ok=True)
            golden(channel, path.stem).write_text(shown, "utf-8")
        assert golden(channel, path.stem).read_text("utf-8") == shown


def test_there_are_enough_of_them() -> None:
    assert len(chats()) >= 25
