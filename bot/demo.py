"""`tiengdan demo`: everything on this machine, with three wards, three officers and, if wished, sample cases."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from bot.app import OnReady, Running
from bot.settings import Settings, from_data
from bot.terminal import Terminal
from bot.web import second_step
from storage import doors, second_steps, staff
from storage.session import Session

LINK_HOURS: Final = 24
UNIT_NAMES: Final = (
    ("ha-noi", "thành phố Hà Nội", "thanh_pho", ""),
    ("cau-giay", "phường Cầu Giấy", "phuong", "ha-noi"),
    ("nghia-do", "phường Nghĩa Đô", "phuong", "ha-noi"),
    ("tay-ho", "phường Tây Hồ", "phuong", "ha-noi"),
)
PHONE: Final = "024 0000 0000"
ROLES: Final = ("officer", "confidential", "admin")


def settings_for(folder: Path, port: int, words: Terminal, **more: Any) -> Settings:
    """The settings of the demo: SQLite and the key in one folder, loopback only; `more` are sections beside these."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return from_data({**data_for(folder, port, words), **more}, str(folder))


def data_for(folder: Path, port: int, words: Terminal) -> dict[str, Any]:
    """The same settings as a config file would hold them."""
    units = [
        {
            "code": code,
            "name": name,
            "level": level,
            "parent": parent,
            "phone": PHONE,
            # There is no Telegram here: what a group would read, our own page shows.
            "staff_chats": [f"web:nhom-{code}"] if parent else [],
        }
        for code, name, level, parent in UNIT_NAMES
    ]
    codes = [code for code, _, _, parent in UNIT_NAMES if parent]
    people = [
        {
            "name": words.say(f"demo-name-{role}"),
            "role": role,
            "units": ["ha-noi", *codes],
            "accounts": [f"web:rieng-{role}"],
        }
        for role in ROLES
    ]
    return {
        "database": {"url": f"sqlite:///{folder / 'tiengdan.db'}"},
        "security": {"key_file": str(folder / "tiengdan.key")},
        "web": {"host": "127.0.0.1", "port": port},
        "committee": {
            "name": words.say("demo-committee"),
            "phone": PHONE,
            "address": words.say("demo-address"),
            "hours": words.say("demo-hours"),
        },
        "units": units,
        "staff": people,
    }


def greet(settings: Settings, words: Terminal, samples: int, *, zalo: str = "") -> OnReady:
    """What is done once the demo runs: fill in samples, then say where everything is."""
    folder = settings.security.key_file.parent

    async def ready(running: Running) -> None:
        if samples:
            from bot.samples import fill

            words.tell("demo-filling", count=samples)
            made = await fill(running, samples)
            words.tell("demo-filled" if made else "demo-filled-before", count=made)
        links = await running.store.database.write(_links, running)
        words.tell("demo-ready", address=running.address)
        for role, name, url in links:
            words.tell("demo-link", name=name, role=words.say(f"demo-role-{role}"), url=url)
        secret = await running.store.database.write(_second_step, running)
        words.tell("demo-second", secret=secret)
        if zalo:
            words.tell("demo-zalo", address=zalo)
        words.tell("demo-more", folder=str(folder))

    return ready


def _second_step(db: Session, running: Running) -> str:
    """The secret of whoever may open denunciations: a trial has no phone, so the page shows its codes."""
    [person] = [each for each in staff.everybody(db) if each.confirmed and each.role == "confidential"][:1]
    return second_steps.begin(db, person.id, second_step.new_secret(), running.now()).secret


def _links(db: Session, running: Running) -> list[tuple[str, str, str]]:
    ids = running.house.ids
    links = []
    for person in staff.everybody(db):
        if not person.confirmed or person.source != "config":
            continue
        token = ids.token()
        doors.make(db, token, person.id, "", running.now() + timedelta(hours=LINK_HOURS))
        links.append((person.role, person.name, f"{running.address}/console/vao/{token}"))
    return sorted(links, key=lambda link: ROLES.index(link[0]))
