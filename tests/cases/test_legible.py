from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot import slips
from cases.legible import legible
from locales import Locales

HEAD = slips.Head("Mặt trận", "phường", "", "Hà Nội", "")
MADE_AT = datetime(2026, 11, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Kính gửi\n\tông 👨‍👩‍👧 ạ", "Kính gửi\n\tông 👨‍👩‍👧 ạ"),
        ("một\r\nhai\rba", "một\nhai\nba"),
        ("một\x0bhai\x0cba\x1b\x7f", "mộthaiba"),
        ("nửa \ud83d và \x00", "nửa \ufffd và \ufffd"),
        ("không \ufffe\uffff là gì", "không  là gì"),
        ("\u202edlrow\u202c \u2066x\u2069", "dlrow x"),
        ("नमस्\u200dते فارسی\u200cها", "नमस्\u200dते فارسی\u200cها"),
    ],
)
def test_what_no_reader_was_meant_to_see_goes_and_the_rest_stays(written: str, read: str) -> None:
    assert legible(written) == read


def test_whatever_was_written_can_be_stored_and_put_on_paper() -> None:
    everything = legible("".join(map(chr, range(0x20000))))
    everything.encode("utf-8")
    slips.copy(HEAD, Locales(), code="TD-0000-0000", content=everything, made_at=MADE_AT)
