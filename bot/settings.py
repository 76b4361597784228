"""What the environment and aftercare.toml say about this installation. The shop's own numbers are its policy."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, PrivateAttr, ValidationError, ValidationInfo
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict
from typing_extensions import override

from bot.setting import NOT_A_BOT, NOT_A_DATABASE, Database, Host, Number, Place, Port, Profile, Token, Url, read_list
from core.errors import WrongSetting
from core.policy import Policy, load_policy
from core.policy.layers import Layer, read_layer, reason, suggestion

PREFIX = "AFTERCARE_"
FOR_TESTS = PREFIX + "TEST_"  # such variables are none of ours
FILE = Path("aftercare.toml")
SECRET = {"database": NOT_A_DATABASE, "telegram_token": NOT_A_BOT}  # what is wrong, without saying what was there

PASSWORD = re.compile(
    r"://[^/\s]*@"
)  # in an address on the web: whoever has put one there reads that it does not belong


def in_folder(others: dict[str, object]) -> str:
    return f"sqlite:///{others['data']}/aftercare.db"


def reachable(by: str | None, said: ValidationInfo) -> str | None:
    """Telegram calls only an address that it knows; without encryption, only from a Bot API server of one's own."""
    address, server = said.data.get("public_url") or "", said.data.get("telegram_api") or ""
    if by != "webhook" or address.startswith("https://") or (address and server.startswith("http://")):
        return by
    raise ValueError('needs a public_url that begins with https://; or say "polling"')


class Settings(BaseSettings):
    """Paths start from the working directory. A variable of the environment wins over the file."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="forbid")

    data: Place = Path("data")  # pictures, and the database unless it is elsewhere
    database: Annotated[Database, Field(repr=False, default_factory=in_folder)]
    profile: Profile = "furniture"
    shop: Place | None = None  # the shop's own policy file, laid over the profile
    host: Host = "127.0.0.1"
    port: Port = 8080
    admin_port: Port = 8081  # health and metrics, for this machine only; 0: none
    public_url: Url | None = None
    allowed_origins: Annotated[tuple[Url, ...], NoDecode, BeforeValidator(read_list)] = ()
    proxies: Annotated[Number, Field(ge=0, le=10)] = 0  # our own reverse proxies in front of the web chat
    telegram_token: Annotated[Token, Field(repr=False)] = ""
    telegram_api: Url = "https://api.telegram.org"  # or a Bot API server of one's own
    telegram_by: Annotated[Literal["polling", "webhook"] | None, AfterValidator(reachable)] = None
    backup_hours: Annotated[Number, Field(ge=0, le=8760)] = 26  # older than that, /healthz/deep says so; 0: any age
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["auto", "json", "console"] = "auto"

    _file: str = PrivateAttr(FILE.name)

    @property
    def url(self) -> str:
        """Where people find the web chat."""
        return self.public_url or f"http://{'localhost' if self.host == '0.0.0.0' else self.host}:{self.port}"  # noqa: S104

    @property
    def media(self) -> Path:
        return self.data / "media"

    @property
    def telegram_webhook(self) -> bool:
        """Whether Telegram calls us; otherwise we ask it."""
        has_address = bool(self.public_url and self.public_url.startswith("https://"))
        return has_address if self.telegram_by is None else self.telegram_by == "webhook"

    @property
    def erased(self) -> Path:
        """Who was erased, so that no backup brings him back: worth a copy on another disk."""
        return self.data / "erased"

    @property
    def restoring(self) -> Path:
        """There while a restore is not finished."""
        return self.data / "restoring"

    def origin(self, key: str) -> str:
        """Where to change a setting: in its environment variable, or in the file."""
        return origin(key, self._file)

    def policy(self) -> Policy:
        """Raises WrongSetting."""
        if self.shop and not self.shop.is_file():
            raise WrongSetting(f"{self.origin('shop')}: there is no file {self.shop}")
        return load_policy(self.profile, self.shop)

    @classmethod
    def of(cls, layer: Layer) -> Self:
        settings = cls(**layer.table)
        settings._file = layer.file
        return settings

    @classmethod
    @override
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return env_settings, init_settings


def read_settings(file: Path | None = None) -> Settings:
    """`file`, or aftercare.toml in the working directory if there is one.

    Raises WrongSetting with a line for each wrong value, naming its file or variable.
    """
    layer = read_layer(file or FILE) if file or FILE.exists() else Layer(FILE.name, {})
    wrong = list(strange_variables())
    try:
        settings = Settings.of(layer)
    except ValidationError as error:
        wrong += complaints(error, layer.file)
        raise WrongSetting("\n".join(wrong)) from None
    if wrong:
        raise WrongSetting("\n".join(wrong))
    return settings


def strange_variables() -> Iterable[str]:
    """A variable that nobody reads is a typing error of somebody who thinks that it is read."""
    known = [variable(key) for key in Settings.model_fields]
    for name in map(str.upper, os.environ):
        if name.startswith(PREFIX) and not name.startswith(FOR_TESTS) and name not in known:
            yield f"{name}: there is no such setting{suggestion(name, known)}"


def complaints(wrong: ValidationError, file: str) -> Iterable[str]:
    for error in wrong.errors():
        if error["type"] == "default_factory_not_called":
            continue
        key = str(error["loc"][0])
        why = SECRET.get(key) or reason(Settings, error)
        yield f"{origin(key, file)}: {PASSWORD.sub('://…@', why)}"


def origin(key: str, file: str) -> str:
    return variable(key) if is_set(variable(key)) else f"{file}: {key}"


def variable(key: str) -> str:
    return PREFIX + key.upper()


def is_set(name: str) -> bool:
    return any(value and known.upper() == name for known, value in os.environ.items())
