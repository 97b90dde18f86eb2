from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.reports import command, paragraph
from cases.owntopics import OwnTopic
from cases.sums import Unit
from locales import Locales
from storage import casework
from storage.database import Database
from storage.session import Session
from storage.vault import Vault, make_keys
from tests.cases.letters import TREE, letter
from tests.cases.living import live
from tests.databases import new_at

NOW = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)


class Run:
    """The command with its two streams."""

    def __init__(self, database: Database, words: Locales) -> None:
        self.database = database
        self.words = words
        self.out = io.BytesIO()
        self.err = io.StringIO()

    async def __call__(self, **options: Any) -> int:
        asked: dict[str, Any] = {"period": "2026-10", "calendar": "civil", "now": NOW, **options}
        tree = asked.pop("committees", TREE)
        return await command(self.database, tree, self.words, stdout=self.out, stderr=self.err, **asked)


@pytest.fixture
async def run(database: Database, words: Locales) -> Run:
    await database.write(
        live,
        [
            letter("TD-1", "2026-09-20", unit="TAYHO", kind="to_cao"),
            letter("TD-2", "2026-10-05", ("2026-10-05", "forwarded", "2026-10-09")),
            letter("TD-3", "2026-10-20", unit="CAUGIAY"),
        ],
    )
    return Run(database, words)


async def test_the_month_is_written_as_json_to_stdout(run: Run) -> None:
    assert await run(format="json") == 0
    data = json.loads(run.out.getvalue())
    values = {row["figure"]: row["value"] for row in data["figures"] if not any(list(row.values())[1:6])}
    assert {key: values[key] for key in ("carried_over", "received", "handled", "open")} == {
        "carried_over": 1,
        "received": 2,
        "handled": 1,
        "open": 2,
    }
    assert {"rule": "tallies", "ok": True, "cases": []} in data["checks"]
    assert run.err.getvalue() == ""


@pytest.mark.parametrize(("period", "said"), [("2027-01", "01/01/2027"), ("2026", "31/12/2026")])
async def test_a_period_that_is_not_over_is_printed_and_called_so(run: Run, period: str, said: str) -> None:
    assert await run(period=period) == 0
    assert run.out.getvalue() != b""
    assert said in run.err.getvalue()


async def test_the_report_carries_the_seal_of_the_audit_chain(run: Run) -> None:
    assert await run() == 0
    last = run.out.getvalue().decode().splitlines()[-1]
    assert len(last.rpartition(" ")[2]) >= 64


@pytest.mark.parametrize("format", ["text", "json", "csv", "xlsx"])
async def test_each_format_goes_to_a_file(run: Run, tmp_path: Path, format: str) -> None:
    out = tmp_path / f"report.{format}"
    assert await run(format=format, out=out) == 0
    assert out.stat().st_size > 100
    assert run.out.getvalue() == b""


async def test_a_row_broken_by_sql_stops_the_report_and_is_named(run: Run, tmp_path: Path) -> None:
    await run.database.write(
        lambda session: session.script("UPDATE cases SET outcome_on = '2026-10-01' WHERE code = 'TD-2'")
    )
    out = tmp_path / "report.json"
    assert await run(format="json", out=out) == 1
    assert "TD-2" in run.err.getvalue()
    assert "TD-3" not in run.err.getvalue()
    assert not out.exists()
    assert run.out.getvalue() == b""


@pytest.mark.parametrize("few", [True, False])
async def test_tallies_that_differ_from_the_letters_stop_the_report_and_name_them(
    run: Run, few: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not few:
        monkeypatch.setattr("storage.tallies.many", lambda db, number: True)
    assert await run() == 0
    await run.database.write(lambda db: db.script("UPDATE cases SET unit = 'TAYHO' WHERE code = 'TD-2'"))
    assert await run(recount=not few) == 1
    assert "TAYHO kien_nghi_phan_anh received" in run.err.getvalue()
    assert "TD-2" in run.err.getvalue()
    assert "TD-3" not in run.err.getvalue()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"period": "tháng nào đó"}, "tháng nào đó"),
        ({"period": "2026-10-05..2026-10-01"}, "2026-10-05..2026-10-01"),
        ({"unit": "SAOHOA"}, "SAOHOA"),
        ({"format": "docx"}, "docx"),
        ({"format": "xlsx"}, "--out"),
        ({"calendar": "lunar"}, "lunar"),
        ({"out": Path("/no/such/folder/report.txt")}, "/no/such/folder/report.txt"),
    ],
)
async def test_what_cannot_be_asked_is_said_and_the_status_is_2(run: Run, options: dict[str, Any], said: str) -> None:
    assert await run(**options) == 2
    assert said in run.err.getvalue()
    assert len(run.err.getvalue().splitlines()) == 1
    assert run.out.getvalue() == b""


