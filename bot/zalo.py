"""The Zalo channels of the settings, put together with what they need of the program."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from bot.channels.zalo_bot.channel import Account as BotAccount
from bot.channels.zalo_bot.channel import ZaloBotChannel
from bot.channels.zalo_oa.channel import Account, ZaloOaChannel
from bot.event_spool import EventSpool
from bot.grants import StoredGrants
from bot.metrics import Metrics
from bot.settings import Settings
from bot.store import Store
from handlers.ports import Words
from storage.vault import Vault

SPOOL: Final = "zalo-spool"
BOT_SPOOL: Final = "zalo-bot-spool"
CHANNEL: Final = ZaloOaChannel.name


def account_of(settings: Settings) -> Account:
    """The Official Account as the config has it."""
    section = settings.zalo_oa
    return Account(
        app_id=section.app_id,
        app_secret=section.app_secret.get_secret_value(),
        oa_id=section.oa_id,
        oa_secret_key=section.oa_secret_key.get_secret_value(),
        refresh_token=section.refresh_token.get_secret_value(),
        api_base=section.api_base,
        oauth_base=section.oauth_base,
        send_path=section.send_path,
        file_hosts=section.file_hosts,
        buttons=section.buttons,
        appsecret_proof=section.appsecret_proof,
        calls_a_minute=section.calls_a_minute,
        templates=section.templates,
        form_image=section.form_image,
        window=timedelta(days=section.window_days),
    )


def spool_of(settings: Settings, vault: Vault) -> EventSpool:
    """Where events wait that the database could not take in at once."""
    return EventSpool(settings.database.data_dir / SPOOL, vault)


def bot_spool_of(settings: Settings, vault: Vault) -> EventSpool:
    """Where events of the Zalo Bot wait: all of them, when it polls."""
    return EventSpool(settings.database.data_dir / BOT_SPOOL, vault)


def bot_account(settings: Settings) -> BotAccount:
    """The Zalo Bot as the config has it."""
    section = settings.zalo_bot
    return BotAccount(
        token=section.token.get_secret_value(),
        api_base=section.api_base,
        mode=section.mode,
        webhook_url=section.webhook_url,
        webhook_secret=section.webhook_secret.get_secret_value(),
        file_hosts=section.file_hosts,
        calls_a_minute=section.calls_a_minute,
    )


def bot_channel(settings: Settings, store: Store, now: Callable[[], datetime], metrics: Metrics) -> ZaloBotChannel:
    """The channel of the Zalo Bot over an open store."""
    return ZaloBotChannel(
        bot_account(settings),
        bot_spool_of(settings, store.vault),
        now,
        count=lambda name: metrics.zalo_events.labels(name).inc(),
    )


def zalo_channel(
    settings: Settings, store: Store, words: Words, now: Callable[[], datetime], metrics: Metrics
) -> ZaloOaChannel:
    """The channel over an open store."""
    return ZaloOaChannel(
        account_of(settings),
        StoredGrants(store.database, ZaloOaChannel.name, now),
        spool_of(settings, store.vault),
        now,
        landing=words.say("zalo-landing", "vi"),
        count=lambda name: metrics.zalo_events.labels(name).inc(),
    )
