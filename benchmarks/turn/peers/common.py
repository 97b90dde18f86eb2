"""What every peer is told and says: where Telegram is, where its database lies, and the questions."""

from __future__ import annotations

import argparse
import secrets
import sqlite3
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SECRET: Final = "mot-bi-mat"
PATH: Final = "/telegram/webhook"

LETTERS: Final = "CREATE TABLE IF NOT EXISTS letters (code TEXT PRIMARY KEY, chat INTEGER NOT NULL, body TEXT NOT NULL)"


@dataclass(frozen=True, slots=True)
class Step:
    """One question: its words and what can be chosen."""

    text: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """How a peer was started."""

    api: str
    token: str
    mode: str
    port: int
    folder: Path


def asked() -> Asked:
    """The command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("api")
    parser.add_argument("token")
    parser.add_argument("mode", choices=("webhook", "polling"))
    parser.add_argument("port", type=int)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    return Asked(given.api, given.token, given.mode, given.port, given.folder)


def steps() -> Sequence[Step]:
    """The questions, in order; the last is the receipt."""
    raw = tomllib.loads((Path(__file__).parent.parent / "dialogue.toml").read_text(encoding="utf-8"))
    return [Step(each["text"].strip(), tuple(each["choices"])) for each in raw["steps"]]


def worded(step: Step, answers: Mapping[str, str]) -> str:
    """The words of a question, with what was said so far where it asks for a last look."""
    return step.text.replace("{review}", "\n".join(f"• {answer}" for answer in answers.values()))


def new_code() -> str:
    """Something like a tracking code."""
    word = "".join(secrets.choice("0123456789ABCDEFGHJKMNPQRSTVWXYZ") for _ in range(8))
    return f"TD-{word[:4]}-{word[4:]}"


def durable(connection: sqlite3.Connection) -> None:
    """As durable as ours: what is committed is on the disk."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
