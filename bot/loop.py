"""The event loop that the program runs on."""

from __future__ import annotations

import asyncio


def new_loop() -> asyncio.AbstractEventLoop:
    """uvloop's, where it is installed: the rounds of asyncio's own cost a tenth of a message."""
    try:
        import uvloop
    except ImportError:  # it is made for Linux and macOS
        return asyncio.new_event_loop()
    loop: asyncio.AbstractEventLoop = uvloop.new_event_loop()
    return loop
