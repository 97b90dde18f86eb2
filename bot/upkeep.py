"""What is done in small steps until nothing is left, so that others may write in between: counting, sealing."""

from __future__ import annotations

from datetime import datetime

from storage import audit
from storage.database import Database


async def count_all(database: Database) -> None:
    """Count every letter that has changed."""
    from storage import tallies  # what counts is loaded with the first letter that there is to count

    while await database.write(tallies.fold):
        pass


async def seal_all(database: Database, now: datetime) -> None:
    """Seal the head of every chain that has changed."""
    while await database.write(audit.seal_heads, now):
        pass
