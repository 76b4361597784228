// The menu behind the three dots.

import { byId } from "./elements.js";

export function menu(entries) {
  const [button, list] = [byId("menu-button"), byId("menu")];
  const show = (open) => {
    list.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  button.onclick = () => {
    show(list.hidden);
    if (!list.hidden) list.querySelector("button").focus();
  };
  for (const [id, act] of Object.entries(entries)) {
    byId(id).onclick = () => {
      show(false);
      button.focus();
      act();
    };
  }
  addEventListener("pointerdown", ({ target }) => target.closest(".menu-place") || show(false));
  addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "Escape") {
      show(false);
      button.focus();
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      walk(list, event.key === "ArrowDown" ? 1 : -1);
    }
  });
}

function walk(list, by) {
  const buttons = [...list.querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement);
  buttons[(at + by + buttons.length) % buttons.length].focus();
}
