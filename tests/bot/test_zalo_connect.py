"""The command line about Zalo: the consent, from the link to sealed tokens, and what `doctor` says of both channels."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, build_opener

import pytest
from click.testing import CliRunner

from bot.channels.zalo_oa import oauth
from bot.cli import main
from bot.settings import load
from bot.simulators.zalo_oa import Simulator
from bot.store import open_store
from storage import grants
from tests.simulators.zalo_bot import BotSimulator
from tests.simulators.zalo_bot import serve as serve_bots
from tests.simulators.zalo_oa import serve


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


@pytest.fixture
def sim() -> Iterator[Simulator]:
    sim = Simulator()
    with serve(sim):
        yield sim


@pytest.fixture
def config(sim: Simulator, tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(
        f"""
[database]
url = "sqlite:///{tmp_path}/t.db"
[security]
key_file = "{tmp_path}/t.key"
[web]
public_url = "https://tiengdan.example.vn"
[zalo_oa]
app_id = "{sim.app_id}"
app_secret = "{sim.app_secret}"
oa_id = "{sim.oa_id}"
oa_secret_key = "{sim.oa_secret_key}"
api_base = "{sim.base}"
oauth_base = "{sim.base}"
""",
        encoding="utf-8",
    )
    return path


def connect(config: Path, monkeypatch: pytest.MonkeyPatch, answer: str = "") -> Any:
    links: list[str] = []
    ask = oauth.ask

    def asked(*given: str) -> oauth.Consent:
        links.append((consent := ask(*given)).link)
        return consent

    def administrator(*_: object, **__: object) -> str:
        try:
            build_opener(_Stay).open(links[-1])
        except HTTPError as led:
            return answer or str(led.headers["Location"])
        raise AssertionError

    monkeypatch.setattr(oauth, "ask", asked)
    monkeypatch.setattr("bot.commands.zalo.click.prompt", administrator)
    return CliRunner().invoke(main, ["zalo", "connect", "--config", str(config)], env={"LANG": "vi_VN.UTF-8"})


async def _standing(config: Path) -> list[Any]:
    store = await open_store(load(config))
    try:
        return await store.database.read(grants.standings)
    finally:
        await store.database.close()


def test_consent_is_kept_sealed_and_the_account_named(
    sim: Simulator, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = connect(config, monkeypatch)
    assert done.exit_code == 0, done.output
    assert sim.oa_name in done.output
    assert "https://tiengdan.example.vn/zalo/oa/callback" in done.output
    assert "sim-" not in done.output
    (standing,) = asyncio.run(_standing(config))
    assert standing.problem == ""
    for path in config.parent.glob("t.db*"):
        assert b"sim-" not in path.read_bytes()


@pytest.mark.parametrize("answer", ["https://tiengdan.example.vn/x?code=a&state=other", "a-wrong-code"])
def test_a_wrong_answer_changes_nothing_and_says_what_to_do(
    answer: str, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = connect(config, monkeypatch, answer)
    assert done.exit_code == 1
    assert "Traceback" not in done.output
    assert "chạy lại" in done.output


def test_without_the_account_in_the_config_it_is_a_wrong_use(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("", encoding="utf-8")
    done = CliRunner().invoke(main, ["zalo", "connect", "--config", str(path)])
    assert done.exit_code == 2


def test_the_doctor_asks_the_bot_who_it_is_and_says_what_polling_may_lose(
    config: Path, sim: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    bots = BotSimulator()
    with serve_bots(bots):
        monkeypatch.setenv("TIENGDAN_ZALO_BOT__API_BASE", bots.base)
        monkeypatch.setenv("TIENGDAN_ZALO_BOT__TOKEN", bots.token)
        right = CliRunner().invoke(main, ["doctor", "--config", str(config)], env={"LANG": "en_US.UTF-8"})
        monkeypatch.setenv("TIENGDAN_ZALO_BOT__TOKEN", "1:wrong")
        wrong = CliRunner().invoke(main, ["doctor", "--config", str(config)], env={"LANG": "en_US.UTF-8"})
    assert "✓ Channel Zalo Bot answers" in right.output
    assert "polling" in right.output
    assert "✗ Channel Zalo Bot does not answer (401)" in wrong.output
    assert "1:wrong" not in wrong.output
