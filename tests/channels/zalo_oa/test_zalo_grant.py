"""The grant: consent with PKCE, one refresher for all processes, a new pair safe before it is used, loss told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.channels.errors import Misconfigured, Retry
from bot.channels.zalo_oa import oauth
from bot.channels.zalo_oa.channel import ZaloOaChannel
from bot.channels.zalo_oa.tokens import LOST, NO_GRANT
from bot.grants import StoredGrants
from handlers.messages import Outgoing
from storage.database import Database
from storage.vault import Vault, make_keys
from tests.channels.zalo_oa.bench import MemorySpool, account_at, bench

TOKEN = "/v4/oa/access_token"


def test_the_challenge_is_the_known_one() -> None:
    assert oauth.challenge("A" * 43) == "DwBzhbb51LfusnSGBa_hqYSgo7-j8BTQnip4TOnlzRo"


async def test_consent_goes_from_the_link_to_the_first_pair() -> None:
    async with bench() as b, aiohttp.ClientSession() as http:
        consent = oauth.ask(b.sim.base, b.sim.app_id, "https://tiengdan.example.vn/zalo/oa/callback")
        async with http.get(consent.link, allow_redirects=False) as answer:
            came_back = answer.headers["Location"]
        code = oauth.code_in(came_back, consent)
        client = oauth.OAuth(lambda: http, b.sim.base, b.sim.app_id, b.sim.app_secret, b.sim.clock.now)
        pair = await client.redeem(code, consent.verifier)
        assert pair.access == b.sim.grant.access
        assert (pair.access_until - b.sim.clock.now()).total_seconds() == 90_000


def test_an_answer_to_another_question_is_not_taken_and_a_bare_code_is() -> None:
    consent = oauth.ask("https://oauth.zaloapp.com", "41", "https://a.vn/x")
    assert oauth.code_in(f"https://a.vn/x?code=abc&oa_id=1&state={consent.state}", consent) == "abc"
    assert oauth.code_in("https://a.vn/x?code=abc&state=other", consent) == ""
    assert oauth.code_in(" abc \n", consent) == "abc"


async def test_a_token_is_renewed_before_it_is_over_and_the_pair_is_kept_before_it_is_used() -> None:
    async with bench() as b:
        lan = b.sim.person(1)
        lan.says("a")
        await b.inbox.holds(1)
        await b.channel.send(lan.id, Outgoing("một"))
        first = b.sim.grant.access
        b.sim.clock.advance(21 * 3600)
        await b.channel.send(lan.id, Outgoing("hai"))
        assert b.sim.grant.access != first
        assert b.grants.kept[-1].access == b.sim.grant.access
        assert b.sim.wrongs == []


async def test_a_token_that_zalo_refuses_is_replaced_once_and_the_call_repeated_once() -> None:
    async with bench() as b:
        lan = b.sim.person(1)
        lan.says("a")
        await b.inbox.holds(1)
        b.sim.fail("/v3.0/oa/message/cs", "refuse", code=-216)
        await b.channel.send(lan.id, Outgoing("một"))
        assert lan.texts == ["một"]
        b.sim.fail("/v3.0/oa/message/cs", "refuse", times=2, code=-216)
        with pytest.raises(Misconfigured):
            await b.channel.send(lan.id, Outgoing("hai"))


async def test_a_lost_grant_is_told_as_such_and_asked_for_no_more() -> None:
    async with bench() as b:
        await b.sim.until(lambda: b.sim.grant.access)
        b.sim.clock.advance(30 * 3600)
        b.sim.fail(TOKEN, "refuse", times=5, code=-14014)
        with pytest.raises(Misconfigured) as caught:
            await b.channel.check()
        assert caught.value.code == LOST
        asked = len(b.sim.calls_of(TOKEN))
        with pytest.raises(Misconfigured):
            await b.channel.check()
        assert len(b.sim.calls_of(TOKEN)) == asked
        assert b.grants.grant is not None
        assert b.grants.grant.problem == LOST


async def test_an_answer_that_got_lost_is_asked_for_again_and_tells_the_truth() -> None:
    async with bench() as b:
        await b.sim.until(lambda: b.sim.grant.access)
        b.sim.clock.advance(30 * 3600)
        b.sim.fail(TOKEN, "reset_after")
        with pytest.raises(Misconfigured) as caught:
            await b.channel.check()
        assert caught.value.code == LOST


async def test_without_zalo_a_token_that_is_still_good_goes_on_being_used() -> None:
    async with bench() as b:
        await b.sim.until(lambda: b.sim.grant.access)
        b.sim.clock.advance(21 * 3600)
        b.sim.fail(TOKEN, "html", times=2)
        assert await b.channel.check() == b.sim.oa_name
        b.sim.clock.advance(5 * 3600)
        b.sim.fail(TOKEN, "html", times=2)
        with pytest.raises(Retry):
            await b.channel.check()


async def test_without_consent_nothing_is_sent_and_the_reason_is_named() -> None:
    async with bench(refresh_token="") as b:
        with pytest.raises(Misconfigured) as caught:
            await b.channel.check()
        assert caught.value.code == NO_GRANT


@asynccontextmanager
async def two_processes(place: str) -> AsyncIterator[tuple[Database, Database]]:
    """Two programs on one database, with the same key file."""
    vault = Vault(make_keys())
    first = await Database.open(place, vault)
    second = await Database.open(place, vault)
    try:
        yield first, second
    finally:
        await first.close()
        await second.close()


async def test_two_processes_that_renew_at_once_spend_one_refresh_token(url: str, tmp_path: Path) -> None:
    async with bench() as b, two_processes(url) as databases:
        account = account_at(b.sim)
        channels = [
            ZaloOaChannel(account, StoredGrants(database, "zalo_oa", b.sim.clock.now), MemorySpool(), b.sim.clock.now)
            for database in databases
        ]
        for _ in range(3):
            names = await asyncio.gather(*(channel.check() for channel in channels for _ in range(4)))
            assert set(names) == {b.sim.oa_name}
            b.sim.clock.advance(26 * 3600)
        assert b.sim.wrongs == []
        assert not b.sim.grant.dead
        for channel in channels:
            await channel.close()


async def test_no_token_gets_into_a_log(url: str) -> None:
    async with bench() as b, two_processes(url) as (database, _):
        account = account_at(b.sim)
        grants = StoredGrants(database, "zalo_oa", b.sim.clock.now)
        channel = ZaloOaChannel(account, grants, MemorySpool(), b.sim.clock.now)
        with capture_logs() as logs:
            await channel.check()
            b.sim.clock.advance(26 * 3600)
            b.sim.fail(TOKEN, "refuse", code=-14014)
            with pytest.raises(Misconfigured) as caught:
                await channel.check()
        await channel.close()
        said = repr(logs) + repr(caught.value) + str(caught.value)
        assert "sim-" not in said
        assert b.sim.app_secret not in said
