import assert from "node:assert/strict";
import { test } from "node:test";
import {
  afterKey,
  type Key,
  letterOf,
  NOTHING,
  type Typed,
} from "../../organizer/door/assets/_scanner_keys.ts";

const ADDRESS = "HTTPS://EXAMPLE.JP/C/0123456789ABCDEF";
const SCANNER = 5; // milliseconds between two keys
const PERSON = 180;

function codeOf(letter: string): string {
  if (/[0-9]/.test(letter)) return `Digit${letter}`;
  return /[A-Z]/i.test(letter) ? `Key${letter.toUpperCase()}` : "Slash";
}

function keysOf(text: string): Omit<Key, "timeStamp">[] {
  return [...text].map((letter) => ({ code: codeOf(letter), key: letter }));
}

const ENTER = { code: "Enter", key: "Enter" };

/** What is typed after these keys, pressed at this pace, with a pause after what was typed before. */
function press(
  keys: Omit<Key, "timeStamp">[],
  pace: number,
  before: Typed = NOTHING,
  pause = pace,
): Typed {
  const begun = before.at + pause;
  return keys.reduce(
    (typed, key, index) => afterKey(typed, { ...key, timeStamp: begun + index * pace }),
    before,
  );
}

test("a scanner's keys and its Enter end with the badge's code", () => {
  const typed = press([...keysOf(ADDRESS), ENTER], SCANNER);
  assert.equal(typed.ended, true);
  assert.match(typed.text, /C0123456789ABCDEF$/);
});

test("a person who types the same text sends nothing", () => {
  assert.equal(press([...keysOf(ADDRESS), ENTER], PERSON).ended, false);
});

test("a short word that is typed quickly is no scan", () => {
  assert.equal(press([...keysOf("SATO TARO"), ENTER], SCANNER).ended, false);
});

test("a scan has not ended before Enter is pressed", () => {
  assert.equal(press(keysOf(ADDRESS), SCANNER).ended, false);
});

test("what a person typed just before does not belong to the scan", () => {
  const before = press(keysOf("XYZ"), PERSON);
  assert.match(press([...keysOf(ADDRESS), ENTER], SCANNER, before, PERSON).text, /^HTTPS/);
});

test("two scans that follow each other at once are two", () => {
  const first = press([...keysOf(ADDRESS), ENTER], SCANNER);
  const second = press([...keysOf("ABCDEFGHJKMNPQRS"), ENTER], SCANNER, first);
  assert.deepEqual([second.text, second.ended], ["ABCDEFGHJKMNPQRS", true]);
});

test("a second Enter right after a scan sends nothing", () => {
  const scanned = press([...keysOf(ADDRESS), ENTER], SCANNER);
  assert.equal(press([ENTER], SCANNER, scanned).ended, false);
});

test("the Enter of a number pad ends a scan too", () => {
  const typed = press([...keysOf(ADDRESS), { code: "NumpadEnter", key: "Enter" }], SCANNER);
  assert.equal(typed.ended, true);
});

test("what counts is the key, not what a layout or an IME makes of it", () => {
  assert.equal(letterOf({ code: "KeyA", key: "q" }), "A");
  assert.equal(letterOf({ code: "Digit7", key: "è" }), "7");
  assert.equal(letterOf({ code: "KeyC", key: "Process" }), "C");
});

test("keys without a code count by their letter", () => {
  assert.equal(letterOf({ code: "", key: "c" }), "C");
  assert.equal(letterOf({ code: "", key: "Shift" }), "");
});

test("signs and other keys write nothing", () => {
  assert.equal(letterOf({ code: "Slash", key: "/" }), "");
  assert.equal(letterOf({ code: "ShiftLeft", key: "Shift" }), "");
});
