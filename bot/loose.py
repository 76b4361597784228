"""What is said without a question: greetings, thanks, loose words and photos, and what cannot be used."""

from __future__ import annotations

from bot.calls import an_acknowledgement
from bot.dialogue.clean import plain
from bot.dialogue.occasion import Occasion
from bot.dialogue.products import still_to_come
from bot.dialogue.steering import ALWAYS
from bot.dialogue.turn import EARLIER, Draft
from bot.envelope import Contact, Content, Photo, Place, Press, Reply, Strange, Text
from bot.forms import FORMS, Answered, answered_in, menu, opened, opened_by_photo, with_question_again
from bot.handlers.customer import REPORT, status
from bot.media.sniffing import CSV, XLSX
from core.contracts import lines_of
from core.phrases import say
from core.policy.catalogue import Category, Symptom, guess
from core.tickets import Role, Ticket
from core.values import replace

TABLES = frozenset({XLSX, CSV})
GREETINGS = frozenset(
    {"help", "menu", "start", "hello", "hi", "hey"}
    | {"帮助", "菜单", "你好", "您好", "在吗", "有人吗", "嗨", "哈喽", "开始"}
)
COURTESIES = frozenset(
    {"thanks", "thank you", "thank you very much", "ok", "okay", "good"}
    | {"谢谢", "谢谢你", "谢谢您", "多谢", "谢了", "感谢", "好", "好的", "好滴", "收到", "嗯", "嗯嗯", "行", "知道了"}
)


def of_no_use(content: Content, draft: Draft | None, occasion: Occasion) -> Answered | None:
    """What cannot be used, where there is more to say about it than that."""
    if not isinstance(content, Strange) or content.hint is None:
        return None
    return with_question_again((Reply(content.hint),), draft, occasion)


def a_greeting(content: Content, draft: Draft | None, occasion: Occasion) -> Answered | None:
    """Whoever says hello or asks for help hears whose desk it is, and sees what can be done here (CHN-05)."""
    if not isinstance(content, Text) or plain(content.text).removeprefix("/").strip("!！。.?？~ ") not in GREETINGS:
        return None
    hello = say("Hello! This is {shop}. How can I help you?", shop=occasion.desk.shop.policy.shop.name)
    return with_question_again((menu(occasion, hello),), draft, occasion)


def a_fault_instead(content: Content, draft: Draft | None, occasion: Occasion) -> Answered | None:
    """Asked whether he complains, an upset customer says what is broken: that is seen to first."""
    if draft is None or draft.beneath or (draft.form, draft.asked) != ("lodge_complaint", "sure"):
        return None
    if not isinstance(content, Text) or guess(content.text, occasion.desk.shop.policy.catalogue)[0] is None:
        return None
    declined = answered_in(FORMS[draft.form], draft, Text("no"), occasion)
    begun = opened(FORMS["report_fault"], occasion, content.text)
    return replace(begun, replies=(*declined.replies, *begun.replies))


def nothing_to_steer(content: Content, _: Draft | None, occasion: Occasion) -> Answered | None:
    """Back, skip or cancel, where nothing was asked."""
    if not isinstance(content, Text) or plain(content.text).removeprefix("/") not in ALWAYS:
        return None
    return Answered(None, (menu(occasion, say("Nothing is being asked at the moment.")),))


def a_courtesy(content: Content, _: Draft | None, occasion: Occasion) -> Answered | None:
    """Nobody need be troubled with it."""
    if not isinstance(content, Text):
        return None
    if reminded := an_acknowledgement(content.text, occasion):
        return Answered(None, (reminded,))
    if occasion.person.is_staff or plain(content.text) not in COURTESIES:
        return None
    return Answered(None, (Reply(say("You are welcome.")),))


def loose_words(content: Content, _: Draft | None, occasion: Occasion) -> Answered | None:
    """Words or photos without a question: kept for an open ticket, or as the start of a report."""
    if isinstance(content, Photo) and is_document(content, occasion):
        return opened_by_photo(FORMS["import_contracts"], content, occasion)
    if isinstance(content, Photo) and Role.SALES_CLERK in occasion.person.roles:
        return opened_by_photo(FORMS["hand_in_contract"], content, occasion)
    if occasion.person.is_staff or not isinstance(content, Text | Photo):
        return strange(content, occasion)
    open_tickets = occasion.desk.gathering(occasion.person)
    if isinstance(content, Photo):
        return opened_by_photo(FORMS["add_to_ticket" if open_tickets else "report_fault"], content, occasion)
    return without_a_question(content.text, open_tickets, occasion)


def without_a_question(text: str, open_tickets: tuple[Ticket, ...], occasion: Occasion) -> Answered | None:
    policy = occasion.desk.shop.policy
    category, symptom = guess(text, policy.catalogue)
    is_new = category is not None and not any(is_about(ticket, category, symptom) for ticket in open_tickets)
    if category and is_new and not symptom and not policy.is_emergency(text) and still_to_come(occasion, category):
        return Answered(None, (not_here_yet(occasion),))
    if is_new or policy.is_emergency(text):
        return opened(FORMS["report_fault"], occasion, text)
    if open_tickets and len(text.strip()) > 1:
        return opened(FORMS["add_to_ticket"], occasion, text)
    return None


def is_about(ticket: Ticket, category: Category, symptom: Symptom | None) -> bool:
    """What is still on order is asked about; what is broken is something else."""
    ordered = {line.category for line in lines_of(ticket.facts)} if symptom is None else set[str]()
    return category.code in {ticket.facts.get("category"), *ordered}


def not_here_yet(occasion: Occasion) -> Reply:
    """Of what has yet to be delivered nobody is asked what is wrong with it, unless he says that something is."""
    stands = status(occasion, "")
    return replace(stands, buttons=(*stands.buttons, REPORT) if REPORT not in stands.buttons else stands.buttons)


def is_document(content: Photo, occasion: Occasion) -> bool:
    """Sent by whoever may hand in contracts as a file."""
    form = FORMS["import_contracts"]
    if not form.open_to(occasion.person) or not form.offered_by(occasion.desk.shop):
        return False
    stored = occasion.desk.unit.media.file(content.media)
    return stored.mime in TABLES if stored else bool(content.name)


def strange(content: Content, occasion: Occasion) -> Answered | None:
    match content:
        case Press():
            return Answered(None, (menu(occasion, EARLIER),))
        case Strange() | Contact() | Place():
            return Answered(None, (menu(occasion, say("I cannot use that here.")),))
        case _:
            return None


def lost(content: Content, occasion: Occasion) -> Reply:
    if isinstance(content, Text):
        return menu(occasion, say("I am not sure what you mean. How can I help you?"))
    return menu(occasion, say("How can I help you?"))
