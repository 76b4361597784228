"""Policies for tests, each loaded once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from core.policy import Policy, load_policy


@cache
def policy(profile: str = "furniture") -> Policy:
    return load_policy(profile)


def overlaid(folder: Path, words: str, profile: str = "furniture") -> Policy:
    """The profile with a shop file that says `words`."""
    shop = folder / "shop.toml"
    shop.write_text(words, "utf-8")
    return load_policy(profile, shop)
