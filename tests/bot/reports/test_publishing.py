"""Whoever kept an old public report and lays a new one beside it learns of no denunciation."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Callable, Sequence
from typing import Any

from bot.reports import command
from bot.upkeep import count_all
from cases.lives import CaseRow
from cases.owntopics import OwnTopic
from locales import Locales
from storage import cases, casework
from storage.database import Database
from storage.session import Session
from tests.cases.letters import TREE, letter
from tests.cases.living import live, noon

PERIODS = ("2026-01", "2026-02", "2026-01-03..2026-01-20", "2026-01-15..2026-03-02")
MARKET = OwnTopic("cho_dem", "khac", {"vi": "Chợ đêm"}, ("chợ đêm",))


class Pages:
    """Public reports as anybody may keep them, without the seal and the checks."""

    def __init__(self, database: Database, words: Locales) -> None:
        self._database = database
        self._words = words

    async def __call__(self, periods: Sequence[str] = PERIODS, on: str = "2026-03-05") -> list[dict[str, Any]]:
        found = []
        for period in periods:
            out, err = io.BytesIO(), io.StringIO()
            asked = {"period": period, "calendar": "civil", "now": noon(on), "format": "json", "public": True}
            status = await command(
                self._database,
                TREE,
                self._words,
                own=(MARKET,),
                stdout=out,
                stderr=err,
                **asked,  # type: ignore[arg-type]
            )
            assert status == 0, err.getvalue()
            found.append(json.loads(out.getvalue()))
        return found


def value(page: dict[str, Any], figure: str) -> int | None:
    """A figure of the whole tree."""
    whole = [row["value"] for row in page["figures"] if row["figure"] == figure and not any(list(row.values())[1:6])]
    return whole[0] if whole else None


def reclassified(code: str, kind: str, topic: str = "khac", on: str = "2026-03-06") -> Callable[[Session], None]:
    return lambda db: casework.reclassify(
        db, f"id-{code}", kind, topic, "2026-03-30", "rule", "đọc lại", "officer", noon(on)
    )


def ended(db: Session, code: str, outcome: str, on: str) -> None:
    cases.move(db, f"id-{code}", outcome, "officer", noon(on), status=outcome, outcome_on=on)


async def test_what_a_letter_turns_out_to_be_changes_no_page_that_was_told(database: Database, words: Locales) -> None:
    """Reclassified both ways, parted, found to repeat: before and after, all pages of the days before are the same."""
    made = [letter(f"TD-{n}", f"2026-01-{n + 2:02}", eligible=n % 2 == 0, unit=TREE[n % 5].code) for n in range(12)]
    made += [letter("TD-T", "2026-01-09", kind="to_cao"), letter("TD-U", "2026-01-10", kind="to_cao")]
    pages = Pages(database, words)
    await database.write(live, made)
    await database.write(lambda db: db.script("UPDATE cases SET own_topic = 'cho_dem', due_on = '2026-02-03'"))
    await database.write(
        lambda db: db.script("UPDATE cases SET matter_key = 'm:1' WHERE code IN ('TD-1', 'TD-2', 'TD-T')")
    )
    before = await pages()
    assert value(before[0], "received") == 12

    def changes(db: Session) -> None:
        reclassified("TD-1", "to_cao")(db)
        reclassified("TD-T", "kien_nghi_phan_anh")(db)
        # 2 is parted: one part accuses; 3 repeats a denunciation, 4 the letter that has become one
        live(db, [letter("TD-2A", "2026-01-04", kind="to_cao"), letter("TD-2B", "2026-01-04")])
        db.script("UPDATE cases SET parent = 'TD-2' WHERE code IN ('TD-2A', 'TD-2B')")
        for code, original in (("TD-3", "TD-U"), ("TD-4", "TD-1")):
            db.script(f"UPDATE cases SET duplicate_of = '{original}' WHERE code = '{code}'")
        for code, outcome in (("TD-2", "split"), ("TD-3", "duplicate"), ("TD-4", "duplicate")):
            ended(db, code, outcome, "2026-03-06")

    await database.write(changes)
    after = await pages(on="2026-03-08")
    assert [page["figures"] for page in after] == [page["figures"] for page in before]
    assert [page["own_topics"] for page in after] == [page["own_topics"] for page in before]

    def later(db: Session) -> None:
        ended(db, "TD-1", "forwarded", "2026-03-09")
        ended(db, "TD-2B", "answered", "2026-03-09")

    await database.write(later)
    [march] = await pages(["2026-03"], "2026-04-01")
    told = {
        figure: value(march, figure) for figure in ("carried_over", "handled", "forwarded", "archived", "duplicate")
    }
    # 1 and 2 live on as a petition that was passed on and one that was answered, 3 was filed, 4 repeats a letter seen
    assert told == {"carried_over": 12, "handled": 4, "forwarded": 1, "archived": 1, "duplicate": 1}
    assert [page["figures"] for page in await pages(on="2026-04-01")] == [page["figures"] for page in before]


async def test_before_the_first_page_a_letter_is_what_it_is_now(database: Database, words: Locales) -> None:
    pages = Pages(database, words)
    await database.write(live, [letter(f"TD-{n}", "2026-01-05") for n in range(3)])
    await count_all(database)
    await database.write(reclassified("TD-1", "to_cao"))
    assert value((await pages(["2026-01"]))[0], "received") == 2
    # what came between two pages and changed before the second stood in neither
    await database.write(live, [letter("TD-9", "2026-01-06")])
    await count_all(database)
    await database.write(reclassified("TD-9", "to_cao"))
    assert value((await pages(["2026-01"]))[0], "received") == 2


async def test_a_random_office_tells_nothing_by_telling_it_twice(database: Database, words: Locales) -> None:
    """The attacker keeps each page: no figure of any of them may change for what a letter turned out to be."""
    random_ = random.Random(7)
    pages = Pages(database, words)
    known: list[str] = []
    kept: list[list[dict[str, Any]]] = []
    for step in range(4):
        fresh = [
            letter(
                f"TD-{step}{n}", f"2026-01-{random_.randint(1, 28):02}", kind=random_.choice(("to_cao", "khieu_nai"))
            )
            for n in range(8)
        ]
        if step == 0:
            await database.write(live, fresh)
            # so that nothing differs but what a letter accuses of
            await database.write(lambda db: db.script("UPDATE cases SET due_on = '2026-03-30'"))
            known = [row.code for row in fresh]
        for code in random_.sample(known, 4) if step else []:
            kind = random_.choice(("to_cao", "to_cao", "khieu_nai"))
            await database.write(reclassified(code, kind, "dat_dai", f"2026-03-{6 + step:02}"))
        kept.append([page["figures"] for page in await pages()])
    assert kept[1:] == kept[:-1]


async def test_a_year_is_told_once_and_corrected_in_the_next_when_three_are_otherwise(
    database: Database, words: Locales
) -> None:
    pages = Pages(database, words)

    def year(number: int, kinds: Sequence[str]) -> list[CaseRow]:
        return [letter(f"TD-{number}{at}", f"{number}-05-{at + 1:02}", kind=kind) for at, kind in enumerate(kinds)]

    await database.write(live, year(2025, ["to_cao"] * 4 + ["khieu_nai"] * 5) + year(2026, ["to_cao"] * 3))
    assert value((await pages(["2025"], "2026-01-05"))[0], "denunciations") == 4
    assert value((await pages(["2026"], "2026-06-05"))[0], "denunciations") is None, "it still runs"
    for at in (4, 5):
        await database.write(reclassified(f"TD-2025{at}", "to_cao"))
    assert value((await pages(["2025"], "2026-07-05"))[0], "denunciations") == 4
    [page] = await pages(["2026"], "2027-01-05")
    assert (value(page, "denunciations"), value(page, "denunciations_corrected")) == (3, None)
    await database.write(reclassified("TD-20256", "to_cao", on="2027-02-01"))
    await database.write(live, year(2027, ["to_cao"] * 2))
    assert (await pages(["2026"], "2027-03-05"))[0]["figures"] == page["figures"]
    [page] = await pages(["2027"], "2028-01-05")
    assert (value(page, "denunciations"), value(page, "denunciations_corrected")) == (None, 3)
    assert any(line.endswith("+3.") for line in page["sentences"])
    await database.write(live, year(2028, ["to_cao"] * 2))
    assert value((await pages(["2028"], "2029-01-05"))[0], "denunciations_corrected") is None, "it was told"
