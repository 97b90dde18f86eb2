"""aiogram 3 with a store on SQLite that commits each step: as one writes a bot with its means."""
# mypy: ignore-errors

from __future__ import annotations

import asyncio
import json
from typing import Any

import aiosqlite
from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import BaseStorage, StorageKey
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

from benchmarks.turn.peers.common import LETTERS, PATH, SECRET, asked, new_code, steps, worded

STEPS = steps()


class Filing(StatesGroup):
    """A state for each question but the receipt."""

    kind, place, when, files, behalf, name, address, phone, last, sure = (State() for _ in range(10))


STATES = list(Filing.__all_states__)


class SqliteStorage(BaseStorage):
    """States and data in one table; each write is a commit."""

    def __init__(self, db: aiosqlite.Connection) -> None:
        self._db = db

    @staticmethod
    def _key(key: StorageKey) -> str:
        return f"{key.bot_id}:{key.chat_id}:{key.user_id}"

    async def set_state(self, key: StorageKey, state: Any = None) -> None:
        name = state.state if isinstance(state, State) else state
        await self._db.execute(
            "INSERT INTO fsm (key, state) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET state = excluded.state",
            (self._key(key), name),
        )
        await self._db.commit()

    async def get_state(self, key: StorageKey) -> str | None:
        async with self._db.execute("SELECT state FROM fsm WHERE key = ?", (self._key(key),)) as cursor:
            row = await cursor.fetchone()
        return row[0] if row else None

    async def set_data(self, key: StorageKey, data: Any) -> None:
        await self._db.execute(
            "INSERT INTO fsm (key, data) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET data = excluded.data",
            (self._key(key), json.dumps(dict(data))),
        )
        await self._db.commit()

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        async with self._db.execute("SELECT data FROM fsm WHERE key = ?", (self._key(key),)) as cursor:
            row = await cursor.fetchone()
        return json.loads(row[0]) if row and row[0] else {}

    async def close(self) -> None:
        await self._db.close()


def keyboard(choices: tuple[str, ...]) -> InlineKeyboardMarkup | None:
    rows = [[InlineKeyboardButton(text=choice, callback_data=choice)] for choice in choices]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


async def main() -> None:
    given = asked()
    db = await aiosqlite.connect(given.folder / "aiogram.db")
    await db.execute("PRAGMA journal_mode = WAL")
    await db.execute("PRAGMA synchronous = FULL")
    await db.execute("CREATE TABLE IF NOT EXISTS fsm (key TEXT PRIMARY KEY, state TEXT, data TEXT)")
    await db.execute(LETTERS)
    await db.commit()
    router = Router()

    async def begin(message: Message, state: FSMContext) -> None:
        await answer(message, state, 0, message.text)

    async def answer(message: Message, state: FSMContext, number: int, words: str) -> None:
        data = await state.update_data({str(number): words})
        step = STEPS[number]
        text = worded(step, data)
        if number == len(STATES):
            code = new_code()
            await db.execute("INSERT INTO letters VALUES (?, ?, ?)", (code, message.chat.id, json.dumps(data)))
            await db.commit()
            await state.clear()
            await message.answer(text.replace("{code}", code))
            return
        await state.set_state(STATES[number])
        await message.answer(text, reply_markup=keyboard(step.choices))

    def handlers(number: int) -> tuple[Any, Any]:
        async def typed(message: Message, state: FSMContext) -> None:
            await answer(message, state, number, message.text)

        async def tapped(tap: CallbackQuery, state: FSMContext) -> None:
            await tap.answer()
            await answer(tap.message, state, number, tap.data)

        return typed, tapped

    router.message.register(begin, StateFilter(None), F.text)
    for number, state in enumerate(STATES, start=1):
        typed, tapped = handlers(number)
        router.message.register(typed, StateFilter(state), F.text)
        router.callback_query.register(tapped, StateFilter(state))
    bot = Bot(given.token, session=AiohttpSession(api=TelegramAPIServer.from_base(given.api)))
    dispatcher = Dispatcher(storage=SqliteStorage(db))
    dispatcher.include_router(router)
    if given.mode == "polling":
        await bot.delete_webhook()
        await dispatcher.start_polling(bot, handle_signals=False)
        return
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token=SECRET).register(app, path=PATH)
    setup_application(app, dispatcher, bot=bot)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", given.port).start()
    await bot.set_webhook(f"http://127.0.0.1:{given.port}{PATH}", secret_token=SECRET)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
