import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { post, readAnswer } from "../../organizer/checkin/assets/_answers.ts";

const SCAN = { address: "/events/1/door/scans", data: new FormData(), who: "…CDEF" };

test("a recorded scan comes with its verdict and how it is shown", async () => {
  const response = Response.json({ verdict: "welcome", html: "<b>Welcome</b>" });
  assert.deepEqual(await readAnswer(response), {
    kind: "recorded",
    verdict: "welcome",
    html: "<b>Welcome</b>",
  });
});

test("a refused scan comes with the server's reason", async () => {
  const response = Response.json({ error: "Please reload." }, { status: 422 });
  assert.deepEqual(await readAnswer(response), { kind: "refused", reason: "Please reload." });
});

test("being sent elsewhere means that nobody is signed in any more", async () => {
  const redirected = {
    type: "opaqueredirect",
    status: 0,
    ok: false,
    json: Response.error,
  } as const;
  assert.deepEqual(await readAnswer({ ...redirected, json: async () => null }), {
    kind: "signed_out",
  });
});

test("a server in trouble has recorded nothing that one could rely on", async () => {
  assert.deepEqual(await readAnswer(new Response("Bad gateway", { status: 502 })), {
    kind: "lost",
  });
});

function answerWith(t: TestContext, answer: () => Promise<Response>): void {
  t.mock.method(globalThis, "fetch", answer);
}

test("a scan without a connection is lost", async (t) => {
  answerWith(t, () => Promise.reject(new TypeError("Failed to fetch")));
  assert.deepEqual(await post(SCAN, "token"), { kind: "lost" });
});

test("the page of another server, as a hotel's sign-in, does not pass for an answer", async (t) => {
  answerWith(t, async () => new Response("<h1>Welcome to our Wi-Fi</h1>"));
  assert.deepEqual(await post(SCAN, "token"), { kind: "lost" });
  answerWith(t, async () => Response.json({ portal: "sign in" }));
  assert.deepEqual(await post(SCAN, "token"), { kind: "lost" });
});
