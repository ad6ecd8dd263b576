// The door: the camera, USB scanners and buttons check people in without leaving the page.
import { obstacle, openCamera, readPicture, setReader, troubleOf } from "./_camera.js";
import { keepSoundSwitch, signal } from "./_signals.js";
import { listenForScanner } from "./_wedge.js";

const SAME_BADGE = 3000; // milliseconds within which a badge is not read twice by the camera;
const AWAY = 300; // and before it is, it must have left the picture for this long
const PATIENCE = 10000; // milliseconds to wait for an answer
const REFRESH = 20000; // milliseconds between looks at what other devices did

const find = (selector) => document.querySelector(selector);
const door = find("#door");
const verdict = find("#verdict");
const startButton = find("#scan-start");
const video = find("#camera");

// --- What was answered -------------------------------------------------------------------------

function show(name, content) {
  verdict.dataset.verdict = name;
  verdict.replaceChildren(content);
  if (name !== "checking") signal(name);
  verdict.scrollIntoView({ block: "nearest" });
}

function say(name, reason = "") {
  const words = find(`#say-${name}`).content.cloneNode(true);
  if (reason) words.querySelector(".reason").textContent = reason;
  show(name, words);
}

function fragment(html) {
  return document.createRange().createContextualFragment(html);
}

// --- Sending -------------------------------------------------------------------------------------

// One after the other: answers must appear in the order of the badges.
let turn = Promise.resolve();

function send(scan) {
  turn = turn.then(() => sendNow(scan));
}

async function sendNow(scan) {
  say("checking");
  const answer = await ask(scan);
  if (answer.html) show(answer.verdict, fragment(answer.html));
  else say(answer.problem, answer.reason);
  keepUnrecorded(scan, answer);
  refresh();
}

/** Post a scan: {verdict, html} if it was recorded, else {problem}. The same scan may be sent again. */
async function ask({ address, data }) {
  try {
    const response = await fetch(address, {
      method: "POST",
      body: data,
      headers: { Accept: "application/json", "X-CSRFToken": find("meta[name=csrf-token]").content },
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.type === "opaqueredirect") return { problem: "signed_out" };
    if (response.ok) return await response.json();
    if (response.status >= 500) return { problem: "lost" };
    return { problem: "refused", reason: (await response.json()).error };
  } catch {
    return { problem: "lost" };
  }
}

/** List what did not reach the server until it does; the next guest's verdict must not hide it. */
function keepUnrecorded(scan, { problem }) {
  scan.line?.remove();
  if (problem !== "lost" && problem !== "signed_out") return;
  scan.line = find("#unrecorded-line").content.firstElementChild.cloneNode(true);
  scan.line.querySelector(".what").textContent = scan.who;
  scan.line.querySelector("button").addEventListener("click", () => send(scan));
  find("#unrecorded").append(scan.line);
}

addEventListener("beforeunload", (event) => {
  if (find("#unrecorded").children.length) event.preventDefault();
});

// --- Reading badges --------------------------------------------------------------------------------

function newId() {
  if (crypto.randomUUID) return crypto.randomUUID(); // exists only where the page came safely
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function scanned(text) {
  const data = new FormData();
  data.set("code", text.slice(-500));
  data.set("scan_id", newId());
  data.set("at", new Date().toISOString());
  send({ address: door.dataset.scans, data, who: `…${text.slice(-4)}` });
}

const sightings = new Map();

function seen(text) {
  const now = performance.now();
  const before = sightings.get(text) ?? { read: -Infinity, seen: -Infinity };
  const again = now - before.read < SAME_BADGE || now - before.seen < AWAY;
  sightings.set(text, { read: again ? before.read : now, seen: now });
  if (!again) scanned(text);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.door === undefined) return;
  event.preventDefault();
  const data = new FormData(form);
  const code = data.get("code");
  if (code !== null) {
    if (!code.trim()) return form.elements.code.focus();
    data.set("scan_id", newId());
    data.set("at", new Date().toISOString());
  }
  send({ address: form.action, data, who: form.dataset.who ?? `…${code.slice(-4)}` });
  clearTyped(form);
}, { capture: true });

// Make room for the next guest.
function clearTyped(form) {
  const field = form.closest("#found") ? find("#q") : form.querySelector("input:not([type=hidden])");
  if (field) field.value = "";
  if (field !== find("#q")) return;
  // Who works with the keyboard goes on from there; a thumb wants no keyboard on the screen.
  if (form.querySelector(":focus-visible")) field.focus();
  find("#found").replaceChildren();
}

// The search is live; its Enter would reload the page, and with it lose the keyboard's place.
find("form.find").addEventListener("submit", (event) => {
  event.preventDefault();
  if (matchMedia("(pointer: coarse)").matches) find("#q").blur(); // the screen's keyboard covers what was found
});

listenForScanner(scanned);

// --- The camera --------------------------------------------------------------------------------------

const startLabel = startButton.textContent;
let closeCamera = null;

function trouble(name) {
  const words = name && find(`#camera-words [data-trouble=${name}]`).textContent;
  find("#camera-trouble").textContent = words;
  find("#camera-trouble").hidden = !name;
  find("#photo").hidden = !name;
}

async function start() {
  trouble(obstacle());
  if (obstacle()) return;
  startButton.disabled = true;
  video.hidden = false;
  try {
    closeCamera = await openCamera(video, seen);
    startButton.textContent = startButton.dataset.stop;
    await navigator.wakeLock?.request("screen").catch(() => {});
  } catch (error) {
    video.hidden = true;
    trouble(troubleOf(error));
  }
  startButton.classList.toggle("secondary", Boolean(closeCamera));
  startButton.disabled = false;
}

function stop() {
  closeCamera?.();
  closeCamera = null;
  video.hidden = true;
  startButton.textContent = startLabel;
  startButton.classList.remove("secondary");
}

startButton.addEventListener("click", () => (closeCamera ? stop() : start()));
// A phone in a pocket must not check anybody in.
document.addEventListener("visibilitychange", () => document.hidden && stop());
find("#photo input").addEventListener("change", async ({ target }) => {
  const text = target.files[0] ? await readPicture(target.files[0]) : "";
  target.value = "";
  trouble(text ? obstacle() : "unreadable");
  if (text) scanned(text);
});

// --- What other devices did ---------------------------------------------------------------------------

async function refresh() {
  try {
    const response = await fetch(location.pathname, { redirect: "error" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const part of document.querySelectorAll("[data-live]")) {
      const fresh = page.getElementById(part.id);
      if (fresh && !part.contains(document.activeElement)) part.replaceWith(fresh);
    }
  } catch {
    // Without a connection the figures stay; each scan says by itself whether it was recorded.
  }
}

setInterval(() => document.hidden || refresh(), REFRESH);
setReader(door.dataset.reader);
keepSoundSwitch(find("#sound input"));
for (const part of [startButton, find("#sound")]) part.hidden = false;
