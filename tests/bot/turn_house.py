"""What the tests of turns share: a small house, and events as channels bring them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count

from bot.channels.contract import Received
from bot.house import House, SecretIds, UnitTree
from handlers.effects import Effect, Letter, OpenCase, Person
from handlers.messages import Incoming, Text, What
from handlers.ports import Place, Policy, Unit, World
from handlers.state import State
from storage.session import Session

NOW = datetime(2026, 10, 14, 2, 30, tzinfo=UTC)
Script = Callable[[State, Incoming, World], tuple[State, tuple[Effect, ...]]]
_numbers = count(1)


@dataclass(frozen=True)
class Facts:
    code: str
    name: str
    level: str
    parent: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    phone: str = ""
    address: str = ""
    hours: str = ""
    heir: str = ""


class Echo:
    """Words that are their key and arguments."""

    def say(self, key: str, lang: str, /, **arguments: str | int) -> str:
        return f"{key}[{lang}] {arguments}"

    def also(self, key: str, lang: str, /) -> tuple[str, ...]:
        return ()

    def forms(self, keys: tuple[tuple[str, str], ...], /) -> Mapping[str, Sequence[tuple[int, str]]]:
        return {}

    def languages(self) -> Sequence[str]:
        return ("vi", "en")


class NoFigures:
    def paragraph(self, unit: str, period: str, *, public: bool = False) -> str:
        return f"{unit} {period}"


UNITS = (
    Facts("HN", "Hà Nội", "thanh_pho"),
    Facts("Q1", "Quận Một", "quan", "HN"),
    Facts("P1", "Phường Một", "phuong", "Q1"),
    Facts("P2", "Phường Hai", "phuong", "Q1"),
)


def find_units(units: Sequence[Unit], text: str) -> Sequence[Unit]:
    return [unit for unit in units if unit.name in text]


def make_house() -> House:
    return House(
        units=UnitTree(UNITS, find_units, lambda: NOW.date()),
        words=Echo(),
        ids=SecretIds(),
        figures=lambda db, today: NoFigures(),
        committee=Place("MTTQ", "024 1234", "1 Phố", "8-17"),
        policy=Policy(),
        channels=frozenset({"telegram", "web"}),
    )


def event(
    what: What,
    *,
    id: str = "",
    account: str = "111222333",
    peer: str = "",
    channel: str = "telegram",
    chat: str = "private",
) -> Received:
    number = id or str(next(_numbers))
    incoming = Incoming(channel, account, peer or account, number, NOW, what, "group" if chat == "group" else "private")
    return Received(number, json.dumps({"from": account, "what": repr(what)}).encode(), incoming)


def text(words: str, **where: str) -> Received:
    return event(Text(words), **where)


def opening(draft: str, *, kind: str = "kien_nghi_phan_anh", unit: str = "P1", content: str = "Đèn hỏng") -> OpenCase:
    ids = SecretIds()
    return OpenCase(
        case=ids.id(),
        code=ids.code(),
        draft=draft,
        unit=unit,
        kind=kind,
        topic="giao_thong_ha_tang",
        proposed_kind=kind,
        urgent=False,
        anonymous=False,
        received_at=NOW,
        due_on="2026-10-28",
        due_rule="test",
        language="vi",
        consent_version="2026-11",
        consent_at=NOW,
        letter=Letter(content, place="Ngõ 5", sender="self"),
        persons=(Person("sender", "Nguyễn Thị Hoa", "Ngõ 5 phường Một", "0912345678"),),
    )


def doing(*effects: Effect, state: State | None = None) -> Script:
    """A dialogue that does just this."""

    def script(before: State, incoming: Incoming, world: World) -> tuple[State, tuple[Effect, ...]]:
        return state or before, effects

    return script


def table(db: Session, name: str) -> list[dict[str, object]]:
    """Every row of a table."""
    from storage.named import Query

    statement = f"SELECT * FROM {name}"
    db._queries = {"probe": Query("probe", statement, statement)}  # type: ignore[attr-defined]
    return [dict(row) for row in db.run("probe")]  # type: ignore[call-overload]


def execute(db: Session, statement: str) -> None:
    """Change rows behind the program's back."""
    db.script(statement)
