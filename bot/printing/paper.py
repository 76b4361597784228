"""Sheets of A4 to print, drawn line by line; a new sheet begins where one is full."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

from bot.printing.chart import Font, fitted, font

WIDTH, HEIGHT, MARGIN = 1240, 1754, 70  # A4 at 150 dots an inch
DPI = 150
INK, GREY, WHITE = "#1f2933", "#7b8794", "#ffffff"
LARGE, NORMAL, SMALL = 40, 27, 22
LONGEST_WORD = 30  # signs; what is longer is broken anywhere


class Paper:
    """`y` is where the next line goes."""

    def __init__(self) -> None:
        self.sheets: list[Image.Image] = []
        self.turn()

    def turn(self) -> None:
        self.sheets.append(Image.new("RGB", (WIDTH, HEIGHT), WHITE))
        self.draw = ImageDraw.Draw(self.sheets[-1])
        self.y = MARGIN

    def need(self, height: int) -> None:
        """What belongs together stays on one sheet, if a sheet has room for it."""
        if self.y + height > HEIGHT - MARGIN and self.y > MARGIN:
            self.turn()

    def line(self, text: str, size: int = NORMAL, *, indent: int = 0, ink: str = INK) -> None:
        """As many lines as it takes."""
        face = font(size)
        for part in wrapped(self.draw, text, face, WIDTH - 2 * MARGIN - indent):
            self.need(size * 3 // 2)
            self.draw.text((MARGIN + indent, self.y), part, ink, face)
            self.y += size * 3 // 2

    def boxes(self, labels: tuple[str, ...], indent: int = 0) -> None:
        """To be ticked with a pen."""
        self.need(NORMAL * 2)
        x, face = MARGIN + indent, font(NORMAL)
        for label in (fitted(self.draw, each, face, WIDTH - MARGIN - x - NORMAL * 2) for each in labels):
            self.draw.rectangle((x, self.y + 5, x + NORMAL, self.y + 5 + NORMAL), outline=INK, width=2)
            self.draw.text((x + NORMAL + 12, self.y), label, INK, face)
            x += NORMAL + 60 + round(self.draw.textlength(label, face))
        self.y += NORMAL * 2

    def blank(self, labels: tuple[str, ...]) -> None:
        """To be signed."""
        self.need(NORMAL * 3)
        self.y += NORMAL
        room, face = (WIDTH - 2 * MARGIN) // len(labels), font(NORMAL)
        for n, label in enumerate(labels):
            x = MARGIN + n * room
            self.draw.text((x, self.y), label, INK, face)
            end = x + round(self.draw.textlength(label, face)) + 10
            self.draw.line((end, self.y + NORMAL + 6, x + room - 30, self.y + NORMAL + 6), GREY, 2)
        self.y += NORMAL * 2

    def rule(self) -> None:
        self.draw.line((MARGIN, self.y + 8, WIDTH - MARGIN, self.y + 8), GREY, 2)
        self.y += 20

    def save(self, file: Path) -> None:
        """As a PDF with all sheets; raises OSError."""
        first, *others = self.sheets
        first.save(file, "PDF", save_all=True, append_images=others, resolution=DPI)


def wrapped(draw: ImageDraw.ImageDraw, text: str, face: Font, width: int) -> list[str]:
    """Between words where there are any, between any two signs of Chinese."""
    lines = [""]
    for piece in pieces(text):
        if draw.textlength(lines[-1] + piece.rstrip(), face) > width and lines[-1]:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines]


def pieces(text: str) -> list[str]:
    """What stays together: a word with the blank after it, or one sign."""
    found: list[str] = []
    for sign in text.replace("\n", " "):
        if found and continues(found[-1], sign):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def continues(piece: str, sign: str) -> bool:
    latin = sign.isascii() and piece[-1].isascii()
    return latin and not piece.endswith(" ") and len(piece) < LONGEST_WORD
