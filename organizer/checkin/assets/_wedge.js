// A USB or Bluetooth scanner types like a keyboard, only faster than people do. What counts is which
// key it presses (`event.code`): `event.key` depends on the keyboard layout and on an active IME.

const LONGEST_GAP = 100; // milliseconds between two keys of a scanner
const FEWEST_KEYS = 12; // letters and digits; fewer are a fast typist

/** The letter or digit of a key, or "" for every other key. */
export function letterOf({ code, key }) {
  const named = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code);
  if (named) return named[1];
  // Some Bluetooth scanners give keys without a code.
  return !code && /^[a-z0-9]$/i.test(key) ? key.toUpperCase() : "";
}

/**
 * The keys so far, after one more key. `ended` says that the key was a scanner's Enter; `text`
 * then holds all letters and digits, of which the last are the code.
 */
export function readKey(before, event) {
  const inTime = event.timeStamp - before.at <= LONGEST_GAP;
  const text = inTime && !before.ended ? before.text : "";
  if (["Enter", "NumpadEnter"].includes(event.code) || event.key === "Enter") {
    return { text, at: event.timeStamp, ended: text.length >= FEWEST_KEYS };
  }
  return { text: text + letterOf(event), at: event.timeStamp, ended: false };
}

/** Call `onText` with what a scanner types, wherever the cursor is; a field it typed into is emptied. */
export function listenForScanner(onText) {
  let keys = { text: "", at: 0, ended: false };
  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    keys = readKey(keys, event);
    if (!keys.ended) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.target.matches("input:not([type=checkbox]), textarea")) empty(event.target);
    onText(keys.text);
  }, { capture: true });
}

function empty(field) {
  // An active IME still holds the letters and would write them when it loses the field.
  field.addEventListener("compositionend", () => setTimeout(() => { field.value = ""; }), { once: true });
  field.blur();
  field.value = "";
}
