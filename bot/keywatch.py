"""The keys while the program runs: a changed key file is taken up."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Final

import structlog

from storage.errors import StorageError
from storage.vault import Vault, read_key_file

LOOK_SECONDS: Final = 1.0
"""How often a running program looks whether its key file was changed."""


async def watch_keys(path: Path, vault: Vault) -> None:
    """Until cancelled: take up the key file when it was changed."""
    log = structlog.get_logger()
    # Not the present stamp: the file may have changed between the start and this moment.
    known = 0
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        now = _stamp(path)
        if now in (known, 0):
            continue
        try:
            vault.renew(read_key_file(path))
        except (StorageError, OSError) as error:
            log.error("keys.not_taken_up", error=error)
            continue
        if known:
            log.info("keys.taken_up")
        known = now


def _stamp(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
