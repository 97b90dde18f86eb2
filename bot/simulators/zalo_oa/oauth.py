"""The token endpoint: codes and refresh tokens are good once; one used twice kills the whole grant."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from typing import Any, Final

from bot.simulators.zalo_oa import refusals
from bot.simulators.zalo_oa.world import Grant, Simulator

ACCESS_SECONDS: Final = 90_000
REFRESH_SECONDS: Final = 90 * 86_400


def exchange(sim: Simulator, form: Mapping[str, str], secret: str) -> dict[str, Any]:
    """The answer to a request for tokens. Raises OAuthRefused."""
    if form.get("app_id") != sim.app_id:
        raise refusals.BAD_APP
    if secret != sim.app_secret:
        raise refusals.BAD_SECRET
    with sim.lock:
        if form.get("grant_type") == "authorization_code":
            _redeem(sim, form)
        elif form.get("grant_type") == "refresh_token":
            _refresh(sim, form)
        else:
            raise refusals.BAD_FORM
        return _issue(sim)


def check(sim: Simulator, token: str) -> None:
    """Let a good access token through. Raises Refused."""
    grant = sim.grant
    good = token == grant.access and bool(token)
    if not sim.switches.old_token_dies:
        good = good or token in grant.older
    if not good or grant.dead or sim.clock() >= grant.access_until:
        raise refusals.BAD_TOKEN


def _redeem(sim: Simulator, form: Mapping[str, str]) -> None:
    challenge, until = sim.codes.pop(form.get("code", ""), ("", 0.0))
    if sim.clock() >= until:
        raise refusals.BAD_CODE
    digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
    if base64.urlsafe_b64encode(digest).decode().rstrip("=") != challenge:
        raise refusals.BAD_VERIFIER
    sim.grant = Grant()


def _refresh(sim: Simulator, form: Mapping[str, str]) -> None:
    grant, token = sim.grant, form.get("refresh_token", "")
    if token in grant.spent:
        grant.dead = True
        sim.wrong("a refresh token was used twice")
    if grant.dead or not token or token != grant.refresh or sim.clock() >= grant.refresh_until:
        raise refusals.BAD_REFRESH
    grant.spent.add(token)


def _issue(sim: Simulator) -> dict[str, Any]:
    grant, now = sim.grant, sim.clock()
    if grant.access:
        grant.older.add(grant.access)
    grant.access, grant.refresh = sim.secret("access"), sim.secret("refresh")
    grant.access_until, grant.refresh_until = now + ACCESS_SECONDS, now + REFRESH_SECONDS
    return {"access_token": grant.access, "refresh_token": grant.refresh, "expires_in": str(ACCESS_SECONDS)}
