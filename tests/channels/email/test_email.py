"""The e-mail channel against a mail server on loopback: what goes out, by which way, and what each refusal means."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.channels.email.channel import EmailChannel, Server, Tls
from bot.channels.errors import Misconfigured, Rejected, Retry, SendError
from bot.mailing import MailWriter
from bot.simulators.smtp import MailServer
from handlers.messages import Option, Outgoing
from tests.certificates import made_certificate
from tests.handlers.town import WORDS

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
LAN = "lan@phuong.test"
CARD = Outgoing(
    "⚠ Đơn mới TD-7K3M-9QXH\nLoại: Tố cáo\nPhường Một",
    (Option("/nhan TD-7K3M-9QXH", "Tôi nhận"), Option("/don TD-7K3M-9QXH", "Mở")),
    slot="case:1",
)


@pytest.fixture
async def server() -> AsyncIterator[MailServer]:
    server = MailServer(user="may", password="mật khẩu")
    await server.start()
    yield server
    await server.stop()


def channel(server: MailServer, *, tls: Tls = "offered", password: str = "mật khẩu", ca_file: str = "") -> EmailChannel:
    to = Server("127.0.0.1", server.port, "may@phuong.test", "Mặt trận", "may", password, tls, ca_file)
    return EmailChannel(to, MailWriter(WORDS, "Mặt trận", "https://td.test"), lambda: NOW)


async def test_an_e_mail_tells_the_code_and_where_to_read_and_nothing_else_of_the_case(server: MailServer) -> None:
    ref = await channel(server).send(LAN, CARD)
    (kept,) = server.kept
    assert (kept.recipient, kept.sender, kept.user) == (LAN, "may@phuong.test", "may")
    assert kept.mail["Message-ID"] == ref
    assert kept.mail["Auto-Submitted"] == "auto-generated"
    assert kept.mail["Subject"] == "Đơn TD-7K3M-9QXH có việc cần xem"
    assert "https://td.test/console/don/TD-7K3M-9QXH" in kept.text
    whole = kept.raw.decode() + kept.text
    assert not any(word in whole for word in ("Tố cáo", "Phường Một", "Loại", "Đơn mới"))


async def test_what_is_about_several_letters_names_none_and_a_link_goes_whole(server: MailServer) -> None:
    digest = Outgoing("Nguyễn Thị Hoa", (Option("/don TD-1", "a"), Option("/don TD-2", "b")), urgent=True)
    await channel(server).send(LAN, digest)
    await channel(server).send(LAN, Outgoing("Trang làm việc: …", link="https://td.test/console/vao/abc"))
    digested, linked = server.kept
    assert "TD-" not in digested.text
    assert "Hoa" not in digested.text
    assert digested.mail["Subject"].startswith("Xem ngay")
    assert "https://td.test/console/vao/abc" in linked.text


async def test_a_change_to_what_was_told_already_is_not_told_again(server: MailServer) -> None:
    assert await channel(server).send(LAN, replace(CARD, edit=True), "<1@x>") == "<1@x>"
    assert server.kept == []
    await channel(server).send(LAN, replace(CARD, edit=True), "")
    assert len(server.kept) == 1


@pytest.mark.parametrize(
    ("what", "code", "error"),
    [
        (LAN, 550, Rejected),
        (LAN, 451, Retry),
        ("DATA", 554, Rejected),
        ("MAIL", 553, Misconfigured),
        ("MAIL", 451, Retry),
        ("AUTH", 535, Misconfigured),
    ],
)
async def test_each_refusal_means_what_the_courier_must_know(
    server: MailServer, what: str, code: int, error: type[SendError]
) -> None:
    server.refuse[what] = code
    with pytest.raises(error) as caught:
        await channel(server).send(LAN, CARD)
    assert LAN not in str(caught.value)
    assert caught.value.code == str(code)


async def test_a_relay_that_asks_for_no_name_is_told_none(server: MailServer) -> None:
    server.knows_us = True
    await channel(server).send(LAN, CARD)
    assert [kept.user for kept in server.kept] == [""]


async def test_nothing_listening_is_tried_again_and_a_server_without_tls_is_not_trusted(server: MailServer) -> None:
    with pytest.raises(Misconfigured):
        await channel(server, tls="starttls").send(LAN, CARD)
    with pytest.raises(Misconfigured):
        await channel(server, password="sai").check()
    assert server.kept == []
    await server.stop()
    with pytest.raises(Retry):
        await channel(server).send(LAN, CARD)


async def test_tls_is_insisted_on_and_the_server_must_prove_who_it_is(tmp_path: Path) -> None:
    certificate = made_certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server = MailServer(context, user="may", password="mật khẩu")
    await server.start()
    try:
        with pytest.raises(Misconfigured):
            await channel(server, tls="starttls").send(LAN, CARD)
        await channel(server, tls="starttls", ca_file=str(certificate)).send(LAN, CARD)
        assert [kept.secure for kept in server.kept] == [True]
    finally:
        await server.stop()