async def test_a_unit_is_reported_with_all_below_it(run: Run) -> None:
    assert await run(unit="CAUGIAY", format="json") == 0
    data = json.loads(run.out.getvalue())
    assert data["unit"] == "CAUGIAY"
    units = {row["unit"] for row in data["figures"] if row["unit"]}
    assert units == {"CAUGIAY", "CAUGIAY.DICHVONG", "CAUGIAY.YENHOA"}


async def test_a_city_of_many_units_with_long_names_is_reported_whole(run: Run) -> None:
    name = "Ủy ban Mặt trận Tổ quốc Việt Nam phường số "
    tree = [*TREE, *(Unit(f"P{n}", f"{name}{n}", "phuong", "HN") for n in range(200))]
    await run.database.write(live, [letter(f"TD-X{n}", "2026-10-07", unit=f"P{n}") for n in range(200)])
    assert await run(committees=tree) == 0
    text = run.out.getvalue().decode()
    assert all(f"{name}{n}: 1\n" in text for n in range(200))


async def test_a_thousand_broken_rows_are_told_in_a_message_one_can_read(run: Run) -> None:
    await run.database.write(live, [letter(f"TD-X{n}", "2026-10-07", unit=TREE[n % 5].code) for n in range(300)])
    await run.database.write(lambda session: session.script("UPDATE cases SET topic = 'x'"))
    assert await run() == 1
    assert "253 hồ sơ khác" in run.err.getvalue()


async def test_in_public_nothing_but_the_year_is_told_of_denunciations(words: Locales, tmp_path: Path) -> None:
    """Every other figure is what it would be had there been none."""
    found: list[dict[str, Any]] = []
    accusing = [letter(f"TD-T{n}", f"2026-0{n + 2}-05", unit="TAYHO", kind="to_cao") for n in range(5)]
    others = [letter(f"TD-{n}", f"2026-0{n + 1}-07", unit=TREE[n % 5].code) for n in range(7)]
    for number, letters in enumerate((others, [*others, *accusing])):
        database = await Database.open(new_at(tmp_path / str(number) / "test.db"), Vault(make_keys()))
        await database.write(live, letters)
        run = Run(database, words)
        later = datetime(2027, 1, 5, 3, 0, tzinfo=UTC)
        for options in ({}, {"calendar": "state"}, {"period": "2026"}, {"period": "2026", "unit": "CAUGIAY"}):
            run.out = io.BytesIO()
            assert await run(**{"period": "2026-Q2", "format": "json", "public": True, "now": later, **options}) == 0
            data = json.loads(run.out.getvalue())
            assert data["public"] is True
            assert any(line.startswith("Bản công bố") for line in data["sentences"])
            found.append(data)
        assert await run(public=True, format="xlsx", out=tmp_path / "x.xlsx") == 2
        await database.close()
    for without, whole in zip(found[:4], found[4:], strict=True):
        rest = [row for row in whole["figures"] if row["figure"] != "denunciations"]
        assert rest == without["figures"]
        assert whole["checks"] == without["checks"]
    told = [[row["value"] for row in data["figures"] if row["figure"] == "denunciations"] for data in found[4:]]
    assert told == [[], [], [5, 5], []]
    assert "Đơn tố cáo trong năm: 5." in found[6]["sentences"]


