"""The kinds, topics, statuses and outcomes of a letter: the wire values that every room shares."""

from __future__ import annotations

from typing import Final, Literal, get_args

Kind = Literal["to_cao", "khieu_nai", "kien_nghi_phan_anh", "khac"]
"""Denunciation, complaint, petition, other; by content, purpose and demand (TT 05/2021/TT-TTCP Art 6)."""

Topic = Literal[
    "trat_tu_xay_dung",
    "dat_dai",
    "moi_truong",
    "giao_thong_ha_tang",
    "dan_chu_co_so",
    "an_ninh_trat_tu",
    "chinh_sach_xa_hoi",
    "y_te_giao_duc",
    "can_bo_cong_vu",
    "tham_nhung_tieu_cuc",
    "khac",
]

Status = Literal[
    "submitted",
    "registered",
    "guided",
    "forwarded",
    "archived",
    "answered",
    "withdrawn",
    "returned",
    "split",
    "duplicate",
    "own_matter",
]
"""Where a case stands. `submitted`: confirmed by the resident, taken by nobody yet. `registered`: an officer
has it. The others are outcomes."""

Outcome = Literal[
    "guided",
    "forwarded",
    "archived",
    "answered",
    "withdrawn",
    "returned",
    "split",
    "duplicate",
    "own_matter",
]

Role = Literal["reader", "officer", "confidential", "admin"]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
TOPICS: Final[tuple[Topic, ...]] = get_args(Topic)
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
OUTCOMES: Final[tuple[Outcome, ...]] = get_args(Outcome)
ROLES: Final[tuple[Role, ...]] = get_args(Role)

ANSWERS: Final[frozenset[Outcome]] = frozenset({"answered", "guided", "returned"})
"""Outcomes that consist in telling the sender something: they stand only once the sender was told."""

HIDDEN_KIND: Final[Kind] = "to_cao"
FEWEST: Final = 3
"""Fewer letters of the hidden kind than this are told neither in public nor in a group."""

DESK_CHANNELS: Final = ("in_person", "post", "paper", "phone", "forwarded")
"""How letters come that an officer writes down, as registers count them."""
OPEN_STATUSES: Final[frozenset[Status]] = frozenset({"submitted", "registered"})
"""A case in one of these has no outcome yet."""
