"""How Zalo refuses: HTTP 200, a negative number, and a few words."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """A call that Zalo refuses."""

    def __init__(self, code: int, words: str) -> None:
        super().__init__(words)
        self.code = code
        self.words = words

    def body(self) -> dict[str, Any]:
        """The answer of the OpenAPI."""
        return {"error": self.code, "message": self.words}


class OAuthRefused(Exception):
    """A token that is not given."""

    def __init__(self, code: int, name: str, reason: str) -> None:
        super().__init__(name)
        self.code = code
        self.name = name
        self.reason = reason

    def body(self) -> dict[str, Any]:
        """The answer of the token endpoint."""
        return {
            "error": self.code,
            "error_name": self.name,
            "error_reason": self.reason,
            "error_description": self.reason,
            "ref_doc": "https://developers.zalo.me/docs/official-account",
        }


def invalid(field: str) -> Refused:
    """A field that is missing or wrong."""
    return Refused(-201, f"{field} is invalid")


def above(field: str) -> Refused:
    """A field that is too long or too many."""
    return Refused(-210, f"{field} exceeds the limit")


RATE = Refused(-32, "Your application reached limit call api")
EXPIRED_UPLOAD = Refused(-100, "Attachment is expired or invalid")
NOT_INTERACTED = Refused(-213, "User has not followed the official account")
BAD_TOKEN = Refused(-216, "Access token is invalid")
WINDOW = Refused(-230, "User has not interacted with the OA in the past 7 days")
NEVER = Refused(-232, "User has not interacted with the OA")
NO_GROUP = Refused(-235, "Group is not of this OA")
GROUP_GONE = Refused(-237, "Group is expired")
NIGHT = Refused(-234, "Message type is not allowed to be sent at night")
SWITCHED_OFF = Refused(-240, "MessageV2 API is shut down")
NO_FREE_REPLIES = Refused(-311, "Over the number of free replies")
NO_TEMPLATE = Refused(-131, "Template is not approved")
NO_MONEY = Refused(-321, "The wallet has not enough money")

BAD_APP = OAuthRefused(-14002, "Invalid app id", "App id is invalid or the app is not active")
BAD_SECRET = OAuthRefused(-14004, "Invalid secret key", "Secret key is invalid")
BAD_VERIFIER = OAuthRefused(-14003, "Invalid redirect uri", "Code verifier or redirect uri is invalid")
BAD_CODE = OAuthRefused(-14012, "Invalid authorization code", "Code is used or expired")
BAD_REFRESH = OAuthRefused(-14014, "Invalid refresh token", "Refresh token is invalid or expired")
BAD_FORM = OAuthRefused(-14001, "Invalid request", "Parameters must be form-urlencoded")
