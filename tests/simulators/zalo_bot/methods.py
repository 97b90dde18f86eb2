"""The methods of the Bot Platform: every limit that is known of is set; what is refused is refused by its number."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlsplit

from tests.simulators.zalo_bot.world import BotSimulator

TEXT_LIMIT: Final = 2000
SECRET_LENGTHS: Final = range(8, 257)


class RefusedError(Exception):
    """A call that the platform refuses."""

    def __init__(self, code: int, words: str) -> None:
        super().__init__(words)
        self.code = code

    def body(self) -> dict[str, Any]:
        """The answer to such a call."""
        return {"ok": False, "description": str(self), "error_code": self.code}


def get_me(sim: BotSimulator, body: dict[str, Any]) -> Any:
    """Who the bot is."""
    return {
        "id": sim.id,
        "account_name": "bot.mattran",
        "account_type": "BASIC",
        "can_join_groups": True,
        "display_name": sim.name,
    }


def set_webhook(sim: BotSimulator, body: dict[str, Any]) -> Any:
    """Take an address and a secret."""
    url, secret = body.get("url"), body.get("secret_token")
    if not isinstance(url, str) or not _is_fit(sim, url):
        raise RefusedError(400, "Bad Request: url is invalid")
    if not isinstance(secret, str) or len(secret) not in SECRET_LENGTHS:
        raise RefusedError(400, "Bad Request: secret_token is invalid")
    sim.webhook, sim.secret_token, sim.webhook_off = url, secret, False
    verification = {"ok": True, "outcome": "verified", "status_code": 200, "hint": ""}
    return {"url": url, "updated_at": int(sim.clock() * 1000), "verification": verification}


def delete_webhook(sim: BotSimulator, body: dict[str, Any]) -> Any:
    """Forget the address."""
    sim.webhook = ""
    return {"url": "", "updated_at": int(sim.clock() * 1000)}


def get_webhook_info(sim: BotSimulator, body: dict[str, Any]) -> Any:
    """The address, if there is one."""
    if not sim.webhook and not sim.switches.bare_webhook_info:
        raise RefusedError(404, "Not Found")
    return {"url": sim.webhook, "updated_at": int(sim.clock() * 1000)}


def send_message(sim: BotSimulator, body: dict[str, Any]) -> Any:
    """Say something."""
    text = body.get("text")
    if not isinstance(text, str) or not 1 <= len(text.encode("utf-16-le")) // 2 <= TEXT_LIMIT:
        raise RefusedError(400, "Bad Request: text is invalid")
    return _sent(sim, body, text)


def send_photo(sim: BotSimulator, body: dict[str, Any]) -> Any:
    """Show a picture by its address; there is no upload."""
    if not str(body.get("photo", "")).startswith(("https://", "http://")):
        raise RefusedError(400, "Bad Request: photo is invalid")
    return _sent(sim, body, str(body.get("caption", "")))


def send_other(sim: BotSimulator, body: dict[str, Any]) -> Any:
    """A sticker or a voice message."""
    return _sent(sim, body, "")


def send_chat_action(sim: BotSimulator, body: dict[str, Any]) -> Any:
    """Show that the bot is typing."""
    if body.get("action") != "typing":
        raise RefusedError(400, "Bad Request: action is invalid")
    return True


METHODS: Final[dict[str, Callable[[BotSimulator, dict[str, Any]], Any]]] = {
    "getMe": get_me,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendSticker": send_other,
    "sendVoice": send_other,
    "sendChatAction": send_chat_action,
}


def _sent(sim: BotSimulator, body: dict[str, Any], text: str) -> Any:
    chat = body.get("chat_id")
    if not isinstance(chat, str) or not chat:
        raise RefusedError(400, "Bad Request: chat_id is invalid")
    if chat not in sim.written:
        sim.wrong("a message to somebody who never wrote")
        raise RefusedError(400, "Bad Request: chat not found")
    if len(sim.users) > sim.users_most or not sim.count_message():
        raise RefusedError(429, "Quota exceeded")
    sim.heard.setdefault(chat, []).append(text)
    return {"message_id": sim.new_id(), "date": int(sim.clock() * 1000)}


def _is_fit(sim: BotSimulator, url: str) -> bool:
    parts = urlsplit(url)
    try:
        here = ipaddress.ip_address(parts.hostname or "").is_private
    except ValueError:
        here = parts.hostname == "localhost"
    if here:
        return sim.switches.loopback_webhook
    return parts.scheme == "https"
