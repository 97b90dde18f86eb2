"""Settings: what may be set, what wins, and that every mistake is named with its file, key, reason and fix."""

from __future__ import annotations

import re
import tomllib
import types
import typing
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot import settings
from bot.config_errors import REASONS, ConfigError
from bot.sections import Section
from bot.terminal import Terminal

ROOT = Path(__file__).parents[2]


def keys_of(model: type[BaseModel], path: str = "") -> set[str]:
    found = set()
    for name, field in model.model_fields.items():
        inner = _section(field.annotation)
        found |= keys_of(inner, f"{path}{name}.") if inner else {f"{path}{name}"}
    return found


def _section(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    for argument in typing.get_args(annotation):
        if isinstance(argument, type) and issubclass(argument, Section):
            return argument
    return None


def example() -> dict[str, typing.Any]:
    text = (ROOT / "config.example.toml").read_text(encoding="utf-8")
    lines = [re.sub(r"^#(?=\[|[a-z_]+ = )", "", line) for line in text.splitlines()]
    return tomllib.loads("\n".join(lines))


def example_keys() -> set[str]:
    found = set()
    for section, value in example().items():
        if isinstance(value, str):
            found.add(section)
            continue
        for table in value if isinstance(value, list) else [value]:
            found |= {f"{section}.{key}" for key in table}
    return found


def test_the_example_names_every_setting_and_no_other() -> None:
    assert example_keys() == keys_of(settings.Settings)


def test_the_example_can_be_used_as_it_stands_and_uncommented() -> None:
    settings.load(ROOT / "config.example.toml")
    data = example()
    for section, table in data.items():
        if isinstance(table, dict):
            data[section] = {key: value for key, value in table.items() if not key.endswith("_file")}
    made = settings.from_data(data, "example")
    assert [unit.code for unit in made.units] == ["ha-noi", "cau-giay"]


def test_every_section_of_the_example_is_explained_in_two_languages() -> None:
    text = (ROOT / "config.example.toml").read_text(encoding="utf-8")
    vietnamese = re.compile("[ăâđêôơưạảấầậắặếềệốộớờợứừựỉịọủụ]", re.IGNORECASE)
    for block in re.split(r"\n(?=\[|#\[\[)", text)[1:]:
        prose = [part for line in block.splitlines() if line.startswith("# ") for part in line[2:].split(" / ")]
        told = {bool(vietnamese.search(part)) for part in prose}
        assert told == {True, False}, block.splitlines()[0]


OWN_TOPIC = {"code": "cho_dem", "under": "khac", "names": {"vi": "Chợ đêm"}, "words": ["chợ đêm"]}
ROOT_UNIT = {"code": "a", "name": "A", "level": "thanh_pho"}
WARD = {"code": "b", "name": "B", "level": "phuong", "parent": "a"}

MISTAKES = [
    ("a section that does not exist", {"telegramm": {}}, "telegramm", "unknown"),
    ("a key that does not exist", {"telegram": {"tokn": "x"}}, "telegram.tokn", "unknown"),
    ("a key that does not exist in a unit", {"units": [{**ROOT_UNIT, "x": 1}]}, "units.0.x", "unknown"),
    ("a unit without a name", {"units": [{"code": "a", "level": "xa"}]}, "units.0.name", "missing"),
    ("a level that does not exist", {"units": [{**ROOT_UNIT, "level": "lang"}]}, "units.0.level", "choice"),
    ("a code with spaces", {"units": [{**ROOT_UNIT, "code": "a b"}]}, "units.0.code", "form"),
    ("two units of one code", {"units": [ROOT_UNIT, ROOT_UNIT]}, "units", "unit_twice"),
    ("a parent that does not exist", {"units": [ROOT_UNIT, {**WARD, "parent": "z"}]}, "units", "unit_parent"),
    ("two roots", {"units": [ROOT_UNIT, {**WARD, "parent": ""}]}, "units", "unit_roots"),
    ("no root", {"units": [{**WARD, "parent": "b"}]}, "units", "unit_roots"),
    (
        "a circle beside the root",
        {"units": [ROOT_UNIT, WARD | {"parent": "c"}, WARD | {"code": "c", "parent": "b"}]},
        "units",
        "unit_circle",
    ),
    ("a proxy that is no address", {"web": {"proxies": ["::1", "nginx"]}}, "web.proxies.1", "form"),
    ("a staff chat without a channel", {"units": [{**ROOT_UNIT, "staff_chats": ["-1"]}]}, "units.0", "staff_chat"),
    (
        "staff of a unit that does not exist",
        {"staff": [{"name": "N", "role": "officer", "units": ["z"]}]},
        "staff",
        "staff_unit",
    ),
    ("a role that does not exist", {"staff": [{"name": "N", "role": "boss"}]}, "staff.0.role", "choice"),
    (
        "an account without a channel",
        {"staff": [{"name": "N", "role": "officer", "accounts": ["5"]}]},
        "staff.0",
        "staff_account",
    ),
    (
        "a topic that does not exist",
        {"authorities": [{"code": "a", "name": "A", "topics": ["x"]}]},
        "authorities.0.topics.0",
        "choice",
    ),
    ("an own topic without its place", {"topics": [{**OWN_TOPIC, "under": "x"}]}, "topics.0.under", "choice"),
    ("an own topic without a name", {"topics": [{**OWN_TOPIC, "names": {"en": "A"}}]}, "topics.0", "topic_names"),
    (
        "an own topic too long for a button",
        {"topics": [{**OWN_TOPIC, "names": {"vi": "a" * 21}}]},
        "topics.0.names.vi",
        "long",
    ),
    ("an own topic without words", {"topics": [{**OWN_TOPIC, "words": []}]}, "topics.0.words", "missing"),
    ("an own topic by a taken code", {"topics": [{**OWN_TOPIC, "code": "khac"}]}, "topics.0", "topic_twice"),
    ("an own topic twice", {"topics": [OWN_TOPIC, OWN_TOPIC]}, "topics", "topic_twice"),
    (
        "a webhook without an address",
        {"telegram": {"token": "1:a", "mode": "webhook"}},
        "telegram.webhook_url",
        "webhook_url",
    ),
    (
        "a webhook without a secret",
        {"telegram": {"token": "1:a", "mode": "webhook", "webhook_url": "https://x.vn"}},
        "telegram.webhook_secret",
        "webhook_secret",
    ),
    ("a mode that does not exist", {"telegram": {"mode": "push"}}, "telegram.mode", "choice"),
    ("an OA without its secrets", {"zalo_oa": {"app_id": "1"}}, "zalo_oa.app_secret", "zalo_oa_key"),
    ("a token with spaces", {"zalo_bot": {"token": "1: a"}}, "zalo_bot.token", "zalo_bot_token"),
    (
        "a Zalo Bot webhook without https",
        {"zalo_bot": {"token": "1:a", "mode": "webhook", "webhook_url": "http://x.vn", "webhook_secret": "x" * 8}},
        "zalo_bot.webhook_url",
        "zalo_bot_webhook_url",
    ),
    (
        "a Zalo Bot webhook with a short secret",
        {"zalo_bot": {"token": "1:a", "mode": "webhook", "webhook_url": "https://x.vn", "webhook_secret": "short"}},
        "zalo_bot.webhook_secret",
        "zalo_bot_webhook_secret",
    ),
    ("another database", {"database": {"url": "mysql://x"}}, "database.url", "database_url"),
    ("a port that is a word", {"web": {"port": "many"}}, "web.port", "number"),
    ("a port that is too large", {"web": {"port": 70000}}, "web.port", "range"),
    ("a public address without http", {"web": {"public_url": "x.vn"}}, "web.public_url", "public_url"),
    ("a night that is no time", {"notices": {"quiet": "9pm"}}, "notices.quiet", "form"),
    ("a section that is a number", {"web": 5}, "web", "type"),
    ("a secret file that is not there", {"telegram": {"token_file": "/nowhere/x"}}, "telegram", "secret_file"),
    ("a day that is none", {"units": [{**ROOT_UNIT, "valid_from": "soon"}]}, "units.0.valid_from", "date"),
]


@pytest.mark.parametrize(("data", "key", "reason"), [case[1:] for case in MISTAKES], ids=[c[0] for c in MISTAKES])
def test_a_mistake_is_named_by_file_key_and_reason(data: dict[str, typing.Any], key: str, reason: str) -> None:
    with pytest.raises(ConfigError) as caught:
        settings.from_data(data, "config.toml")
    problem = caught.value.problems[0]
    assert (problem.file, problem.key, problem.reason) == ("config.toml", key, reason)


def test_every_mistake_of_ours_is_among_the_reasons() -> None:
    for path in ("bot/sections.py", "bot/settings.py"):
        text = (ROOT / path).read_text(encoding="utf-8")
        raised = re.findall(r'PydanticCustomError\(\s*"(\w+)"', text) + re.findall(r'_at\("\w+", "(\w+)"', text)
        assert raised
        assert set(raised) <= REASONS


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("reason", sorted(REASONS))
def test_every_reason_has_its_words_and_its_fix(language: str, reason: str) -> None:
    words = Terminal(language)
    key = f"config-{reason.replace('_', '-')}"
    assert words.say(key) != key
    assert words.say(f"{key}.fix") != f"{key}.fix"


def test_a_secret_is_never_repeated_in_a_complaint() -> None:
    with pytest.raises(ConfigError) as caught:
        settings.from_data({"telegram": {"token": ["123:SECRET"], "mode": "SECRET"}}, "config.toml")
    assert "SECRET" not in repr(caught.value.problems)
    assert "SECRET" not in repr(settings.from_data({"telegram": {"token": "123:SECRET"}}, "x"))


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[telegram]\ntoken = "1:file"\napi_base = "http://127.0.0.1:1"\n', encoding="utf-8")
    monkeypatch.setenv("TIENGDAN_TELEGRAM__TOKEN", "1:environment")
    made = settings.load(path)
    assert made.telegram.token.get_secret_value() == "1:environment"
    assert made.telegram.api_base == "http://127.0.0.1:1"


@pytest.mark.parametrize("config", ["config.toml", "var/config.toml"])
def test_in_a_wrong_folder_no_second_store_is_begun(
    config: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Paths start at the folder that the program runs in; where the store is elsewhere, that folder is named."""
    house, other = tmp_path / "house", tmp_path / "other"
    (house / "var").mkdir(parents=True)
    other.mkdir()
    (house / config).write_text('[telegram]\ntoken = ""\n', encoding="utf-8")
    monkeypatch.chdir(other)
    settings.load(house / config)  # nothing is stored anywhere yet
    (house / "var/tiengdan.key").write_text("k", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        settings.load(house / config)
    assert [(problem.key, problem.reason) for problem in caught.value.problems] == [("database.url", "elsewhere")]
    assert caught.value.problems[0].arguments == {"value": str(house.resolve()), "here": str(other)}
    monkeypatch.chdir(house)
    settings.load(Path(config))
    (house / config).write_text(f'[security]\nkey_file = "{house / "var/tiengdan.key"}"\n', encoding="utf-8")
    monkeypatch.chdir(other)
    settings.load(house / config)  # a whole path is the same from anywhere


def test_a_variable_of_no_section_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIENGDAN_TELEGRM__TOKEN", "1:a")
    with pytest.raises(ConfigError) as caught:
        settings.load(None)
    assert caught.value.problems[0].key == "TIENGDAN_TELEGRM__TOKEN"


def test_a_secret_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("1:a\n", encoding="utf-8")
    made = settings.from_data({"telegram": {"token_file": str(tmp_path / "token")}}, "x")
    assert made.telegram.token.get_secret_value() == "1:a"


def test_without_units_the_committee_is_the_one_unit() -> None:
    made = settings.from_data({"committee": {"name": "Mặt trận phường X", "phone": "1"}}, "x")
    assert [(unit.name, unit.level, unit.phone) for unit in made.tree] == [("Mặt trận phường X", "phuong", "1")]


@pytest.mark.parametrize(
    ("url", "loopback"),
    [
        ("http://127.0.0.1:8081", True),
        ("http://localhost", True),
        ("http://[::1]:80", True),
        ("https://api.telegram.org", False),
        ("http://127.0.0.1.evil.vn", False),
        ("http://10.0.0.1", False),
    ],
)
def test_only_loopback_is_loopback(url: str, loopback: bool) -> None:
    assert settings.is_loopback(url) is loopback
