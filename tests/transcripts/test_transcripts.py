"""Chats that an official can read: what is written is what the bot says, on every channel they name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.transcripts.theatre import chats, play


@pytest.mark.parametrize("path", chats(), ids=lambda path: path.stem)
def test_the_bot_says_what_is_written(path: Path, request: pytest.FixtureRequest) -> None:
    script = path.read_text("utf-8")
    if request.config.getoption("--update"):
        script = play(script, "telegram")
        path.write_text(script, "utf-8")
    assert play(script, "telegram") == script


@pytest.mark.parametrize("path", chats(), ids=lambda path: path.stem)
def test_the_chat_runs_alike_on_the_web(path: Path) -> None:
    script = path.read_text("utf-8")
    if "@ channels telegram web" not in script:
        pytest.fail(f"{path.name} names no channels")
    theirs, ours = play(script, "telegram"), play(script, "web")
    # Only what is said about the channel itself may differ.
    differ = [a for a, b in zip(theirs.splitlines(), ours.splitlines(), strict=True) if a != b]
    assert all("Telegram" in line for line in differ), differ


def test_there_are_enough_of_them() -> None:
    assert len(chats()) >= 25
