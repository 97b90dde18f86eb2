"""Zalo's refusals in our own words: which of the closed catalogue each code is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from bot.channels.calling import ApiRefusedError
from bot.channels.errors import (
    Misconfigured,
    NoAnswerError,
    Rejected,
    Retry,
    SendError,
    Throttled,
    Unreachable,
    WindowClosed,
)

TOKEN_CODES: Final = frozenset({-216, -220})
"""The access token is over or was replaced: a new one is fetched once and the call repeated once."""
GRANT_LOST: Final = -14014
"""OAuth: the refresh token is spent or too old; only a person who administers the OA can give consent again."""

LIMIT_WAIT_SECONDS: Final = 15.0
"""Zalo names no time to wait; its limits count by the minute."""
QUOTA_WAIT_SECONDS: Final = 3600.0
NIGHT_WAIT_SECONDS: Final = 1800.0


def send_error(error: ApiRefusedError | NoAnswerError) -> SendError:
    """The error of our catalogue that says what the courier needs to know."""
    if isinstance(error, NoAnswerError):
        return Retry(error.code)
    make = _CATALOGUE.get(error.code)
    # An unknown code is set aside and logged as an error, never tried for ever.
    return make(str(error.code)) if make else Rejected(str(error.code))


def _limit(code: str) -> SendError:
    return Throttled(LIMIT_WAIT_SECONDS, code)


def _quota(code: str) -> SendError:
    return Throttled(QUOTA_WAIT_SECONDS, code)


def _night(code: str) -> SendError:
    return Throttled(NIGHT_WAIT_SECONDS, code)


_CATALOGUE: Final[Mapping[int, Callable[[str], SendError]]] = {
    -32: _limit,  # too many calls, by the app or by the OA
    -100: Retry,  # an upload is over: it is made anew with the next try
    -200: Retry,  # sending failed
    -201: Rejected,  # a field is invalid
    -204: Misconfigured,  # the OA is deleted
    -205: Misconfigured,  # there is no such OA
    -209: Misconfigured,  # the app is not activated
    -210: Rejected,  # a parameter is above its limit
    -211: Misconfigured,  # the OA's quota is spent: everything waits, somebody must be told
    -212: Misconfigured,  # the app has no OA API
    -213: Unreachable,  # neither follows nor has written
    -214: Retry,  # still being processed
    -216: Misconfigured,  # the token is still invalid after it was renewed
    -217: Unreachable,  # blocked invitations from this OA
    -218: _quota,  # this receiver's quota is spent
    -219: Misconfigured,  # the app is deleted or switched off
    -220: Misconfigured,  # the grant was withdrawn
    -221: Misconfigured,  # the OA is not verified
    -223: Misconfigured,  # the OA gave the app no such permission
    -224: Misconfigured,  # the OA's package has no API
    -227: Unreachable,  # banned, or away for more than 45 days
    -230: WindowClosed,  # no interaction within 7 days
    -232: Unreachable,  # never wrote
    -233: Rejected,  # this kind of message is not allowed
    -234: _night,  # not at night
    -235: Unreachable,  # not a group of this OA
    -237: Unreachable,  # the group is over
    -238: Unreachable,  # the group is gone
    -240: Misconfigured,  # this path of the API is switched off
    -241: Rejected,  # the group's package is used up: residents are written to all the same
    -242: Misconfigured,  # the proof of the App Secret is wrong
    -244: Unreachable,  # does not take such messages
    -248: Rejected,  # against Zalo's rules
    -305: WindowClosed,  # formerly: outside 48 hours
    -311: WindowClosed,  # formerly: no free answer left
    -320: Misconfigured,  # no wallet
    -321: Misconfigured,  # no money in the wallet
    -403: Unreachable,  # the OA is not in the group
    # Templates (ZBS, ZNS)
    -108: Unreachable,  # no such number
    -114: Unreachable,  # cannot receive
    -115: Misconfigured,  # no money
    -118: Unreachable,  # no Zalo account
    -119: Unreachable,  # cannot receive
    -124: Misconfigured,  # token
    -131: Rejected,  # no such template
    -133: _night,
    -144: _quota,  # the day's quota
    -147: _quota,  # the template's quota
}
