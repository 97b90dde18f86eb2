"""`tiengdan zalo connect`: the consent of the Official Account, from the link to the first tokens."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.base import WRONG_USE, Command, CommandError, Group, config_option, load_settings, terminal

if TYPE_CHECKING:
    from bot.channels.zalo_oa.oauth import Consent
    from bot.settings import Settings


@click.group(cls=Group, help="cmd-zalo")
def zalo() -> None:
    """Hold the commands about the Zalo Official Account."""


@zalo.command("connect", cls=Command, help="cmd-zalo-connect")
@config_option
def connect(config: Path | None) -> None:
    """Show the link for the administrator of the OA, take the code, keep the tokens sealed."""
    from bot.channels.zalo_oa import oauth

    settings = load_settings(config)
    section = settings.zalo_oa
    if not section.on:
        raise CommandError("zalo-off", WRONG_USE)
    if not settings.web.public_url:
        raise CommandError("zalo-no-address", WRONG_USE)
    redirect = f"{settings.web.address}{oauth.CALLBACK_PATH}"
    consent = oauth.ask(section.oauth_base, section.app_id, redirect)
    words = terminal()
    words.tell("zalo-connect", link=consent.link, redirect=redirect)
    code = oauth.code_in(click.prompt(words.say("zalo-connect-code"), hide_input=False), consent)
    if not code:
        raise CommandError("zalo-other-answer")
    words.tell("zalo-connected", name=asyncio.run(_redeem(settings, code, consent)))


async def _redeem(settings: Settings, code: str, consent: Consent) -> str:
    """Exchange the code, keep the tokens, and ask Zalo for the name of the OA with them."""
    from bot.channels.calling import ApiRefusedError, new_session
    from bot.channels.errors import NoAnswerError, SendError
    from bot.channels.zalo_oa.oauth import OAuth
    from bot.channels.zalo_oa.request import CONNECTIONS
    from bot.clock import system_now
    from bot.grants import StoredGrants
    from bot.metrics import Metrics
    from bot.store import opened
    from bot.zalo import CHANNEL, zalo_channel
    from locales import Locales

    section = settings.zalo_oa
    async with opened(settings, new=True) as store:
        session = new_session(CONNECTIONS)
        channel = zalo_channel(settings, store, Locales(), system_now, Metrics())
        try:
            secret = section.app_secret.get_secret_value()
            client = OAuth(lambda: session, section.oauth_base, section.app_id, secret, system_now)
            pair = await client.redeem(code, consent.verifier)
            await StoredGrants(store.database, CHANNEL, system_now).keep(pair)
            return await channel.check()
        except (ApiRefusedError, NoAnswerError, SendError) as error:
            raise CommandError("zalo-refused", code=str(error.code)) from None
        finally:
            await channel.close()
            await session.close()
