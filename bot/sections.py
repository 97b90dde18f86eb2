"""The sections of config.toml, each with its keys, their forms and their defaults."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, SecretStr, model_validator
from pydantic_core import PydanticCustomError

from bot.without import standing_in
from cases.kinds import TOPICS, Kind, Role, Topic
from cases.retention import Schedule

# With the first model pydantic would ask every installed package whether it brings a plugin; none shall.
with standing_in("importlib.metadata", entry_points=lambda **group: ()):
    import pydantic.plugin._loader  # noqa: F401

Mode = Literal["polling", "webhook"]
Level = Literal["trung_uong", "tinh", "thanh_pho", "quan", "huyen", "phuong", "xa", "dac_khu", "khu_dan_cu"]
Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]{1,40}$")]
Origin = Annotated[str, Field(pattern=r"^https?://[A-Za-z0-9.-]+(:\d{1,5})?$")]
"""A site as browsers name it: no path, no slash at the end."""


def _network(value: Any) -> IPv4Network | IPv6Network:
    try:
        return ip_network(str(value).strip())
    except ValueError:
        raise PydanticCustomError("form", "network") from None


Network = Annotated[IPv4Network | IPv6Network, PlainValidator(_network)]
"""An address, or all of a network. (pydantic's own type of it takes 0.3 MB along.)"""
Port = Annotated[int, Field(ge=0, le=65535)]
Minutes = Annotated[int, Field(ge=1, le=7 * 24 * 60)]
Days = Annotated[int, Field(ge=1, le=3660)]
Years = Annotated[int, Field(ge=0, le=100)]

_STAFF_CHAT: Final = re.compile(r"^(telegram:-?\d+|zalo_oa:group:\S+|zalo_bot:[\w.:-]+|email:[^@\s]+@[^@\s]+|web:\S+)$")
_ZALO_HOSTS: Final = ("zdn.vn", "zadn.vn", "zaloapp.com")
"""Where Zalo keeps what people send."""
_ACCOUNT: Final = re.compile(r"^(telegram:\d+|zalo_oa:\S+|zalo_bot:\S+|web:\S+|email:[^@\s]+@[^@\s]+)$")
_MAIL_ADDRESS: Final = re.compile(r"^[^@\s<>\",;:]+@[^@\s<>\",;:]+$")
_THIS_MACHINE_ADDRESSES: Final = ("127.0.0.1", "::1")
_THIS_MACHINE: Final = ("localhost", *_THIS_MACHINE_ADDRESSES)
_WEBHOOK_SECRET: Final = re.compile(r"^[A-Za-z0-9_-]{1,256}$")  # https://core.telegram.org/bots/api#setwebhook
_BOT_SECRET: Final = re.compile(r"^[\x21-\x7e]{8,256}$")  # https://bot.zaloplatforms.com/docs (setWebhook)
_BOT_TOKEN: Final = re.compile(r"^[\w.:~-]+$", re.ASCII)


class Section(BaseModel):
    """A part of the config: refuses keys it does not know, takes a secret `x` from the file `x_file`."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _secrets_from_files(cls, data: Any) -> Any:
        if not isinstance(data, Mapping):
            return data
        filled = dict(data)
        for key in cls.model_fields:
            path = filled.get(f"{key}_file")
            if f"{key}_file" not in cls.model_fields or not path or filled.get(key):
                continue
            try:
                filled[key] = Path(path).read_text(encoding="utf-8").strip()
            except OSError:
                raise PydanticCustomError("secret_file", "{path}", {"path": str(path)}) from None
        return filled


class DatabaseSection(Section):
    """Where cases are kept."""

    url: str = "sqlite:///var/tiengdan.db"

    @model_validator(mode="after")
    def _scheme(self) -> Self:
        if not self.url.startswith(("sqlite:///", "postgresql://")):
            raise PydanticCustomError("database_url", "scheme")
        return self

    @property
    def file(self) -> Path | None:
        """The file of the database; None where it is on a server."""
        return Path(self.url.removeprefix("sqlite:///")) if self.url.startswith("sqlite:///") else None

    @property
    def data_dir(self) -> Path:
        """The folder of the files that stand beside the database."""
        return self.file.parent if self.file else Path("var")


class TelegramSection(Section):
    """The bot on Telegram; off without a token."""

    token: SecretStr = SecretStr("")
    token_file: str = ""
    api_base: str = "https://api.telegram.org"
    mode: Mode = "polling"
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    webhook_secret_file: str = ""

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Self:
        if not self.on or self.mode != "webhook":
            return self
        if not self.webhook_url.startswith(("http://", "https://")):
            raise PydanticCustomError("webhook_url", "needed")
        if not _WEBHOOK_SECRET.match(self.webhook_secret.get_secret_value()):
            raise PydanticCustomError("webhook_secret", "needed")
        return self

    @property
    def on(self) -> bool:
        """Whether this channel is switched on."""
        return bool(self.token.get_secret_value())


class ZaloOaSection(Section):
    """The Zalo Official Account."""

    app_id: str = ""
    app_secret: SecretStr = SecretStr("")
    app_secret_file: str = ""
    oa_id: str = ""
    oa_secret_key: SecretStr = SecretStr("")
    oa_secret_key_file: str = ""
    refresh_token: SecretStr = SecretStr("")
    refresh_token_file: str = ""
    api_base: str = "https://openapi.zalo.me"
    oauth_base: str = "https://oauth.zaloapp.com"
    templates: dict[str, str] = Field(default_factory=dict)
    monthly_budget: int = Field(default=0, ge=0)
    window_days: Annotated[int, Field(ge=1, le=365)] = 7
    buttons: bool = True
    calls_a_minute: int = Field(default=4000, ge=0)
    send_path: Annotated[str, Field(pattern=r"^/[\w./-]+$")] = "/v3.0/oa/message/cs"
    file_hosts: list[str] = Field(default_factory=lambda: list(_ZALO_HOSTS))
    appsecret_proof: bool = False
    form_image: str = ""

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if not self.on:
            return self
        for key in ("app_secret", "oa_id", "oa_secret_key"):
            value = getattr(self, key)
            if not (value.get_secret_value() if isinstance(value, SecretStr) else value):
                raise PydanticCustomError("zalo_oa_key", "{value}", {"value": key})
        return self

    @property
    def on(self) -> bool:
        """Whether this channel is switched on."""
        return bool(self.app_id)


class ZaloBotSection(Section):
    """The bot on Zalo Bot Platform; off without a token."""

    token: SecretStr = SecretStr("")
    token_file: str = ""
    api_base: str = "https://bot-api.zaloplatforms.com"
    mode: Mode = "polling"
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    webhook_secret_file: str = ""
    calls_a_minute: int = Field(default=0, ge=0)
    file_hosts: list[str] = Field(default_factory=lambda: list(_ZALO_HOSTS))

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if not self.on:
            return self
        if not _BOT_TOKEN.match(self.token.get_secret_value()):
            raise PydanticCustomError("zalo_bot_token", "form")
        if self.mode != "webhook":
            return self
        loopback = urlsplit(self.webhook_url).hostname in {"127.0.0.1", "localhost", "::1"}
        if not self.webhook_url.startswith(("https://", "http://") if loopback else "https://"):
            raise PydanticCustomError("zalo_bot_webhook_url", "needed")
        if not _BOT_SECRET.match(self.webhook_secret.get_secret_value()):
            raise PydanticCustomError("zalo_bot_webhook_secret", "needed")
        return self

    @property
    def on(self) -> bool:
        """Whether this channel is switched on."""
        return bool(self.token.get_secret_value())


class WebSection(Section):
    """Our own pages: the residents' chat, the console, the status page."""

    host: str = "127.0.0.1"
    port: Port = 8080
    public_url: str = ""
    chat: bool = True
    embed: list[Origin] = Field(default_factory=list)
    proxies: list[Network] = Field(default_factory=lambda: [*map(ip_network, _THIS_MACHINE_ADDRESSES)])

    @model_validator(mode="after")
    def _public_url(self) -> Self:
        if self.public_url and not self.public_url.startswith(("http://", "https://")):
            raise PydanticCustomError("public_url", "scheme")
        return self

    @property
    def address(self) -> str:
        """The address by which people reach the pages, without a slash at its end."""
        host = "127.0.0.1" if self.host in {"0.0.0.0", "::", ""} else self.host
        return (self.public_url or f"http://{host}:{self.port}").rstrip("/")


class SecuritySection(Section):
    """The key that opens what the database seals, and the virus scanner that files are shown to."""

    key_file: Path = Path("var/tiengdan.key")
    clamav: Annotated[str, Field(pattern=r"^$|^/.+|^[^\s:]+:\d{1,5}$")] = ""


class CommitteeSection(Section):
    """How the committee is reached by a person: every failure names it."""

    name: str = "Ủy ban Mặt trận Tổ quốc Việt Nam"
    phone: str = ""
    address: str = ""
    hours: str = ""
    conflict_contact: str = ""


class UnitSection(Section):
    """A committee in the tree."""

    code: Code
    name: Annotated[str, Field(min_length=1)]
    level: Level
    parent: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    heir: str = ""
    phone: str = ""
    address: str = ""
    hours: str = ""
    reception_days: str | list[str | int] = ""
    staff_chats: list[str] = Field(default_factory=list)

    @model_validator(mode="after")
    def _staff_chats(self) -> Self:
        for chat in self.staff_chats:
            if not _STAFF_CHAT.match(chat):
                raise PydanticCustomError("staff_chat", "{value}", {"value": chat})
        return self


class AuthoritySection(Section):
    """An authority that letters are forwarded to."""

    code: Code
    name: Annotated[str, Field(min_length=1)]
    address: str = ""
    unit: str = ""
    topics: list[Topic] = Field(default_factory=list)


class OwnTopicSection(Section):
    """A topic that the committee adds, under one of the eleven: its names, and the words that speak of it."""

    code: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,29}$")]
    under: Topic
    names: dict[str, Annotated[str, Field(min_length=1, max_length=20)]]
    words: Annotated[list[Annotated[str, Field(min_length=2, max_length=60)]], Field(min_length=1, max_length=200)]

    @model_validator(mode="after")
    def _named_in_vietnamese(self) -> Self:
        if "vi" not in self.names:
            raise PydanticCustomError("topic_names", "{value}", {"value": self.code})
        if self.code in TOPICS:
            raise PydanticCustomError("topic_twice", "{value}", {"value": self.code})
        return self


