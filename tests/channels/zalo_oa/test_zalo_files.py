"""Files are fetched from Zalo's hosts only, and never from an address inside our own network."""

from __future__ import annotations

import socket

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.channels import downloads as files
from bot.channels.downloads import Downloads
from bot.channels.errors import FetchError, FileGone, FileTooLarge
from tests.channels.zalo_oa.bench import bench

HOSTS = ("zdn.vn", "zadn.vn", "zaloapp.com")
URL = "https://f6.photo.talk.zdn.vn/a.jpg"
PRIVATE = [
    "127.0.0.1",
    "10.0.0.5",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "::1",
    "fe80::1%eth0",
    "fc00::1",
    "::ffff:10.0.0.1",
    "::ffff:127.0.0.1",
    "not an address",
]


class FakeResolver(AbstractResolver):
    """Gives what it was told to give."""

    def __init__(self, *addresses: str) -> None:
        self.addresses = addresses
        self.asked: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked.append(host)
        kind = socket.AF_INET
        return [
            ResolveResult(hostname=host, host=address, port=port, family=kind, proto=0, flags=0)
            for address in self.addresses
        ]

    async def close(self) -> None:
        return


async def fetched(downloads: Downloads, url: str) -> bytes:
    try:
        return b"".join([chunk async for chunk in downloads.stream(url)])
    finally:
        await downloads.close()


@pytest.mark.parametrize("address", PRIVATE)
async def test_a_name_that_leads_into_our_own_network_opens_no_socket(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_socket(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    resolver = FakeResolver(address)
    downloads = Downloads(HOSTS, resolver=resolver)
    monkeypatch.setattr("aiohappyeyeballs.impl.socket.socket", no_socket)
    with pytest.raises(FetchError):
        await fetched(downloads, URL)
    assert resolver.asked == ["f6.photo.talk.zdn.vn"]


async def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_socket(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr("aiohappyeyeballs.impl.socket.socket", no_socket)
    with pytest.raises(FetchError):
        await fetched(Downloads(HOSTS, resolver=FakeResolver("203.0.114.9", "10.0.0.1")), URL)


@pytest.mark.parametrize(
    "url",
    [
        "http://f6.photo.talk.zdn.vn/a.jpg",
        "https://zdn.vn.example.com/a.jpg",
        "https://examplezdn.vn/a.jpg",
        "https://127.0.0.1/a.jpg",
        "https://[::1]/a.jpg",
        "https://zdn.vn:8443/a.jpg",
        "https://zdn.vn@example.com/a.jpg",
        "https://user:word@zdn.vn/a.jpg",
        "file:///etc/passwd",
        "https://[zdn.vn/a",
        "",
    ],
)
async def test_an_address_that_is_not_zalos_is_never_asked(url: str) -> None:
    resolver = FakeResolver("203.0.114.9")
    with pytest.raises(FileGone):
        await fetched(Downloads(HOSTS, resolver=resolver), url)
    assert resolver.asked == []


@pytest.mark.parametrize("url", ["https://..zdn.vn/a", f"https://{'a' * 70}.zdn.vn/a"])
async def test_a_name_that_no_machine_can_have_is_a_file_that_does_not_come(url: str) -> None:
    with pytest.raises(FetchError):
        await fetched(Downloads(HOSTS), url)


def test_zalos_hosts_are_known_with_what_stands_before_them() -> None:
    downloads = Downloads(HOSTS)
    assert downloads.is_allowed(URL)
    assert downloads.is_allowed("https://zalo-api.ZADN.vn/x")


async def test_a_photo_comes_in_and_one_that_is_over_is_gone() -> None:
    async with bench() as b:
        url = b.sim.host(b"JPEG" * 1000, "image/jpeg", ".jpg", seconds=60)
        assert b"".join([chunk async for chunk in b.channel.fetch(url, "photo")]) == b"JPEG" * 1000
        b.sim.advance(61)
        with pytest.raises(FileGone):
            _ = [chunk async for chunk in b.channel.fetch(url, "photo")]


@pytest.mark.parametrize("to", ["http://127.0.0.1:1/a", "http://169.254.169.254/latest", "https://example.com/a"])
async def test_no_redirect_leads_elsewhere(to: str) -> None:
    async with bench() as b:
        url = b.sim.host(b"", "image/jpeg", ".jpg", redirect=to)
        with pytest.raises(FileGone):
            _ = [chunk async for chunk in b.channel.fetch(url, "photo")]


async def test_a_redirect_to_no_address_is_a_file_that_does_not_come() -> None:
    async with bench() as b:
        url = b.sim.host(b"", "image/jpeg", ".jpg", redirect="http://[")
        with pytest.raises(FetchError):
            _ = [chunk async for chunk in b.channel.fetch(url, "photo")]


async def test_a_file_that_is_too_large_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "FILE_LIMIT", 1000)
    async with bench() as b:
        url = b.sim.host(b"x" * 1001, "video/mp4", ".mp4")
        with pytest.raises(FileTooLarge):
            _ = [chunk async for chunk in b.channel.fetch(url, "video")]


@pytest.mark.parametrize("how", ["html", "reset_before"])
async def test_a_host_that_is_not_well_is_asked_again_later(how: str) -> None:
    async with bench() as b:
        url = b.sim.host(b"x", "image/jpeg", ".jpg")
        b.sim.fail("media", how, times=2)  # type: ignore[arg-type]
        with pytest.raises(FetchError) as caught:
            _ = [chunk async for chunk in b.channel.fetch(url, "photo")]
        assert type(caught.value) is FetchError
        assert "media" not in repr(caught.value)
