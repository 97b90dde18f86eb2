"""The vault opens what it sealed, where it was sealed, and nothing else."""

from __future__ import annotations

import hmac
import json
import os
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import KeyFileBroken, KeyFileOpen, KeyMissing, Tampered
from storage.vault import KeyPair, Keys, Vault, make_key_file, make_keys, read_key_file, with_new_pair

VAULT = Vault(make_keys())
place = st.text(alphabet="abcdef0123456789_", min_size=1, max_size=12)


@given(table=place, row=place, column=place, plain=st.binary(max_size=300))
def test_what_is_sealed_opens_at_its_place(table: str, row: str, column: str, plain: bytes) -> None:
    assert VAULT.open(table, row, column, VAULT.seal(table, row, column, plain)) == plain


@given(plain=st.binary(max_size=60), at=st.integers(0, 200), bit=st.integers(0, 7))
def test_one_changed_bit_is_found(plain: bytes, at: int, bit: int) -> None:
    sealed = bytearray(VAULT.seal("cases", "1", "letter", plain))
    sealed[at % len(sealed)] ^= 1 << bit
    with pytest.raises((Tampered, KeyMissing)):
        VAULT.open("cases", "1", "letter", bytes(sealed))


@pytest.mark.parametrize("elsewhere", [("persons", "1", "letter"), ("cases", "2", "letter"), ("cases", "1", "note")])
def test_a_value_moved_to_another_place_does_not_open(elsewhere: tuple[str, str, str]) -> None:
    with pytest.raises(Tampered):
        VAULT.open(*elsewhere, VAULT.seal("cases", "1", "letter", b"words"))


def test_a_ciphertext_begins_with_format_and_key_id() -> None:
    assert VAULT.seal("cases", "1", "letter", b"")[:2] == bytes((1, 1))


def test_two_seals_of_the_same_words_differ() -> None:
    assert VAULT.seal("cases", "1", "letter", b"x") != VAULT.seal("cases", "1", "letter", b"x")


def test_no_two_seals_share_a_nonce_whatever_thread_or_process_makes_them() -> None:
    vault = Vault(make_keys())

    def nonces(times: int) -> list[bytes]:
        return [vault.seal("cases", "1", "letter", b"x")[2:14] for _ in range(times)]

    seen = nonces(10)  # the rest of their block is still there when the process is split
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:  # only what a forked child may safely do
        os.write(theirs, b"".join(nonces(150)))
        os._exit(0)
    os.waitpid(child, 0)
    told = os.read(ours, 12 * 150)
    os.close(ours)
    os.close(theirs)
    seen += [told[at : at + 12] for at in range(0, len(told), 12)]
    with ThreadPoolExecutor(4) as threads:
        seen += [nonce for each in threads.map(nonces, [150] * 8) for nonce in each]
    assert len(seen) == len(set(seen)) == 10 + 150 + 8 * 150


def test_persons_are_sealed_under_a_second_key() -> None:
    keys = make_keys()
    pair = keys.pairs[0]
    letters_only = Vault(Keys(keys.look_up, (KeyPair(1, pair.content, os.urandom(32)),)))
    sealed = Vault(keys).seal("persons", "1", "record", b"name")
    with pytest.raises(Tampered):
        letters_only.open("persons", "1", "record", sealed)
    assert letters_only.open("cases", "1", "letter", Vault(keys).seal("cases", "1", "letter", b"w")) == b"w"


def test_an_earlier_key_opens_and_the_last_one_seals() -> None:
    old = make_keys()
    new = Keys(old.look_up, (*old.pairs, KeyPair(2, os.urandom(32), os.urandom(32))))
    sealed = Vault(old).seal("cases", "1", "letter", b"w")
    assert Vault(new).open("cases", "1", "letter", sealed) == b"w"
    assert Vault(new).seal("cases", "1", "letter", b"w")[1] == 2
    with pytest.raises(KeyMissing):
        Vault(old).open("cases", "1", "letter", Vault(new).seal("cases", "1", "letter", b"w"))


