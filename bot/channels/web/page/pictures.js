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
    if (!fetched.has(media)) fetched.set(media, fetchPicture(media));
    image.src = await fetched.get(media);
  } catch {
    fetched.delete(media);
    frame.classList.add("lost");
    frame.title = words("lostPicture");
  }
  frame.classList.remove("loading");
}

async function fetchPicture(media) {
  const answer = await fetch(`media/${encodeURIComponent(media)}`, { headers: { Authorization: `Bearer ${key()}` } });
  if (!answer.ok) throw new Error(`picture: ${answer.status}`);
  return URL.createObjectURL(await answer.blob());
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
