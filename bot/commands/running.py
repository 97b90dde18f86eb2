"""`tiengdan run` and `tiengdan demo`: the program until somebody stops it."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from bot.commands.base import Command, CommandError, config_option, load_settings, terminal

if TYPE_CHECKING:
    from bot.app import OnReady
    from bot.settings import Settings
    from bot.terminal import Terminal

DEMO_FOLDER: Final = Path("var/demo")


@click.command(cls=Command, help="cmd-run")
@config_option
def run(config: Path | None) -> None:
    """Run what the config says."""
    run_program(load_settings(config))


@click.command(cls=Command, help="cmd-demo")
@click.option("--port", type=click.IntRange(1, 65535), default=8080, show_default=True, help="flag-port")
@click.option("--sample", type=click.IntRange(0, 5000), default=0, metavar="N", help="flag-sample")
@click.option("--zalo", is_flag=True, help="flag-zalo")
def demo(port: int, sample: int, zalo: bool) -> None:
    """Try everything on this machine."""
    from bot.demo import greet, settings_for

    words = terminal()
    if zalo:
        _run_with_zalo(port, sample, words)
        return
    settings = settings_for(DEMO_FOLDER, port, words)
    run_program(settings, greet(settings, words, sample), demo=True)


def _run_with_zalo(port: int, sample: int, words: Terminal) -> None:
    from bot import demo_mail
    from bot.clock import system_now
    from bot.demo import data_for, greet, settings_for
    from bot.demo_zalo import consent, section_for, serving

    @asynccontextmanager
    async def beside() -> AsyncIterator[tuple[Settings, OnReady]]:
        async with demo_mail.serving() as post, serving(port + 1, port, words, demo_mail.page(post, words)) as sim:
            people = demo_mail.told_by_mail(data_for(DEMO_FOLDER, port, words))
            more = {"zalo_oa": section_for(sim, sim.base), "email": demo_mail.section_for(post)}
            settings = settings_for(DEMO_FOLDER, port, words, **people, **more)
            await consent(settings, sim, system_now)
            yield settings, greet(settings, words, sample, zalo=sim.base)

    _run(beside, demo=True)


def run_program(settings: Settings, on_ready: OnReady | None = None, *, demo: bool = False) -> None:
    """Run until SIGTERM or SIGINT; a port that is taken is said in words."""

    @asynccontextmanager
    async def alone() -> AsyncIterator[tuple[Settings, OnReady | None]]:
        yield settings, on_ready

    _run(alone, demo=demo)


def _run(world: Callable[[], AbstractAsyncContextManager[tuple[Settings, OnReady | None]]], *, demo: bool) -> None:
    from bot import logs
    from bot.app import serve
    from bot.clock import clock_for
    from bot.loop import new_loop
    from bot.serving import AddressUnusableError, PortTakenError

    logs.start()

    async def work() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for name in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(name, stop.set)
        async with world() as (settings, on_ready):
            await serve(settings, clock_for(settings, os.environ), stop, on_ready, demo=demo)

    try:
        with asyncio.Runner(loop_factory=new_loop) as runner:
            runner.run(work())
    except PortTakenError as taken:
        raise CommandError("failed-port", port=str(taken.port), other=str(taken.port + 1)) from None
    except AddressUnusableError as unusable:
        raise CommandError("failed-host", host=unusable.host) from None
