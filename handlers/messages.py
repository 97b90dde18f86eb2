"""What can come in and what can go out: the few shapes that every channel and every dialogue share."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Literal

from cases.classify import is_urgent
from cases.language import Detected, detect
from cases.reading import Reading, Unread, read
from cases.records import record

ChatKind = Literal["private", "group"]
MediaKind = Literal["photo", "video", "voice", "audio", "document"]
LONG_ENOUGH_CHARS: Final = 40
"""A shorter text is read in less time than it takes to hand it to another thread, or than a turn to come again."""
CONSOLE: Final = "console"
"""The channel of what officers do on the page: behind the sign-in, and for a denunciation behind a second step."""
RefusedFile = Literal["too_large", "wrong_type", "broken", "unavailable", "too_many", "infected"]


# What can come in ------------------------------------------------------------------------------------------


@record(frozen=True, slots=True)
class Text:
    """Typed words, commands included (`/tracuu TD-…`). `ref` is the channel's own id of the message."""

    body: str
    ref: str = ""


@record(frozen=True, slots=True)
class Choice:
    """A tap on an option. `prompt` is the number of the question it belongs to; an option that begins with
    `/` is a standing one (under a receipt, a notice): it equals typing that command and never grows old."""

    option: str
    prompt: int = 0


@record(frozen=True, slots=True)
class Media:
    """One photo, voice message or file. `file` is what the channel needs to fetch it; `album` groups several."""

    kind: MediaKind
    file: str
    name: str = ""
    mime: str = ""
    size: int = 0
    caption: str = ""
    album: str = ""
    ref: str = ""
    fleeting: bool = False
    """Whether the channel keeps it for an unsaid time only: it is brought in (sealed) before consent too."""


@record(frozen=True, slots=True)
class Place:
    """A pin on the map, in degrees; `name` is what the map calls the place, where it was chosen by its name."""

    latitude: float
    longitude: float
    ref: str = ""
    name: str = ""


@record(frozen=True, slots=True)
class Contact:
    """A shared phone number; `own` is whether it is the sender's."""

    phone: str
    own: bool
    ref: str = ""


@record(frozen=True, slots=True)
class Edited:
    """An earlier text (or caption) of the sender, changed after it was sent."""

    body: str
    ref: str


@record(frozen=True, slots=True)
class Strange:
    """Something that no dialogue can use: a sticker, a poll, an unknown kind of update."""

    name: str
    ref: str = ""


@record(frozen=True, slots=True)
class Began:
    """Somebody opened the chat or follows the account, and has said nothing yet."""


@record(frozen=True, slots=True)
class ByHand:
    """A person of the committee wrote to this resident in the vendor's own app, past the bot."""

    body: str
    ref: str = ""


@record(frozen=True, slots=True)
class Withdrew:
    """The person has withdrawn, in the vendor's app, the consent to the use of their data."""


@record(frozen=True, slots=True)
class Joined:
    """The bot was added to a group."""


@record(frozen=True, slots=True)
class Gone:
    """The account blocked the bot, or the group removed it."""


@record(frozen=True, slots=True)
class Moved:
    """The chat goes on under another address (a Telegram group became a supergroup)."""

    peer: str


@record(frozen=True, slots=True)
class Timer:
    """A moment that was asked for with `Remind` has come. `subject` is the id it was asked for."""

    name: str
    subject: str


@record(frozen=True, slots=True)
class FileReady:
    """A file asked for with `Fetch` is checked, cleaned and sealed."""

    attachment: str


@record(frozen=True, slots=True)
class FileRefused:
    """A file asked for with `Fetch` cannot be taken."""

    attachment: str
    reason: RefusedFile


What = (
    Text
    | Choice
    | Media
    | Place
    | Contact
    | Edited
    | Strange
    | Began
    | ByHand
    | Withdrew
    | Joined
    | Gone
    | Moved
    | Timer
    | FileReady
    | FileRefused
)


