"""The real program in a process of its own, with its config, its log, and a way to kill it."""

from __future__ import annotations

import json
import os
import signal
import socket
import time
import urllib.request
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from storage.vault import make_key_file
from tests.databases import new_at
from tests.faults.nursery import begin

START_SECONDS = 60.0


class Program:
    """`tiengdan run` on a folder; `name` tells several of them apart."""

    def __init__(
        self,
        folder: Path,
        api_base: str,
        token: str,
        group: int,
        mode: str,
        *,
        url: str = "",
        webhook: int = 0,
        name: str = "",
    ) -> None:
        self.folder = folder
        self.port = free_port()
        self.config = folder / f"config{name}.toml"
        self.log = folder / f"log{name}.txt"
        self.url = url or new_at(folder / "tiengdan.db")
        if not (folder / "tiengdan.key").exists():
            make_key_file(folder / "tiengdan.key")
        self.config.write_text(
            f"""
[database]
url = "{self.url}"
[security]
key_file = "{folder}/tiengdan.key"
[telegram]
token = "{token}"
api_base = "{api_base}"
mode = "{mode}"
webhook_url = "http://127.0.0.1:{webhook or self.port}"
webhook_secret = "mot-bi-mat"
[web]
port = {self.port}
[committee]
name = "Mặt trận phường Cầu Giấy"
phone = "024 0000 0000"
address = "Số 1 phố Ví Dụ"
hours = "8:00-17:00"
[[units]]
code = "cau-giay"
name = "phường Cầu Giấy"
level = "phuong"
staff_chats = ["telegram:{group}"]
""",
            encoding="utf-8",
        )
        self._process: ForkServerProcess | None = None

    def start(self) -> None:
        """Start; do not wait."""
        self._process = begin(["run", "--config", str(self.config)], self.folder, self.log, os.environ)

    def wait_ready(self) -> None:
        """Wait until it answers."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=1) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                if not self.running:
                    break
            time.sleep(0.02)
        raise AssertionError(self.log.read_text(encoding="utf-8")[-2000:])

    def kill(self) -> None:
        """kill -9."""
        assert self._process is not None
        self._process.kill()
        self._process.join()

    def stop(self, seconds: float = 20) -> int:
        """SIGTERM; its exit status."""
        assert self._process is not None
        self._process.terminate()
        self._process.join(seconds)
        assert self._process.exitcode is not None, "it does not stop"
        return self._process.exitcode

    def pause(self) -> None:
        """Stop it where it stands, as a machine under memory pressure does; it does not know."""
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it go on after `pause`."""
        self._signal(signal.SIGCONT)

    def logged(self) -> list[dict[str, object]]:
        """What it wrote into its log."""
        lines = self.log.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines if line.startswith("{")]

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        return self._process is not None and self._process.is_alive()

    def _signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        assert self._process.pid is not None
        os.kill(self._process.pid, number)


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
