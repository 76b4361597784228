"""What stands in a line of the sales records is understood, or named with what is wrong about it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.core.sales_files import LINE, NAMES, SOFA, book, changed, complaints, of, read, text


@pytest.mark.parametrize(
    "written",
    [
        "2025-03-01",
        "2025/3/1",
        "2025.3.1",
        "20250301",
        "2025年3月1日",
        "１.3.2025",
        "45717",
        "2025-03-01 10:20",
        "2025-03-01T10:20:00Z",
    ],
)
def test_a_day_may_be_written_in_several_ways(written: str) -> None:
    assert of(bought_on=written).bought_on == date(2025, 3, 1)


@pytest.mark.parametrize("written", ["3/4/2025", "yesterday", "2025-02-30", "25-3-1", "1925-03-01", "0", "99999999"])
def test_a_day_that_is_none_or_could_be_another_is_named(written: str) -> None:
    bad = complaints(text(NAMES, changed(bought_on=written)))
    assert bad == [f'line 2: bought_on "{written}" is not a day that I can read; write it like 2024-01-31']


def test_a_purchase_still_to_come_and_a_delivery_before_it_are_named() -> None:
    assert complaints(text(NAMES, changed(bought_on="2026-01-19", delivered_on=""))) == [
        "line 2: bought_on 2026-01-19 is still to come"
    ]
    assert complaints(text(NAMES, changed(delivered_on="2025-02-01"))) == [
        "line 2: delivered_on 2025-02-01 is before the purchase, 2025-03-01"
    ]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("+86 138-0013-8000", "+8613800138000"),
        ("１３８００１３８０００", "+8613800138000"),
        ('="13800138000"', "+8613800138000"),
        ("'13800138000", "+8613800138000"),
        ("0571-8888 6666", "+8657188886666"),
        ("+49 30 901820", "+4930901820"),
        ("", ""),
    ],
)
def test_a_telephone_number_is_kept_in_one_way(written: str, kept: str) -> None:
    assert of(phone=written).phone == kept


@pytest.mark.parametrize("written", ["138****8000", "12345", "none"])
def test_what_cannot_be_called_is_named(written: str) -> None:
    assert complaints(text(NAMES, changed(phone=written))) == [f'line 2: phone "{written}" is not a telephone number']


@pytest.mark.parametrize("written", ["0", "-1", "two", "1.5", "10000"])
def test_a_number_of_pieces_is_a_whole_one(written: str) -> None:
    wrong = f'line 2: quantity "{written}" is not a number of pieces from 1 to 9999'
    assert complaints(text(NAMES, changed(quantity=written))) == [wrong]


@pytest.mark.parametrize("written", ["-3", "cheap", "2999.999", "1e9"])
def test_a_price_is_an_amount_of_money(written: str) -> None:
    (wrong,) = complaints(text(NAMES, changed(price=written)))
    assert wrong.startswith("line 2: price ")


def test_without_quantity_and_price_one_was_sold_for_nobody_knows_how_much() -> None:
    sale = of(quantity="", price="")
    assert (sale.quantity, sale.price) == (1, None)


def test_a_number_that_a_spreadsheet_has_spoilt_is_named() -> None:
    shortened = complaints(text(NAMES, changed(order="2.02501E+17", phone="1.38E+10")))
    assert shortened[0].startswith("line 2: order 2.02501E+17 has been shortened by a spreadsheet")
    assert shortened[1].startswith("line 2: phone 1.38E+10 has been shortened")
    (lost,) = complaints(book(NAMES, [202501310000012345, *LINE[1:]]))
    assert lost.startswith("line 2: order has lost its last figures")


@pytest.mark.parametrize("written", ["sofa", "SOFA", "Sofa", "沙发", " 沙发 "])
def test_a_category_goes_by_its_code_or_its_names(written: str) -> None:
    assert of(category=written).category == "sofa"


def test_a_category_that_the_catalogue_does_not_know_is_named_with_those_it_knows() -> None:
    (bad,) = complaints(text(NAMES, changed(category="sofaa")))
    assert bad.startswith('line 2: category "sofaa" is not in the catalogue; did you mean ')
    assert "(cabinet)" in bad


def test_a_shop_without_models_goes_by_the_name_of_the_product() -> None:
    assert of(model="").model == "三人沙发"


def test_everything_wrong_is_named_at_once() -> None:
    bad = complaints(text(NAMES, changed(order="", category=""), LINE, changed(product="", phone="1")))
    assert bad == [
        "line 2: order is missing",
        "line 2: category is missing",
        "line 4: product is missing",
        'line 4: phone "1" is not a telephone number',
    ]


def test_a_line_counts_from_where_its_first_cell_stands() -> None:
    two_lines_high = changed(address="松柏路\n1 号")
    assert complaints(text(NAMES, two_lines_high, changed(order=""))) == ["line 4: order is missing"]


def test_a_line_said_twice_counts_once_but_may_not_differ() -> None:
    found = read(text(NAMES, LINE, LINE))
    assert (found.sales, found.repeated) == ((SOFA,), 1)
    assert complaints(text(NAMES, LINE, changed(serial="KT3-0002"))) == [
        "line 3: order SO-1 has KT-3 in line 2 already, and differently"
    ]
