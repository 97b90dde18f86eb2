"""What is shown where there is no page, and when one failed: a page too, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ExceptionHandler

from bot.web.inside import FRONT, onward
from bot.web.pages import Pages


def refusals(pages: Pages) -> Mapping[int | type[Exception], ExceptionHandler]:
    """The answers to a wrong address, a wrong method and a fault of ours."""

    def said(request: Request, status: int, key: str) -> Response:
        front = FRONT if request.url.path.startswith(FRONT) else "/"
        return pages.render(request, "note.html", status=status, key=key, text="", good=False, front=front)

    async def nowhere(request: Request, problem: Exception) -> Response:
        return said(request, 404, "web-nowhere")

    async def not_so(request: Request, problem: Exception) -> Response:
        # An answer to a form was reloaded, or asked for in another language: what it belongs to lies above it.
        if request.method == "GET" and request.url.path.startswith(f"{FRONT}/"):
            return onward(request.url.path.rpartition("/")[0])
        return said(request, 405, "web-nowhere")

    async def broken(request: Request, problem: Exception) -> Response:
        return said(request, 500, "web-broken")

    return {404: nowhere, 405: not_so, Exception: broken}
