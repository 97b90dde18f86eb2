"""The signature of a webhook event: a plain hash over the very bytes, and nothing that only looks like it."""

from __future__ import annotations

import hashlib
import hmac
import json

import pytest

from bot.channels.zalo_oa.signature import Keys, RefusedError, mac, verified

APP, SECRET = "4100000000000000001", "oa-secret-for-tests"
KEYS = Keys(APP, SECRET, "the-app-secret")
RAW = (
    '{"app_id":"4100000000000000001","user_id_by_app":"5500000000000000001","event_name":"user_send_text",'
    '"sender":{"id":"7700000000000000001"},"recipient":{"id":"8800000000000000001"},"message":{"msg_id":'
    '"0a1b2c3d4e5f60718","text":"Xin chào phường"},"timestamp":"1763770000123"}'
).encode()
MAC = "47c74816530e6fd971f7137df3ac3f14850020984ce8a9e31cc663f6e093a43e"
STAMP = "1763770000123"


def refusal(raw: bytes, header: str) -> str:
    with pytest.raises(RefusedError) as caught:
        verified(raw, header, KEYS)
    return caught.value.reason


def test_the_known_vector_is_believed() -> None:
    assert len(RAW) == 278
    assert mac(APP, RAW, STAMP, SECRET) == MAC
    assert verified(RAW, f"mac={MAC}", KEYS)["message"]["text"] == "Xin chào phường"


@pytest.mark.parametrize("header", [MAC, f"mac={MAC.upper()}", f" mac={MAC} "])
def test_the_hash_counts_however_it_is_written(header: str) -> None:
    assert verified(RAW, header, KEYS)


def test_a_forged_hash_is_refused() -> None:
    assert refusal(RAW, "mac=" + "0" * 64) == "wrong"
    assert refusal(RAW, "mac=") == "wrong"
    assert refusal(RAW, f"mac={MAC[:-1]}é") == "wrong"


def test_an_hmac_is_refused() -> None:
    for message in (RAW, APP.encode() + RAW + STAMP.encode()):
        assert refusal(RAW, "mac=" + hmac.digest(SECRET.encode(), message, "sha256").hex()) == "wrong"


def test_a_body_that_was_written_anew_is_refused() -> None:
    event = json.loads(RAW)
    assert refusal(json.dumps(event).encode(), f"mac={MAC}") == "wrong"
    assert refusal(json.dumps(event, separators=(",", ":")).encode(), f"mac={MAC}") == "wrong"
    assert refusal(RAW + b" ", f"mac={MAC}") == "wrong"


def test_an_event_of_another_app_is_refused() -> None:
    raw = RAW.replace(b"4100000000000000001", b"4100000000000000002")
    header = "mac=" + hashlib.sha256(b"4100000000000000002" + raw + STAMP.encode() + SECRET.encode()).hexdigest()
    assert refusal(raw, header) == "other_app"


def test_a_signature_made_with_the_app_secret_is_refused_and_told_apart() -> None:
    assert refusal(RAW, "mac=" + mac(APP, RAW, STAMP, "the-app-secret")) == "app_secret"


def test_an_unsigned_event_is_refused() -> None:
    assert refusal(RAW, "") == "unsigned"


@pytest.mark.parametrize("raw", [b"", b"[]", b"null", b"{", b"\xff", b"[" * 100_000])
def test_what_cannot_be_read_is_refused(raw: bytes) -> None:
    assert refusal(raw, f"mac={MAC}") == "unreadable"


def test_a_timestamp_may_be_a_number() -> None:
    raw = RAW.replace(b'"1763770000123"', b"1763770000123")
    assert verified(raw, "mac=" + mac(APP, raw, STAMP, SECRET), KEYS)


@pytest.mark.parametrize("stamp", ["true", "null", "[1]", '"x"', '"99999999999999999999"'])
def test_a_timestamp_that_is_none_is_refused(stamp: str) -> None:
    raw = RAW.replace(b'"1763770000123"', stamp.encode())
    said = json.loads(stamp)
    header = "mac=" + mac(APP, raw, said if isinstance(said, str) else stamp, SECRET)
    assert refusal(raw, header) == "unreadable"