@record(frozen=True, slots=True)
class Incoming:
    """One event from one account in one chat.

    `event_id` is unique within the channel: the same id twice is the same event delivered again.
    `account` is who wrote, `peer` the chat to answer to; both in the channel's own form.
    """

    channel: str
    account: str
    peer: str
    event_id: str
    at: datetime
    what: What
    chat: ChatKind = "private"
    language_hint: str = ""
    late: bool = False
    """Whether a newer event of this person was answered before: a vendor's retry that took its time."""
    released: bool = False
    """Whether it let news through that had waited for it, and that stands above what it is answered."""
    reading: Reading | None = None
    """What its words tell, where that was read before the turn."""
    joined: Reading | None = None
    """What the story tells that was told before it, or that its words were added to, where that was read already."""
    reads_elsewhere: bool = False
    """Whether a long text that is not read yet is asked for (`Unread`) rather than read here."""
    unready: bool = False
    """Whether what reads words is not loaded yet: then a short text is asked for as well."""

    def with_reading(self, reading: Reading | None, joined: Reading | None, *, unready: bool) -> Incoming:
        """The same event with what its words tell, and the story before it; a long text not among them is asked for."""
        # Written out, as in handlers/state.py: every event comes by here.
        return Incoming(
            self.channel,
            self.account,
            self.peer,
            self.event_id,
            self.at,
            self.what,
            self.chat,
            self.language_hint,
            self.late,
            self.released,
            reading,
            joined,
            True,
            unready,
        )

    def read(self, text: str) -> Reading:
        """What `text` tells: as read before the turn, or read now."""
        found = self._read_before(text.strip())
        return read(self._here(text)) if found is None else found

    def is_urgent(self, text: str) -> bool:
        """Whether `text` tells of danger, the one thing that is looked for in every answer: as read before, or now."""
        found = self._read_before(text.strip())
        return is_urgent(self._here(text.strip())) if found is None else found.proposal.urgent

    def language_of(self, text: str) -> Detected:
        """The language of `text`: as read before the turn, or told now."""
        found = self._read_before(text.strip())
        return detect(text.strip()) if found is None else found.language

    def _here(self, text: str) -> str:
        if self.unready:
            raise Unread(text)
        return text

    def _read_before(self, text: str) -> Reading | None:
        for found in (self.reading, self.joined):
            if found is not None and found.text == text:
                return found
        if self.reads_elsewhere and len(text) >= LONG_ENOUGH_CHARS:
            raise Unread(text)
        return None


# What can go out -------------------------------------------------------------------------------------------


@record(frozen=True, slots=True)
class Option:
    """One answer that may be tapped or typed: by its number, its label, or a word of `also` (in lower case)."""

    id: str
    label: str
    also: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class Attachment:
    """A file that goes with a message. It is made when it is sent, out of what it is `about`: nothing is stored."""

    kind: Literal["photo", "document"]
    name: str
    what: str
    about: tuple[tuple[str, str], ...] = ()


@record(frozen=True, slots=True)
class Outgoing:
    """One message. With `slot` it can be changed later: another Outgoing of the same slot and `edit=True`
    replaces it in place where the channel can, and is sent anew where it cannot."""

    text: str
    options: tuple[Option, ...] = ()
    prompt: int = 0
    slot: str = ""
    edit: bool = False
    urgent: bool = False
    template: str = ""
    """The name of a message that the vendor has approved and that may be sent at any time, filled with `fields`."""
    fields: tuple[tuple[str, str], ...] = ()
    form: tuple[str, str] | None = None
    """Title and words of a form in which the channel, where it can, offers to share a phone number."""
    attachments: tuple[Attachment, ...] = ()
    topic: str = ""
    """The name of the thread that this belongs in, where the chat has threads: one for each case. "" for none."""
    over: bool = False
    """The matter of the thread is over: it is closed with this message."""
    commands: tuple[tuple[str, str], ...] = ()
    """What the channel, where it can, shows this chat as its menu of commands: name and what it does."""
    delete: str = ""
    """The channel's own id of a message of this chat that should go away; nothing is sent."""
    by_number: str = ""
    """What stands under its options where they are shown as numbers to be typed."""
    menu: bool = False
    """Whether the conversation knows its standing options, so that they can be typed by number."""
    machine: bool = False
    """Whether it speaks of the machine alone (a grant that ends): such words may travel by any way."""
    link: str = ""
    """The address by which its reader, and nobody else, comes into our pages; it stands in the text too."""
