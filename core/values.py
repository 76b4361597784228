"""The dataclasses of the desk. One that is `frozen` is a value: hashed by what is in it, and changed by nobody.

Both type checkers see to that, so that nothing has to when it runs: setting the fields of a guarded value takes five
times as long, and one message makes between 25 and 140 values (docs/adr/0024).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass as made
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:

    def dataclass(kind: type | None = None, /, *, frozen: bool = False, **how: bool) -> object:
        """As the standard library's, but for the guard."""
        return made(kind, unsafe_hash=frozen, **how)

    def replace(value: object, /, **changes: object) -> object:
        """As the standard library's, but by a function for this kind of value: a third of the work."""
        return changed(value.__class__)(value, **changes)

    @cache
    def changed(kind: type) -> Callable[..., object]:
        """As written by hand, `lambda self, a=KEPT, b=KEPT: self.__class__(self.a if a is KEPT else a, …)`."""
        those = kind.__match_args__
        given = ", ".join(f"{name}=KEPT" for name in those)
        fields = ", ".join(f"self.{name} if {name} is KEPT else {name}" for name in those)
        return eval(f"lambda self, /, {given}: self.__class__({fields})", {"KEPT": object()})  # noqa: S307 - our names


__all__ = ["dataclass", "replace"]