def test_a_keyed_hash_says_nothing_without_the_key_and_depends_on_its_purpose() -> None:
    assert VAULT.look_up("peer", "telegram", "1") == VAULT.look_up("peer", "telegram", "1")
    assert VAULT.look_up("peer", "telegram", "1") != VAULT.look_up("account", "telegram", "1")
    assert VAULT.look_up("peer", "telegram", "1") != Vault(make_keys()).look_up("peer", "telegram", "1")


def test_the_key_file_is_readable_by_its_owner_alone_and_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "tiengdan.key"
    keys = make_key_file(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert read_key_file(path) == keys
    with pytest.raises(FileExistsError):
        make_key_file(path)
    path.chmod(0o640)
    with pytest.raises(KeyFileOpen):
        read_key_file(path)


@pytest.mark.parametrize("text", ["", "{}", '{"scheme":"tiengdan.keys/1","look_up":"AA==","keys":[]}', "[1]"])
def test_a_broken_key_file_is_said_to_be_one(tmp_path: Path, text: str) -> None:
    path = tmp_path / "k"
    path.write_text(text)
    path.chmod(0o600)
    with pytest.raises(KeyFileBroken):
        read_key_file(path)


def test_whoever_seals_while_the_key_is_changed_finds_one_key_or_the_other() -> None:
    first = make_keys()
    both = with_new_pair(first)
    second = Keys(first.look_up, both.pairs[1:])
    vault = Vault(first)
    sealing, over = Event(), Event()

    def renews() -> int:
        times = 0
        while not over.is_set():
            vault.renew((second, first)[times % 2])
            times += 1
            sealing.set()
        return times

    patience = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # threads that take turns as often as they can
    try:
        with ThreadPoolExecutor(1) as other:
            renewing = other.submit(renews)
            try:
                assert sealing.wait(10)
                sealed = [vault.seal("cases", "1", "letter", b"words") for _ in range(5000)]
            finally:
                over.set()
            assert renewing.result() > 1
    finally:
        sys.setswitchinterval(patience)
    opener = Vault(both)
    assert {opener.open("cases", "1", "letter", each) for each in sealed} == {b"words"}


def test_a_link_of_a_chain_depends_on_what_came_before_it_and_on_the_key() -> None:
    keys = make_keys()
    link = Vault(keys).chain(b"a" * 32, b"entry")
    assert link == Vault(keys).chain(b"a" * 32, b"entry")
    assert link != Vault(keys).chain(b"b" * 32, b"entry")
    assert link != Vault(keys).chain(b"a" * 32, b"other")
    assert link != Vault(make_keys()).chain(b"a" * 32, b"entry")


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(value=_json)
def test_what_the_standard_library_wrote_opens_and_the_other_way_round(value: object) -> None:
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    assert VAULT.open_json("t", "1", "c", VAULT.seal("t", "1", "c", plain)) == value
    assert json.loads(VAULT.open("t", "1", "c", VAULT.seal_json("t", "1", "c", value))) == value


@given(words=st.lists(st.text(), max_size=4))
def test_a_look_up_is_the_keyed_hash_of_the_standard_library(words: list[str]) -> None:
    keys = make_keys()
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"tiengdan look-up").derive(keys.look_up)
    message = "\x00".join(("case", *words)).encode("utf-8", "ignore")
    expected = hmac.digest(derived, message, "sha256")[:16]
    vault = Vault(keys)
    assert vault.look_up("case", *(word.encode("utf-8", "ignore").decode() for word in words)) == expected
    assert vault.chain(b"case", message) == hmac.digest(derived, b"chain\x00case" + message, "sha256")


@given(words=st.lists(st.text(alphabet=st.characters(codec="utf-8")), max_size=4))
def test_many_look_ups_at_once_are_those_of_each(words: list[str]) -> None:
    assert VAULT.look_up_each("case", words) == [VAULT.look_up("case", word) for word in words]


def test_a_look_up_that_stays_at_hand_is_the_same() -> None:
    for _ in range(2):
        assert VAULT.look_up_kept("peer", "telegram", "1") == VAULT.look_up("peer", "telegram", "1")
    assert VAULT.look_up_kept("peer", "telegram1") != VAULT.look_up_kept("peer", "telegram", "1")
