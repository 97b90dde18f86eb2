"""What is wrong with a config: file, key, reason; said in words by the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Final

from pydantic import ValidationError

from cases.records import record

# pydantic's names of reasons, and the few words that we have for them.
_REASONS: Final[Mapping[str, str]] = {
    "extra_forbidden": "unknown",
    "missing": "missing",
    "literal_error": "choice",
    "string_pattern_mismatch": "form",
    "string_too_short": "missing",
    "too_short": "missing",
    "string_too_long": "long",
    "greater_than_equal": "range",
    "less_than_equal": "range",
    "int_parsing": "number",
    "int_type": "number",
    "int_from_float": "number",
    "bool_parsing": "yes_no",
    "bool_type": "yes_no",
    "date_from_datetime_parsing": "date",
    "date_parsing": "date",
    "date_type": "date",
}

_OURS: Final = frozenset(
    {
        "form",
        "secret_file",
        "database_url",
        "webhook_url",
        "webhook_secret",
        "public_url",
        "zalo_oa_key",
        "zalo_bot_token",
        "zalo_bot_webhook_url",
        "zalo_bot_webhook_secret",
        "email_sender",
        "email_tls",
        "staff_chat",
        "staff_account",
        "unit_twice",
        "unit_parent",
        "unit_roots",
        "unit_circle",
        "unit_heir",
        "staff_unit",
        "topic_names",
        "topic_twice",
    }
)

REASONS: Final = (
    _OURS
    | frozenset(_REASONS.values())
    | {"file_missing", "file_unreadable", "toml", "json", "variable_unknown", "type"}
    | {"elsewhere", "test_clock", "test_clock_file", "key_file", "key_file_none", "key_file_server", "key_file_apart"}
)
"""Every reason: each has the messages `config-<reason>` and `config-<reason>.fix`."""


@record(frozen=True, slots=True)
class Problem:
    """One thing to put right. `arguments` fill the words of the reason; no secret is ever among them."""

    file: str
    key: str
    reason: str
    arguments: Mapping[str, str | int] = field(default_factory=dict)


class ConfigError(Exception):
    """The config cannot be used."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(self.__doc__)
        self.problems = problems


def problems_of(error: ValidationError, file: str) -> list[Problem]:
    """The problems in a pydantic error, without the values that were given (one may be a secret)."""
    found: list[Problem] = []
    for item in error.errors(include_input=False, include_url=False):
        context = item.get("ctx", {})
        key = ".".join(str(part) for part in item["loc"])
        reason = item["type"]
        if reason in _OURS:
            key = key or str(context.get("section", ""))
            if reason in {"webhook_url", "webhook_secret", "public_url"}:
                key = f"{key}.{reason}"
            elif reason.startswith("zalo_bot_"):
                key = f"{key}.{reason.removeprefix('zalo_bot_')}"
            elif reason == "zalo_oa_key":
                key = f"{key}.{context['value']}"
            elif reason in {"email_sender", "email_tls"}:
                key = f"{key}.{reason.removeprefix('email_')}"
            elif reason == "database_url":
                key = "database.url"
        arguments = {
            name: value if isinstance(value, int) else str(value)
            for name, value in context.items()
            if name not in {"section", "error"}
        }
        if reason == "literal_error":
            arguments = {"value": str(context.get("expected", "")).replace(" or ", ", ")}
        elif reason in {"greater_than_equal", "less_than_equal"}:
            bound = context.get("ge", context.get("le", ""))
            arguments = {"value": f"{'≥' if reason[0] == 'g' else '≤'} {bound}"}
        found.append(Problem(file, key, _reason(reason), arguments))
    return found


def _reason(name: str) -> str:
    if name in _OURS:
        return name
    return _REASONS.get(name, "type")
