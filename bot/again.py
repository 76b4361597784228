"""What is open is put again after a time in which a press may have been lost."""

from __future__ import annotations

from datetime import datetime

from bot.cards import moves_as_buttons
from bot.dialogue.occasion import Occasion
from bot.dialogue.turn import Draft, put_question
from bot.envelope import Reply
from bot.forms import FORMS
from bot.post import Post
from core.desk import Desk
from core.phrases import say
from core.ports import Conversation, Unit
from core.shop import Shop
from core.tickets import PersonId, Role
from core.values import dataclass

AWAY = say("We could not be reached for a while. If you have tapped a button meanwhile, please do it again.")
OFFER = say("We could not be reached for a while. {number} is still offered to you.")
MOST = 1000  # chats


@dataclass(frozen=True, slots=True)
class Again:
    """`channel` and `account` could not be reached from `since` on; now it is `at`."""

    unit: Unit
    shop: Shop
    post: Post
    channel: str
    account: str
    since: datetime
    at: datetime

    def put(self) -> int:
        """Gives how many people were told. Whoever has said something meanwhile gets his answer anyway."""
        silent = (conversation for nudged in (False, True) for conversation in self.silent(nudged))
        asked = {c.person.id for c in silent if self.concerns(c) and self.ask(self.unit.chats.open(c.chat, ""))}
        offered = [tech for tech in self.unit.people.with_role(Role.TECHNICIAN) if tech.id not in asked]
        return len(asked) + sum(self.offer(conversation) for t in offered for conversation in self.chats_of(t.id))

    def silent(self, nudged: bool) -> tuple[Conversation, ...]:
        return self.unit.chats.silent(self.since, MOST, nudged=nudged)

    def chats_of(self, person: PersonId) -> tuple[Conversation, ...]:
        return tuple(c for c in self.unit.chats.of(person)[:1] if self.concerns(c))

    def concerns(self, conversation: Conversation) -> bool:
        chat = conversation.chat
        ours = (chat.channel, chat.account) == (self.channel, self.account)
        return ours and not conversation.gone_at and self.unit.inbox.oldest(chat) is None

    def ask(self, conversation: Conversation) -> bool:
        draft = Draft.from_json(conversation.draft) if conversation.draft else None
        form = FORMS.get(draft.form) if draft else None
        if draft is None or form is None:
            return False
        person = conversation.person
        desk = Desk(self.unit, self.shop, self.at, "again")
        occasion = Occasion(desk, person, self.post.words(person.language), self.at)
        left, question = put_question(form, draft, occasion, AWAY)
        self.unit.chats.keep_draft(conversation.id, left.to_json() if left else None, self.at)
        self.post.answer(self.unit, conversation, (question,), self.at, "again")
        return True

    def offer(self, conversation: Conversation) -> int:
        """The jobs that wait for this technician's yes or no."""
        person = conversation.person
        offered = [ticket for ticket in self.unit.tickets.held_by(person.id) if ticket.state == "offered"]
        replies = (
            Reply(
                say(OFFER.key, number=ticket.number),
                moves_as_buttons(ticket, Role.TECHNICIAN, person.id),
                ticket.number,
            )
            for ticket in offered
        )
        self.post.answer(self.unit, conversation, replies, self.at, "again")
        return bool(offered)
