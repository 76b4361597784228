// Texts with their links and telephone numbers, as nodes; a ticket's number and a time are not torn apart.

import { element } from "./elements.js";

const FOUND = new RegExp(
  [
    /https:\/\/[^\s<>"'“”‘’，。！？；：、（）【】《》]+/,
    /\+\d[\d -]{7,15}\d/,
    /1[3-9]\d[ -]?\d{4}[ -]?\d{4}/,
    /0\d{2,3}[ -]?\d{7,8}/,
    /400[ -]?\d{3}[ -]?\d{4}/,
  ].map((part) => part.source).join("|"),
  "g",
);

export function linked(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(FOUND)) {
    const shown = match[0].replace(/[.,!?;:)\]]+$/, "");
    const link = stands(text, match.index, shown) ? anchor(shown) : null;
    if (!link) continue;
    nodes.push(text.slice(from, match.index), link);
    from = match.index + shown.length;
  }
  nodes.push(text.slice(from));
  return nodes.flatMap((node) => (typeof node === "string" ? whole(node) : node));
}

/** F-261123-0001, S-202611-201, 14:00–16:00 */
const TOGETHER = /\b(?:[A-Z]{1,2}(?:-\d{2,8}){1,2}|\d\d:\d\d–\d\d:\d\d)\b/g;

function whole(text) {
  const nodes = [];
  let from = 0;
  for (const { 0: shown, index } of text.matchAll(TOGETHER)) {
    nodes.push(text.slice(from, index), element("span", { className: "whole" }, shown));
    from = index + shown.length;
  }
  nodes.push(text.slice(from));
  return nodes;
}

/** Digits inside a longer number, such as an order's, are no telephone number. */
function stands(text, start, shown) {
  const before = text[start - 1] ?? "";
  const after = text[start + shown.length] ?? "";
  return shown.startsWith("https:") ? !/\w/.test(before) : !/[\w+-]/.test(before) && !/[\w-]/.test(after);
}

function anchor(shown) {
  if (!shown.startsWith("https:")) return element("a", { href: `tel:${shown.replace(/[ -]/g, "")}` }, shown);
  if (!isAddress(shown)) return null;
  return element("a", { href: shown, target: "_blank", rel: "noopener noreferrer nofollow" }, shown);
}

function isAddress(shown) {
  try {
    return new URL(shown).protocol === "https:";
  } catch {
    return false;
  }
}
