"""Where every report of a house is made the same way: for the command line, the console, and the files of a chat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.law import Laws
from bot.reports.annex import Paper, compose
from bot.reports.report import Committee, Report, build
from bot.reports.sentences import LEADING_ZERO, LeadingZero
from cases.owntopics import OwnTopic
from cases.periods import Period
from cases.records import record
from storage.session import Session


@record(frozen=True, slots=True)
class Press:
    """What all reports of a house have in common: its tree, its way with numbers, its days off, its own topics."""

    committees: Sequence[Committee]
    leading_zero: LeadingZero = LEADING_ZERO
    laws: Laws | None = None
    own: Sequence[OwnTopic] = ()

    def report(
        self,
        db: Session,
        unit: str,
        period: Period,
        now: datetime,
        *,
        recount: bool = False,
        public: bool = False,
        deep: bool = True,
    ) -> Report:
        """The figures alone (see `build`)."""
        zero, own = self.leading_zero, self.own
        asked = db, self.committees, unit, period, now
        return build(*asked, recount=recount, leading_zero=zero, public=public, deep=deep, own=own)

    def paper(self, db: Session, unit: str, period: Period, now: datetime, *, recount: bool = False) -> Paper:
        """The figures with all that only paper and pictures show (see `compose`)."""
        zero, laws, own = self.leading_zero, self.laws, self.own
        return compose(db, self.committees, unit, period, now, recount=recount, leading_zero=zero, laws=laws, own=own)
