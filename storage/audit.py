"""The life of each case as a hash chain: who changed it or opened it, and proof that nothing was taken out."""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from datetime import datetime
from itertools import groupby
from typing import Final

from cases.dates import stamp, unstamp
from cases.records import record
from storage.errors import StorageError
from storage.session import Row, Session

GENESIS: Final = b"\x00" * 32
HEADS_A_SEAL: Final = 500
PAGE_ROWS: Final = 5000


@record(frozen=True, slots=True)
class Entry:
    """One entry of a case's life."""

    number: int
    at: datetime
    what: str
    by: str
    detail: Mapping[str, str] = field(default_factory=dict)


@record(frozen=True, slots=True)
class Broken:
    """A chain that does not hold: the case ("" for the chain over the heads), the link, and what is wrong."""

    case: str
    number: int
    why: str


def append(db: Session, case: str, what: str, by: str, at: datetime, detail: Mapping[str, str] | None = None) -> int:
    """Add an entry to a case's chain, in the transaction of what it tells of; its number."""
    hold(db, case)
    head = db.one("audit_head", case_id=case)
    number = head["number"] + 1 if head else 1
    previous = bytes(head["hash"]) if head else GENESIS
    moment = stamp(at)
    plain = json.dumps(dict(detail), ensure_ascii=False, sort_keys=True).encode() if detail else b""
    # The chain holds the keyed hash of the detail, not its ciphertext: so a detail may be erased by law or
    # sealed anew under another key, and the chain still proves that the entry was there.
    detail_key = db.vault.look_up("audit-detail", f"{case}|{number}", plain.decode()) if plain else b""
    sealed = db.vault.seal("audit", f"{case}|{number}", "detail", plain) if plain else None
    link = _link(case, number, moment, what, by, detail_key)
    hash = db.vault.chain(previous, link)
    db.run(
        "audit_append",
        case_id=case,
        number=number,
        at=moment,
        what=what,
        actor=by,
        detail=sealed,
        detail_key=detail_key,
        hash=hash,
    )
    db.run("audit_move_head", case_id=case, number=number, hash=hash)
    return number


def hold(db: Session, case: str) -> None:
    """Let nobody else change this case until the end of the transaction."""
    db.lock(db.vault.look_up("case", case))


def next_links(
    db: Session, cases: Sequence[str], what: str, by: str, at: datetime, *, new: bool = False
) -> list[tuple[int, bytes]]:
    """Number and hash of the link that each of many chains would get now. Writes nothing. `new`: they have none yet."""
    moment = stamp(at)
    heads: dict[str, Row] = {}
    if not new and cases:
        heads = {row["case_id"]: row for row in db.run("audit_heads_of", cases=list(cases))}
    links = []
    for case in cases:
        head = heads.get(case)
        number, previous = (head["number"] + 1, bytes(head["hash"])) if head else (1, GENESIS)
        links.append((number, db.vault.chain(previous, _link(case, number, moment, what, by, b""))))
    return links


def life(db: Session, case: str) -> list[Entry]:
    """What happened to a case, oldest first, with its opened details."""
    entries = []
    for row in db.run("audit_of_case", case_id=case):
        detail = {}
        if row["detail"] is not None:
            detail = db.vault.open_json("audit", f"{case}|{row['number']}", "detail", row["detail"])
        entries.append(Entry(row["number"], unstamp(row["at"]), row["what"], row["actor"], detail))
    return entries


def anything_uncounted(db: Session) -> bool:
    """Whether some case has changed since the tallies counted it."""
    return db.one("tallies_uncounted", limit=1) is not None


