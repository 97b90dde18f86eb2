"""Whether a webhook event is Zalo's: a plain hash over the very bytes, with a secret that only Zalo and we know."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any, Final, Literal

from bot.channels.loose import moment, parsed
from cases.records import record

HEADER: Final = "X-ZEvent-Signature"

Refusal = Literal["unreadable", "unsigned", "other_app", "wrong", "app_secret"]
_PREFIX: Final = "mac="
_HEX_CHARS: Final = 64


@record(frozen=True, slots=True)
class Keys:
    """What a signature is checked with. The App Secret signs nothing: it only tells a common mistake of set-up."""

    app_id: str
    oa_secret_key: str
    app_secret: str = ""


class RefusedError(Exception):
    """A webhook event is not to be believed."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason)
        self.reason: Refusal = reason


def verified(raw: bytes, header: str, keys: Keys) -> dict[str, Any]:
    """The event in these bytes if Zalo signed them. Raises RefusedError.

    Its age is no ground for refusal: Zalo repeats an event with its first timestamp, our own clock may be wrong, and
    a copy of what was taken before finds its row (docs/adr/0033).
    """
    event = parsed(raw)
    if not isinstance(event, dict):
        raise RefusedError("unreadable")
    if not header:
        raise RefusedError("unsigned")
    if str(event.get("app_id", "")) != keys.app_id:
        raise RefusedError("other_app")
    stamp = event.get("timestamp")
    if isinstance(stamp, bool) or not isinstance(stamp, str | int) or moment(stamp) is None:
        raise RefusedError("unreadable")
    given = header.strip().removeprefix(_PREFIX).lower().encode()
    if len(given) != _HEX_CHARS or not _is_ours(given, raw, str(stamp), keys.app_id, keys.oa_secret_key):
        swapped = keys.app_secret and _is_ours(given, raw, str(stamp), keys.app_id, keys.app_secret)
        raise RefusedError("app_secret" if swapped else "wrong")
    return event


def mac(app_id: str, raw: bytes, timestamp: str, secret: str) -> str:
    """The hash that Zalo sends: of the concatenation, not an HMAC; in hex."""
    return hashlib.sha256(app_id.encode() + raw + timestamp.encode() + secret.encode()).hexdigest()


def _is_ours(given: bytes, raw: bytes, timestamp: str, app_id: str, secret: str) -> bool:
    return hmac.compare_digest(given, mac(app_id, raw, timestamp, secret).encode())
