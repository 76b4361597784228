"""Which column is which, by its name in Chinese or English, in any order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum, auto

from core.phrases import Phrase, Value, say
from core.sales_import.lines import Line, NoTable
from core.values import dataclass

TITLES = 5  # lines that may stand above the names of the columns


class Column(StrEnum):
    ORDER = auto()
    PHONE = auto()
    CUSTOMER = auto()
    PRODUCT = auto()
    CATEGORY = auto()
    MODEL = auto()
    SERIAL = auto()
    BOUGHT_ON = auto()
    DELIVERED_ON = auto()
    ADDRESS = auto()
    QUANTITY = auto()
    PRICE = auto()
    WISHES = auto()  # these two stand in contracts alone
    SELLER = auto()


NEEDED = (Column.ORDER, Column.PRODUCT, Column.CATEGORY, Column.BOUGHT_ON)
# fmt: off
NAMES: Mapping[Column, Sequence[str]] = {
    Column.ORDER: ("order", "order number", "order no", "order id", "sales order",
                   "订单", "订单号", "订单编号", "单号", "销售单号", "合同号", "合同编号"),
    Column.PHONE: ("phone", "phone number", "telephone", "tel", "mobile", "mobile phone", "contact number",
                   "电话", "电话号码", "手机", "手机号", "手机号码", "联系电话", "联系方式", "客户电话", "客户手机",
                   "收货人电话", "收货人手机"),
    Column.CUSTOMER: ("customer", "customer name", "name", "buyer", "recipient",
                      "客户", "客户姓名", "客户名称", "顾客", "顾客姓名", "姓名", "收货人", "收货人姓名", "联系人"),
    Column.PRODUCT: ("product", "product name", "item", "item name", "article",
                     "产品", "产品名称", "商品", "商品名称", "品名", "货品", "货品名称"),
    Column.CATEGORY: ("category", "product category",
                      "类别", "分类", "品类", "产品类别", "产品分类", "商品类别", "商品分类"),
    Column.MODEL: ("model", "model number", "model no", "sku",
                   "型号", "产品型号", "商品型号", "规格型号", "货号"),
    Column.SERIAL: ("serial", "serial number", "serial no", "sn", "s/n",
                    "序列号", "产品序列号", "机身号", "出厂编号"),
    Column.BOUGHT_ON: ("bought on", "bought", "date of purchase", "purchase date", "order date", "sold on",
                       "购买日期", "购买时间", "下单日期", "下单时间", "订货日期", "订单日期", "销售日期",
                       "成交日期", "签订日期"),
    Column.DELIVERED_ON: ("delivered on", "delivered", "date of delivery", "delivery date", "received on",
                          "送货日期", "送达日期", "交付日期", "交货日期", "收货日期", "签收日期", "签收时间"),
    Column.ADDRESS: ("address", "delivery address", "shipping address",
                     "地址", "客户地址", "送货地址", "收货地址", "安装地址", "详细地址"),
    Column.QUANTITY: ("quantity", "qty", "pieces", "数量", "件数", "订购数量", "销售数量"),
    Column.PRICE: ("price", "unit price", "price each", "单价", "价格", "销售单价", "成交单价", "售价"),
}
# fmt: on


def bare(name: str) -> str:
    """Without what is noise in the name of a column: capitals, blanks, stars, remarks in brackets."""
    plain = re.sub(r"\(.*?\)|\[.*?\]|【.*?】", "", unicodedata.normalize("NFKC", name).casefold())
    return "".join(letter for letter in plain if letter.isalnum())


@dataclass(frozen=True, slots=True)
class Header:
    line: int
    places: Mapping[Column, int]
    titles: Mapping[Column, str]  # as the file has them
    ignored: tuple[str, ...]
    width: int


def read_header(
    lines: Sequence[Line], names: Mapping[Column, Sequence[str]] = NAMES, needed: Sequence[Column] = NEEDED
) -> Header:
    """Raises NoTable if no line names the columns, or not those that are needed, or one of them twice."""
    known = {bare(name): column for column, those in names.items() for name in those}
    header = max((named(line, known) for line in lines[:TITLES]), key=lambda found: len(found.places), default=None)
    if header is None:
        raise NoTable(say("it is empty"))
    if missing := [column for column in needed if column not in header.places]:
        wanted = "; ".join(f"{column} ({names[column][-1]} …)" for column in missing)
        found = ", ".join((*header.titles.values(), *header.ignored))
        lacks = say("it has no column for {wanted}. Line {line} names: {found}")
        values: dict[str, Value] = {"wanted": wanted, "line": header.line, "found": found or say("nothing")}
        raise NoTable(Phrase(lacks.key, values))
    return header


def named(line: Line, known: Mapping[str, Column]) -> Header:
    places: dict[Column, int] = {}
    titles: dict[Column, str] = {}
    ignored: list[str] = []
    for place, cell in enumerate(line.cells):
        title = " ".join(str(cell if cell is not None else "").split())
        column = known.get(bare(title))
        if column is None:
            ignored += [title] if title else []
        elif column in places:
            twice = say('line {line}: both "{first}" and "{title}" are {column}; rename one of them')
            values: dict[str, Value] = {
                "line": line.number,
                "first": titles[column],
                "title": title,
                "column": str(column),
            }
            raise NoTable(Phrase(twice.key, values))
        else:
            places[column], titles[column] = place, title
    return Header(line.number, places, titles, tuple(ignored), len(line.cells))
