"""aiogram with its states in SQLite, through SQLAlchemy's async ORM: conversations outlive a restart."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, DefaultKeyBuilder, StateType, StorageKey
from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column
from typing_extensions import override

from benchmarks.driving import Opened, compete
from benchmarks.peers.aiogram_bot import aiogram_bot
from benchmarks.peers.tickets import Sessions, Table, sessions_in


class Conversation(Table):
    __tablename__ = "conversations"

    key: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str | None]
    data: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)


class SqlStorage(BaseStorage):
    def __init__(self, sessions: Sessions) -> None:
        self.sessions = sessions
        self.keys = DefaultKeyBuilder()

    @override
    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        async with self.sessions.begin() as session:
            row = await session.get(Conversation, self.keys.build(key))
            if row is None:
                session.add(row := Conversation(key=self.keys.build(key)))
            row.state = state.state if isinstance(state, State) else state

    @override
    async def get_state(self, key: StorageKey) -> str | None:
        async with self.sessions() as session:
            row = await session.get(Conversation, self.keys.build(key))
            return row.state if row else None

    @override
    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        async with self.sessions.begin() as session:
            row = await session.get(Conversation, self.keys.build(key))
            if row is None:
                session.add(row := Conversation(key=self.keys.build(key)))
            row.data = dict(data)

    @override
    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        async with self.sessions() as session:
            row = await session.get(Conversation, self.keys.build(key))
            return dict(row.data) if row else {}

    @override
    async def close(self) -> None:
        pass


@asynccontextmanager
async def opening(folder: Path) -> Opened:
    async with sessions_in(folder) as sessions:
        yield aiogram_bot(SqlStorage(sessions), sessions)


if __name__ == "__main__":
    compete(opening)
