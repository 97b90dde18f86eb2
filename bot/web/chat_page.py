"""The residents' page: a shell with its words; the conversation comes by `/chat/…`."""

from __future__ import annotations

import json
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.web.packing import packed
from bot.web.pages import HEADERS, Pages

ACCEPTED_FILES: Final = ",".join(
    (
        "image/*",
        "audio/*",
        "video/*",
        "application/pdf",
        ".doc,.docx,.xls,.xlsx,.odt,.ods,.txt",
    )
)
SHELL: Final = ("chat.css", "chat.js", "mark.svg")
"""What the worker keeps on the device: no word of any conversation is among it."""
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
    "today": "web-today",
    "forgetAsk": "web-forget-ask",
    "recording": "web-recording",
    "noVoice": "web-no-voice",
    "voiceName": "web-voice-name",
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
        return pages.render(request, "chat.html", embeddable=True, said=said, accept=ACCEPTED_FILES)

    async def manifest(request: Request) -> Response:
        lang = pages.language(request)
        made = JSONResponse(
            {
                "name": f"{pages.say('web-name', lang)} · {pages.place.name}",
                "short_name": pages.say("web-name", lang),
                "description": pages.say("web-chat-about", lang, place=pages.place.name),
                "lang": lang,
                "start_url": "/",
                "scope": "/",
                "display": "standalone",
                "background_color": "#f6efe3",
                "theme_color": "#9c1c1f",
                "icons": [
                    {"src": pages.address_of("mark.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"}
                ],
            },
            media_type="application/manifest+json",
            headers={**HEADERS, "Cache-Control": "max-age=3600"},
        )
        return packed(request, made)

    async def worker(request: Request) -> Response:
        """The worker stands at the root, because it may keep only what lies below it."""
        shell = [pages.address_of(name) for name in SHELL]
        head = f"const SHELL = {json.dumps(shell)};\n".encode()
        headers = {**HEADERS, "Cache-Control": "no-cache"}
        return packed(request, Response(head + pages.asset("worker.js"), media_type="text/javascript", headers=headers))

    return [
        Route("/", page, methods=["GET"]),
        Route("/manifest.webmanifest", manifest, methods=["GET"]),
        Route("/worker.js", worker, methods=["GET"]),
    ]
