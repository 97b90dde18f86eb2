"""The gate: each in turn, one at a time of each, those we know first, and nobody for ever last."""

from __future__ import annotations

import asyncio
import contextlib
import random
from functools import partial

import pytest

from bot import gate as gates
from bot.gate import CROWD, MANY, CrowdedError, Gate, Regulars, SteppedAsideError


@pytest.fixture(autouse=True)
def _crowds_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with much else to do may take a second for what is no more than one moment here."""
    monkeypatch.setattr(gates, "CROWDED_SECONDS", 60.0)


def gate(width: int = 1, *known: str, most: int = 100) -> Gate:
    regulars = Regulars()
    regulars.add(known)
    return Gate(width, regulars, most)


async def order(gate: Gate, *parties: str) -> list[str]:
    """In which order these get in, who came in this order while the gate was taken."""
    entered: list[str] = []

    async def one(party: str) -> None:
        async with gate.place(party):
            entered.append(party)
            await asyncio.sleep(0)

    async with gate.place("first"):
        tasks = [asyncio.create_task(one(party)) for party in parties]
        await asyncio.sleep(0)
    await asyncio.gather(*tasks)
    return entered


async def test_one_who_writes_much_waits_behind_nobody_but_themselves() -> None:
    assert await order(gate(), "a", "a", "a", "b", "c") == ["a", "b", "c", "a", "a"]


async def test_somebody_known_goes_before_a_thousand_newcomers() -> None:
    entered = await order(gate(1, "hoa"), *(f"new{number}" for number in range(1000)), "hoa")
    assert entered.index("hoa") <= 1


async def test_in_a_rush_that_is_no_crowd_who_comes_first_goes_first() -> None:
    known = {f"known{number}" for number in range(50)}
    came = [*sorted(known), *(f"new{number}" for number in range(50))]
    random.Random(3).shuffle(came)
    assert await order(gate(1, *known), *came) == came


async def test_many_strangers_after_each_other_are_a_crowd_though_few_wait_at_a_time() -> None:
    """A vendor with forty places for us shows us no more of a thousand."""
    here = gate(1, "hoa")
    counted = 42 - MANY  # of forty and the one who is in
    for number in range(1 + CROWD // counted):
        assert not here.crowded
        await order(here, *(f"new{number}.{each}" for each in range(40)))
    assert here.crowded
    entered = await order(here, *(f"new{number}" for number in range(40)), "hoa")
    assert entered.index("hoa") <= 1


async def test_rushes_with_a_pause_between_them_are_no_crowd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gates, "RUSH_SECONDS", 0.0)
    here = gate(1)
    for _ in range(CROWD // 16 + 1):
        await order(here, *(f"new{each}" for each in range(40)))
    assert not here.crowded


async def test_a_crowd_that_is_brought_a_hundred_at_a_time_is_one_however_slow_the_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Who polls brings the next hundred when the last of these was served."""
    now = 0.0
    loop = asyncio.get_running_loop()
    monkeypatch.setattr(loop, "time", lambda: now)
    here = gate(1)

    async def one(party: str) -> None:
        nonlocal now
        async with here.place(party):
            await asyncio.sleep(0)
            now += gates.RUSH_SECONDS / (MANY + 1)

    for batch in range(4):
        assert not here.crowded
        await asyncio.gather(*(one(f"new{batch}.{each}") for each in range(100)))
    assert here.crowded


async def test_in_a_crowd_newcomers_get_in_between_however_many_known_ones_wait() -> None:
    known = [f"known{number}" for number in range(50)]
    here = gate(1, *known)
    here.crowd()
    entered = await order(here, *known, "new")
    assert entered.index("new") <= 5


