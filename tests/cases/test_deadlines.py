"""Time limits: which rule an event starts, by the law of its day, and the shape that the command prints."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.calendar import Calendar
from cases.deadlines import EVENTS, DeadlineError, due, explain, explain_lines, first, load_rules
from cases.kinds import KINDS
from tests.fuzz import examples

CALENDAR = Calendar()
DAYS = st.dates(date(2023, 1, 1), date(2027, 12, 31))


def limits(kind: str, event: str, on: str, **facts) -> dict[str, str]:
    found = due(kind, event, date.fromisoformat(on), calendar=CALENDAR, **facts)
    return {entry.rule: entry.due.isoformat() for entry in found}


def test_a_denunciation_of_30_december_2026_is_forwarded_by_7_january_2027() -> None:
    assert limits("to_cao", "received", "2026-12-30") == {"to-cao-forward": "2027-01-07"}
    own = first("to_cao", date(2026, 12, 30), anonymous=False, calendar=CALENDAR)
    assert (own.on, own.rule) == (date(2027, 1, 7), "to-cao-forward")
    assert "Điều 24 khoản 2" in own.article
    [entry] = due("to_cao", "received", date(2026, 12, 30), calendar=CALENDAR)
    counted = [day.day.isoformat() for day in entry.days if day.counted]
    assert counted == ["2026-12-31", "2027-01-04", "2027-01-05", "2027-01-06", "2027-01-07"]


@pytest.mark.parametrize(
    ("kind", "anonymous", "rule", "on"),
    [
        ("to_cao", False, "to-cao-forward", "2026-03-06"),
        ("to_cao", True, "to-cao-anonymous", "2026-03-06"),
        ("khieu_nai", False, "khieu-nai-notice", "2026-03-13"),
        ("khieu_nai", True, "khieu-nai-notice", "2026-03-13"),
        ("kien_nghi_phan_anh", False, "kien-nghi-notice", "2026-03-13"),
        ("khac", False, "khac-notice", "2026-03-13"),
    ],
)
def test_every_kind_has_a_first_date_of_the_committee(kind: str, anonymous: bool, rule: str, on: str) -> None:
    own = first(kind, date(2026, 2, 27), anonymous=anonymous, calendar=CALENDAR)
    assert (own.rule, own.on.isoformat()) == (rule, on)


def test_a_forwarded_denunciation_is_answered_within_20_days_to_who_forwarded_it() -> None:
    assert limits("to_cao", "forwarded", "2026-11-20") == {
        "to-cao-inform-sender": "2026-12-10",
        "to-cao-accept": "2026-12-01",
    }
    assert limits("to_cao", "forwarded", "2026-11-20", anonymous=True) == {}


def test_a_denunciation_is_settled_in_30_days_in_60_when_complex_in_90_when_especially_so() -> None:
    assert limits("to_cao", "accepted", "2026-03-02")["to-cao-settle"] == "2026-04-01"
    assert limits("to_cao", "accepted", "2026-03-02", complex=True)["to-cao-settle-complex"] == "2026-05-04"
    special = limits("to_cao", "accepted", "2026-03-02", complex=True, special=True)
    assert special == {"to-cao-settle-special": "2026-06-01", "to-cao-notify-acceptance": "2026-03-09"}


@pytest.mark.parametrize(
    ("instance", "complicated", "remote", "n"),
    [
        (1, False, False, 30),
        (1, True, False, 45),
        (1, False, True, 45),
        (1, True, True, 60),
        (2, False, False, 45),
        (2, True, False, 60),
        (2, False, True, 60),
        (2, True, True, 70),
    ],
)
def test_a_complaint_is_settled_by_instance_complexity_and_distance(
    instance: int, complicated: bool, remote: bool, n: int
) -> None:
    start = date(2026, 3, 2)
    [entry] = due(
        "khieu_nai", "accepted", start, calendar=CALENDAR, instance=instance, complex=complicated, remote=remote
    )
    assert entry.due == CALENDAR.add_calendar_days(start, n)
    assert entry.unit == "cd"
    assert entry.whose == "authority"


def test_the_front_hears_of_a_decided_complaint_within_7_calendar_days() -> None:
    assert limits("khieu_nai", "decided", "2026-11-20")["khieu-nai-result-to-front"] == "2026-11-27"
    assert "khieu-nai-second" not in limits("khieu_nai", "decided", "2026-11-20", instance=2)
    assert limits("khieu_nai", "decided", "2026-11-02", remote=True)["khieu-nai-second-remote"] == "2026-12-17"


def test_an_old_case_keeps_its_old_rule() -> None:
    assert limits("khieu_nai", "forwarded", "2026-06-30") == {"khieu-nai-accept": "2026-07-10"}
    assert limits("khieu_nai", "forwarded", "2026-07-01") == {"khieu-nai-accept": "2026-07-10"}
    [old] = due("khieu_nai", "forwarded", date(2026, 6, 30), calendar=CALENDAR)
    [new] = due("khieu_nai", "forwarded", date(2026, 7, 1), calendar=CALENDAR)
    assert (old.unit, new.unit) == ("cd", "wd")
    assert "155/2026" in new.article
    assert "155/2026" not in old.article


def test_a_committee_may_set_the_reply_time_of_a_petition_and_no_time_that_the_law_fixes() -> None:
    assert limits("kien_nghi_phan_anh", "forwarded", "2026-11-02") == {"kien-nghi-reply": "2026-11-23"}
    rules = load_rules({"kien-nghi-reply": 10})
    assert limits("kien_nghi_phan_anh", "forwarded", "2026-11-02", rules=rules) == {"kien-nghi-reply": "2026-11-16"}
    with pytest.raises(DeadlineError, match="to-cao-forward"):
        load_rules({"to-cao-forward": 9})


def test_before_any_rule_was_in_force_there_is_no_first_date() -> None:
    with pytest.raises(DeadlineError, match="no-rule-in-force"):
        first("to_cao", date(2018, 12, 31), anonymous=False, calendar=CALENDAR)


def test_the_entry_has_exactly_the_fields_of_the_contract() -> None:
    [entry] = explain("kien_nghi_phan_anh", "received", date(2026, 11, 20), calendar=CALENDAR)
    assert list(entry) == ["due", "rule", "article", "unit", "days"]
    assert entry["due"] == "2026-12-04"
    assert entry["days"][0] == {
        "date": "2026-11-20",
        "counted": False,
        "why": "ngày bắt đầu, không tính (Bộ luật Dân sự Điều 147)",
    }
    assert entry["days"][-1]["date"] == entry["due"]


def test_a_last_day_off_is_shown_as_counted_and_the_move_as_such() -> None:
    [entry] = [e for e in explain("to_cao", "forwarded", date(2026, 11, 2), calendar=CALENDAR) if e["unit"] == "cd"]
    assert entry["due"] == "2026-11-23"
    assert [(day["date"], day["counted"]) for day in entry["days"][-2:]] == [
        ("2026-11-22", True),
        ("2026-11-23", False),
    ]
    assert "Điều 148" in entry["days"][-1]["why"]


def test_a_batch_gives_a_list_a_line_in_order() -> None:
    lines = [
        '{"kind":"to_cao","event":"received","on":"2026-12-30"}\n',
        "\n",
        '{"kind":"khieu_nai","event":"accepted","on":"2026-03-02","instance":2,"remote":true,"complex":null}',
        '{"kind":"khac","event":"decided","on":"2026-03-02"}',
    ]
    answers = [json.loads(line) for line in explain_lines(lines, calendar=CALENDAR)]
    assert [[entry["rule"] for entry in answer] for answer in answers] == [
        ["to-cao-forward"],
        ["khieu-nai-settle-second-remote"],
        [],
    ]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"kind":"to_cao","event":"received"}', "missing: names on"),
        ('{"kind":"thu","event":"received","on":"2026-01-01"}', "no-such-kind: given thu"),
        ('{"kind":"to_cao","event":"lost","on":"2026-01-01"}', "no-such-event: given lost"),
        ('{"kind":"to_cao","event":"received","on":"01/02/2026"}', "not-a-day: given 01/02/2026"),
        ('{"kind":"khieu_nai","event":"accepted","on":"2026-01-01","instance":3}', "no-such-instance: given 3"),
        ('{"kind":"to_cao","event":"received","on":"20261230"}', "not-a-day"),
        ('{"kind":"to_cao","event":"received","on":"2026-W53-3"}', "not-a-day"),
        ('{"kind":"to_cao","event":"received","on":"2026-02-29"}', "not-a-day"),
        ('{"kind":"to_cao","event":"received","on":"2026-12-30T10:00"}', "not-a-day"),
        ('{"kind":"to_cao","event":"received","on":20261230}', "not-text: names kind, event, on"),
        ('{"kind":"to_cao","event":"received","on":"2026-12-30","anonymus":true}', "unknown-names: names anonymus"),
        ('{"kind":"to_cao","event":"received","on":"2026-12-30","anonymous":"yes"}', "not-yes-or-no: name anonymous"),
        ('{"kind":"khieu_nai","event":"accepted","on":"2026-12-30","instance":true}', "not-a-number: name instance"),
        ('{"kind":"to_cao","kind":"khac","event":"received","on":"2026-12-30"}', "written-twice"),
        ('{"kind":"to_cao","event":"received","on":"9999-12-30"}', "beyond-calendar: day 9999-12-30"),
        ("[" * 100_000, "not-json"),
        ('{"kind":' + "9" * 10_000 + "}", "not-json"),
        ("[]", "not-an-object"),
        ("{", "not-json"),
    ],
)
def test_a_line_that_cannot_be_answered_is_named(line: str, says: str) -> None:
    good = '{"kind":"khac","event":"received","on":"2026-03-02"}'
    first_one, told, last_one = (json.loads(x) for x in explain_lines([good, line, good], calendar=CALENDAR))
    assert first_one == last_one
    assert told["line"] == 2
    assert told["error"].startswith(says)


@settings(max_examples=examples(40), deadline=None)
@given(st.sampled_from(KINDS), st.sampled_from(EVENTS), DAYS, st.booleans(), st.booleans(), st.integers(1, 2))
def test_a_due_date_is_a_working_day_after_the_event(kind, event, day, anonymous, remote, instance) -> None:
    for entry in due(kind, event, day, calendar=CALENDAR, anonymous=anonymous, remote=remote, instance=instance):
        assert CALENDAR.is_working(entry.due)[0]
        assert entry.due > day


def test_every_row_says_where_it_comes_from() -> None:
    for rule in load_rules():
        assert rule.article
        assert rule.source
        assert rule.title.startswith("deadline-")
        assert rule.checked_on >= date(2026, 11, 22)
        assert rule.confidence in {"high", "medium", "low"}
        assert set(rule.kinds) <= set(KINDS)
        assert rule.event in EVENTS
        assert rule.unit in {"wd", "cd"}
        assert rule.whose in {"front", "authority", "resident"}
        assert rule.valid_to is None or rule.valid_from < rule.valid_to


def test_what_extends_or_stops_a_clock_says_how_sure_it_is_and_from_where() -> None:
    for rule in load_rules():
        for article, confidence, source in (
            (rule.extend_article, rule.extend_confidence, rule.extend_source),
            (rule.stop_article, rule.stop_confidence, rule.stop_source),
        ):
            assert bool(article) == bool(confidence) == bool(source)
            assert confidence in {"", "high", "medium", "low", "uncertain"}
            # Whoever writes the article into a paper is told that nobody has read it.
            assert ("chưa đối chiếu" in article) == (confidence == "uncertain")


def test_a_complaint_is_stopped_only_since_the_law_knows_it() -> None:
    [rule] = [each for each in load_rules() if each.rule == "khieu-nai-settle-first"]
    assert not rule.may_stop(date(2026, 6, 30))
    assert rule.may_stop(date(2026, 7, 1))


def test_a_rule_has_one_row_for_any_day() -> None:
    rules = load_rules()
    for one in rules:
        same = [other for other in rules if other.rule == one.rule and other.in_force(one.valid_from)]
        assert same == [one]
