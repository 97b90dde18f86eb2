"""The Bot Platform's refusals in our own words: which of the closed catalogue each code is."""

from __future__ import annotations

from typing import Final

from bot.channels.calling import ApiRefusedError
from bot.channels.errors import Misconfigured, NoAnswerError, Rejected, Retry, SendError, Throttled

LIMIT_WAIT_SECONDS: Final = 60.0
"""It names no time to wait, and says the same for too many calls and for a month that is used up."""
IDLE: Final = 408
"""Nothing new has come while we waited: no error."""

_OURS_IS_WRONG: Final = frozenset({401, 404})
"""The token, or the address of the platform."""
_PASSING: Final = frozenset({403, 408, 409, 425})
"""403 is documented as an error inside the platform."""


def send_error(error: ApiRefusedError | NoAnswerError) -> SendError:
    """The error of our catalogue that says what the courier needs to know."""
    if isinstance(error, NoAnswerError):
        return Retry(error.code)
    code = str(error.code)
    if error.code == 429:
        return Throttled(LIMIT_WAIT_SECONDS, code)
    if error.code in _OURS_IS_WRONG:
        return Misconfigured(code)
    if error.code in _PASSING or error.code >= 500:
        return Retry(code)
    # 400 and whatever is not known: set aside and logged as an error, never tried for ever.
    return Rejected(code)
