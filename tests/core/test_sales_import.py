"""A shop brings its sales records, in whatever shape its system writes them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from core.people import Sale
from core.policy import load_policy
from core.sales_import import BadLines, Found, NoTable, read_sales
from core.sales_import.columns import Column

CATALOGUE = load_policy("furniture").catalogue
TODAY = date(2026, 1, 18)
NAMES = [column.value for column in Column]
SOFA = Sale(
    id=0,
    order="SO-1",
    phone="+8613800138000",
    customer="王小明",
    product="三人沙发",
    category="sofa",
    model="KT-3",
    serial="KT3-0001",
    bought_on=date(2025, 3, 1),
    delivered_on=date(2025, 3, 9),
    address="杭州市拱墅区松柏路 1 号",
    quantity=2,
    price=Decimal("2999.50"),
)
LINE = [
    "SO-1",
    "138 0013 8000",
    "王小明",
    "三人沙发",
    "沙发",
    "KT-3",
    "KT3-0001",
    "2025-03-01",
    "2025/3/9",
    SOFA.address,
    "2",
    "¥2,999.50",
]


def text(*lines: Sequence[str], separator: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(lines)
    return out.getvalue()


def book(*lines: Sequence[str | float | date]) -> bytes:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for line in lines:
        sheet.append(list(line))
    return saved(workbook)


def saved(workbook: Workbook) -> bytes:
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def read(data: bytes | str) -> Found:
    return read_sales(data.encode() if isinstance(data, str) else data, CATALOGUE, TODAY)


def complaints(data: bytes | str) -> list[str]:
    with pytest.raises(BadLines) as bad:
        read(data)
    return str(bad.value).splitlines()


def refusal(data: bytes | str) -> str:
    with pytest.raises(NoTable) as no:
        read(data)
    return str(no.value)


def changed(**cells: str) -> list[str]:
    return [cells.get(name, cell) for name, cell in zip(NAMES, LINE, strict=True)]


def of(**cells: str) -> Sale:
    (sale,) = read(text(NAMES, changed(**cells))).sales
    return sale


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_is_read_however_it_was_saved(encoding: str, separator: str) -> None:
    assert read(text(NAMES, LINE, separator=separator).encode(encoding)).sales == (SOFA,)


def test_columns_may_have_chinese_names_in_any_order_and_others_are_ignored() -> None:
    names = [
        "备注",
        "收货地址",
        "购买日期",
        "送货日期",
        "产品类别",
        "产品名称",
        "型号",
        "序列号",
        "客户姓名",
        "手机号码（必填）",
        "*订单编号",
        "数量",
        "单价(元)",
    ]
    line = [
        "",
        SOFA.address,
        "2025年3月1日",
        "2025.3.9",
        "sofa",
        "三人沙发",
        "KT-3",
        "KT3-0001",
        "王小明",
        "13800138000",
        "SO-1",
        "2",
        "2999.5元",
    ]
    found = read(text(names, line))
    assert found.sales == (SOFA,)
    assert found.ignored == ("备注",)


def test_a_title_above_the_names_and_blank_lines_do_no_harm() -> None:
    found = read(text(["2025 年销售记录"], [], NAMES, [], LINE, ["", " "]))
    assert found.sales == (SOFA,)


def test_a_workbook_is_read_with_its_numbers_and_days() -> None:
    line: list[str | int | date] = [
        "SO-1",
        13800138000,
        "王小明",
        "三人沙发",
        "Sofa",
        "KT-3",
        "KT3-0001",
        datetime.fromisoformat("2025-03-01T00:00"),
        date(2025, 3, 9),
    ]
    assert read(book(NAMES, [*line, SOFA.address, 2, 2999.5])).sales == (SOFA,)


def test_days_that_a_spreadsheet_only_numbers_are_understood() -> None:
    found = read(book(NAMES, changed(), [*LINE[:5], "KT-4", "", 45717, 20250309, ""]))
    assert (found.sales[1].bought_on, found.sales[1].delivered_on) == (date(2025, 3, 1), date(2025, 3, 9))


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


def test_missing_columns_are_named_with_what_was_found() -> None:
    no = refusal("订单号,手机,型号\n1,2,3\n")
    assert no.startswith("it has no column for product (货品名称 …); category (")
    assert no.endswith("Line 1 names: 订单号, 手机, 型号")


def test_two_columns_for_the_same_thing_are_named() -> None:
    assert refusal("订单号,单号\n") == 'line 1: both "订单号" and "单号" are order; rename one of them'


def test_formulas_are_read_as_what_they_came_to_and_never_guessed() -> None:
    unreckoned = complaints(book(NAMES, ["=A1", *LINE[1:]]))
    assert unreckoned[0].startswith("line 2: order is a formula without a result")
    reckoned = book(NAMES, ["=A1", *LINE[1:]])
    assert read(with_result(reckoned, "SO-1")).sales == (SOFA,)


def with_result(data: bytes, result: str) -> bytes:
    """As a spreadsheet saves it: the formula, and what it came to."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                filled = f'<c r="A2" t="str"><f>A1</f><v>{result}</v></c>'.encode()
                part = part.replace(b'<c r="A2"><f>A1</f><v /></c>', filled)
                part = part.replace(b'<c r="A2"><f>A1</f><v></v></c>', filled)
            new.writestr(name, part)
    return out.getvalue()


def test_an_error_in_a_cell_is_named() -> None:
    assert complaints(book(NAMES, ["#N/A", *LINE[1:]])) == ["line 2: order holds the error #N/A"]


def test_the_first_sheet_that_is_shown_is_read() -> None:
    workbook = Workbook()
    workbook.worksheets[0].sheet_state = "hidden"
    sheet = workbook.create_sheet("销售")
    sheet.append(NAMES)
    sheet.append(LINE)
    assert read(saved(workbook)).sales == (SOFA,)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is empty"),
        (b"\n\n", "it is empty"),
        (",".join(NAMES).encode(), "it names its columns, and then nothing follows"),
        (b"\xd0\xcf\x11\xe0rest", "it is an old Excel file, or one with a password"),
        (b"PK\x03\x04rubbish", "it is no .xlsx workbook, or a damaged one"),
        (b"a\0b,c", "it is neither text"),
        (b"\xff" * 9, "it is neither text"),
        (b"x" * 20_000_001, "it is larger than 20 MB"),
        (b'order,product\n"1,2\n3,4', "line 2: unexpected end of data; is there a quotation mark"),
        (b"order\n" + b"1\n" * 100_001, "it has more than 100000 lines"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(data: bytes, why: str) -> None:
    assert refusal(data).startswith(why)


def test_a_workbook_that_unfolds_to_far_more_than_it_weighs_is_refused(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as parts, parts.open("xl/worksheets/sheet1.xml", "w") as out:
        for _ in range(201):
            out.write(b" " * 1_000_000)
    assert refusal(bomb.read_bytes()).startswith("unpacked it is larger than 200 MB")


def test_a_workbook_with_entities_is_refused_unread() -> None:
    out = io.BytesIO()
    data = book(NAMES, LINE)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/worksheets/"):
                part = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + part
            new.writestr(name, part)
    assert refusal(out.getvalue()).startswith("it is no .xlsx workbook")


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda said: ",".join(NAMES) + "\n" + said))
def test_nothing_that_is_brought_is_too_strange(data: bytes | str) -> None:
    try:
        read(data.encode("utf-8", "replace") if isinstance(data, str) else data)
    except (NoTable, BadLines) as no:
        assert str(no)
