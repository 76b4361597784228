"""CSV as shop systems, Excel and WPS write it: in UTF-8 or in the Chinese encoding, with one separator or another."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from core.phrases import say
from core.sales_import.lines import Line, NoTable

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
SEPARATORS = ",;\t"


def text_lines(data: bytes) -> Iterator[Line]:
    """Raises NoTable."""
    text = decoded(data)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator(text), strict=True)
    number = 1
    try:
        for cells in reader:
            yield Line(number, tuple(cells))
            number = reader.line_num + 1
    except csv.Error as mistake:
        why = say("line {n}: {mistake}; is there a quotation mark too many or too few?", n=number, mistake=str(mistake))
        raise NoTable(why) from None


def decoded(data: bytes) -> str:
    for encoding in ["utf-16"] if data.startswith(UTF_16) else ["utf-8-sig", "gb18030"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise NoTable(say("it is neither text in UTF-8 or GB 18030 nor an .xlsx workbook"))


def separator(text: str) -> str:
    """The one that the first line has most of."""
    first = text.lstrip().partition("\n")[0]
    return max(SEPARATORS, key=first.count)
