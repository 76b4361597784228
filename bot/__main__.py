"""The `aftercare` command line. Each command is a file of its own name in bot/commands."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from zoneinfo import ZoneInfo

import click
from typing_extensions import override

from bot.commands.given import Given
from core.errors import Refused, StorageTrouble, WrongSetting

COMMANDS = (
    "demo", "run", "check", "doctor", "migrate", "invite", "import-sales", "import-contracts", "import-stock",
    "qr", "deadline", "outbox", "export", "report", "stops", "work-orders", "erase", "backup", "restore", "release",
)  # fmt: skip


class Trouble(click.ClickException):
    """Something that was to be expected: told in its own words, with no trace of calls."""


class WrongValue(Trouble):
    """Nothing was begun."""

    exit_code = 2


class Commands(click.Group):
    """Imports a command when it is called, so that none has to wait for what only another needs."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"bot.commands.{name}"), name)
        return command

    @override
    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except WrongSetting as wrong:
            raise WrongValue(str(wrong)) from None
        except StorageTrouble as trouble:
            raise Trouble(str(trouble)) from None
        except Refused as refusal:
            raise Trouble(in_english(refusal)) from None
        except BrokenPipeError:
            raise  # click ends quietly
        except OSError as refusal:
            raise Trouble(f"{refusal.filename or 'aftercare'}: {refusal.strerror or refusal}") from None


def in_english(refusal: Refused) -> str:
    from bot.dialogue.words import Words  # noqa: PLC0415 - rarely needed

    return Words("en", ZoneInfo("UTC"))(refusal.phrase)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--config", type=click.Path(path_type=Path), help="Instead of aftercare.toml in this folder.")
@click.version_option(package_name="aftercare", message="%(package)s %(version)s")
@click.pass_context
def aftercare(ctx: click.Context, config: Path | None) -> None:
    """An after-sales service desk that lives in chat."""
    ctx.obj = Given(config)


def main() -> None:
    aftercare(prog_name="aftercare")


if __name__ == "__main__":
    main()
