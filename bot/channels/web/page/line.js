// One line of the conversation as an element. Everything that people wrote becomes text nodes.

import { element, icon } from "./elements.js";
import { linked } from "./linked.js";
import { LOST } from "./outbox.js";
import { picture, preview } from "./pictures.js";
import { locale, words } from "./words.js";

const MARKS = { waiting: "waiting", noted: "sent", handled: "read", failed: "failed" };
const FACT = /^([^:：\n]{1,14})[:：]\s*(\S.*)$/;

/** `on` is {press(button, element), again(), edit(), discard()}. */
export function draw(line, emblem, on) {
  const side = line.mine ? "mine" : "desk";
  const article = element("article", { className: `line ${side}${line.card ? " card" : ""}` });
  article.append(avatar(line, emblem), element("div", { className: "column" }, bubble(line), choices(line, on)));
  if (line.mine) mark(article, line, on);
  return article;
}

/** Show how far a message of the visitor's has come. */
export function mark(article, { state, failed, uuid }, on) {
  const name = failed ? "failed" : Object.hasOwn(MARKS, state) ? state : "noted";
  article.dataset.state = name;
  article.dataset.uuid = uuid ?? "";
  const place = article.querySelector(".mark");
  place.replaceChildren(icon(MARKS[name]));
  place.setAttribute("aria-label", words(name));
  article.querySelector(".failure")?.remove();
  if (failed) article.querySelector(".column").append(failure(failed, article, on));
}

export function progress(article, part) {
  const bar = article.querySelector("progress") ?? element("progress", { max: 1 });
  bar.value = part;
  if (!bar.isConnected) article.querySelector(".pictures")?.append(bar);
  if (part >= 1) bar.remove();
}

function avatar(line, emblem) {
  const sign = line.mine ? (emblem.mine || icon("person")) : emblem.desk;
  const place = element("span", { className: line.mine ? "emblem small own" : "emblem small" }, sign);
  place.setAttribute("aria-hidden", "true");
  return place;
}

function bubble(line) {
  const shown = element("div", { className: "bubble" });
  shown.append(element("span", { className: "unseen" }, words(line.mine ? "you" : "desk")));
  if (line.ticket || line.updated) shown.append(heading(line));
  if (line.photos?.length || line.preview) {
    shown.classList.add(...(line.text ? ["with-pictures"] : ["with-pictures", "only-pictures"]));
    shown.append(pictures(line));
  }
  if (line.text) shown.append(line.card ? facts(line.text) : element("p", { className: "text" }, ...linked(line.text)));
  shown.append(meta(line));
  return shown;
}

function heading({ ticket, updated }) {
  return element(
    "div",
    { className: "heading" },
    ticket ? element("span", { className: "ticket" }, icon("ticket"), ticket) : null,
    updated ? element("span", { className: "updated" }, words("updated")) : null,
  );
}

function pictures({ photos = [], preview: local }) {
  const shown = local ? [preview(local)] : photos.map(picture);
  return element("div", { className: `pictures${shown.length > 1 ? " many" : ""}` }, ...shown);
}

/** A card's first line is its title, and "Name: value" lines stand in two columns. */
function facts(text) {
  const card = element("div", { className: "facts" });
  for (const [index, row] of text.split("\n").entries()) {
    const [, name, value] = row.match(FACT) ?? [];
    if (index === 0) card.append(element("p", { className: "name" }, ...linked(row)));
    else if (name) card.append(element("span", {}, name), element("span", {}, ...linked(value)));
    else card.append(element("p", {}, ...linked(row)));
  }
  return card;
}

function meta({ at, mine }) {
  const time = element("time", { dateTime: at, title: new Date(at).toLocaleString(locale()) }, clock(at));
  const shown = element("span", { className: "meta" }, time);
  if (mine) {
    const place = element("span", { className: "mark" });
    place.setAttribute("role", "img");
    shown.append(place);
  }
  return shown;
}

function clock(at) {
  return new Date(at).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit", hour12: false });
}

// Back, skip, cancel and their like, rather than an answer; with "done" the photos are sent.
const STEERS = /^q:\d+:(?!done$)[a-z]+$/;

function choices({ buttons = [], card }, on) {
  if (!buttons.length) return null;
  const group = element("div", { className: card ? "actions" : "replies" });
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", words(card ? "actions" : "choices"));
  for (const button of buttons) {
    const made = element("button", { type: "button", className: STEERS.test(button.token) ? "steer" : "" }, button.label);
    made.onclick = () => on.press(button, made);
    group.append(made);
  }
  return group;
}

function failure(why, article, on) {
  const actions = element("div", { className: "failure" }, element("p", {}, why === LOST ? words("pictureLost") : why));
  for (const [name, act] of Object.entries({ again: on.again, edit: on.edit, discard: on.discard })) {
    if (act) actions.append(element("button", { type: "button", onclick: () => act(article.dataset.uuid) }, words(name)));
  }
  return actions;
}
