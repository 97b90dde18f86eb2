"""Files that a vendor keeps behind an address: fetched from its own hosts only, over the public internet only."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import AsyncIterator, Sequence
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.channels.errors import FetchError, FileGone, FileTooLarge

FILE_LIMIT: Final = 50 * 1024 * 1024
MOST_REDIRECTS: Final = 3
CHUNK_BYTES: Final = 64 * 1024
CONNECT_SECONDS: Final = 10.0
READ_SECONDS: Final = 20.0
DOWNLOAD_SECONDS: Final = 110.0
_GONE: Final = frozenset({401, 403, 404, 410})
_MOVED: Final = frozenset({301, 302, 303, 307, 308})


class ForbiddenAddressError(OSError):
    """A name leads to an address that is not on the public internet."""


class PublicResolver(AbstractResolver):
    """Looks names up and gives public addresses only: who controls a name may let it lead into our own network.

    It stands between the name and the socket, so what was checked is what is connected to.
    """

    def __init__(self, inner: AbstractResolver | None = None) -> None:
        self._inner = inner

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The public addresses of a host. Raises ForbiddenAddressError when there is none or any other beside."""
        if self._inner is None:
            self._inner = aiohttp.DefaultResolver()
        found = await self._inner.resolve(host, port, family)
        if not found or not all(_is_public(each["host"]) for each in found):
            raise ForbiddenAddressError
        return found

    async def close(self) -> None:
        """Let go of the resolver underneath."""
        if self._inner is not None:
            await self._inner.close()


class Downloads:
    """Brings files in. A host under one of `hosts` counts as it; `loopback` is a host and port that may be asked
    although it is on this machine: a simulator's, never set where the real vendor is used."""

    def __init__(self, hosts: Sequence[str], *, loopback: str = "", resolver: AbstractResolver | None = None) -> None:
        self._hosts = tuple(host.lower().lstrip("*.") for host in hosts)
        self._loopback = loopback
        self._resolver = PublicResolver(resolver)
        self._session: aiohttp.ClientSession | None = None

    async def stream(self, url: str) -> AsyncIterator[bytes]:
        """The bytes behind an address. Raises a FetchError: worth another try unless too large or gone."""
        try:
            async for chunk in self._follow(url):
                yield chunk
        except (TimeoutError, aiohttp.ClientError, OSError, ValueError):
            # What is no address at all is a ValueError. One may hold a key to the file: none comes into an exception.
            raise FetchError from None

    async def close(self) -> None:
        """Let go of connections."""
        if self._session is not None:
            await self._session.close()

    async def _follow(self, url: str) -> AsyncIterator[bytes]:
        for _ in range(MOST_REDIRECTS + 1):
            if not self.is_allowed(url):
                raise FileGone  # nothing will make it right: not tried again
            async with self._open().get(
                url,
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(
                    total=DOWNLOAD_SECONDS, sock_connect=CONNECT_SECONDS, sock_read=READ_SECONDS
                ),
            ) as answer:
                if answer.status in _MOVED:
                    url = urljoin(url, answer.headers.get("Location", ""))
                    continue
                if answer.status in _GONE:
                    raise FileGone
                if answer.status != 200:
                    raise FetchError
                if (answer.content_length or 0) > FILE_LIMIT:
                    raise FileTooLarge
                come = 0
                async for chunk in answer.content.iter_chunked(CHUNK_BYTES):
                    come += len(chunk)
                    if come > FILE_LIMIT:
                        raise FileTooLarge
                    yield chunk
                return
        raise FileGone

    def is_allowed(self, url: str) -> bool:
        """Whether an address may be asked: https on one of the vendor's hosts, by name, on the usual port."""
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            return False
        host = (parts.hostname or "").lower().rstrip(".")
        if self._loopback and parts.netloc == self._loopback:
            return parts.scheme in ("http", "https")
        if parts.scheme != "https" or port not in (None, 443) or _has_name(parts):
            return False
        return any(host == known or host.endswith(f".{known}") for known in self._hosts)

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=8, resolver=self._resolver, use_dns_cache=False),
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=False,
            )
        return self._session


def loopback_of(api_base: str) -> str:
    """The host and port of a simulator on this machine, where the vendor's API is one, else ""."""
    parts = urlsplit(api_base)
    return parts.netloc if parts.hostname in ("127.0.0.1", "localhost", "::1") else ""


def _has_name(parts: SplitResult) -> bool:
    return parts.username is not None or parts.password is not None


def _is_public(address: str) -> bool:
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return (mapped or found).is_global and not (mapped or found).is_multicast
