// The page, put together.

import * as chrome from "./chrome.js";
import { Composer } from "./composer.js";
import { byId } from "./elements.js";
import * as keys from "./keys.js";
import { Log } from "./log.js";
import { menu } from "./menu.js";
import { Outbox } from "./outbox.js";
import { browser } from "./storage.js";
import { Uploads } from "./uploads.js";
import { uuid } from "./uuid.js";
import { Wire } from "./wire.js";
import { label, other, says, speak, spoken, words } from "./words.js";

const FORGETFUL = 60_000; // after so long an absence everything is asked for again
const UNKNOWN_KEY = 4401;
const JOIN_REFUSED = 4403;

let me = null; // what the welcome said
let lastHeard = 0;
let refusal = "";
let catchingUp = true;
let answering = false; // something was said since the desk asked

keys.arrive();
addEventListener("hashchange", () => /^#(k|join|s)=/.test(location.hash) && location.reload());
speak(browser.get("language") || (/^zh\b/i.test(navigator.language) ? "zh_CN" : "en"));
label();
chrome.watch();
chrome.connection("away");

const wire = new Wire({ hello, hear, change });
const outbox = new Outbox({ tell: (frame) => wire.tell(frame), renew: () => wire.renew(), show });
const uploads = new Uploads({ outbox, isOpen: () => wire.isOpen, shown: (id) => log.own.get(id) });
const log = new Log({ press, again, edit, discard });
const composer = new Composer({ send, notice: chrome.notice });
menu({
  "menu-tickets": () => say({ text: says("tickets") }),
  "menu-help": () => say({ text: says("help") }),
  "menu-language": switchLanguage,
  "menu-link": copyLink,
});
byId("start").onclick = () => say({ text: says("start") });
addEventListener("beforeunload", (event) => uploads.areUnderWay() && event.preventDefault());
outbox.restore(keys.key()).forEach(show);
wire.open();

// Saying

function send(text, files) {
  for (const [index, { file, url }] of files.entries()) {
    say({ caption: (index ? "" : text) || (url ? "" : file.name), uploading: true, file, preview: url });
  }
  if (text && !files.length) say({ text });
  uploads.go();
}

function press({ label: shown, token }) {
  say({ press: token, label: shown });
  composer.focus();
}

function say(content) {
  const item = { id: uuid(), at: new Date().toISOString(), ...content };
  answering = true;
  show(item);
  log.toEnd();
  outbox.add(item);
}

function show(item) {
  if (log.own.has(item.id)) log.marked(item.id, { state: "waiting", failed: item.failed }, item);
  else log.show([asLine(item)]);
}

function asLine(item) {
  const { id, at, text, label: seen, caption, photo, preview, failed } = item;
  const photos = photo && !preview ? [photo] : [];
  return { mine: true, uuid: id, at, text: text ?? seen ?? caption, photos, preview, failed, state: "waiting", item };
}

function again(id) {
  outbox.again(id);
  uploads.go();
}

function edit(id) {
  composer.put(outbox.find(id).text);
  discard(id);
}

function discard(id) {
  outbox.remove(id);
  log.removeOwn(id);
}

// Hearing

function hello() {
  const lang = spoken();
  if (keys.invitation()) return { join: { code: keys.invitation(), lang } };
  const after = me && Date.now() - lastHeard < FORGETFUL ? log.since() : 0;
  return { hello: { key: keys.key(), after, lang } };
}

function hear(name, value) {
  lastHeard = Date.now();
  const known = { welcome, lines, noted, refused, typing: chrome.typing };
  known[name]?.(value);
}

function change(state, code) {
  chrome.connection(state);
  if (state === "open") catchingUp = true;
  else chrome.typing(false);
  if (state === "ended") turnedAway(code);
}

function welcome(visitor) {
  me = visitor;
  keys.welcomed(visitor.key);
  outbox.belongsTo(visitor.key);
  log.emblem = { desk: chrome.emblem(visitor.shop), mine: chrome.emblem(visitor.name) };
  chrome.introduce(visitor);
  useLanguage(visitor.lang);
}

function lines(shown) {
  const first = log.isLoading();
  if (first) log.clear();
  const fresh = log.show(shown);
  const newest = Math.max(0, ...shown.map((line) => (line.mine ? 0 : line.id)));
  if (newest) wire.tell({ seen: newest }); // again too, when it was shown before: the desk may have missed that
  follow(fresh);
  if (first) begin();
  else chrome.arrived(fresh.filter((line) => !line.mine).length);
  if (!catchingUp) return;
  catchingUp = false;
  outbox.reconnected();
  uploads.go();
}

/** The history is there; what this tab has not sent yet comes after it. */
function begin() {
  outbox.items.forEach(show);
  log.loaded();
  composer.focus();
  const start = keys.start();
  if (start) say({ start, label: words("byCode") });
}

/** Show what the desk asks for now. A card of some ticket does not change that, unless it is the answer. */
function follow(fresh) {
  for (const line of fresh) {
    if (line.mine) answering = true;
    else if (!line.card || answering) {
      chrome.step(line.step);
      composer.ask(line.asks);
      answering = false;
    }
  }
  if (fresh.some((line) => !line.mine)) chrome.typing(false);
}

function noted(id) {
  outbox.noted(id);
  log.marked(id, { state: "noted" });
}

function refused({ id, why, after }) {
  if (!me) refusal = why;
  else if (!id || after) chrome.notice(why);
  if (!id) return;
  if (!after && outbox.find(id)?.press) log.reopen();
  outbox.refused(id, why, after);
}

function turnedAway(code) {
  if (code !== UNKNOWN_KEY && code !== JOIN_REFUSED) {
    chrome.block(refusal, "tryAgain", () => location.reload());
    return;
  }
  const byLink = keys.isLink();
  keys.forget();
  if (byLink || me) chrome.block(refusal, "goOn", () => location.reload());
  else wire.open();
}

// The menu

function switchLanguage() {
  const text = says("otherLanguage");
  browser.set("language", other());
  useLanguage(other());
  say({ text });
}

function useLanguage(code) {
  speak(code);
  label();
  composer.relabel();
  chrome.relabel();
}

async function copyLink() {
  try {
    await navigator.clipboard.writeText(keys.link());
    chrome.notice(words("copied"));
  } catch {
    prompt(words("yourLink"), keys.link()); // no clipboard over plain HTTP
  }
}
