"""A call as it comes over HTTP, checked against aiogram's model of the method, whoever the client is."""

from __future__ import annotations

import json
import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin

from aiogram import methods
from aiogram.methods import TelegramMethod
from aiohttp import web
from aiohttp.web_request import FileField
from pydantic import BaseModel, ValidationError

from tests.telegram.refusals import Refused, bad

Call = TelegramMethod[Any]
NO_METHODS = {"Request", "Response", "TelegramMethod"}


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    mime: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Form:
    params: dict[str, object]
    files: dict[str, Upload]


@cache
def models() -> dict[str, type[Call]]:
    """By the name in small letters: Telegram does not mind how it is written."""
    known: list[type[Call]] = [getattr(methods, name) for name in methods.__all__ if name not in NO_METHODS]
    return {method.__api_method__.lower(): method for method in known}


async def read_form(request: web.Request) -> Form:
    params: dict[str, object] = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "application/json":
        return Form(params | await request.json(), files)
    for name, value in (await request.post()).items():
        if isinstance(value, FileField):
            files[name] = Upload(value.filename, value.content_type, value.file.read())
        else:
            params[name] = value
    return Form(params, files)


def typed(name: str, form: Form) -> Call:
    model = models().get(name.lower())
    if model is None:
        raise Refused(404, "Not Found: method not found")
    params = {key: as_meant(model, key, value) for key, value in form.params.items() if value is not None}
    for name_of_file in form.files:
        if name_of_file in model.model_fields:
            params[name_of_file] = f"attach://{name_of_file}"
    try:
        call = model.model_validate(params)
    except ValidationError as refused:
        first = refused.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise bad(f"{model.__api_method__}: {where}: {first['msg']}") from None
    for unknown in unknown_in(call):
        raise bad(f"{model.__api_method__}: unknown parameter {unknown}")
    return call


def as_meant(model: type[Call], key: str, value: object) -> object:
    """Everything that is not text comes as JSON in a text."""
    if key not in model.model_fields or not isinstance(value, str):
        return value
    kinds = kinds_of(model, key)
    if str in kinds:
        return int(value) if int in kinds and value.lstrip("-").isdigit() else value
    try:
        return json.loads(value)
    except ValueError:
        raise bad(f"{model.__api_method__}: {key}: can't parse JSON") from None


@cache
def kinds_of(model: type[Call], key: str) -> frozenset[object]:
    return frozenset(kinds_in(model.model_fields[key].annotation))


def kinds_in(annotation: object) -> Iterator[object]:
    if get_origin(annotation) in {Union, types.UnionType}:
        for kind in get_args(annotation):
            yield from kinds_in(kind)
    else:
        yield annotation


def unknown_in(value: object, path: str = "") -> Iterator[str]:
    """What aiogram's models let pass without knowing it."""
    if isinstance(value, BaseModel):
        yield from (f"{path}{name}" for name in value.model_extra or ())
        for name in value.model_fields_set & type(value).model_fields.keys():
            yield from unknown_in(getattr(value, name), f"{path}{name}.")
    elif isinstance(value, list | tuple):
        for item in value:  # pyright: ignore[reportUnknownVariableType] - anything
            yield from unknown_in(item, path)  # pyright: ignore[reportUnknownArgumentType]
