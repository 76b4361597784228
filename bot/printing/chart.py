"""A report as a picture: a bar for this period and one for the period before, section by section."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

from PIL import Image, ImageDraw, ImageFont

from core.phrases import Value, say
from core.reports.complaint_report import Compared, Report

Font: TypeAlias = "ImageFont.FreeTypeFont | ImageFont.ImageFont"
# Where Debian, Fedora, macOS and Windows keep a face with Chinese signs, and which face of the file it is.
FACES = (
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2),
    ("/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc", 2),
    ("/System/Library/Fonts/PingFang.ttc", 0),
    ("C:/Windows/Fonts/msyh.ttc", 0),
)
MOST = 6  # bars in a section
WIDTH, LABELS, LINE, BAR, MARGIN = 1000, 380, 46, 15, 30
SIZE, LARGE, SMALL = 20, 23, 14
INK, NOW, BEFORE, PAPER = "#1f2933", "#1f6feb", "#b9c4d0", "#ffffff"


def chinese_face() -> tuple[str, int] | None:
    """None if this machine has no face with Chinese signs."""
    return next(((path, index) for path, index in FACES if Path(path).exists()), None)


def font(size: int) -> Font:
    found = chinese_face()
    return ImageFont.truetype(found[0], size, index=found[1]) if found else ImageFont.load_default(size)


def picture(report: Report, words: Callable[[Value], str]) -> Image.Image:
    """In the language of `words`, which must be English where there is no face with Chinese signs."""
    lines, more = drawn_of(report)
    sections = len({line.section.key for line in lines})
    made = Image.new("RGB", (WIDTH, MARGIN * 2 + LINE * (len(lines) + len(more) + sections + 2)), PAPER)
    draw, small, large = ImageDraw.Draw(made), font(SIZE), font(LARGE)
    draw.text((MARGIN, MARGIN), fitted(draw, words(report.title), large, WIDTH - 2 * MARGIN), INK, large)
    legend(draw, MARGIN + LINE, small, words)
    most = max((len(cases) for line in lines for cases in (line.cases, line.cases_before)), default=1)
    y = MARGIN + LINE * 2
    for section, those in groupby(lines, lambda line: line.section):
        draw.text((MARGIN, y + 8), words(section), INK, large)
        y = bars(draw, y + LINE, those, most, small, words)
        if left := more.get(section.key):
            draw.text((MARGIN, y + 4), words(say("and {n} more in the sheet", n=left)), INK, small)
            y += LINE
    return made


def drawn_of(report: Report) -> tuple[list[Compared], dict[str, int]]:
    """So few of each section that they can be read on a phone, the largest first, and how many are left."""
    lines, more = list[Compared](), dict[str, int]()
    for section, those in groupby(report.lines, lambda line: line.section.key):
        found = list(those)
        lines += found[:MOST]
        if len(found) > MOST:
            more[section] = len(found) - MOST
    return lines, more


def legend(draw: ImageDraw.ImageDraw, y: int, small: Font, words: Callable[[Value], str]) -> None:
    for x, colour, label in ((MARGIN, NOW, say("This period")), (LABELS, BEFORE, say("The period before"))):
        draw.rectangle((x, y + 6, x + BAR, y + 6 + BAR), colour)
        draw.text((x + BAR * 2, y), words(label), INK, small)


def bars(
    draw: ImageDraw.ImageDraw, y: int, lines: Iterable[Compared], most: int, small: Font, words: Callable[[Value], str]
) -> int:
    """Where the next section begins."""
    figures = font(SMALL)
    for line in lines:
        draw.text((MARGIN, y + 4), fitted(draw, words(line.label), small, LABELS - 2 * MARGIN), INK, small)
        for top, cases, colour in ((y, line.cases, NOW), (y + BAR + 3, line.cases_before, BEFORE)):
            end = LABELS + round(len(cases) / most * (WIDTH - LABELS - 3 * MARGIN))
            draw.rectangle((LABELS, top, max(end, LABELS + 1), top + BAR), colour)
            draw.text((end + 6, top - 3), str(len(cases)), INK, figures)
        y += LINE
    return y


def fitted(draw: ImageDraw.ImageDraw, text: str, face: Font, width: int) -> str:
    """Cut where the room ends."""
    if draw.textlength(text, face) <= width:
        return text
    while text and draw.textlength(text + "…", face) > width:
        text = text[:-1]
    return text + "…"
