"""From a resident's own words to a kind, a topic and an urgency: a proposal, with the words that decided it."""

from __future__ import annotations

from cases.classify.proposal import Matter, Proposal
from cases.classify.propose import classify, is_despair, is_urgent

__all__ = ["Matter", "Proposal", "classify", "is_despair", "is_urgent"]
