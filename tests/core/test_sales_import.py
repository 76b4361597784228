"""A shop brings its sales records, in whatever shape its system writes them."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from core.sales_import import BadLines, NoTable
from tests.core.sales_files import LINE, NAMES, SOFA, book, changed, complaints, read, refusal, saved, text


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


def test_a_line_with_a_comma_too_many_is_named() -> None:
    assert complaints(text(NAMES, [*LINE[:-1], "2", "999.50"], [*changed(order="SO-2"), "", " "])) == [
        "line 2: price is followed by more than line 1 has names for; is a comma in a value?"
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
