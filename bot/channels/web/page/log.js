// The conversation: what was said, in order, once.

import { byId, element } from "./elements.js";
import { draw, mark } from "./line.js";
import { LOST } from "./outbox.js";
import { locale, words } from "./words.js";

const NEAR = 80; // pixels from the end that still count as being at the end
const OVERLAP = 20; // lines
const ANSWER = "q:"; // how the buttons of a question begin
const DAY = 86_400_000;
const ORDER = ["failed", "waiting", "noted", "handled"];

export class Log {
  constructor({ press, again, edit, discard }) {
    this.on = { press, again, edit, discard };
    this.place = byId("log");
    this.scroll = byId("scroll");
    this.clear();
    byId("jump").onclick = () => this.toEnd("smooth");
    this.scroll.addEventListener("scroll", () => this.moved(), { passive: true });
    new ResizeObserver(() => this.wasAtEnd && this.toEnd()).observe(this.scroll);
    new ResizeObserver(() => this.wasAtEnd && this.toEnd()).observe(this.place);
  }

  clear() {
    this.place.replaceChildren();
    this.lines = new Map(); // line id → element, of the desk's lines
    this.own = new Map(); // uuid → element
    this.cards = new Map(); // card key → {id, element}
    this.question = null; // the last line that asked something
    this.unread = 0;
    this.wasAtEnd = true;
    this.emblem ??= { desk: "", mine: "" };
  }

  isLoading() {
    return this.place.getAttribute("aria-busy") === "true";
  }

  /** The history is there. */
  loaded() {
    this.place.setAttribute("aria-busy", "false");
    this.tidy();
    this.toEnd();
  }

  /** Show lines of a history, or new ones. Returns those that were not there yet. */
  show(lines) {
    const fresh = lines.filter((line) => (line.mine ? this.showOwn(line) : this.showDesk(line)));
    this.tidy();
    if (this.wasAtEnd) this.toEnd();
    else this.count(fresh.filter((line) => !line.mine).length);
    return fresh;
  }

  /** From where to ask again: some lines back, for a line that waited for its time may come after a newer one. */
  since() {
    const ids = [...this.lines.keys()].slice(-OVERLAP);
    return ids.length < OVERLAP ? 0 : Math.min(...ids);
  }

  showDesk(line) {
    const earlier = line.card ? this.cards.get(line.card) : null;
    if (this.lines.has(line.id) || earlier?.id > line.id) return false;
    const asks = isQuestion(line);
    const seen = { ...line, card: asks ? "" : line.card, updated: Boolean(earlier) && !asks };
    const shown = draw(seen, this.emblem, this.answering(line));
    if (earlier) {
      earlier.element.remove();
      shown.classList.add("changed");
    }
    this.append(shown, line.at);
    this.lines.set(line.id, shown);
    if (line.card) this.cards.set(line.card, { id: line.id, element: shown });
    if (asks || !line.card) this.asked(asks, shown);
    this.handled();
    return true;
  }

  showOwn(line) {
    const known = this.own.get(line.uuid);
    if (known) {
      this.marked(line.uuid, line);
      return false;
    }
    const shown = draw(line, this.emblem, this.mending(line.item));
    this.append(shown, line.at);
    if (line.uuid) this.own.set(line.uuid, shown);
    if (!line.failed) this.answered(line.text);
    return true;
  }

  /** Note how far the visitor's message has come. It never goes back, except to have failed. */
  marked(uuid, { state, failed }, item) {
    const shown = this.own.get(uuid);
    if (!shown || (!failed && ORDER.indexOf(state) < ORDER.indexOf(shown.dataset.state))) return;
    mark(shown, { state, failed, uuid }, this.mending(item));
  }

  removeOwn(uuid) {
    this.own.get(uuid)?.remove();
    this.own.delete(uuid);
    this.tidy();
  }

  /** What can be done about a message that failed. */
  mending(item = {}) {
    const { again, edit, discard } = this.on;
    return { again: item.failed === LOST ? null : again, edit: item.text ? edit : null, discard };
  }

  append(shown, at) {
    shown.dataset.at = at;
    shown.classList.toggle("fresh", !this.isLoading());
    this.place.append(shown);
  }

  // Questions and their buttons

  answering(line) {
    return {
      press: (button, made) => {
        if (isQuestion(line)) this.close(made.closest(".replies"), button.label);
        else rest(made);
        this.on.press(button);
      },
    };
  }

  /** A new question closes the one before; an answer that was typed closes it when the desk goes on. */
  asked(asks, shown) {
    if (this.question && (asks || this.question.answered)) this.close(this.question.replies);
    if (asks) this.question = { replies: shown.querySelector(".replies"), answered: false };
  }

  answered(text) {
    if (!this.question) return;
    this.question.answered = true;
    const labels = [...this.question.replies.children].map((button) => button.textContent);
    if (labels.includes(text)) this.close(this.question.replies, text);
  }

  close(replies, chosen) {
    for (const button of replies.children) {
      button.disabled = true;
      if (button.textContent === chosen) button.classList.add("chosen");
    }
  }

  /** The press did not reach the desk: it may be tried again. */
  reopen() {
    for (const button of this.question?.replies.children ?? []) {
      button.disabled = false;
      button.classList.remove("chosen");
    }
  }

  /** The desk has spoken, so it has dealt with what was noted before. */
  handled() {
    if (this.isLoading()) return; // a history says so itself
    for (const [uuid, shown] of this.own) {
      if (shown.dataset.state === "noted") this.marked(uuid, { state: "handled" });
    }
  }

  // Days, and where one is

  /** One heading for each day, above its first line. */
  tidy() {
    for (const heading of this.place.querySelectorAll(".day")) heading.remove();
    let day = "";
    for (const shown of this.place.querySelectorAll(".line")) {
      const date = new Date(shown.dataset.at);
      if (date.toDateString() === day) continue;
      day = date.toDateString();
      shown.before(element("p", { className: "day" }, dayName(date)));
    }
    byId("empty").hidden = Boolean(day) || this.isLoading();
  }

  toEnd(behavior = "instant") {
    this.scroll.scrollTo({ top: this.scroll.scrollHeight, behavior });
    this.wasAtEnd = true;
    this.count(-this.unread);
  }

  moved() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroll;
    this.wasAtEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.wasAtEnd) this.count(-this.unread);
    byId("jump").hidden = this.wasAtEnd;
  }

  count(more) {
    this.unread += more;
    byId("jump").hidden = this.wasAtEnd;
    byId("jump-count").textContent = this.unread || "";
  }
}

/** Notices and menus are none: what their buttons do can be done later as well, whatever came after them. */
function isQuestion(line) {
  return Boolean(line.buttons?.some((button) => button.token.startsWith(ANSWER)));
}

function rest(button) {
  button.disabled = true;
  setTimeout(() => (button.disabled = false), 1000);
}

function dayName(date) {
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(date).setHours(0, 0, 0, 0)) / DAY);
  if (days === 0) return words("today");
  if (days === 1) return words("yesterday");
  const year = days > 300 ? { year: "numeric" } : {};
  return date.toLocaleDateString(locale(), { month: "long", day: "numeric", weekday: "long", ...year });
}
