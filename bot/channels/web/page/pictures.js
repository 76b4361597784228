// Pictures: made smaller, sent up, fetched, shown large.

import { byId, element } from "./elements.js";
import { key } from "./keys.js";
import { words } from "./words.js";

export const LARGEST = 20 * 1024 * 1024;
const LARGE_ENOUGH = 2560; // pixels of the longer side
const SMALL_ENOUGH = 1_500_000; // bytes

const fetched = new Map();

/** A telephone's picture has 12 MB, of which the desk needs one; this also leaves behind where it was taken. */
export async function shrink(file) {
  if (file.size < SMALL_ENOUGH && file.type !== "image/heic") return file;
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, LARGE_ENOUGH / Math.max(bitmap.width, bitmap.height));
    const canvas = element("canvas", { width: bitmap.width * scale, height: bitmap.height * scale });
    canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const smaller = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.86));
    return smaller && smaller.size < file.size ? smaller : file;
  } catch {
    return file; // not for this browser to decode: the desk looks at it
  }
}

/** Send it up. Returns {media}, {why} when it was refused, or {} when the network failed; `progress` is 0 to 1. */
export function upload(file, progress) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("POST", "media");
    request.responseType = "json";
    request.setRequestHeader("Authorization", `Bearer ${key()}`);
    request.upload.onprogress = ({ loaded, total }) => progress(loaded / total);
    request.onload = () => done(TRY_LATER.has(request.status) ? {} : request.response ?? { why: words("failed") });
    request.onerror = request.ontimeout = request.onabort = () => done({});
    request.timeout = 150_000;
    request.send(file);
  });
}

/** A picture of the desk's, fetched when it comes near: the key goes in a header, so it cannot be a plain <img>. */
export function picture(media) {
  const image = element("img", { alt: words("picture"), decoding: "async" });
  const frame = element("button", { type: "button", className: "picture loading", title: words("openPicture") }, image);
  frame.setAttribute("aria-label", words("openPicture"));
  frame.onclick = () => (image.src ? enlarge(image.src) : load(media, image, frame));
  whenNear(frame, () => load(media, image, frame));
  return frame;
}

/** A picture that is still here, before the desk has it. */
export function preview(url) {
  const image = element("img", { alt: words("picture"), src: url });
  const frame = element("button", { type: "button", className: "picture", title: words("openPicture") }, image);
  frame.setAttribute("aria-label", words("openPicture"));
  frame.onclick = () => enlarge(url);
  return frame;
}

async function load(media, image, frame) {
  frame.classList.remove("lost");
  frame.classList.add("loading");
  try {
    if (!fetched.has(media)) fetched.set(media, fetchFile(media));
    const file = await fetched.get(media);
    if (file.kind === "image") image.src = file.url;
    else frame.replaceWith(otherwise(file));
  } catch {
    fetched.delete(media);
    frame.classList.add("lost");
    frame.title = words("lostPicture");
  }
  frame.classList.remove("loading");
}

/** What was sent on another network may still be on its way to the desk: then it asks to be asked again. */
async function fetchFile(media, tries = 20) {
  const answer = await fetch(`media/${encodeURIComponent(media)}`, { headers: { Authorization: `Bearer ${key()}` } });
  if (answer.status === 503 && tries > 0) {
    await new Promise((done) => setTimeout(done, 1000 * (Number(answer.headers.get("Retry-After")) || 3)));
    return fetchFile(media, tries - 1);
  }
  if (!answer.ok) throw new Error(`file: ${answer.status}`);
  const blob = await answer.blob();
  const said = /filename\*=UTF-8''(\S+)/.exec(answer.headers.get("Content-Disposition"))?.[1];
  const name = said ? decodeURIComponent(said) : "file";
  return { url: URL.createObjectURL(blob), kind: blob.type.split("/")[0], name };
}

/** A recording plays, a video too; a document is only ever saved. */
function otherwise({ url, kind, name }) {
  if (kind === "audio" || kind === "video") return element(kind, { className: kind, controls: true, src: url });
  return element("a", { className: "document", href: url, download: name }, `${words("saveFile")} (${name})`);
}

function enlarge(url) {
  byId("lightbox-picture").src = url;
  byId("lightbox").showModal();
}

function whenNear(frame, act) {
  arrivals.set(frame, act);
  near.observe(frame);
}

const TRY_LATER = new Set([0, 408, 429, 500, 502, 503, 504]);
const arrivals = new WeakMap();
const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      arrivals.get(target)();
    }
  },
  { rootMargin: "600px" },
);
