"""The bots that are compared: how each is started, and what its process has cost so far."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks.turn.machine import Core, cpu_seconds, memory_mb
from benchmarks.turn.telegram import SECRET, TOKEN
from storage.vault import make_key_file

ROOT: Final = Path(__file__).parents[2]
PEERS_PYTHON: Final = ROOT / ".venv-bench" / "bin" / "python"
OURS: Final = "ours"
PEERS: Final = {"aiogram": "aiogram_bot", "ptb": "ptb_bot", "floor": "floor"}

CONFIG: Final = """
[database]
url = "{url}"
[security]
key_file = "{folder}/key"
[telegram]
token = "{token}"
api_base = "{api}"
mode = "{mode}"
webhook_url = "http://127.0.0.1:{front}"
webhook_secret = "{secret}"
[web]
port = {port}
[committee]
name = "Mặt trận phường Cầu Giấy"
phone = "024 0000 0000"
address = "Số 1 phố Ví Dụ"
hours = "8:00-17:00"
[[units]]
code = "cau-giay"
name = "phường Cầu Giấy"
level = "phuong"
staff_chats = ["telegram:-1001000000001"]
"""


@dataclass
class Subject:
    """One bot in one or more processes; `url` names a database server, else a file in the folder is used."""

    name: str
    mode: str
    folder: Path
    api: str
    url: str = ""
    processes: int = 1
    share: float = 0.0
    """Of a core, for each process; 0: whatever the machine has."""
    ports: list[int] = field(default_factory=list)
    _running: list[subprocess.Popen[bytes]] = field(default_factory=list)
    _cores: list[Core] = field(default_factory=list)

    def start(self) -> None:
        """Start; do not wait."""
        if self.url and not (self.folder / "key").exists():
            # A server may hold something already, so the bot makes no key for it by itself.
            make_key_file(self.folder / "key")
        self.ports = [free_port() for _ in range(self.processes)]
        for number, port in enumerate(self.ports):
            with (self.folder / f"log{number}.txt").open("wb") as log:
                process = subprocess.Popen(
                    self._command(number, port), cwd=ROOT, stdout=log, stderr=log, env=_environment()
                )
            self._running.append(process)
            if self.share:
                self._cores.append(core := Core(self.share))
                core.take(process.pid)

    def configured(self, number: int, port: int) -> Path:
        """The config of our bot's process of this number."""
        config = self.folder / f"config{number}.toml"
        config.write_text(
            CONFIG.format(
                url=self.url or f"sqlite:///{self.folder}/ours.db",
                folder=self.folder,
                token=TOKEN,
                api=self.api,
                mode=self.mode,
                secret=SECRET,
                port=port,
                front=(self.ports or [port])[0],
            ),
            encoding="utf-8",
        )
        return config

    def _command(self, number: int, port: int) -> list[str]:
        if self.name == OURS:
            return [sys.executable, "-m", "bot", "run", "--config", str(self.configured(number, port))]
        python = sys.executable if self.name == "floor" else str(PEERS_PYTHON)
        module = f"benchmarks.turn.peers.{PEERS[self.name]}"
        return [python, "-m", module, self.api, TOKEN, self.mode, str(port), str(self.folder)]

    @property
    def addresses(self) -> list[str]:
        """Where updates are posted to."""
        return [f"http://127.0.0.1:{port}/telegram/webhook" for port in self.ports]

    @property
    def cpu_seconds(self) -> float:
        """Processor time of its processes so far, user and system."""
        return sum(cpu_seconds(process.pid) for process in self._running)

    @property
    def memory_mb(self) -> float:
        """What its processes hold in memory (RSS)."""
        return sum(memory_mb(process.pid) for process in self._running)

    @property
    def running(self) -> bool:
        """Whether every process is there."""
        return all(process.poll() is None for process in self._running)

    def stop(self) -> None:
        """End it."""
        for process in self._running:
            process.terminate()
        for process in self._running:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        for core in self._cores:
            core.close()
        self._running.clear()
        self._cores.clear()

    def log(self) -> str:
        """The end of what it wrote."""
        return (self.folder / "log0.txt").read_text(encoding="utf-8", errors="replace")[-2000:]


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _environment() -> dict[str, str]:
    # As installed: what was compiled once is not compiled at every start, whatever the shell of the measurer says.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT)}
