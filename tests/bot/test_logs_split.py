"""What may be written into the log, and where long texts are cut."""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from bot import logs
from bot.split import split


def test_only_known_facts_get_into_the_log() -> None:
    kept = logs.keep_known_facts(None, "info", {"event": "turn.failed", "text": "Nguyễn Văn Cắm", "case": "c1"})
    assert "text" not in kept
    assert kept["case"] == "c1"


def test_a_sentence_is_not_an_event() -> None:
    kept = logs.keep_known_facts(None, "info", {"event": "could not open the letter of Nguyễn Văn Cắm"})
    assert kept["event"] == "unnamed"


def test_an_error_is_its_class() -> None:
    kept = logs.keep_known_facts(None, "error", {"event": "x", "error": ValueError("Nguyễn Văn Cắm")})
    assert kept["error"] == "ValueError"


def test_a_log_on_a_full_disk_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/full").open("w", buffering=1) as full:
        monkeypatch.setattr("sys.stderr", full)
        logs.start(pretty=False)
        try:
            structlog.get_logger().error("telegram.update.not_stored", event_id="1")
            logging.getLogger("uvicorn.error").error("x")
        finally:
            logging.getLogger().handlers = []
            monkeypatch.undo()
            with suppress(OSError):
                full.close()


def test_libraries_say_only_that_they_failed(capsys: pytest.CaptureFixture[str]) -> None:
    logs.start(pretty=False)
    try:
        logger = logging.getLogger("telegram.ext.Updater")
        logger.debug("POST https://api.telegram.org/bot123:SECRET/sendMessage")
        logger.warning("https://api.telegram.org/bot123:SECRET")
        logger.error("https://api.telegram.org/bot123:SECRET failed", exc_info=None)
    finally:
        logging.getLogger().handlers = []
    said = capsys.readouterr().err
    assert "SECRET" not in said
    assert '"library.failed"' in said


LINK = "https://example.vn/console/vao/abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize(
    ("text", "limit", "parts"),
    [
        ("ngắn", 10, ["ngắn"]),
        ("một hai\n\nba bốn năm", 12, ["một hai", "ba bốn năm"]),
        ("Câu một. Câu hai. Câu ba.", 18, ["Câu một. Câu hai.", "Câu ba."]),
        ("aaaaaaaaaaaaaaaaaaaaaaaaa", 10, ["aaaaaaaaaa", "aaaaaaaaaa", "aaaaa"]),
        ("Mã của ông bà là TD-7K3M-9QXH.", 24, ["Mã của ông bà là", "TD-7K3M-9QXH."]),
        ("Mã:TD-7K3M-9QXH", 14, ["Mã:", "TD-7K3M-9QXH"]),
    ],
)
def test_texts_are_cut_at_paragraphs_sentences_words(text: str, limit: int, parts: list[str]) -> None:
    assert split(text, limit) == parts


def test_a_picture_counts_as_two_as_it_does_on_the_channels() -> None:
    assert split("📷" * 12, 10) == ["📷" * 5, "📷" * 5, "📷" * 2]


def test_a_link_stays_whole() -> None:
    assert LINK in split(f"Xin mở liên kết này: {LINK} trong năm phút.", 60)


@given(st.text(alphabet="abc .\n!TD-7K3M9QXH", max_size=300), st.integers(min_value=15, max_value=80))
def test_parts_fit_lose_nothing_and_are_never_empty(text: str, limit: int) -> None:
    parts = split(text, limit)
    if text.strip():
        assert all(part.strip() and len(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())
