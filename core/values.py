"""The dataclasses of the desk. One that is `frozen` is a value: hashed by what is in it, and changed by nobody.

Both type checkers see to that, so that nothing has to when it runs: setting the fields of a guarded value takes five
times as long, and one message makes between 25 and 140 values (docs/adr/0024).
"""

from __future__ import annotations

from dataclasses import dataclass as made
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:

    def dataclass(kind: type | None = None, /, *, frozen: bool = False, **how: bool) -> object:
        """As the standard library's, but for the guard."""
        return made(kind, unsafe_hash=frozen, **how)

    def replace(value: object, /, **changes: object) -> object:
        """As the standard library's, but without a look at how each field was declared."""
        for name in value.__match_args__:
            if name not in changes:
                changes[name] = getattr(value, name)
        return value.__class__(**changes)


__all__ = ["dataclass", "replace"]
