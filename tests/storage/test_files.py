"""Files lie sealed on disk and open only whole and unchanged."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.errors import Tampered
from storage.files import CHUNK_BYTES, Files
from storage.vault import Vault
from tests.fuzz import examples


def store(files: Files, *parts: bytes) -> str:
    with files.writer() as writer:
        for part in parts:
            writer.write(part)
        return writer.finish().path


@settings(
    max_examples=examples(25),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(sizes=st.lists(st.integers(0, CHUNK_BYTES * 2), max_size=4))
def test_what_is_written_in_pieces_is_read_whole(sizes: list[int], tmp_path: Path, vault: Vault) -> None:
    files = Files(tmp_path / "files", vault)
    parts = [bytes([number]) * size for number, size in enumerate(sizes)]
    with files.writer() as writer:
        for part in parts:
            writer.write(part)
        stored = writer.finish()
    assert files.read_all(stored.path) == b"".join(parts)
    assert (stored.size, stored.sha256) == (sum(sizes), sha256(b"".join(parts)).hexdigest())


@pytest.mark.parametrize("size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES])
def test_sizes_around_a_chunk_come_back(size: int, tmp_path: Path, vault: Vault) -> None:
    files = Files(tmp_path, vault)
    assert files.read_all(store(files, b"x" * size)) == b"x" * size


def test_a_file_says_nothing_on_disk(tmp_path: Path, vault: Vault) -> None:
    files = Files(tmp_path, vault)
    path = tmp_path / store(files, "Nguyễn Thị Hoa".encode() * 1000)
    assert b"Hoa" not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("harm", ["cut", "swap", "flip", "append", "head"])
def test_a_file_that_was_changed_does_not_open(harm: str, tmp_path: Path, vault: Vault) -> None:
    files = Files(tmp_path, vault)
    name = store(files, b"a" * CHUNK_BYTES, b"b" * CHUNK_BYTES, b"c" * 10)
    path, sealed = tmp_path / name, (tmp_path / name).read_bytes()
    one, two = 20, 20 + CHUNK_BYTES + 16
    three = two + CHUNK_BYTES + 16
    harmed = {
        "cut": sealed[:three],
        "swap": sealed[:one] + sealed[two:three] + sealed[one:two] + sealed[three:],
        "flip": sealed[:-1] + bytes([sealed[-1] ^ 1]),
        "append": sealed + b"x" * 40,
        "head": sealed[:5] + bytes([sealed[5] ^ 1]) + sealed[6:],
    }[harm]
    path.write_bytes(harmed)
    with pytest.raises(Tampered):
        files.read_all(name)


def test_a_file_that_was_not_finished_leaves_nothing(tmp_path: Path, vault: Vault) -> None:
    with Files(tmp_path, vault).writer() as writer:
        writer.write(b"half")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../keys", "/etc/passwd", "a/b", ""])
def test_a_name_that_is_not_ours_leads_nowhere(name: str, tmp_path: Path, vault: Vault) -> None:
    files = Files(tmp_path, vault)
    with pytest.raises(Tampered):
        files.read_all(name)
