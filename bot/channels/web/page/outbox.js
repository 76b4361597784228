// Messages that the desk has not confirmed yet. They survive a reload, keep their order and their names,
// and go one at a time: the desk knows a repeat by its name.

import { tab } from "./storage.js";

const ANSWER_WITHIN = 10_000;
export const LOST = "lost";

export class Outbox {
  constructor({ tell, renew, show }) {
    Object.assign(this, { tell, renew, show });
    this.items = [];
    this.sending = null;
  }

  /** Take back what an earlier page of this tab left, if it was for the same person. */
  restore(owner) {
    const { owner: earlier, items } = JSON.parse(tab.get("outbox") || '{"items": []}');
    this.owner = owner;
    this.items = earlier && earlier !== owner ? [] : items.map((item) => ({ ...item, ...lost(item) }));
    return this.items;
  }

  belongsTo(owner) {
    this.owner = owner;
    this.keep();
  }

  add(item) {
    this.items.push(item);
    this.keep();
    this.flush();
  }

  /** Send the oldest one that waits. A picture that is still on its way up holds back what was said after it. */
  flush() {
    if (this.sending || this.pausing) return;
    const item = this.items.find((one) => !one.failed);
    if (!item || item.uploading || !this.tell({ say: said(item) })) return;
    this.sending = item.id;
    this.timer = setTimeout(() => this.renew(), ANSWER_WITHIN);
  }

  /** A new connection: what was on its way may be lost, and is said again under the same name. */
  reconnected() {
    this.answered();
    this.flush();
  }

  noted(id) {
    this.remove(id);
    this.next(id);
  }

  refused(id, why, after) {
    if (after) {
      this.pausing = setTimeout(() => this.unpause(), after * 1000);
    } else {
      this.change(id, { failed: why });
    }
    this.next(id);
  }

  change(id, changes) {
    const item = this.find(id);
    if (!item) return;
    Object.assign(item, changes);
    this.keep();
    this.show(item);
  }

  again(id) {
    this.change(id, { failed: "" });
    this.flush();
  }

  find(id) {
    return this.items.find((item) => item.id === id);
  }

  remove(id) {
    this.items = this.items.filter((item) => item.id !== id);
    this.keep();
  }

  next(id) {
    if (id === this.sending) this.answered();
    this.flush();
  }

  answered() {
    clearTimeout(this.timer);
    this.sending = null;
  }

  unpause() {
    this.pausing = 0;
    this.flush();
  }

  keep() {
    const items = this.items.map(({ file, smaller, preview, ...kept }) => kept);
    tab.set("outbox", items.length ? JSON.stringify({ owner: this.owner, items }) : "");
  }
}

/** A picture that had not arrived when the page was closed is gone with the page. */
const lost = (item) => (item.uploading ? { failed: LOST } : {});

function said({ id, text, press, start, label, photo, caption }) {
  if (press) return { id, press, label };
  if (start) return { id, start, label };
  if (photo) return { id, photo, caption };
  return { id, text };
}