async def test_a_flood_of_newcomers_leaves_a_place_for_somebody_known_and_does_not_crowd_them() -> None:
    here = gate(2, "hoa")
    here.crowd()
    leaves, entered = asyncio.Event(), list[str]()

    async def stay(party: str) -> None:
        async with here.place(party):
            entered.append(party)
            await leaves.wait()

    flood = [asyncio.create_task(stay(f"new{number}")) for number in range(10)]
    await asyncio.sleep(0)
    known = asyncio.create_task(stay("hoa"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert entered == ["new0", "hoa"], "one newcomer at a time, and the other place was free"
    flood[0].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert entered == ["new0", "hoa"], "nobody new comes in beside her"
    known.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert entered == ["new0", "hoa", "new1"]
    leaves.set()
    await asyncio.gather(known, *flood, return_exceptions=True)
    assert len(entered) == 11


async def test_in_a_crowd_a_wide_gate_lets_many_known_ones_in_at_once_and_strangers_one_at_a_time() -> None:
    regulars = Regulars()
    regulars.add(["hoa", "lan", "mai"])
    here = Gate(4, regulars, strangers=1)
    here.crowd()
    leaves, entered = asyncio.Event(), list[str]()

    async def stay(party: str) -> None:
        async with here.place(party):
            entered.append(party)
            await leaves.wait()

    tasks = [asyncio.create_task(stay(party)) for party in ("new1", "new2", "hoa", "lan", "new3", "mai")]
    for _ in range(4):
        await asyncio.sleep(0)
    assert entered == ["new1", "hoa", "lan", "mai"]
    leaves.set()
    await asyncio.gather(*tasks)
    assert set(entered[4:]) == {"new2", "new3"}


async def test_in_a_crowd_where_many_known_ones_write_a_newcomer_does_not_stand_behind_them_all() -> None:
    regulars = Regulars()
    known = [f"known{number}" for number in range(20)]
    regulars.add(known)
    here = Gate(12, regulars, strangers=2)
    here.crowd()
    inside: set[str] = set()
    fewest = []

    async def one(party: str) -> None:
        async with here.place(party):
            inside.add(party)
            fewest.append(sum(each.startswith("new") for each in inside) <= max(2, len(inside & set(known)) // 4))
            await asyncio.sleep(0)
            inside.discard(party)
            entered.append(party)

    entered: list[str] = []
    await asyncio.gather(*(one(party) for party in [*known, *(f"new{number}" for number in range(200))]))
    assert entered.index("new0") <= 12, "with the first ones who left"
    assert max(entered.index(party) for party in known) < 27, "a flood of newcomers takes no more than a quarter"
    assert all(fewest)


async def test_one_party_is_never_inside_twice_and_keeps_its_order() -> None:
    here = gate(4)
    inside: list[str] = []
    entered: list[tuple[str, int]] = []

    async def one(party: str, number: int) -> None:
        async with here.place(party):
            assert party not in inside
            inside.append(party)
            entered.append((party, number))
            assert len(inside) <= 4
            for _ in range(random.Random(number).randint(0, 3)):
                await asyncio.sleep(0)
            inside.remove(party)

    await asyncio.gather(*(one("abcdefg"[number % 7], number) for number in range(200)))
    for party in "abcdefg":
        mine = [number for who, number in entered if who == party]
        assert mine == sorted(mine)
    assert here.waiting == 0


async def test_whoever_gives_up_frees_the_place() -> None:
    here = gate()
    async with here.place("a"):
        tasks = [asyncio.create_task(order_one(here, party)) for party in ("b", "b", "c")]
        await asyncio.sleep(0)
        tasks[0].cancel()
        tasks[2].cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await tasks[0]
    await tasks[1]
    async with here.place("d"):
        assert here.waiting == 0


async def order_one(gate: Gate, party: str) -> None:
    async with gate.place(party):
        await asyncio.sleep(0)


async def test_what_is_too_much_of_one_party_is_sent_back_and_the_others_come_in() -> None:
    here = gate(most=3)
    async with here.place("a"):
        tasks = [asyncio.create_task(order_one(here, "a")) for _ in range(5)]
        other = asyncio.create_task(order_one(here, "b"))
        await asyncio.sleep(0)
    results = await asyncio.gather(*tasks, other, return_exceptions=True)
    assert [type(result) for result in results].count(CrowdedError) == 2
    assert results[-1] is None


async def test_who_finds_room_and_nobody_before_them_does_not_wait_and_leaves_room_behind() -> None:
    here = gate(3, "hoa")
    for party in ("hoa", "new", "hoa", "new"):
        place = here.place(party)
        with pytest.raises(StopIteration):
            place.__aenter__().send(None)
        assert here.waiting == 0
        await place.__aexit__()
    for party in ("a", "b"):
        with pytest.raises(StopIteration):
            here.place(party).__aenter__().send(None)
    # The last place is for somebody we know.
    late = asyncio.create_task(here.place("c").__aenter__())
    await asyncio.sleep(0)
    assert (here.waiting, late.done()) == (1, False)
    async with here.place("hoa"):
        assert not late.done()
    late.cancel()


async def test_who_stands_outside_steps_aside_in_the_order_of_coming_and_who_cannot_stays() -> None:
    here, order = gate(1, "hoa"), list[tuple[str, bool]]()

    async def one(party: str, *, can: bool = True) -> None:
        async with here.place(party, partial(put, party) if can else None):
            order.append((party, False))

    def put(party: str, excess: bool) -> asyncio.Future[bool]:
        order.append((f"{party} aside", excess))
        kept: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        kept.set_result(True)
        return kept

    async with here.place("in"):
        came = ("a", "b", "a", "hoa", "c")
        tasks = [asyncio.create_task(one(party)) for party in came]
        stays = asyncio.create_task(one("page", can=False))
        await asyncio.sleep(0)
        for party, excess in (("a", False), ("hoa", True), ("page", False), ("in", False), ("nobody", False)):
            here.clear(party, excess=excess)
        assert order == [("a aside", False), ("a aside", False), ("hoa aside", True)]
    await stays
    results = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(result) for result in results if result] == [SteppedAsideError] * 3
    assert sorted(order[3:]) == [("b", False), ("c", False), ("page", False)]
    assert here.waiting == 0
