"""Telegram's refusals in our own words: which of the closed catalogue each of them is."""

from __future__ import annotations

from typing import Final

from bot.channels.errors import (
    ChatMoved,
    FetchError,
    FileGone,
    FileTooLarge,
    Misconfigured,
    Rejected,
    Retry,
    SendError,
    Throttled,
    Unreachable,
)
from bot.channels.telegram.calls import ApiRefusedError, CallError, NoAnswerError

WAIT_SECONDS_WHEN_NOT_TOLD: Final = 5.0

# Pieces of the descriptions that the Bot API gives with 400, and the short code that we keep of each.
_GONE: Final = {
    "chat not found": "chat_not_found",
    "user not found": "user_not_found",
    "user is deactivated": "deactivated",
    "bot was kicked": "kicked",
    "bot was blocked": "blocked",
    "bot is not a member": "not_member",
    "group chat was deactivated": "chat_deactivated",
    "group chat was deleted": "chat_deleted",
    "peer_id_invalid": "peer_id_invalid",
    "have no rights to send a message": "no_rights",
    "need administrator rights": "no_rights",
    "not enough rights to send": "no_rights",
    "chat_write_forbidden": "no_rights",
    "chat_restricted": "no_rights",
    "chat_send_plain_forbidden": "no_rights",
    "user_is_blocked": "blocked",
}
_SAME: Final = "message is not modified"
_NO_THREAD: Final = ("message thread not found", "topic_deleted", "topic_closed", "topic_id_invalid")
_NOT_EDITABLE: Final = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "message identifier is not specified",
    "there is no text in the message to edit",
)


def send_error(error: CallError) -> SendError:
    """The error of our catalogue that says what the courier needs to know."""
    if not isinstance(error, ApiRefusedError):
        return Retry(error.code if isinstance(error, NoAnswerError) else type(error).__name__)
    status, said = error.status, error.description.lower()
    if error.migrate_to:
        return ChatMoved(error.migrate_to, f"{status}-moved")
    if status == 429 or error.retry_after is not None:
        wait = WAIT_SECONDS_WHEN_NOT_TOLD if error.retry_after is None else error.retry_after
        return Throttled(wait, "429")
    gone = next((code for piece, code in _GONE.items() if piece in said), "")
    if status == 403 or (status == 400 and gone):
        return Unreachable(f"{status}-{gone or 'forbidden'}")
    if status in (401, 404):
        return Misconfigured(str(status))
    if 400 <= status < 500 and status not in (408, 409):
        return Rejected(str(status))
    return Retry(str(status))


def fetch_error(error: CallError) -> FetchError:
    """The error of our catalogue for a file that did not come."""
    if isinstance(error, ApiRefusedError):
        said = error.description.lower()
        if "file is too big" in said or error.status == 413:
            return FileTooLarge()
        if error.status in (400, 404, 410):
            return FileGone()
    return FetchError()


def is_same(error: CallError) -> bool:
    """Whether an edit was refused because the message already reads so: that is success."""
    return isinstance(error, ApiRefusedError) and error.status == 400 and _SAME in error.description.lower()


def is_not_editable(error: CallError) -> bool:
    """Whether an edit was refused because of the message (or a Bot API server that edits nothing): it is to be
    sent anew, and if more than the edit is wrong, that will be refused too."""
    unknown = isinstance(error, ApiRefusedError) and error.status == 404
    return unknown or _says(error, _NOT_EDITABLE)


def is_without_thread(error: CallError) -> bool:
    """Whether the topic of a group is gone, so that the group itself must do."""
    return _says(error, _NO_THREAD)


def _says(error: CallError, pieces: tuple[str, ...]) -> bool:
    return (
        isinstance(error, ApiRefusedError)
        and error.status == 400
        and any(piece in error.description.lower() for piece in pieces)
    )
