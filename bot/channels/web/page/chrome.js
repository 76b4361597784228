// Everything around the conversation: the bar, the banner, progress, notices, the title.

import { byId } from "./elements.js";
import { role, words } from "./words.js";

const PATIENCE = 1500; // a short break is nothing to tell
const NOTICE_STAYS = 7000;
const TYPING_AFTER = 400;
const TYPING_STAYS = 8000;
let shop = "";
let unread = 0;
let breaking = 0;
let fading = 0;
let waiting = 0;
let visitor = null;
let state = "";
let steps = null;

export function introduce(who) {
  visitor = who;
  shop = who.shop;
  for (const sign of document.querySelectorAll(".bar .emblem, .empty .emblem, .typing .emblem")) sign.textContent = emblem(shop);
  byId("shop").textContent = shop;
  title();
}

/** Say everything again, in the language of now. */
export function relabel() {
  byId("who").hidden = !visitor || visitor.role === "customer";
  byId("who").textContent = visitor ? [role(visitor.role), visitor.name].filter(Boolean).join(" · ") : "";
  byId("state-words").textContent = words(state === "open" ? "online" : "connecting");
  byId("banner").textContent = words("away");
  step(steps);
}

export const emblem = (name) => [...name.trim()][0] ?? "";

export function connection(now) {
  if (now === state) return; // a failed attempt is no news
  state = now;
  byId("state").dataset.state = now;
  relabel();
  clearTimeout(breaking);
  if (now === "away") breaking = setTimeout(() => (byId("banner").hidden = false), PATIENCE);
  else byId("banner").hidden = true;
}

export function step(now = null) {
  steps = now;
  byId("progress").hidden = !now;
  if (!now) return;
  byId("progress-bar").max = now[1];
  byId("progress-bar").value = now[0];
  byId("progress-words").textContent = words("step", { now: now[0], all: now[1] });
}

/** Show the dots, but not for an answer that comes at once; false takes them away. */
export function typing(on) {
  clearTimeout(waiting);
  if (!on) byId("typing").hidden = true;
  else waiting = setTimeout(showTyping, TYPING_AFTER);
}

function showTyping() {
  byId("typing").hidden = false;
  waiting = setTimeout(() => typing(false), TYPING_STAYS);
}

export function notice(text) {
  byId("notice").textContent = text;
  byId("notice").hidden = false;
  clearTimeout(fading);
  fading = setTimeout(() => (byId("notice").hidden = true), NOTICE_STAYS);
}

/** The desk will not talk to this page. `again` is what the button does. */
export function block(why, button, again) {
  byId("blocked").hidden = false;
  byId("blocked-words").textContent = why;
  byId("blocked-button").textContent = words(button);
  byId("blocked-button").onclick = () => {
    byId("blocked").hidden = true;
    again();
  };
  byId("blocked-button").focus();
}

export function arrived(count) {
  if (document.hidden) unread += count;
  title();
}

export function watch() {
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) unread = 0;
    title();
  });
  byId("lightbox-close").onclick = () => byId("lightbox").close();
  byId("lightbox").onclick = ({ target }) => target.closest("button") || byId("lightbox").close();
  // Safari lays the keyboard over the page instead of making the page smaller.
  visualViewport?.addEventListener("resize", () => {
    if (visualViewport.scale !== 1) return;
    document.documentElement.style.setProperty("--height", `${visualViewport.height}px`);
    scrollTo(0, 0);
  });
}

function title() {
  document.title = `${unread ? `(${unread}) ` : ""}${shop}`;
}
