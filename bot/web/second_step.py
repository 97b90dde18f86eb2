"""The second step of sign-in: codes of six digits that an officer's phone makes (RFC 6238)."""

from __future__ import annotations

import hmac
import io
from datetime import datetime
from typing import Final

import pyotp
import segno

PERIOD_SECONDS: Final = 30
DRIFT_PERIODS: Final = 1
"""Clocks of phones are never exact: the code before and the one after are taken, too."""


def new_secret() -> str:
    """A secret to share with a phone."""
    return pyotp.random_base32()


def step_of(secret: str, typed: str, now: datetime) -> int | None:
    """The period of 30 seconds whose code was typed; None when it is the code of none near now."""
    code = "".join(typed.split())
    present = int(now.timestamp()) // PERIOD_SECONDS
    maker = pyotp.TOTP(secret, interval=PERIOD_SECONDS)
    for step in range(present - DRIFT_PERIODS, present + DRIFT_PERIODS + 1):
        if hmac.compare_digest(maker.at(step * PERIOD_SECONDS).encode(), code.encode()):
            return step
    return None


def code_at(secret: str, now: datetime) -> str:
    """The code that a phone shows now."""
    return pyotp.TOTP(secret, interval=PERIOD_SECONDS).at(now)


def picture(secret: str, name: str, issuer: str) -> str:
    """The QR code that an authenticator app reads, as SVG to stand inside a page."""
    link = pyotp.TOTP(secret, interval=PERIOD_SECONDS).provisioning_uri(name=name, issuer_name=issuer)
    out = io.BytesIO()
    segno.make(link, error="m").save(
        out,
        kind="svg",
        scale=5,
        border=3,
        xmldecl=False,
        svgns=True,
        dark="#000",
        light="#fff",
        svgclass="qr",
        omitsize=True,
    )
    return out.getvalue().decode()


def grouped(secret: str) -> str:
    """The secret in groups of four, for who types it into the phone."""
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
