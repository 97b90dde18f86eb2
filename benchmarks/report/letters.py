"""A million letters of ten years in a database: written straight into the tables, then counted by the program."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final

from cases.kinds import TOPICS
from cases.sums import Unit
from storage.session import Session

FIRST: Final = date(2016, 1, 1)
YEARS: Final = 10
WARDS: Final = 126
"""As many as the city of Hà Nội has, beside four middle units."""
KINDS: Final = ("kien_nghi_phan_anh",) * 14 + ("khieu_nai",) * 3 + ("to_cao",) * 2 + ("khac",)
CHANNELS: Final = ("paper", "in_person", "post", "phone", "telegram", "zalo_oa", "web", "forwarded")
OUTCOMES: Final = ("forwarded",) * 7 + ("guided",) * 4 + ("answered", "archived", "returned", "withdrawn", "duplicate")


BATCH: Final = "bench"


def tree() -> tuple[Unit, ...]:
    """A city, four units below it, and its wards."""
    middle = [Unit(f"Q{n}", f"Đơn vị {n}", "quan", "TP") for n in range(4)]
    wards = [Unit(f"P{n:03}", f"Phường {n}", "phuong", f"Q{n % 4}") for n in range(WARDS)]
    return (Unit("TP", "Thành phố", "thanh_pho"), *middle, *wards)


def letters(number: int, seed: int = 1) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Random letters with their spells: one in ten shares its matter, one in eight its person, 3 % open again."""
    chance = random.Random(seed)
    units = [unit.code for unit in tree()]
    days = YEARS * 365
    for n in range(number):
        received = FIRST + timedelta(days=chance.randrange(days))
        kind = chance.choice(KINDS)
        spells = []
        start, outcome, ended = received, "", received
        for _ in range(2 if chance.random() < 0.03 else 1):
            outcome, ended = chance.choice(OUTCOMES), start + timedelta(days=int(chance.expovariate(1 / 8)))
            spells.append((start.isoformat(), outcome, ended.isoformat()))
            start = ended + timedelta(days=chance.randrange(1, 90))
        if chance.random() < 0.002:
            spells[-1] = (spells[-1][0], "", "")
            outcome = ""
        id = f"{n:024x}"
        replied = (ended + timedelta(days=chance.randrange(1, 60))).isoformat() if chance.random() < 0.3 else ""
        row = {
            "id": id,
            "code": f"TD-{n:07}",
            "channel": chance.choice(CHANNELS),
            "unit": chance.choice(units),
            "kind": kind,
            "topic": chance.choice(TOPICS),
            "status": outcome or "registered",
            "anonymous": int(chance.random() < 0.1),
            "urgent": int(chance.random() < 0.01),
            "received_at": f"{received.isoformat()}T05:00:00Z",
            "received_on": received.isoformat(),
            "due_on": (received + timedelta(days=14)).isoformat(),
            "due_rule": "rule",
            "outcome": spells[0][1],
            "outcome_on": spells[0][2],
            "signed_on": "",
            "signature_status": "unsigned",
            "eligible": None if kind == "khac" else int(chance.random() < 0.85),
            "matter": "",
            "matter_key": f"m:{chance.randrange(number // 20 + 1)}" if chance.random() < 0.1 else "",
            "person": f"p-{chance.randrange(number // 16 + 1)}" if chance.random() < 0.125 else "",
            "signers": chance.choice((2, 5, 12)) if chance.random() < 0.05 else 1,
            "replied_on": replied,
            "resolved_on": "",
            "urged_on": (ended + timedelta(days=20)).isoformat() if chance.random() < 0.1 else "",
            "watched_on": replied,
            "moved": "",
        }
        told = zip(("opened_on", "outcome", "outcome_on"), zip(*spells, strict=True), strict=True)
        columns = dict(told)
        rows = [
            {"case_id": id, "number": i + 1} | {name: values[i] for name, values in columns.items()}
            for i in range(len(spells))
        ]
        yield row, rows


def write(db: Session, part: list[tuple[dict[str, Any], list[dict[str, Any]]]]) -> None:
    """Put letters into the tables, each with the head of an audit chain of one link."""
    plain: Mapping[str, Any] = {"batch": BATCH, "link": 1, "hash": b"", "ref": "", "instance": 1} | dict.fromkeys(
        ("competence", "area", "authority", "duplicate_of", "parent"), ""
    )
    db.run_many(
        "staged_case_add",
        [{**plain, **row, "draft": f"draft-{row['id']}", "changed_at": row["received_at"]} for row, _ in part],
    )
    db.run_many("staged_spell_add", [{"batch": BATCH, **spell} for _, spells in part for spell in spells])
    for what in ("cases", "spells", "heads"):
        db.run(f"staged_{what}_publish", batch=BATCH)
    for what in ("cases", "spells"):
        db.run(f"staged_{what}_forget", batch=BATCH, limit=len(part))
