"""Which of our errors each refusal of the Bot API is; the descriptions are Telegram's own words."""

from __future__ import annotations

import pytest

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
from bot.channels.telegram.calls import LONGEST_WAIT_SECONDS, ApiRefusedError, CallError, NoAnswerError, result_in
from bot.channels.telegram.errors import (
    WAIT_SECONDS_WHEN_NOT_TOLD,
    fetch_error,
    is_not_editable,
    is_same,
    is_without_thread,
    send_error,
)

TABLE: list[tuple[int, str, type[SendError]]] = [
    (403, "Forbidden: bot was blocked by the user", Unreachable),
    (403, "Forbidden: user is deactivated", Unreachable),
    (403, "Forbidden: bot can't initiate conversation with a user", Unreachable),
    (403, "Forbidden: bot was kicked from the supergroup chat", Unreachable),
    (403, "Forbidden: bot is not a member of the supergroup chat", Unreachable),
    (403, "Forbidden: the group chat was deleted", Unreachable),
    (400, "Bad Request: chat not found", Unreachable),
    (400, "Bad Request: user not found", Unreachable),
    (400, "Bad Request: PEER_ID_INVALID", Unreachable),
    (400, "Bad Request: not enough rights to send text messages to the chat", Unreachable),
    (400, "Bad Request: CHAT_WRITE_FORBIDDEN", Unreachable),
    (400, "Bad Request: message text is empty", Rejected),
    (400, "Bad Request: message is too long", Rejected),
    (400, "Bad Request: BUTTON_DATA_INVALID", Rejected),
    (400, "Bad Request: can't parse entities: Can't find end of the entity", Rejected),
    (413, "Request Entity Too Large", Rejected),
    (401, "Unauthorized", Misconfigured),
    (404, "Not Found", Misconfigured),
    (409, "Conflict: terminated by other getUpdates request", Retry),
    (429, "Too Many Requests: retry after 7", Throttled),
    (500, "Internal Server Error", Retry),
    (502, "Bad Gateway", Retry),
]


@pytest.mark.parametrize(("status", "words", "expected"), TABLE, ids=[f"{t[0]} {t[1][:40]}" for t in TABLE])
def test_a_refusal_is(status: int, words: str, expected: type[SendError]) -> None:
    found = send_error(ApiRefusedError(status, words))
    assert type(found) is expected
    assert str(status) in found.code
    assert words not in f"{found}{found.code}"


def test_a_wait_is_as_long_as_told() -> None:
    found = send_error(ApiRefusedError(429, "Too Many Requests: retry after 17", retry_after=17.0))
    assert isinstance(found, Throttled)
    assert found.after == 17.0


@pytest.mark.parametrize(
    ("told", "after"),
    [
        ("17", 17.0),
        ("1e18", LONGEST_WAIT_SECONDS),
        ("1" + "0" * 400, LONGEST_WAIT_SECONDS),  # more than a float holds
        ("Infinity", LONGEST_WAIT_SECONDS),
        *((odd, WAIT_SECONDS_WHEN_NOT_TOLD) for odd in ("NaN", "0", "-5", '"17"', "null", "[]")),
    ],
)
def test_a_wait_that_nobody_can_mean_is_neither_kept_nor_skipped(told: str, after: float) -> None:
    answer = f'{{"ok":false,"error_code":429,"parameters":{{"retry_after":{told}}}}}'.encode()
    with pytest.raises(ApiRefusedError) as refused:
        result_in(answer, 429)
    found = send_error(refused.value)
    assert isinstance(found, Throttled)
    assert found.after == after


@pytest.mark.parametrize(
    ("told", "error"), [("-1009876543210", ChatMoved), ('"-100"', Rejected), ("true", Rejected), ("9" * 30, Rejected)]
)
def test_a_chat_moves_to_nothing_but_the_number_of_a_chat(told: str, error: type[SendError]) -> None:
    answer = f'{{"ok":false,"error_code":400,"parameters":{{"migrate_to_chat_id":{told}}}}}'.encode()
    with pytest.raises(ApiRefusedError) as refused:
        result_in(answer, 400)
    assert type(send_error(refused.value)) is error


def test_a_chat_that_moved_says_where_to() -> None:
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    found = send_error(ApiRefusedError(400, words, migrate_to="-1009876543210"))
    assert isinstance(found, ChatMoved)
    assert found.peer == "-1009876543210"


def test_no_answer_is_tried_again() -> None:
    for error in (NoAnswerError("timeout"), NoAnswerError("http_502"), CallError()):
        assert type(send_error(error)) is Retry


def test_an_edit_that_changes_nothing_is_success() -> None:
    words = "Bad Request: message is not modified: specified new message content and reply markup are exactly the same"
    assert is_same(ApiRefusedError(400, words))
    assert not is_same(ApiRefusedError(400, "Bad Request: message text is empty"))


@pytest.mark.parametrize("words", ["message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID"])
def test_a_message_that_cannot_be_edited_is_told_from_other_refusals(words: str) -> None:
    assert is_not_editable(ApiRefusedError(400, f"Bad Request: {words}"))
    assert not is_not_editable(ApiRefusedError(403, "Forbidden: bot was blocked by the user"))


def test_a_topic_that_is_gone_is_told_from_a_chat_that_is_gone() -> None:
    assert is_without_thread(ApiRefusedError(400, "Bad Request: message thread not found"))
    assert not is_without_thread(ApiRefusedError(400, "Bad Request: chat not found"))


FILES: list[tuple[int, str, type[FetchError]]] = [
    (400, "Bad Request: file is too big", FileTooLarge),
    (400, "Bad Request: wrong file_id or the file is temporarily unavailable", FileGone),
    (404, "Not Found", FileGone),
    (429, "Too Many Requests: retry after 7", FetchError),
    (502, "Bad Gateway", FetchError),
]


@pytest.mark.parametrize(("status", "words", "expected"), FILES, ids=[f[1] for f in FILES])
def test_a_file_that_does_not_come_is(status: int, words: str, expected: type[FetchError]) -> None:
    assert type(fetch_error(ApiRefusedError(status, words))) is expected


def test_the_vendors_words_stay_out_of_every_exceptions_text() -> None:
    error = ApiRefusedError(400, "Bad Request: can't parse entities in 'Nguyễn Văn A'")
    assert "Nguyễn" not in f"{error!r}{error}{send_error(error)!r}"
