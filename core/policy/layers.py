"""Policy files laid over one another, and what is wrong with them in words that name the file and the key."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn, TypeAlias, TypeVar, cast, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from core.errors import WrongSetting
from core.values import dataclass

M = TypeVar("M", bound=BaseModel)
Table: TypeAlias = dict[str, Any]
Key: TypeAlias = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """One file. What a later layer says replaces what an earlier one said."""

    file: str
    table: Table


def read_layer(path: Path) -> Layer:
    """Raises WrongSetting if the file is missing, is not UTF-8 or is not TOML."""
    try:
        return Layer(path.name, tomllib.loads(path.read_text("utf-8-sig")))
    except OSError as unreadable:
        raise WrongSetting(f"{path}: cannot be read: {unreadable.strerror}") from None
    except UnicodeDecodeError:
        raise WrongSetting(f"{path.name}: is not UTF-8 text; save it again with that encoding") from None
    except tomllib.TOMLDecodeError as mistake:
        raise WrongSetting(f"{path.name}: {mistake}") from None


def checked(model: type[M], layers: Sequence[Layer]) -> M:
    """Raises WrongSetting with a line for each wrong value."""
    merged: Table = {}
    for layer in layers:
        merged = laid_over(merged, layer.table)
    try:
        return model.model_validate(merged)
    except ValidationError as wrong:
        complain(layers, ((error["loc"], reason(model, error)) for error in wrong.errors()))


def laid_over(under: Table, over: Table) -> Table:
    """Tables are merged, anything else is replaced; `false` in place of a table takes it away."""
    result = dict(under)
    for key, value in over.items():
        before = under.get(key)
        if isinstance(before, dict) and value is False:
            del result[key]
        elif isinstance(before, dict) and isinstance(value, dict):
            result[key] = laid_over(cast("Table", before), cast("Table", value))
        else:
            result[key] = value
    return result


def complain(layers: Sequence[Layer], wrong: Iterable[tuple[Key, str]]) -> NoReturn:
    raise WrongSetting("\n".join(f"{file_of(key, layers)}: {dotted(key)}: {why}" for key, why in wrong))


def file_of(key: Key, layers: Sequence[Layer]) -> str:
    """The file that says it; of something left out, the last file that says anything around it."""
    saying = (
        layer.file for length in range(len(key), 0, -1) for layer in reversed(layers) if says(layer.table, key[:length])
    )
    return next(saying, layers[-1].file)


def says(table: object, key: Key) -> bool:
    for part in key:
        try:
            table = cast("Any", table)[part]
        except (KeyError, IndexError, TypeError):
            return False
    return True


def dotted(key: Key) -> str:
    """hours.office.mon[1]: people count from one."""
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in key).lstrip(".")


def reason(model: type[BaseModel], error: ErrorDetails) -> str:
    match error["type"]:
        case "missing":
            return "is missing"
        case "extra_forbidden":
            return "there is no such setting" + suggestion(str(error["loc"][-1]), names_at(model, error["loc"][:-1]))
        case "value_error":
            return f"{shown(error['input'])} {error.get('ctx', {}).get('error')}"
        case "model_type" | "dict_type":
            return f"{shown(error['input'])} stands where a table of settings is expected"
        case _:
            return f"{shown(error['input'])} should {error['msg'].rpartition(' should ')[2]}"


def unknown(name: str, known: Iterable[str]) -> str:
    names = list(known)
    return f"{shown(name)} is not known{suggestion(name, names)}; known: {', '.join(names)}"


def suggestion(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""


def names_at(kind: Any, key: Key) -> Iterable[str]:  # noqa: ANN401
    """The keys that the table at `key` may have, found by walking down the model's annotations."""
    for part in key:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            kind = kind.model_fields[str(part)].annotation
        else:
            kind = next(inner for inner in reversed(get_args(kind)) if inner not in (..., None, type(None)))
    return kind.model_fields if isinstance(kind, type) and issubclass(kind, BaseModel) else ()


def shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 80 else text[:79] + "…"  # noqa: PLR2004
