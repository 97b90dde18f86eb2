"""The web channel's mailbox, kept in the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from bot.channels.web.ports import Entry
from storage import mailbox
from storage.database import Database
from storage.leases import MISSED
from storage.vault import Vault

_MAIL: Final = "mail."


class DatabaseMailbox:
    """Implements `bot.channels.web.ports.Mailbox`. Lines are only ever added, so a line's revision is its
    number."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    async def put(self, peer: str, body: Mapping[str, Any], at: datetime) -> int:
        """Add one entry of ours; its number."""
        mail = await self._database.write(mailbox.put, peer, "out", dict(body), at)
        self.has_news(peer)
        return mail.revision

    def has_news(self, peer: str) -> None:
        """Something was put there: the page may wait at another process."""
        self._database.call(mail_topic(self._vault, peer))

    async def after(self, peer: str, seq: int) -> Sequence[Entry]:
        """Entries with a higher number, oldest first; a long conversation comes in several portions."""
        mails = await self._database.read(mailbox.after, peer, seq)
        return [Entry(mail.revision, "in" if mail.direction == "in" else "out", mail.body, mail.at) for mail in mails]

    async def forget(self, peer: str) -> None:
        """Erase a conversation's entries."""
        await self._database.write(mailbox.empty, peer)


def is_of_mail(topic: str) -> bool:
    """Whether a call may be about a box."""
    return topic == MISSED or topic.startswith(_MAIL)


def mail_topic(vault: Vault, peer: str) -> str:
    """What the processes call each other when something is new in a box; it says nothing of whose it is."""
    return f"{_MAIL}{vault.look_up_kept('mailbox', peer).hex()}"
