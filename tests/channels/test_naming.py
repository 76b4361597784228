"""What documents are called when they are shown to somebody else."""

from __future__ import annotations

import pytest

from bot.media.naming import file_name, stem_of


@pytest.mark.parametrize(
    ("said", "called"),
    [
        ("invoice 3.pdf", "invoice 3.pdf"),
        ("报价单.PDF", "报价单.pdf"),
        ("setup.exe", "setup.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\temp\\offer.pdf", "offer.pdf"),
        ("", "file.pdf"),
        (".pdf", "file.pdf"),
        ("\u202efdp.exe\u202c.pdf", "fdp.exe.pdf"),
        ('a"b<c>:d|e?*\n.pdf', "abcde.pdf"),
        ("x" * 300 + ".pdf", "x" * 56 + ".pdf"),
    ],
)
def test_a_document_keeps_its_name_without_what_could_do_harm(said: str, called: str) -> None:
    assert file_name(stem_of(said), "application/pdf") == called
