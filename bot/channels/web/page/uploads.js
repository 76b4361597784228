// Pictures on their way up: two at a time, each again until the desk has it or refuses it.

import { progress } from "./line.js";
import { shrink, upload } from "./pictures.js";

const AT_ONCE = 2;
const AGAIN_AFTER = 3000;

export class Uploads {
  constructor({ outbox, isOpen, shown }) {
    Object.assign(this, { outbox, isOpen, shown });
    this.active = new Set();
  }

  go() {
    if (!this.isOpen()) return; // before the welcome there is no key
    const waiting = this.outbox.items.filter((item) => item.uploading && !item.failed && !this.active.has(item.id));
    for (const item of waiting.slice(0, AT_ONCE - this.active.size)) this.send(item);
  }

  areUnderWay() {
    return this.outbox.items.some((item) => item.uploading && !item.failed);
  }

  async send(item) {
    this.active.add(item.id);
    const file = (item.smaller ??= await shrink(item.file));
    const { media, why } = await upload(file, (part) => this.progress(item, part));
    this.active.delete(item.id);
    this.progress(item, 1);
    if (media) this.outbox.change(item.id, { photo: media, uploading: false });
    else if (why) this.outbox.change(item.id, { failed: why });
    else setTimeout(() => this.go(), AGAIN_AFTER);
    this.outbox.flush();
    if (media || why) this.go();
  }

  progress(item, part) {
    const shown = this.shown(item.id);
    if (shown) progress(shown, part);
  }
}
