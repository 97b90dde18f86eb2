"""The residents' page: a shell with its words; the conversation comes by `/chat/…`."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.web.pages import Pages

ACCEPTED_FILES: Final = ",".join(
    (
        "image/*",
        "audio/*",
        "video/*",
        "application/pdf",
        ".doc,.docx,.xls,.xlsx,.odt,.ods,.txt",
    )
)
_SAID: Final = {
    "answers": "web-answers",
    "bot": "web-bot",
    "you": "web-you",
    "copy": "web-copy",
    "copied": "web-copied",
    "sending": "web-sending",
    "kept": "web-kept",
    "down": "web-down",
    "cookies": "web-cookies",
    "tooLarge": "web-too-large",
    "notTaken": "web-not-taken",
    "edit": "web-edit",
    "edited": "web-edited",
    "place": "web-place",
    "noPlace": "web-no-place",
    "step": "web-step-word",
    "forgetAsk": "web-forget-ask",
}
_KINDS: Final = ("photo", "video", "audio", "voice", "document")


def routes(pages: Pages, file_mb: int) -> list[BaseRoute]:
    """The route of the page."""

    async def page(request: Request) -> Response:
        lang = pages.language(request)
        said: dict[str, object] = {
            name: pages.say(key, lang, mb=file_mb, phone=pages.place.phone) for name, key in _SAID.items()
        }
        said["kinds"] = {kind: pages.say(f"web-kind-{kind}", lang) for kind in _KINDS}
        said["maxBytes"] = file_mb * 1024 * 1024
        return pages.render(request, "chat.html", said=said, accept=ACCEPTED_FILES)

    return [Route("/", page, methods=["GET"])]
