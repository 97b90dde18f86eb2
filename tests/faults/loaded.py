"""What a process of `tests.faults.nursery` has loaded before it begins: the program with all its channels."""

from __future__ import annotations

import bot.app as app
import bot.channels.telegram.channel as telegram
import bot.commands.running as running
import bot.mailing as mailing
import bot.web.site as site
import bot.zalo as zalo
from cases.classify import classify

__all__ = ["app", "classify", "mailing", "running", "site", "telegram", "zalo"]

classify("đơn đề nghị")
