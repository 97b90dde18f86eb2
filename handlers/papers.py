"""Photos, voices and papers: kept with the draft as they come, fetched once the person has consented."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import timedelta
from typing import Any, Final

from handlers.effects import Effect, Fetch, Remind
from handlers.messages import Media
from handlers.state import Draft
from handlers.talk import Talk

ALBUM_SECONDS: Final = 3
"""Photos of one album arrive as separate events: this long after the last one they count as whole."""
BYTES_PER_MB: Final = 1_000_000


def files(draft: Draft) -> list[dict[str, Any]]:
    """The files of a draft that were not refused, in the order they came."""
    return [file for file in draft.get("files", ()) if file["state"] != "refused"]


def gather(talk: Talk, media: Media, *, may_fetch: bool) -> tuple[Draft, tuple[Effect, ...]]:
    """Keep one file with the draft. It is asked for at once, or (before consent) when consent is given.

    What the channel keeps for an unsaid time only is brought in before consent too: sealed, shown to nobody, erased
    with the draft on refusal or silence.
    """
    draft = talk.draft
    policy = talk.world.policy
    album = Remind("album", draft.id, talk.world.now + timedelta(seconds=ALBUM_SECONDS))
    if len(files(draft)) >= policy.max_files:
        return _refuse(draft, "too_many"), (album,)
    if media.size > policy.max_file_mb * BYTES_PER_MB:
        return _refuse(draft, "too_large"), (album,)
    attachment = talk.world.ids.id()
    kept: dict[str, Any] = {
        "id": attachment,
        "kind": media.kind,
        "state": "asked" if may_fetch or media.fleeting else "held",
    }
    if kept["state"] == "held":
        kept["media"] = asdict(media)
    draft = draft.with_answer("files", [*draft.get("files", ()), kept])
    if kept["state"] == "held":
        return draft, (album,)
    return draft, (Fetch(attachment, draft.id, media), album)


def fetch_held(draft: Draft) -> tuple[Draft, tuple[Effect, ...]]:
    """Ask for the files that came before consent."""
    effects: list[Effect] = []
    kept = []
    for file in draft.get("files", ()):
        if file["state"] == "held":
            effects.append(Fetch(file["id"], draft.id, Media(**file["media"])))
            file = {"id": file["id"], "kind": file["kind"], "state": "asked"}
        kept.append(file)
    return (draft.with_answer("files", kept) if kept else draft), tuple(effects)


def settle_file(draft: Draft, attachment: str, reason: str) -> Draft | None:
    """The draft after one of its files came in or was refused; None if the file is not of this draft."""
    known = draft.get("files", ())
    if not any(file["id"] == attachment for file in known):
        return None
    state = "refused" if reason else "ready"
    changed = [{**file, "state": state} if file["id"] == attachment else file for file in known]
    return replace(draft.with_answer("files", changed))


def refusals(talk: Talk) -> tuple[Draft, tuple[str, ...]]:
    """What could not be taken and has not been said yet, as sentences; and the draft that knows it was said."""
    reasons = talk.draft.get("refusals", ())
    if not reasons:
        return talk.draft, ()
    notes = tuple(refused_file(talk, reason, filed=False) for reason in dict.fromkeys(reasons))
    return talk.draft.without("refusals"), notes


def refused_file(talk: Talk, reason: str, *, filed: bool) -> str:
    """Why a file was not taken, and what to do instead."""
    words = talk.place_words()
    policy = talk.world.policy
    why = talk.say(f"file-refused-{reason.replace('_', '-')}", mb=policy.max_file_mb, files=policy.max_files)
    return talk.say("file-refused-after" if filed else "file-refused", why=why, address=words["address"])


def _refuse(draft: Draft, reason: str) -> Draft:
    return draft.with_answer("refusals", [*draft.get("refusals", ()), reason])
