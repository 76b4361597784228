"""A code on the product, on the invoice or on the paper that the technician left: it opens the right conversation."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.links import Link
from tests.acceptance.scripts import REPORTED
from tests.acceptance.world import World


async def made(desk: World, link: Link) -> None:
    await desk.do(lambda unit: unit.links.add(link))


async def on_the_sofa(desk: World, **limits: object) -> None:
    await made(desk, Link("sofa", "report_fault", {"product": "own:sofa:NOVA"}, **limits))  # type: ignore[arg-type]


async def test_the_code_on_a_product_reports_a_fault_of_it(desk_on_either: World) -> None:
    await on_the_sofa(desk_on_either)
    await desk_on_either.play(
        """
        Ann> (code sofa)
        Ann< NOVA
        Ann< [The seat has sunk | 坐垫塌陷、不回弹
        Ann! Which product is it?
        """
    )


async def test_the_code_on_an_invoice_offers_what_was_bought_with_it(desk: World) -> None:
    await made(desk, Link("invoice", "report_fault", {"product": "key::S-202609-118"}))
    await desk.play(
        """
        Ann> (code invoice)
        Ann< [NOVA sofa]
        Ann> [NOVA sofa]
        Ann< [The seat has sunk | 坐垫塌陷、不回弹
        """
    )


async def test_a_code_that_is_spent_or_made_up_says_so_and_shows_the_menu(desk: World) -> None:
    await on_the_sofa(desk, most=1)
    await desk.play(
        """
        Ann> (code nonsense)
        Ann< That code is not valid, or no longer. How can I help you?
        Ann> (code sofa)
        Ann< NOVA
        Ann> Cancel | 取消
        Ann> (code sofa)
        Ann< That code is not valid, or no longer. How can I help you?
        Ann< [Report a fault]
        """
    )


async def test_a_code_runs_out(desk: World) -> None:
    await on_the_sofa(desk, expires_at=desk.at + timedelta(hours=1))
    await desk.play(
        """
        ... 2 hours
        Ann> (code sofa)
        Ann< That code is not valid, or no longer. How can I help you?
        """
    )


async def test_a_code_in_the_middle_of_a_form_asks_which_to_go_on_with(desk: World) -> None:
    await on_the_sofa(desk, most=1)
    await desk.play(
        """
        Ann> The drawer of my wardrobe is stuck | 我家衣柜的抽屉卡住了
        Ann> (code sofa)
        Ann< [Start: Report a fault | 改为：我要报修
        Ann! That code
        Ann> [Start: Report a fault | 改为：我要报修]
        Ann< NOVA
        Ann! The drawer | 抽屉
        """
    )


async def test_the_code_of_a_ticket_shows_its_customer_how_it_stands_and_nobody_else(desk: World) -> None:
    await desk.play(REPORTED)
    ref = (await desk.ticket("F-261123-0001")).ref
    await made(desk, Link("paper", ticket=ref))
    await desk.play(
        """
        Ann> (code paper)
        Ann< F-261123-0001
        Bob> (code paper)
        Bob< I cannot find that.
        Bob!! F-261123-0001
        """
    )


@pytest.mark.parametrize("code", ["", "shop"])
async def test_the_code_in_the_shop_window_says_hello(desk: World, code: str) -> None:
    await desk.play(
        f"""
        Ann> (code {code})
        Ann< This is Songbai Home | 这里是松柏家居
        """
    )


async def test_the_code_on_a_product_is_nothing_for_who_works_here(desk: World) -> None:
    await on_the_sofa(desk)
    await desk.play(
        """
        Zhang> (code sofa)
        Zhang< This is Songbai Home | 这里是松柏家居
        """
    )