def seal_heads(db: Session, now: datetime) -> int:
    """Chain the heads of cases that changed since the last seal; how many. Call it until it returns 0."""
    db.lock(b"\x01seals\x00\x00")
    heads = db.run("audit_heads_changed", limit=HEADS_A_SEAL)
    if not heads:
        return 0
    last = db.one("audit_last_seal")
    number = last["number"] + 1 if last else 1
    previous = bytes(last["hash"]) if last else GENESIS
    text = json.dumps([[row["case_id"], row["number"], bytes(row["hash"]).hex()] for row in heads])
    moment = stamp(now)
    hash = db.vault.chain(previous, f"{number}|{moment}|{text}".encode())
    db.run("audit_seal", number=number, at=moment, heads=text, hash=hash)
    for row in heads:
        db.run("audit_heads_sealed", case_id=row["case_id"], number=row["number"])
    return len(heads)


def verify(db: Session) -> list[Broken]:
    """Walk every chain from its beginning; the ones that do not hold."""
    heads = {row["case_id"]: row for row in db.run("audit_heads_all")}
    broken: list[Broken] = []
    for case, rows in groupby(_links(db), key=lambda row: str(row["case_id"])):
        broken += _verify_case(db, case, list(rows), heads.pop(case, None))
    broken += [Broken(case, head["number"], "missing") for case, head in heads.items()]
    broken += _verify_seals(db)
    return broken


def _links(db: Session) -> Iterator[Row]:
    after = ""
    while True:
        rows = db.run("audit_all", after=after, limit=PAGE_ROWS)
        if len(rows) < PAGE_ROWS:
            yield from rows
            return
        # The last case of a full page may be cut: it is read again whole on the next.
        last = rows[-1]["case_id"]
        whole = [row for row in rows if row["case_id"] != last]
        if not whole:
            # One chain longer than a page cannot come from use; an attacker would have to make it.
            raise StorageError("audit chain too long")
        yield from whole
        after = whole[-1]["case_id"]


def _verify_case(db: Session, case: str, rows: list[Row], head: Row | None) -> list[Broken]:
    previous = GENESIS
    for expected, row in enumerate(rows, start=1):
        if row["number"] != expected:
            return [Broken(case, expected, "missing")]
        detail_key = bytes(row["detail_key"])
        link = _link(case, expected, row["at"], row["what"], row["actor"], detail_key)
        previous = db.vault.chain(previous, link)
        if not hmac.compare_digest(previous, bytes(row["hash"])):
            return [Broken(case, expected, "changed")]
        if row["detail"] is not None and not _detail_holds(db, case, expected, row["detail"], detail_key):
            return [Broken(case, expected, "detail")]
    if head is None or head["number"] != len(rows) or bytes(head["hash"]) != previous:
        return [Broken(case, len(rows), "head")]
    return []


def _detail_holds(db: Session, case: str, number: int, sealed: bytes, detail_key: bytes) -> bool:
    place = f"{case}|{number}"
    try:
        plain = db.vault.open("audit", place, "detail", sealed)
    except StorageError:
        return False
    return hmac.compare_digest(db.vault.look_up("audit-detail", place, plain.decode()), detail_key)


def _verify_seals(db: Session) -> list[Broken]:
    previous = GENESIS
    sealed: dict[str, tuple[int, str]] = {}
    for expected, row in enumerate(db.run("audit_seals_all"), start=1):
        text = row["heads"]
        previous = db.vault.chain(previous, f"{row['number']}|{row['at']}|{text}".encode())
        if row["number"] != expected or not hmac.compare_digest(previous, bytes(row["hash"])):
            return [Broken("", expected, "seal")]
        for case, number, hash in json.loads(text):
            sealed[case] = (number, hash)
    broken = []
    for case, (number, hash) in sealed.items():
        row_at = db.one("audit_hash_at", case_id=case, number=number)
        if row_at is None or bytes(row_at["hash"]).hex() != hash:
            broken.append(Broken(case, number, "sealed head"))
    return broken


def _link(case: str, number: int, at: str, what: str, by: str, detail_key: bytes) -> bytes:
    return json.dumps([case, number, at, what, by, detail_key.hex()]).encode()
