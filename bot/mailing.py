"""What an e-mail to staff says: the code of a letter at most, and where to read the rest; and the way in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from bot.channels.email.channel import EmailChannel, Mail, Server, Tls
from bot.settings import Settings, is_loopback
from handlers.messages import Outgoing
from handlers.ports import Words
from handlers.staff_words import STAFF_LANGUAGE

IMPLICIT_PORT: Final = 465
_OPEN: Final = "/don "


class MailWriter:
    """Writes e-mails. The words of a message are never looked at, so none of them can go out."""

    def __init__(self, words: Words, office: str, address: str) -> None:
        self._words = words
        self._office = office
        self._address = address

    def __call__(self, out: Outgoing) -> Mail:
        """The e-mail that stands for a message."""
        if out.machine:
            return self._mail("machine", out, what=out.text)
        if out.link:
            return self._mail("link", out, link=out.link)
        codes = {option.id.removeprefix(_OPEN) for option in out.options if option.id.startswith(_OPEN)}
        if len(codes) == 1:
            code = codes.pop()
            return self._mail("case", out, code=code, link=f"{self._address}/console/don/{code}")
        return self._mail("any", out, link=f"{self._address}/console")

    def _mail(self, sort: str, out: Outgoing, **arguments: str) -> Mail:
        def say(key: str, **more: str) -> str:
            return self._words.say(key, STAFF_LANGUAGE, **more)

        subject = say(f"mail-{sort}-subject", **{name: value for name, value in arguments.items() if name == "code"})
        if out.urgent:
            subject = say("mail-urgent-subject", subject=subject)
        text = "\n\n".join((say(f"mail-{sort}", **arguments), say("mail-foot", office=self._office)))
        return Mail(subject, text + "\n", out.urgent)


def email_channel(settings: Settings, words: Words, address: str, now: Callable[[], datetime]) -> EmailChannel:
    """The channel of these settings; `address` is that of our own pages."""
    return EmailChannel(server_of(settings), MailWriter(words, settings.committee.name, address), now)


def server_of(settings: Settings) -> Server:
    """The mail server as the config has it."""
    section = settings.email
    return Server(
        host=section.host,
        port=section.port,
        sender=section.sender or section.user,
        name=settings.committee.name,
        user=section.user,
        password=section.password.get_secret_value(),
        tls=_tls(section.tls, section.host, section.port),
        ca_file=section.ca_file,
    )


def _tls(wanted: str, host: str, port: int) -> Tls:
    if wanted == "implicit" or (wanted == "auto" and port == IMPLICIT_PORT):
        return "implicit"
    if wanted == "none":
        return "none"
    return "offered" if wanted == "auto" and is_loopback(host) else "starttls"
