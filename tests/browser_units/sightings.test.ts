import assert from "node:assert/strict";
import { test } from "node:test";
import { Sightings } from "../../organizer/door/assets/_sightings.ts";

/** When a badge that is seen at these milliseconds is read. */
function readings(times: number[]): number[] {
  const sightings = new Sightings();
  return times.filter((at) => sightings.isNew("A", at));
}

function everyFrame(from: number, until: number): number[] {
  return Array.from({ length: (until - from) / 100 }, (_, frame) => from + frame * 100);
}

test("a badge held in front of the camera is read once, however long it is held", () => {
  assert.deepEqual(readings(everyFrame(0, 20_000)), [0]);
});

test("a badge that comes back after a while is read again", () => {
  assert.deepEqual(readings([...everyFrame(0, 1000), 5000]), [0, 5000]);
});

test("a badge that comes back at once is not read again", () => {
  assert.deepEqual(readings([0, 100, 2000]), [0]);
});

test("a badge held for long must leave the picture before it is read again", () => {
  assert.deepEqual(readings([...everyFrame(0, 5000), 5100, 5500]), [0, 5500]);
});

test("two badges in turn are both read", () => {
  const sightings = new Sightings();
  assert.equal(sightings.isNew("A", 0), true);
  assert.equal(sightings.isNew("B", 100), true);
  assert.equal(sightings.isNew("A", 200), false);
});
