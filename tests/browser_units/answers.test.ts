import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { type Answer, post } from "../../organizer/door/assets/_answers.ts";

const SCAN = { address: "/events/1/door/scans", data: new FormData(), who: "…CDEF" };
const LOST: Answer = { kind: "lost" };

/** What a scan becomes if this is what the network brings back. */
function answerTo(t: TestContext, response: Response | Promise<never>): Promise<Answer> {
  t.mock.method(globalThis, "fetch", async () => response);
  return post(SCAN, "token");
}

test("a recorded scan comes with its verdict and how it is shown", async (t) => {
  const response = Response.json({ verdict: "welcome", html: "<b>Welcome</b>" });
  const answer = { kind: "recorded", verdict: "welcome", html: "<b>Welcome</b>" };
  assert.deepEqual(await answerTo(t, response), answer);
});

test("a refused scan comes with the server's reason", async (t) => {
  const response = Response.json({ error: "Please reload." }, { status: 422 });
  assert.deepEqual(await answerTo(t, response), { kind: "refused", reason: "Please reload." });
});

for (const status of [400, 401]) {
  test(`a device that nobody is signed in on is told by ${status} from a refusal`, async (t) => {
    const response = Response.json({ error: "Please sign in." }, { status });
    assert.deepEqual(await answerTo(t, response), { kind: "signed_out" });
  });
}

test("a scan that a server in trouble answered is lost, whatever it says", async (t) => {
  const response = Response.json({ error: "Something went wrong." }, { status: 500 });
  assert.deepEqual(await answerTo(t, response), LOST);
});

test("a scan without a connection is lost", async (t) => {
  assert.deepEqual(await answerTo(t, Promise.reject(new TypeError("Failed to fetch"))), LOST);
});

test("what another server says, as a hotel's sign-in page, is no answer", async (t) => {
  assert.deepEqual(await answerTo(t, new Response("<h1>Welcome to our Wi-Fi</h1>")), LOST);
  assert.deepEqual(await answerTo(t, Response.json({ portal: "sign in" })), LOST);
  assert.deepEqual(await answerTo(t, Response.error()), LOST);
});
