"""Who asks: the address that limits are counted by is believed from our own nginx, and from nobody else."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
from starlette.types import Receive, Scope, Send
from uvicorn.config import Config

from bot.serving import PageServer, listen
from tests.channels.telegram.bench import served

DEPLOY = Path(__file__).parents[2] / "deploy"


async def who(scope: Scope, receive: Receive, send: Send) -> None:
    """Says the address that it was asked from."""
    said = scope["client"][0].encode()
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(said))]})
    await send({"type": "http.response.body", "body": said})


@pytest.mark.parametrize(("proxies", "seen"), [(["127.0.0.0/8"], "203.0.113.7"), (["10.89.77.10"], "127.0.0.1")])
async def test_an_address_is_believed_from_our_own_nginx_alone(
    monkeypatch: pytest.MonkeyPatch, proxies: list[str], seen: str
) -> None:
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "*")
    listening = listen("127.0.0.1", 0)
    async with served(PageServer(who, proxies=proxies), listening):
        reader, writer = await asyncio.open_connection(*listening.getsockname()[:2])
        writer.write(b"GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.7\r\nConnection: close\r\n\r\n")
        async with asyncio.timeout(5):
            answer = await reader.read()
        writer.close()
    assert answer.endswith(b"\r\n\r\n" + seen.encode())


def test_compose_names_the_nginx_whose_word_is_believed() -> None:
    compose = (DEPLOY / "compose.yml").read_text(encoding="utf-8")
    nginx = re.search(r"\n  nginx:\n(?:    .*\n)*?    networks: .*ipv4_address: ([\d.]+)", compose)
    assert nginx is not None
    assert f"TIENGDAN_WEB__PROXIES: '[\"{nginx[1]}\"]'" in compose


@pytest.mark.parametrize("name", ["nginx.conf", "nginx-compose.conf"])
def test_nginx_hangs_up_before_the_program_does(name: str) -> None:
    found = re.search(r"^    keepalive_timeout (\d+)s;$", (DEPLOY / name).read_text(encoding="utf-8"), re.MULTILINE)
    assert found is not None
    assert int(found[1]) < Config(who).timeout_keep_alive
