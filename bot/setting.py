"""What one setting of an installation may be. Each reader raises ValueError saying what would be right."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field

from core.policy import PROFILES
from core.policy.layers import suggestion

NOT_A_DATABASE = 'is not a database; write e.g. "sqlite:///data/aftercare.db" or "postgresql://host/aftercare"'
NOT_A_BOT = 'is not a bot token; @BotFather gives one such as "123456789:AAF…"'
DATABASE = re.compile(
    r"sqlite:///[^?\0]+|postgresql://([^\0]*@)?(\[[0-9A-Fa-f:.]+\]|[^][/:@?\0]*)(:[0-9]{1,5})?([/?][^\0]*)?"
)
TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{20,100}", re.ASCII)
LONGEST_NAME = 255  # bytes that a file system keeps


def read_list(said: object) -> object:
    """In the environment a list is written with commas."""
    return [part.strip() for part in said.split(",") if part.strip()] if isinstance(said, str) else said


def read_number(said: object) -> object:
    if isinstance(said, bool):
        raise ValueError("is not a number")  # noqa: TRY004 - pydantic wants it so
    return said


def read_path(path: Path) -> Path:
    if "\0" in str(path) or any(len(os.fsencode(part)) > LONGEST_NAME for part in path.parts):
        raise ValueError("cannot be the name of a file or folder")
    return path


def read_database(url: str) -> str:
    if DATABASE.fullmatch(url):
        return url
    raise ValueError(NOT_A_DATABASE)


def read_url(url: str) -> str:
    if is_url(url):
        return url.rstrip("/")
    raise ValueError('is not an address on the web; write e.g. "https://service.example.com"')


def is_url(url: str) -> bool:
    try:
        parts = urlsplit(url)
        has_host = bool(parts.hostname) and parts.username is None and parts.port != 0
    except ValueError:
        return False
    return has_host and parts.scheme in ("http", "https") and url.isprintable() and " " not in url


def read_host(host: str) -> str:
    if re.fullmatch(r"[A-Za-z0-9_.:-]{1,253}", host):
        return host
    raise ValueError('is not an address to listen on; write e.g. "127.0.0.1", or "0.0.0.0" for all of this machine')


def read_profile(profile: str) -> str:
    if profile in PROFILES:
        return profile
    raise ValueError(f"is not a policy profile{suggestion(profile, PROFILES)}; known: {', '.join(PROFILES)}")


def read_token(token: str) -> str:
    if not token or TOKEN.fullmatch(token):
        return token
    raise ValueError(NOT_A_BOT)


Number = Annotated[int, BeforeValidator(read_number)]
Port = Annotated[Number, Field(ge=0, le=65535)]
Place = Annotated[Path, AfterValidator(read_path)]
Host = Annotated[str, AfterValidator(read_host)]
Url = Annotated[str, AfterValidator(read_url)]
Profile = Annotated[str, AfterValidator(read_profile)]
Database = Annotated[str, AfterValidator(read_database)]
Token = Annotated[str, AfterValidator(read_token)]
