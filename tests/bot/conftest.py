"""Fixtures of the running program's tests."""

from __future__ import annotations

import pytest

from tests.bot.courier_fakes import FakeChannel, FakeRows, FakeTime


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def channel() -> FakeChannel:
    return FakeChannel()


@pytest.fixture
def rows() -> FakeRows:
    return FakeRows()
