"""The topics of a letter as a dialogue offers and names them: the eleven, and those that the committee added.

In a draft a topic is one word: `khac`, or `khac.cho_dem` for an own topic under it.
"""

from __future__ import annotations

from cases.classify import Proposal
from cases.kinds import TOPICS
from cases.owntopics import find
from handlers.messages import Option
from handlers.ports import World


def options(world: World, language: str, prefix: str = "") -> tuple[Option, ...]:
    """A choice of topics; each own one stands after the one that it belongs to."""
    own = world.policy.own_topics
    out: list[Option] = []
    for topic in TOPICS:
        out.append(Option(f"{prefix}{topic}", world.words.say(f"topic-{topic}", language)))
        out += [Option(f"{prefix}{topic}.{each.code}", each.name(language)) for each in own if each.under == topic]
    return tuple(out)


def parts(chosen: str) -> tuple[str, str]:
    """The topic and the own topic of a word of a draft."""
    topic, _, own = chosen.partition(".")
    return topic, own


def label(world: World, topic: str, own: str, language: str) -> str:
    """What a topic is called; an own one that is no longer configured goes by the one above it."""
    named = next((each.name(language) for each in world.policy.own_topics if own and each.code == own), "")
    return named or world.words.say(f"topic-{topic}", language)


def proposed(world: World, proposal: Proposal, text: str) -> str:
    """The topic that a text speaks of, as a word of a draft."""
    found = find(world.policy.own_topics, text, proposal.kind, proposal.topic)
    return f"{found.under}.{found.code}" if found else proposal.topic
