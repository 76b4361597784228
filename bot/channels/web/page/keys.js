// Who this tab is: a key from the link it was opened with, an invitation, or the key of this browser;
// and the code on a product or an invoice by which somebody came.
//
// The key of a link belongs to the tab, so that a customer and a technician can be open side by side;
// it leaves the address bar at once, and a reload finds it in the tab's own storage.

import { browser, tab } from "./storage.js";

let held = ""; // since the welcome: another tab that changes the browser's key must not change who this page is

export function arrive() {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const [key, code, start] = [fragment.get("k"), fragment.get("join"), fragment.get("s")];
  if (!key && !code && !start) return;
  history.replaceState(null, "", location.pathname + location.search);
  if (start) tab.set("start", start);
  if (!key && !code) return;
  tab.set("key", key ?? "");
  tab.set("join", key ? "" : code);
}

/** The code by which somebody came, once. */
export function start() {
  const code = tab.get("start");
  tab.set("start", "");
  return code;
}

export const invitation = () => tab.get("join");
export const key = () => held || (invitation() ? "" : tab.get("key") || browser.get("key"));

/** A new colleague's browser knows him from now on; a link opened in a tab leaves the browser's own key alone. */
export function welcomed(newKey) {
  const joined = invitation();
  held = newKey;
  if (joined) {
    tab.set("key", newKey);
    tab.set("join", "");
  }
  if (!tab.get("key") || (joined && !browser.get("key"))) browser.set("key", newKey);
}

/** The desk does not know this key (any more). */
export function forget() {
  held = "";
  if (!invitation() && key() === browser.get("key")) browser.set("key", "");
  tab.set("key", "");
  tab.set("join", "");
}

export const isLink = () => Boolean(tab.get("key") || invitation());
export const link = () => `${location.origin}${location.pathname}#k=${key()}`;