class TemplateSection(Section):
    """A ready sentence for officers: its name is a button, `{code}` in its text becomes the letter's code."""

    name: Annotated[str, Field(min_length=1, max_length=20)]
    text: Annotated[str, Field(min_length=1, max_length=2_000)]


class StaffSection(Section):
    """A member of staff known from the start; others come by `tiengdan staff invite`."""

    name: Annotated[str, Field(min_length=1)]
    role: Role
    accounts: list[str] = Field(default_factory=list)
    units: list[str] = Field(default_factory=list)

    @model_validator(mode="after")
    def _accounts(self) -> Self:
        for account in self.accounts:
            if not _ACCOUNT.match(account):
                raise PydanticCustomError("staff_account", "{value}", {"value": account})
        return self


class HandlingSection(Section):
    """How officers may read letters."""

    content_in_chat: Literal["petitions", "none"] = "petitions"
    identity_enclosure: bool = True
    """Whether a denouncer's identity goes along in a sealed enclosure of its own (Luật Tố cáo Art 24(2), 56(2))."""
    officer_name: bool = False


class NoticesSection(Section):
    """When staff are told, and told again."""

    acknowledge_minutes: Minutes = 60
    urgent_minutes: Minutes = 10
    digest: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] = "07:30"
    soon_days: Annotated[int, Field(ge=1, le=30)] = 2
    idle_days: Annotated[int, Field(ge=1, le=365)] = 5
    cards_an_hour: Annotated[int, Field(ge=1, le=1000)] = 20
    quiet: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$")] = "21:00-06:30"

    @property
    def quiet_hours(self) -> tuple[str, str]:
        """Begin and end of the night, local time."""
        begin, _, end = self.quiet.partition("-")
        return begin, end


