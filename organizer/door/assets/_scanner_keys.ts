// A USB or Bluetooth scanner types like a keyboard, only faster than people do. What counts is which
// key it presses (`event.code`): `event.key` depends on the keyboard layout and on an active IME.

const LONGEST_GAP = 100; // milliseconds between two keys of a scanner
const FEWEST_KEYS = 12; // letters and digits; fewer are a fast typist

export type Key = Pick<KeyboardEvent, "code" | "key" | "timeStamp">;

/** What was typed without a pause. */
export interface Typed {
  /** All letters and digits, of which the last are a badge's code. */
  readonly text: string;
  /** When the last key was pressed, in milliseconds. */
  readonly at: number;
  /** Whether the last key was a scanner's Enter. */
  readonly ended: boolean;
}

export const NOTHING: Typed = { text: "", at: 0, ended: false };

/** The letter or digit of a key, or "" for every other key. */
export function letterOf({ code, key }: Pick<Key, "code" | "key">): string {
  const named = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1];
  if (named) return named;
  // Some Bluetooth scanners give keys without a code.
  return !code && /^[a-z0-9]$/i.test(key) ? key.toUpperCase() : "";
}

/** What is typed after one more key. */
export function afterKey(before: Typed, key: Key): Typed {
  const goesOn = key.timeStamp - before.at <= LONGEST_GAP && !before.ended;
  const text = goesOn ? before.text : "";
  if (isEnter(key)) return { text, at: key.timeStamp, ended: text.length >= FEWEST_KEYS };
  return { text: text + letterOf(key), at: key.timeStamp, ended: false };
}

function isEnter({ code, key }: Key): boolean {
  return code === "Enter" || code === "NumpadEnter" || key === "Enter";
}

/** Call `onText` with what a scanner types, wherever the cursor is; a field it typed into is emptied. */
export function listenForScanner(onText: (text: string) => void): void {
  let typed = NOTHING;
  const hear = (event: KeyboardEvent) => {
    if (event.repeat) return;
    typed = afterKey(typed, event);
    if (!typed.ended) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isTextField(event.target)) empty(event.target);
    onText(typed.text);
  };
  addEventListener("keydown", hear, { capture: true });
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

function isTextField(target: EventTarget | null): target is TextField {
  if (target instanceof HTMLInputElement) return target.type !== "checkbox";
  return target instanceof HTMLTextAreaElement;
}

function empty(field: TextField): void {
  const clear = () => {
    field.value = "";
  };
  // An active IME still holds the letters and would write them when it loses the field.
  field.addEventListener("compositionend", () => setTimeout(clear), { once: true });
  field.blur();
  clear();
}