async def test_a_merged_ward_stands_below_its_heir_once_it_has_ended(run: Run) -> None:
    heir = Unit("NGHIADO", "Mặt trận phường Nghĩa Đô", "phuong", "HN", valid_from=date(2026, 10, 1))
    tree = [replace(u, heir="NGHIADO", valid_to=date(2026, 9, 30)) if u.code == "TAYHO" else u for u in (*TREE, heir)]

    async def units(period: str, unit: str) -> dict[str | None, int]:
        run.out = io.BytesIO()
        assert await run(period=period, unit=unit, committees=tree, format="json") == 0
        rows = json.loads(run.out.getvalue())["figures"]
        wanted = [row for row in rows if row["figure"] == "total" and not any(list(row.values())[2:6])]
        return {row["unit"]: row["value"] for row in wanted if row["value"]}

    assert await units("2026-09", "NGHIADO") == {}, "it was not there yet"
    former = next(unit for unit in tree if unit.code == "TAYHO")
    assert f"{former.name} (TAYHO)" in run.err.getvalue(), "who asks is told where those figures are"
    assert await units("2026-10", "TAYHO") == {None: 1, "TAYHO": 1}
    assert "Mặt trận phường Nghĩa Đô (NGHIADO)" in run.err.getvalue().splitlines()[-1]
    assert await units("2026-09", "HN") == {None: 1, "TAYHO": 1}
    assert await units("2026-10", "NGHIADO") == {None: 1, "TAYHO": 1}, "its letters, under the name that they came to"
    assert await units("2026-10", "HN") == {None: 3, "CAUGIAY.DICHVONG": 1, "TAYHO": 1, "CAUGIAY": 1}


# In a chat -------------------------------------------------------------------------------------------------


class Ask:
    """`/thongke` in a chat, on a day."""

    def __init__(self, database: Database, words: Locales) -> None:
        self.database = database
        self.words = words

    async def __call__(
        self, unit: str, period: str, *, calendar: str = "civil", today: str = "2026-11-02", public: bool = False
    ) -> str:
        day = date.fromisoformat(today)
        return await self.database.read(
            lambda db: paragraph(db, TREE, unit, period, calendar, self.words, today=day, public=public)
        )


@pytest.fixture
def ask(run: Run, words: Locales) -> Ask:
    return Ask(run.database, words)


async def test_a_chat_answers_with_unit_period_and_sentence(ask: Ask) -> None:
    """A paragraph each, as they are read on a phone."""
    assert (await ask("HN", "10/2026")).split("\n\n") == [
        "Mặt trận thành phố Hà Nội · tháng 10/2026 (từ 01/10/2026 đến hết 31/10/2026)",
        "nhận 2 đơn (quận: 1 đơn, phường: 1 đơn), trong đó đơn kiến nghị, phản ánh: 2 đơn. "
        "Trong 2 đơn đã nhận: chuyển 1, đang xem xét 1.",
    ]
    assert (await ask("HN", "10/2026", public=True)).split("\n\n")[1] == "nhận 2 đơn."


async def test_a_bare_command_means_the_month_of_today_in_the_calendar_of_the_settings(ask: Ask) -> None:
    said = await ask("HN", "", calendar="state", today="2026-10-20")
    assert "tháng 11/2026 (từ 15/10/2026 đến hết 14/11/2026)" in said


@pytest.mark.parametrize(("unit", "period"), [("HN", "hôm qua"), ("HN", "2026-10-05..2026-10-01"), ("X", "2026")])
async def test_a_chat_is_told_with_a_message_that_needs_no_arguments(
    ask: Ask, words: Locales, unit: str, period: str
) -> None:
    with pytest.raises(ValueError) as refusal:
        await ask(unit, period)
    assert words.say(str(refusal.value), "vi") != words.say(str(refusal.value), "en")


async def test_a_chat_is_not_given_figures_that_do_not_add_up(run: Run, ask: Ask, words: Locales) -> None:
    await run.database.write(lambda db: db.script("UPDATE cases SET kind = '' WHERE code = 'TD-2'"))
    with pytest.raises(ValueError) as refusal:
        await ask("HN", "2026-10")
    assert words.say(str(refusal.value), "vi")


