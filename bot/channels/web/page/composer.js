// Where the visitor writes, and the tray of pictures to be sent.

import { byId, element, icon } from "./elements.js";
import { LARGEST } from "./pictures.js";
import { tab } from "./storage.js";
import { words } from "./words.js";

const LONGEST = 8_000;
const MOST_PICTURES = 9;
const ASKED = new Map([
  ["phone", "writePhone"],
  ["choice", "writeOrChoose"],
  ["photos", "writeOrPicture"],
]);

export class Composer {
  /** `send(text, files)` takes what was written; `notice(words)` shows why something was not taken. */
  constructor({ send, notice }) {
    Object.assign(this, { onSend: send, notice });
    this.box = byId("box");
    this.files = [];
    this.box.value = tab.get("draft");
    this.listen();
    this.grow();
  }

  put(text) {
    this.box.value = [this.box.value, text].filter(Boolean).join("\n");
    this.grow();
    this.box.focus();
  }

  /** Make easy to give what the desk asks for. */
  ask(what) {
    this.asked = what;
    this.box.inputMode = what === "phone" ? "tel" : "text";
    this.box.autocomplete = what === "phone" ? "tel" : "off";
    byId("pick").classList.toggle("wanted", what === "photos");
    this.relabel();
  }

  relabel() {
    this.box.placeholder = words(ASKED.get(this.asked) ?? "write");
    this.drawTray();
  }

  /** Give the keyboard back to the box, except where that would open one on the screen. */
  focus() {
    if (matchMedia("(pointer: fine)").matches) this.box.focus({ preventScroll: true });
  }

  listen() {
    this.box.addEventListener("input", () => this.grow());
    this.box.addEventListener("keydown", (event) => {
      // 229: some input methods end their composition with the very Enter that must not send.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      this.send();
    });
    byId("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
      this.box.focus();
    });
    byId("pick").onclick = () => byId("files").click();
    byId("files").onchange = ({ target }) => {
      this.take(target.files);
      target.value = "";
    };
    this.box.addEventListener("paste", (event) => {
      if (!event.clipboardData.files.length) return;
      event.preventDefault();
      this.take(event.clipboardData.files);
    });
    listenForDrops((files) => this.take(files));
  }

  send() {
    const text = this.box.value.trim();
    if (!text && !this.files.length) return;
    if ([...text].length > LONGEST) {
      this.notice(words("tooLong", { most: LONGEST }));
      return;
    }
    const files = this.files.map(({ file, url }) => (isPicture(file) ? { file, url } : { file }));
    this.files = [];
    this.box.value = "";
    this.grow();
    this.drawTray();
    this.onSend(text, files);
  }

  take(files) {
    for (const file of files) {
      const no = this.objection(file);
      if (no) this.notice(no);
      else this.files.push({ file, url: URL.createObjectURL(file) });
    }
    this.drawTray();
    this.focus();
  }

  objection(file) {
    const { name, size } = file;
    if (!isPicture(file) && !isKept(file)) return words("notKept", { name });
    if (size > LARGEST) return words("tooLarge", { name, most: LARGEST >> 20 });
    return this.files.length < MOST_PICTURES ? "" : words("tooMany", { most: MOST_PICTURES });
  }

  drawTray() {
    const tray = byId("tray");
    tray.hidden = !this.files.length;
    tray.replaceChildren(...this.files.map((one) => this.thumbnail(one)));
    this.enable();
  }

  thumbnail(one) {
    const remove = element("button", { type: "button", title: words("remove") }, icon("close"));
    remove.setAttribute("aria-label", words("remove"));
    remove.onclick = () => {
      this.files = this.files.filter((other) => other !== one);
      this.drawTray();
      this.box.focus();
    };
    const { name } = one.file;
    const shown = isPicture(one.file)
      ? element("img", { src: one.url, alt: name })
      : element("span", { className: "file" }, name);
    return element("li", {}, shown, remove);
  }

  grow() {
    tab.set("draft", this.box.value);
    this.box.style.height = "auto";
    const edges = this.box.offsetHeight - this.box.clientHeight;
    this.box.style.height = `${this.box.scrollHeight + edges}px`;
    this.enable();
  }

  enable() {
    byId("send").disabled = !this.box.value.trim() && !this.files.length;
  }
}

function isPicture({ type }) {
  return type.startsWith("image/");
}

/** Recordings, videos and the documents that the desk knows; it looks at the first bytes itself. */
function isKept({ name, type }) {
  return /^(audio|video)\//.test(type) || /\.(csv|xlsx|docx|pdf|m4a|mp3|ogg)$/i.test(name);
}

function listenForDrops(take) {
  const drop = byId("drop");
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    drop.hidden = false;
  });
  addEventListener("dragleave", (event) => (drop.hidden = event.relatedTarget === null || drop.hidden));
  addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    drop.hidden = true;
    take(event.dataTransfer.files);
  });
}
