"""How a page is made: its language, its template, its static files, its headers."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.web.packing import packed, takes_gzip
from cases.dates import local
from cases.records import record
from handlers.ports import Place, Words

LANGUAGE_COOKIE: Final = "lang"
DEFAULT_LANGUAGE: Final = "vi"
YEAR_SECONDS: Final = 365 * 24 * 3600
LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
_HERE: Final = Path(__file__).parent
_PICTURE: Final = re.compile(r"^[^\w(]+", re.UNICODE)
_TYPES: Final[Mapping[str, str]] = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
LIFE: Final = frozenset(
    {
        "filed",
        "taken",
        "assigned",
        "raised",
        "guided",
        "forwarded",
        "archived",
        "answered",
        "withdrawn",
        "reopened",
        "registered",
        "added",
        "signed",
        "opened",
        "opened_person",
        "opened_file",
        "found",
        "refused",
        "asked_delete",
        "asked_withdraw",
        "asked_consent",
        "asked_data",
        "by_hand",
        "undelivered",
        "delivered",
        "reachable",
        "asked_forced",
        "answered_delete",
        "answered_withdraw",
        "answered_consent",
        "answered_data",
        "answered_forced",
        "imported",
        "imported_again",
        "reclassified",
        "transferred",
        "split",
        "split_off",
        "duplicate",
        "joined",
        "linked",
        "judged",
        "eligible",
        "ineligible",
        "asked_sender",
        "stepped_back",
        "barred",
        "held",
        "urged",
        "replied",
        "escalated",
        "handed_over",
        "own_matter",
        "returned",
        "withdrawal_passed_on",
        "made_paper",
        "repeated",
        "erased",
        "kept",
        "kept_no_more",
        "messaged",
        "noted",
        "called",
    }
)
"""Verbs of the audit chain that have words of their own; the others are told as a change."""
HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
        "media-src blob:; manifest-src 'self'; worker-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self), microphone=(self), camera=(self)",
}


@record(frozen=True, slots=True)
class _Static:
    content: bytes
    packed: bytes
    version: str


class Pages:
    """Makes pages of templates and static files."""

    def __init__(self, words: Words, place: Place, embed: Sequence[str] = ()) -> None:
        self._words = words
        self.place = place
        self._embed = tuple(embed)
        self._static = _static()
        self._templates = _templates()

    def language(self, request: Request) -> str:
        """The language chosen on this device; Vietnamese until one is chosen, whatever the browser prefers:
        phones sold here often speak English to websites and Vietnamese to their owners."""
        known = self._words.languages()
        for wanted in (request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE)):
            if wanted in known:
                return str(wanted)
        return DEFAULT_LANGUAGE

    def say(self, key: str, lang: str, /, **arguments: str | int) -> str:
        """A sentence."""
        return self._words.say(key, lang, **arguments)

    def render(
        self, request: Request, template: str, *, status: int = 200, embeddable: bool = False, **context: Any
    ) -> Response:
        """A page. The template is given `t` (sentences), `static` (addresses of static files) and `lang`."""
        lang = self.language(request)
        languages = [
            {"code": code, "name": self._words.say("web-language-name", code)} for code in self._words.languages()
        ]
        html = self._templates.get_template(template).render(
            t=partial(self._say, lang),
            life=partial(self._life, lang),
            static=self.address_of,
            lang=lang,
            place=self.place,
            languages=languages,
            **context,
        )
        response = Response(html, status, media_type="text/html", headers=dict(HEADERS))
        response.headers["Cache-Control"] = "no-store"
        if embeddable and self._embed:
            allowed = " ".join(("'self'", *self._embed))
            response.headers["Content-Security-Policy"] = HEADERS["Content-Security-Policy"].replace(
                "frame-ancestors 'none'", f"frame-ancestors {allowed}"
            )
            # The older header knows no list and would forbid what the list allows.
            del response.headers["X-Frame-Options"]
        if request.query_params.get("lang") == lang:
            response.set_cookie(
                LANGUAGE_COOKIE,
                lang,
                max_age=YEAR_SECONDS,
                samesite="lax",
                httponly=True,
                secure=is_secure(request),
            )
        return packed(request, response)

    def address_of(self, name: str) -> str:
        """The address of a static file; it changes with the content, so that it may be kept for ever."""
        return f"/static/{name}?v={self._static[name].version}"

    def static_route(self) -> Route:
        """The route of the static files."""
        return Route("/static/{name}", self._serve, methods=["GET"])

    def asset(self, name: str) -> bytes:
        """The bytes of a static file."""
        return self._static[name].content

    async def _serve(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in self._static:
            return Response(status_code=404, headers=dict(HEADERS))
        headers = {**HEADERS, "Vary": "Accept-Encoding"}
        fresh = request.query_params.get("v") == self._static[name].version
        headers["Cache-Control"] = f"public, max-age={YEAR_SECONDS}, immutable" if fresh else "max-age=60"
        content = self._static[name].content
        if takes_gzip(request):
            content = self._static[name].packed
            headers["Content-Encoding"] = "gzip"
        return Response(content, media_type=_TYPES[Path(name).suffix], headers=headers)

    def _say(self, lang: str, key: str, /, **arguments: str | int) -> str:
        return self._words.say(key, lang, **arguments)

    def _life(self, lang: str, what: str) -> str:
        return self._words.say(f"web-life-{what}" if what in LIFE else "web-life-other", lang)


# Both are part of the program, so one reading serves everybody.
@cache
def _static() -> Mapping[str, _Static]:
    read = {path.name: path.read_bytes() for path in sorted((_HERE / "static").iterdir()) if path.is_file()}
    return {
        name: _Static(content, gzip.compress(content, 9), hashlib.sha256(content).hexdigest()[:12])
        for name, content in read.items()
    }


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    templates.filters.update(
        digits=lambda text: re.sub(r"[^\d+]", "", text),
        day=lambda day: day.strftime("%d/%m/%Y"),
        moment=lambda moment: local(moment).strftime("%H:%M %d/%m/%Y"),
        size=_size,
        number=_number,
        shortday=_shortday,
        plain=_plain,
    )
    return templates


def is_secure(request: Request) -> bool:
    """Whether a cookie must travel by https only: everywhere but on this machine itself."""
    return request.url.hostname not in LOOPBACK


def _size(size: int) -> str:
    return f"{size / 1024 / 1024:.1f} MB" if size >= 1024 * 1024 else f"{max(1, size // 1024)} KB"


def _plain(label: str) -> str:
    """A label of the chat without the small picture before it, which many an office PC cannot draw."""
    return _PICTURE.sub("", label)


def _number(count: int) -> str:
    """Thousands as Vietnamese writes them."""
    return f"{count:,}".replace(",", ".")


def _shortday(day: date) -> str:
    """The day of a moment, or a day."""
    shown = local(day) if isinstance(day, datetime) else day
    return shown.strftime("%d/%m/%Y")
