"""From a resident's own words to a kind, a topic and an urgency: a proposal, with the words that decided it.

What reads the words is loaded with the first that are read: whoever says no more than a command needs nothing of it.
"""

from __future__ import annotations

from cases.classify.proposal import Matter, Proposal

__all__ = ["Matter", "Proposal", "classify", "is_despair", "is_urgent", "only_who_where_and_when"]


def classify(text: str) -> Proposal:
    """What this message is by content, purpose and demand; pure, and safe to call from any thread."""
    from cases.classify import propose

    return propose.classify(text)


def is_urgent(text: str) -> bool:
    """Whether a message tells of danger to life or body: all that is asked of most, for a third of the work."""
    from cases.classify import propose

    return propose.is_urgent(text)


def only_who_where_and_when(text: str) -> bool:
    """Whether a text says nothing but numbers, names, places and days, as Vietnamese writes them."""
    from cases.classify import propose

    return propose.only_who_where_and_when(text)


def is_despair(text: str) -> bool:
    """Whether words of danger speak of somebody who may end their own life."""
    from cases.classify import propose

    return propose.is_despair(text)
