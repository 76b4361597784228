"""The dataclasses of the desk. One that is `frozen` is a value: hashed by what is in it, and changed by nobody.

Both type checkers see to that, so that nothing has to when it runs: setting the fields of a guarded value takes five
times as long, and one message makes between 25 and 140 values (docs/adr/0024).
"""

from __future__ import annotations

from dataclasses import dataclass as made
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(kind: type | None = None, /, *, frozen: bool = False, **how: bool) -> object:
        """As the standard library's, but for the guard."""
        return made(kind, unsafe_hash=frozen, **how)


__all__ = ["dataclass"]
