import assert from "node:assert/strict";
import { test } from "node:test";
import { obstacleIn, troubleOf } from "../../organizer/door/assets/_camera_troubles.ts";

test("without HTTPS the missing HTTPS is named, not the camera that one cannot see", () => {
  assert.equal(obstacleIn({ isSecureContext: false, navigator: {} }), "insecure");
});

test("a browser without cameras is told from one that has them", () => {
  const mediaDevices = { getUserMedia: async () => Promise.reject(new Error()) };
  assert.equal(obstacleIn({ isSecureContext: true, navigator: {} }), "missing");
  assert.equal(obstacleIn({ isSecureContext: true, navigator: { mediaDevices } }), null);
});

test("each error of a camera has its sentence, and an unknown one the general one", () => {
  assert.equal(troubleOf(new DOMException("", "NotAllowedError")), "denied");
  assert.equal(troubleOf(new DOMException("", "NotReadableError")), "busy");
  assert.equal(troubleOf({ name: "OverconstrainedError" }), "missing");
  assert.equal(troubleOf(new RangeError("no WebAssembly")), "failed");
  assert.equal(troubleOf(undefined), "failed");
});