class CalendarSection(Section):
    """What the law leaves open in the counting of days."""

    culture_day: bool | None = None
    reply_days: Annotated[int, Field(ge=1, le=365)] | None = None


class EmailSection(Section):
    """Letters and notices by e-mail."""

    host: str = ""
    port: Port = 587
    user: str = ""
    password: SecretStr = SecretStr("")
    password_file: str = ""
    sender: str = ""
    tls: Literal["auto", "implicit", "starttls", "none"] = "auto"
    ca_file: str = ""

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if not self.on:
            return self
        if not _MAIL_ADDRESS.match(self.sender or self.user):
            raise PydanticCustomError("email_sender", "needed")
        if self.tls == "none" and self.host not in _THIS_MACHINE:
            raise PydanticCustomError("email_tls", "needed")
        if self.ca_file and not Path(self.ca_file).is_file():
            raise PydanticCustomError("secret_file", "{path}", {"path": self.ca_file})
        return self

    @property
    def on(self) -> bool:
        """Whether this channel is switched on."""
        return bool(self.host)


class ReportsSection(Section):
    """How the month is counted and written."""

    month: Literal["state", "civil"] = "civil"
    leading_zero: bool | list[str] = Field(default_factory=lambda: ["violations", "remedied"])


class RetentionSection(Section):
    """How long what is no longer needed is kept."""

    draft_days: Days = 30
    consent_hours: Annotated[int, Field(ge=1, le=24 * 30)] = 72
    inbox_days: Days = 7
    event_days: Days = 90
    ineligible_years: Years = 1
    denunciation_years: Years = 0
    complaint_years: Years = 0
    petition_years: Years = 0
    other_years: Years = 0

    @property
    def schedule(self) -> Schedule:
        """How long ended letters are kept."""
        years: dict[Kind, int] = {
            "to_cao": self.denunciation_years,
            "khieu_nai": self.complaint_years,
            "kien_nghi_phan_anh": self.petition_years,
            "khac": self.other_years,
        }
        return Schedule(self.ineligible_years, years)


class LimitsSection(Section):
    """How much one letter may bring, and how many of them one person may send within 24 hours."""

    files: Annotated[int, Field(ge=0, le=50)] = 10
    file_mb: Annotated[int, Field(ge=1, le=50)] = 20
    image_megapixels: Annotated[int, Field(ge=1, le=500)] = 60
    letters_a_day: Annotated[int, Field(ge=1, le=20)] = 20


class BackupSection(Section):
    """Where sealed copies go, who can open them, and how old the newest may be."""

    folder: str = "var/backups"
    recipients: list[Annotated[str, Field(pattern=r"^age1[a-z0-9]{20,}$")]] = Field(default_factory=list)
    passphrase: SecretStr = SecretStr("")
    passphrase_file: str = ""
    keep: Annotated[int, Field(ge=1, le=3660)] = 14
    max_age_hours: Annotated[int, Field(ge=1, le=24 * 366)] = 26


class MetricsSection(Section):
    """Who may read the figures of the machine: a loopback port of their own, or a token on the pages."""

    port: Port = 0
    token: SecretStr = SecretStr("")
    token_file: str = ""
