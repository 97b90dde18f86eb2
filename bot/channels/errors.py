"""The closed catalogue of ways in which sending can fail; the courier decides from them, a channel never retries."""

from __future__ import annotations


class SendError(Exception):
    """A message could not be sent."""

    def __init__(self, code: str = "") -> None:
        # Only the vendor's short code is kept: its prose may quote the message.
        super().__init__(self.__doc__ or "")
        self.code = code


class Retry(SendError):
    """The channel did not answer, or answered that it is not well: try again later."""


class Throttled(SendError):
    """The channel asks to wait before the next message to this chat."""

    def __init__(self, after: float, code: str = "") -> None:
        super().__init__(code)
        self.after = after


class WindowClosed(SendError):
    """The channel lets us write to this person only after they write again."""


class Unreachable(SendError):
    """The chat is gone: blocked, deleted, or the bot was removed."""


class ChatMoved(SendError):
    """The chat goes on under another address."""

    def __init__(self, peer: str, code: str = "") -> None:
        super().__init__(code)
        self.peer = peer


class Rejected(SendError):
    """The channel refuses this message and would refuse it again."""


class Misconfigured(SendError):
    """The channel refuses us: token, webhook or address in the config are wrong."""


class FetchError(Exception):
    """A file could not be brought in."""


class FileTooLarge(FetchError):
    """The file is larger than the channel lets a bot take."""


class FileGone(FetchError):
    """The channel no longer has the file."""


class NoAnswerError(Exception):
    """No answer came that the vendor could have given; `code` is a short word for what came instead."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