async def test_in_public_nothing_tells_of_a_letter_that_is_not_seen(run: Run) -> None:
    """A part taken out of a letter, an original that was repeated, and an answer to a survey are letters, too."""

    def letters(db: Session) -> None:
        live(db, [letter(f"TD-{code}", f"2026-10-{day:02}") for day, code in enumerate(("W", "P", "Q", "R", "S"), 10)])
        live(db, [letter("TD-T", "2026-10-12", ("2026-10-12", "answered", "2026-10-13"), kind="to_cao")])
        db.script("UPDATE cases SET parent = 'TD-W' WHERE code IN ('TD-P', 'TD-T')")
        # Q repeats the denunciation, R what repeats it; S repeats a letter that is seen
        for again, original in (("Q", "T"), ("R", "Q"), ("S", "P")):
            db.script(f"UPDATE cases SET duplicate_of = 'TD-{original}' WHERE code = 'TD-{again}'")
        db.script("UPDATE cases SET own_topic = 'cho_dem' WHERE received_on >= '2026-10-10'")
        for asked in ("T", "Q", "P"):
            db.run("surveys_ask", case_id=f"id-TD-{asked}", at="2026-10-14T03:00:00+00:00", on="2026-10-14")

    await run.database.write(letters)
    market = OwnTopic("cho_dem", "khac", {"vi": "Chợ đêm"}, ("chợ đêm",))
    found: list[dict[str, int]] = []
    for public in (False, True):
        for period in ("2026-10", "2026-11"):
            run.out = io.BytesIO()
            assert await run(period=period, format="json", public=public, own=(market,)) == 0
            data = json.loads(run.out.getvalue())
            figures = {row["figure"]: row["value"] for row in data["figures"] if not any(list(row.values())[1:6])}
            found.append({**figures, "own": data["own_topics"][0]["received"]})
            assert all(check["ok"] for check in data["checks"])
    names = ("carried_over", "received", "open", "received_matters", "survey_asked", "own")
    told = [tuple(figures.get(name, 0) for name in names) for figures in found]
    # TD-2, TD-3, P and S are left of the month; nothing is left of the denunciation of September
    assert told == [(1, 8, 7, 8, 3, 7), (7, 0, 7, 0, 0, 0), (0, 4, 3, 4, 1, 3), (3, 0, 3, 0, 0, 0)]


async def test_own_topics_are_counted_beside_the_eleven_and_no_denunciation_of_theirs_in_public(run: Run) -> None:
    market = OwnTopic("cho_dem", "khac", {"vi": "Chợ đêm"}, ("chợ đêm",))
    boat = OwnTopic("do_ngang", "giao_thong_ha_tang", {"vi": "Đò ngang"}, ("đò ngang",))

    def market_letters(db: Session) -> None:
        for code, kind in (("TD-1", "to_cao"), ("TD-2", "to_cao"), ("TD-3", "kien_nghi_phan_anh")):
            due = ("2026-11-20", "d", "chợ đêm", "anna", NOW, "cho_dem")
            casework.reclassify(db, f"id-{code}", kind, "khac", *due)

    await run.database.write(market_letters)
    assert await run(format="json", own=(market, boat)) == 0
    data = json.loads(run.out.getvalue())
    assert [(each["topic"], each["under"], each["received"]) for each in data["own_topics"]] == [
        ("cho_dem", "khac", 2),
        ("do_ngang", "giao_thong_ha_tang", 0),
    ]
    eleven = [r for r in data["figures"] if r["figure"] == "received" and r["topic"] and not (r["unit"] or r["kind"])]
    assert {row["topic"]: row["value"] for row in eleven}["khac"] == 2
    run.out.truncate(0)
    run.out.seek(0)
    assert await run(own=(market, boat), public=True) == 0
    assert "Chợ đêm 1" in run.out.getvalue().decode()


async def test_own_topics_stand_in_the_csv_and_in_no_sum(run: Run) -> None:
    market = OwnTopic("cho_dem", "khac", {"vi": "Chợ đêm"}, ("chợ đêm",))
    await run.database.write(lambda db: db.script("UPDATE cases SET own_topic = 'cho_dem' WHERE code = 'TD-2'"))
    assert await run(format="csv", own=(market,)) == 0
    assert run.out.getvalue().decode().splitlines()[-1] == "received_own_topic,,,,cho_dem,,1"
