"""Where letters are forwarded to: the authorities of the config, kept so that old papers still name them."""

from __future__ import annotations

from collections.abc import Iterable

from cases.records import record
from storage.session import Session


@record(frozen=True, slots=True)
class Authority:
    """A body that letters go to; `unit` is the committee it stands beside, "" for all."""

    code: str
    name: str
    address: str = ""
    unit: str = ""
    topics: tuple[str, ...] = ()


def sync_config(db: Session, authorities: Iterable[Authority]) -> None:
    """Offer what the config names and nothing else."""
    db.run("authorities_invalid")
    for each in authorities:
        db.run(
            "authorities_put",
            code=each.code,
            name=each.name,
            address=each.address,
            unit=each.unit,
            topics=" ".join(each.topics),
        )


def offered(db: Session) -> list[Authority]:
    """Every authority that a letter may be forwarded to, by name."""
    return [
        Authority(row["code"], row["name"], row["address"], row["unit"], tuple(row["topics"].split()))
        for row in db.run("authorities_all")
    ]
