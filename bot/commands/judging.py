"""`tiengdan classify` and `tiengdan language`: JSON lines in, JSON lines out, one at a time."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import click

from bot.commands.base import Command, CommandError


@click.command(cls=Command, help="cmd-classify")
def classify() -> None:
    """Guess kind and topic of each line."""
    from cases.classify import classify as propose

    def judge(asked: dict[str, Any]) -> dict[str, Any]:
        found = propose(asked["text"])
        return {
            "kind": found.kind,
            "topic": found.topic,
            "urgent": found.urgent,
            "others": [{"kind": other.kind, "topic": other.topic} for other in found.others],
            "confidence": round(found.confidence, 4),
            "sure": found.sure,
            "ask": list(found.ask) if found.ask else None,
            "why": list(found.why),
        }

    _answer_lines(judge)


@click.command(cls=Command, help="cmd-language")
def language() -> None:
    """Guess the language of each line."""
    from cases.language import detect

    def judge(asked: dict[str, Any]) -> dict[str, Any]:
        found = detect(asked["text"])
        return {"lang": found.lang, "confidence": round(found.confidence, 4)}

    _answer_lines(judge)


def _answer_lines(judge: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    for asked in _lines():
        click.echo(json.dumps({"id": asked.get("id"), **judge(asked)}, ensure_ascii=False))


def _lines() -> Iterator[dict[str, Any]]:
    for number, raw in enumerate(sys.stdin.buffer, start=1):
        line = raw.decode("utf-8", errors="replace")
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
        except ValueError:
            raise CommandError("line-not-json", number=number) from None
        if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
            raise CommandError("line-without-text", number=number)
        yield asked
