"""What an installation may say about itself, and how it learns that it said something wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.settings import Settings, read_settings
from core.errors import WrongSetting


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.upper().startswith("AFTERCARE_")]:
        monkeypatch.delenv(name)


def written(text: str) -> Settings:
    Path("aftercare.toml").write_text(text, "utf-8")
    return read_settings()


def complaint(text: str = "") -> str:
    with pytest.raises(WrongSetting) as wrong:
        written(text)
    return str(wrong.value)


def test_nothing_need_be_said() -> None:
    settings = read_settings()
    assert (settings.profile, settings.port, settings.admin_port) == ("furniture", 8080, 8081)
    assert settings.database == "sqlite:///data/aftercare.db"
    assert settings.url == "http://127.0.0.1:8080"


def test_the_database_is_kept_in_the_data_folder_unless_it_is_elsewhere() -> None:
    assert written('data = "/srv/desk"').database == "sqlite:////srv/desk/aftercare.db"
    assert written('data = "/srv/desk"\ndatabase = "postgresql://db/desk"').database == "postgresql://db/desk"


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERCARE_PORT", "9000")
    settings = written("port = 9001\nproxies = 1")
    assert (settings.port, settings.proxies) == (9000, 1)


def test_an_empty_variable_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERCARE_SHOP", "")
    assert read_settings().shop is None


def test_origins_are_a_list_in_the_file_and_have_commas_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    both = ("https://shop.example", "https://www.shop.example")
    assert written('allowed_origins = ["https://shop.example/", "https://www.shop.example"]').allowed_origins == both
    monkeypatch.setenv("AFTERCARE_ALLOWED_ORIGINS", "https://shop.example, https://www.shop.example")
    assert read_settings().allowed_origins == both


def test_people_find_the_desk_under_its_public_address() -> None:
    assert written('public_url = "https://service.example/"').url == "https://service.example"
    assert written('host = "0.0.0.0"').url == "http://localhost:8080"


def test_a_misspelt_key_is_named_with_its_file_and_what_was_meant() -> None:
    assert complaint("prot = 80") == "aftercare.toml: prot: there is no such setting; did you mean port?"


def test_a_misspelt_variable_is_named_with_what_was_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERCARE_DATABSE", "sqlite:///x.db")
    assert complaint() == "AFTERCARE_DATABSE: there is no such setting; did you mean AFTERCARE_DATABASE?"


def test_a_wrong_value_is_named_with_where_it_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERCARE_ADMIN_PORT", "eighty")
    monkeypatch.setenv("AFTERCARE_ALLOWED_ORIGINS", "shop.example")
    said = complaint('port = 70000\nlog_level = "loud"\npublic_url = "service"')
    assert 'AFTERCARE_ADMIN_PORT: "eighty" should be a valid integer' in said
    assert 'AFTERCARE_ALLOWED_ORIGINS: "shop.example" is not an address on the web' in said
    assert "aftercare.toml: port: 70000 should be less than or equal to 65535" in said
    assert 'aftercare.toml: log_level: "loud" should be' in said
    assert 'aftercare.toml: public_url: "service" is not an address on the web' in said


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ('data = "a\\u0000b"', 'data: "a\\u0000b" cannot be the name of a file or folder'),
        (f'shop = "{"x" * 256}"', 'shop: "xxx'),
        ('profile = "funiture"', 'profile: "funiture" is not a policy profile; did you mean furniture?'),
        ('host = ""', 'host: "" is not an address to listen on'),
        ('host = "http://desk"', 'host: "http://desk" is not an address to listen on'),
        ("port = true", "port: true is not a number"),
        ("proxies = false", "proxies: false is not a number"),
        ("backup_hours = 99999999999999999999", "backup_hours: 99999999999999999999 should be less than"),
        ('public_url = "https://"', 'public_url: "https://" is not an address on the web'),
        ('public_url = "http://[::1"', 'public_url: "http://[::1" is not an address on the web'),
        ('public_url = "https://desk.example:99999"', 'public_url: "https://desk.example:99999" is not an address'),
        ('allowed_origins = ["https:// shop"]', 'allowed_origins: "https:// shop" is not an address on the web'),
        ('database = "sqlite://"', "database: is not a database"),
        ('database = "sqlite:///a.db?mode=ro"', "database: is not a database"),
        ('database = "postgresql://u:p@[::1/desk"', "database: is not a database"),
        ('database = "postgresql://u:p@db:port/desk"', "database: is not a database"),
    ],
)
def test_nonsense_is_named_with_its_key(said: str, wrong: str) -> None:
    assert complaint(said).startswith(f"aftercare.toml: {wrong}")


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:///my data/家具.db",
        "postgresql://",
        "postgresql:///desk?host=/var/run/postgresql",
        "postgresql://desk:p[4]/#:@[::1]:5432/desk",
    ],
)
def test_a_database_may_be_called_what_it_likes(url: str) -> None:
    assert written(f'database = "{url}"').database == url


def test_a_folder_that_is_none_is_the_only_complaint() -> None:
    assert complaint("data = 5").count("\n") == 0


def test_the_password_of_a_database_is_shown_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "hunter2" not in repr(written('database = "postgresql://desk:hunter2@db/desk"'))
    monkeypatch.setenv("AFTERCARE_DATABASE", "mysql://desk:hunter2@db/desk")
    said = complaint()
    assert said.startswith("AFTERCARE_DATABASE: is not a database; write e.g.")
    assert "hunter2" not in said


@pytest.mark.parametrize("key", ["public_url", "telegram_api", "allowed_origins"])
def test_a_password_in_an_address_on_the_web_is_not_shown_either(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    monkeypatch.setenv(f"AFTERCARE_{key.upper()}", "https://desk:hunter2@example.com")
    said = complaint()
    assert said.startswith(f'AFTERCARE_{key.upper()}: "https://…@example.com" is not an address on the web')
    assert "hunter2" not in said


def test_a_file_that_cannot_be_read_is_named() -> None:
    assert complaint("port = ").startswith("aftercare.toml: ")
    with pytest.raises(WrongSetting, match=r"other\.toml: cannot be read"):
        read_settings(Path("other.toml"))


def test_a_shop_file_that_is_not_there_is_named_with_its_key() -> None:
    with pytest.raises(WrongSetting, match=r"aftercare\.toml: shop: there is no file shop\.toml"):
        written('shop = "shop.toml"').policy()


def test_a_nonsense_number_in_the_policy_is_named_with_key_and_file() -> None:
    Path("shop.toml").write_text('[promises]\nplan = "-3 working days"', "utf-8")
    with pytest.raises(WrongSetting, match=r"shop\.toml: promises\.plan: "):
        written('shop = "shop.toml"').policy()


BOT = "123456789:AAFq7-cWzQ1x_b0sample0sample0sample0"


def test_telegram_calls_where_the_desk_has_an_address_and_is_asked_otherwise() -> None:
    token = f'telegram_token = "{BOT}"\n'
    assert not written(token).telegram_webhook
    assert not written(token + 'public_url = "http://desk.example"').telegram_webhook
    assert written(token + 'public_url = "https://desk.example"').telegram_webhook
    assert not written(token + 'public_url = "https://desk.example"\ntelegram_by = "polling"').telegram_webhook


def test_a_webhook_without_an_address_is_refused() -> None:
    said = complaint('telegram_by = "webhook"')
    assert (
        said == 'aftercare.toml: telegram_by: "webhook" needs a public_url that begins with https://; or say "polling"'
    )
    assert "telegram_by" in complaint('telegram_by = "pigeon"')


def test_a_token_is_told_to_nobody_even_if_it_is_wrong() -> None:
    said = complaint('telegram_token = "bot:secret"')
    assert said.startswith("aftercare.toml: telegram_token: is not a bot token")
    assert "secret" not in said
    assert BOT not in repr(written(f'telegram_token = "{BOT}"'))
