"""python-telegram-bot's ConversationHandler with its own persistence (a pickle, flushed every 60 seconds)."""
# mypy: ignore-errors

from __future__ import annotations

from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

from benchmarks.turn.peers.common import PATH, SECRET, asked, new_code, steps, worded

STEPS = steps()


def handler(number: int) -> Any:
    async def answer(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
        if update.callback_query is not None:
            await update.callback_query.answer()
        words = update.callback_query.data if update.callback_query else update.effective_message.text
        context.user_data[str(number)] = words
        step = STEPS[number]
        text = worded(step, context.user_data)
        rows = [[InlineKeyboardButton(choice, callback_data=choice)] for choice in step.choices]
        markup = InlineKeyboardMarkup(rows) if rows else None
        if number < len(STEPS) - 1:
            await update.effective_chat.send_message(text, reply_markup=markup)
            return number
        code = new_code()
        context.bot_data[code] = dict(context.user_data)
        context.user_data.clear()
        await update.effective_chat.send_message(text.replace("{code}", code))
        return ConversationHandler.END

    return answer


def main() -> None:
    given = asked()
    store = PicklePersistence(given.folder / "ptb.pickle")
    builder = Application.builder().token(given.token).base_url(f"{given.api}/bot").persistence(store)
    app = builder.concurrent_updates(False).build()
    states = {
        number: [MessageHandler(filters.TEXT, handler(number + 1)), CallbackQueryHandler(handler(number + 1))]
        for number in range(len(STEPS) - 1)
    }
    app.add_handler(
        ConversationHandler(
            [MessageHandler(filters.TEXT, handler(0))], states, [], name="filing", persistent=True, per_message=False
        )
    )
    if given.mode == "polling":
        app.run_polling()
        return
    url = f"http://127.0.0.1:{given.port}{PATH}"
    app.run_webhook("127.0.0.1", given.port, PATH.lstrip("/"), webhook_url=url, secret_token=SECRET)


if __name__ == "__main__":
    main()
