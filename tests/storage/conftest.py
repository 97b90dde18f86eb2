"""The moment at which everything here happens."""

from __future__ import annotations

from datetime import UTC, datetime

NOW = datetime(2026, 10, 14, 2, 30, tzinfo=UTC)
