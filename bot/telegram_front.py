"""What Telegram asks of the desk: to note what came, and to see to what was lost while it could not be reached."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog

from bot import metrics
from bot.again import Again
from bot.envelope import Envelope
from bot.intake import Intake
from bot.post import Post
from bot.slash import commands
from core.people import Person
from core.phrases import say
from core.ports import Store, Unit
from core.shop import Shop
from core.tickets import PersonId
from core.values import dataclass

log = structlog.get_logger()
GAP = timedelta(minutes=2)  # Telegram forgets a press after two and a half
NEW = Person(PersonId(0))
ABOUT = say("This is {shop}. Report a fault, see how your repair is getting on, or talk to a person. Tap Start.")
SHORT = say("{shop}: repairs and service")
OFTEN = timedelta(seconds=20)  # no need to write it down more often


@dataclass
class TelegramFront:
    store: Store
    shop: Shop
    post: Post
    intake: Intake
    last: datetime | None = None

    async def note(self, envelopes: Sequence[Envelope]) -> int:
        return await self.intake.note(envelopes)

    def commands(self, person: Person | None, language: str) -> tuple[tuple[str, str], ...]:
        words = self.post.words(language)
        return tuple((each.word, words(each.about)) for each in commands(person or NEW))

    def about(self, language: str) -> tuple[str, str]:
        words, name = self.post.words(language), self.shop.policy.shop.name
        return words(say(ABOUT.key, shop=name)), words(say(SHORT.key, shop=name))

    async def heard(self, account: str, at: datetime) -> None:
        metrics.heard("telegram", at)
        if self.last and self.last <= at < self.last + OFTEN:
            return
        told = await self.store.run(lambda unit: self.after(unit, account, at))
        self.last = at
        if told:
            log.info("put_again", channel="telegram", people=told)

    def after(self, unit: Unit, account: str, at: datetime) -> int:
        """Gives how many people were asked again."""
        name = f"heard:telegram:{account}"
        before = unit.milestones.of(name)
        unit.milestones.reach(name, at)
        if before is None or at - before <= GAP:
            return 0
        since = before + GAP  # it was heard of for a while after that was written down
        return Again(unit, self.shop, self.post, "telegram", account, since, at).put()
