"""The vault: seals what the database keeps, each value bound to its table, row and column."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic_core import from_json, to_json

from cases.records import record
from storage.errors import KeyFileBroken, KeyFileOpen, KeyMissing, Tampered
from storage.recent import Recent

if TYPE_CHECKING:
    from hashlib import _Hash

FORMAT: Final = 1
"""First byte of a ciphertext: AES-256-GCM, then one byte of key id, 12 of nonce, the text and its tag."""

PERSON_TABLES: Final = frozenset({"persons"})
"""Tables whose rows say who somebody is: sealed under a second key, so that reading letters opens no names."""

KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12
NONCES_AT_ONCE: Final = 64
"""Asked of the system together: one call for each would be a third of what sealing costs."""
KEPT_LOOK_UPS: Final = 2048
LOOK_UP_BYTES: Final = 16
_HEAD_BYTES: Final = 2 + NONCE_BYTES
_BLOCK_BYTES: Final = 64
"""Of SHA-256: a shorter key is filled up to it (RFC 2104)."""
_SCHEME: Final = "tiengdan.keys/1"


@record(frozen=True, slots=True)
class KeyPair:
    """The two secrets of one key id: `content` for what was said, `persons` for who said it."""

    id: int
    content: bytes
    persons: bytes


@record(frozen=True, slots=True)
class Keys:
    """What a key file holds. The last pair seals; the earlier ones only open."""

    look_up: bytes
    pairs: tuple[KeyPair, ...]


@record(frozen=True, slots=True)
class _Ring:
    """What is made of the keys. Another thread may renew them: whoever seals or opens keeps to one ring."""

    id: int
    head: bytes
    sealer: AESGCM
    person_sealer: AESGCM
    content: dict[int, AESGCM]
    persons: dict[int, AESGCM]
    files: dict[int, bytes]
    inner: _Hash
    outer: _Hash
    """Taking the look-up key in costs as much as hashing: it is done once, and a letter looks up some eighty words."""
    look_up: Callable[[tuple[str, ...]], bytes]
    """The keyed hash of a purpose and its parts, where it was not made a moment ago."""
    recent: Recent = field(default_factory=Recent)

    def of(self, table: str) -> dict[int, AESGCM]:
        return self.persons if table in PERSON_TABLES else self.content


class Vault:
    """Seals and opens values, and makes the keyed hashes by which sealed values are found again."""

    __slots__ = ("_nonces", "_process", "_ring")

    def __init__(self, keys: Keys) -> None:
        self._nonces: list[bytes] = []
        self._process = 0
        self.renew(keys)

    def renew(self, keys: Keys) -> None:
        """Go on with these keys: a key was added or taken away. The look-up key stays what it is."""
        if not keys.pairs:
            raise KeyFileBroken("no keys")
        block = _derive(keys.look_up, "look-up").ljust(_BLOCK_BYTES, b"\x00")
        last = keys.pairs[-1].id
        content = {pair.id: AESGCM(_derive(pair.content, "content")) for pair in keys.pairs}
        persons = {pair.id: AESGCM(_derive(pair.persons, "persons")) for pair in keys.pairs}
        inner = sha256(bytes(byte ^ 0x36 for byte in block))
        outer = sha256(bytes(byte ^ 0x5C for byte in block))
        self._ring = _Ring(
            id=last,
            head=bytes((FORMAT, last)),
            sealer=content[last],
            person_sealer=persons[last],
            content=content,
            persons=persons,
            files={pair.id: _derive(pair.content, "files") for pair in keys.pairs},
            inner=inner,
            outer=outer,
            look_up=lru_cache(KEPT_LOOK_UPS)(partial(_looked_up, inner, outer)),
        )

    @property
    def key_id(self) -> int:
        """The id of the key that seals."""
        return self._ring.id

    def seal(self, table: str, row: str, column: str, plain: bytes) -> bytes:
        """The ciphertext of a value that opens only at this place."""
        ring = self._ring
        cipher = ring.person_sealer if table in PERSON_TABLES else ring.sealer
        nonce = self.random()
        return ring.head + nonce + cipher.encrypt(nonce, plain, f"{table}|{row}|{column}".encode())

    def open(self, table: str, row: str, column: str, sealed: bytes) -> bytes:
        """The value that `seal` was given for this place. Raises Tampered or KeyMissing."""
        if len(sealed) < _HEAD_BYTES or sealed[0] != FORMAT:
            raise Tampered(f"{table}.{column}")
        key = self._ring.of(table).get(sealed[1])
        if key is None:
            raise KeyMissing(f"{table}.{column}")
        try:
            return key.decrypt(sealed[2:_HEAD_BYTES], sealed[_HEAD_BYTES:], f"{table}|{row}|{column}".encode())
        except InvalidTag:
            raise Tampered(f"{table}.{column}") from None

    def seal_text(self, table: str, row: str, column: str, text: str) -> bytes:
        """`seal` for text."""
        return self.seal(table, row, column, text.encode())

    def open_text(self, table: str, row: str, column: str, sealed: bytes) -> str:
        """`open` for text."""
        return self.open(table, row, column, sealed).decode()

    def seal_json(self, table: str, row: str, column: str, value: Any) -> bytes:
        """`seal` for a JSON value."""
        # The same bytes as the standard library's compact form, in a sixth of its time.
        return self.seal(table, row, column, to_json(value))

    def open_json(self, table: str, row: str, column: str, sealed: bytes) -> Any:
        """`open` for a JSON value."""
        # The parser keeps short texts that it met: let these be names of fields, never what somebody said.
        return from_json(self.open(table, row, column, sealed), cache_strings="keys")

    def seal_json_kept(self, table: str, row: str, column: str, value: Any, beside: Any = None) -> bytes:
        """`seal_json` for what is opened again in a moment: nobody may change the value any more, nor what is kept
        beside it."""
        sealed = self.seal_json(table, row, column, value)
        self._ring.recent.keep((table, row, column), sealed, (value, beside))
        return sealed

    def open_json_kept(self, table: str, row: str, column: str, sealed: bytes) -> tuple[Any, Any]:
        """`open_json` for what `seal_json_kept` sealed: the value that it was given and what was kept beside it, where
        they are still at hand."""
        recent = self._ring.recent
        found: tuple[Any, Any] | None = recent.find((table, row, column), sealed)
        if found is None:
            found = self.open_json(table, row, column, sealed), None
            recent.keep((table, row, column), sealed, found)
        return found

    def random(self) -> bytes:
        """Twelve random bytes that nobody else was given: `pop` hands them to one thread alone, and a process that was
        forked off draws its own."""
        process = os.getpid()
        if process != self._process:
            self._nonces, self._process = [], process
        try:
            return self._nonces.pop()
        except IndexError:
            block = os.urandom(NONCE_BYTES * NONCES_AT_ONCE)
            first, *rest = (block[at : at + NONCE_BYTES] for at in range(0, len(block), NONCE_BYTES))
            self._nonces += rest
            return first

    def look_up(self, purpose: str, *parts: str) -> bytes:
        """A keyed hash: the same words for the same purpose give the same 16 bytes, and say nothing else."""
        ring = self._ring
        return _looked_up(ring.inner, ring.outer, (purpose, *parts))

    def look_up_kept(self, purpose: str, *parts: str) -> bytes:
        """`look_up` of what comes again and again, as a chat does with each of its messages: it stays at hand."""
        return self._ring.look_up((purpose, *parts))

    def look_up_each(self, purpose: str, words: Iterable[str]) -> list[bytes]:
        """`look_up` of every word for one purpose."""
        ring = self._ring
        begun, close = ring.inner.copy(), ring.outer.copy
        begun.update(f"{purpose}\x00".encode())
        begin, found = begun.copy, []
        for word in words:
            inner, outer = begin(), close()
            inner.update(word.encode())
            outer.update(inner.digest())
            found.append(outer.digest()[:LOOK_UP_BYTES])
        return found

    def chain(self, previous: bytes, entry: bytes) -> bytes:
        """The next link of a hash chain that nobody without the key can forge."""
        ring = self._ring
        return _keyed(ring.inner, ring.outer, b"chain\x00" + previous + entry)

    def file_key(self, salt: bytes, key_id: int | None = None) -> tuple[int, AESGCM]:
        """The key of one file, from its salt: the id of the key it comes from, and the cipher."""
        ring = self._ring
        chosen = ring.id if key_id is None else key_id
        secret = ring.files.get(chosen)
        if secret is None:
            raise KeyMissing("files")
        hkdf = HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=salt, info=b"tiengdan file")
        return chosen, AESGCM(hkdf.derive(secret))


def make_keys() -> Keys:
    """New secrets."""
    pair = KeyPair(id=1, content=os.urandom(KEY_BYTES), persons=os.urandom(KEY_BYTES))
    return Keys(look_up=os.urandom(KEY_BYTES), pairs=(pair,))


def make_key_file(path: Path) -> Keys:
    """Write new secrets to a file that only its owner can read. Raises FileExistsError rather than overwrite."""
    keys = make_keys()
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, keys)
    return keys


def with_new_pair(keys: Keys) -> Keys:
    """These keys with a new pair that seals from now on."""
    used = {pair.id for pair in keys.pairs}
    last = keys.pairs[-1].id
    id = next(number % 256 for number in range(last + 1, last + 256) if number % 256 and number % 256 not in used)
    return Keys(keys.look_up, (*keys.pairs, KeyPair(id, os.urandom(KEY_BYTES), os.urandom(KEY_BYTES))))


def change_key_file(path: Path, keys: Keys) -> None:
    """Put other secrets into a key file's place; at any moment there is the one or the other, whole."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    _write(part, keys)
    part.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def keep_retired(path: Path, keys: Keys) -> Path:
    """Write the secrets as they were into a file beside; its name. Copies that were made until now need them."""
    kept = path.with_name(f"{path.name}.retired-{keys.pairs[0].id}")
    kept.unlink(missing_ok=True)
    _write(kept, Keys(keys.look_up, keys.pairs))
    return kept


