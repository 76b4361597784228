"""What is kept as it is: a drawn message, a draft, a phrase with its values."""

from __future__ import annotations

from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