def read_key_file(path: Path) -> Keys:
    """The secrets of a key file. Raises KeyFileBroken, or KeyFileOpen when others may read it."""
    if path.stat().st_mode & 0o077:
        raise KeyFileOpen(path.name)
    try:
        data = json.loads(path.read_text(encoding="ascii"))
        if data["scheme"] != _SCHEME:
            raise KeyFileBroken(path.name)
        pairs = tuple(
            KeyPair(int(each["id"]), _secret(each["content"]), _secret(each["persons"])) for each in data["keys"]
        )
        return Keys(look_up=_secret(data["look_up"]), pairs=pairs)
    except (KeyError, TypeError, ValueError):
        raise KeyFileBroken(path.name) from None


def _write(path: Path, keys: Keys) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as out:
            json.dump(_as_json(keys), out, indent=1)
            out.write("\n")
            out.flush()
            os.fsync(out.fileno())
    except BaseException:
        path.unlink(missing_ok=True)  # half a key file, on a full disk, would be taken for a broken one
        raise


def _keyed(inner: _Hash, outer: _Hash, message: bytes) -> bytes:
    """The HMAC-SHA256 of a message under the look-up key, of which the beginning is done."""
    inner, outer = inner.copy(), outer.copy()
    inner.update(message)
    outer.update(inner.digest())
    return outer.digest()


def _looked_up(inner: _Hash, outer: _Hash, parts: tuple[str, ...]) -> bytes:
    return _keyed(inner, outer, "\x00".join(parts).encode())[:LOOK_UP_BYTES]


def _derive(secret: bytes, purpose: str) -> bytes:
    info = f"tiengdan {purpose}".encode()
    return HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=None, info=info).derive(secret)


def _secret(text: str) -> bytes:
    value = base64.b64decode(text, validate=True)
    if len(value) != KEY_BYTES:
        raise ValueError
    return value


def _as_json(keys: Keys) -> dict[str, Any]:
    def write(value: bytes) -> str:
        return base64.b64encode(value).decode()

    pairs: Sequence[KeyPair] = keys.pairs
    return {
        "scheme": _SCHEME,
        "look_up": write(keys.look_up),
        "keys": [{"id": p.id, "content": write(p.content), "persons": write(p.persons)} for p in pairs],
    }
