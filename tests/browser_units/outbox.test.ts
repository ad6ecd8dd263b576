import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answer } from "../../organizer/door/assets/_answers.ts";
import { Outbox, type Steps } from "../../organizer/door/assets/_outbox.ts";
import type { Scan } from "../../organizer/door/assets/_scans.ts";

const WELCOME: Answer = { kind: "recorded", verdict: "welcome", html: "" };
const LOST: Answer = { kind: "lost" };

function scanOf(who: string): Scan {
  return { address: "/scans", data: new FormData(), who };
}

function outboxThatHears(answer: Answer, steps: Partial<Steps> = {}): Outbox {
  return new Outbox({ post: async () => answer, sending() {}, answered() {}, ...steps });
}

test("scans are sent one after the other, in the order of the badges", async () => {
  const told: string[] = [];
  const outbox = outboxThatHears(WELCOME, {
    sending: ({ who }) => told.push(`${who} sent`),
    answered: ({ who }) => told.push(`${who} answered`),
  });
  await Promise.all([outbox.send(scanOf("A")), outbox.send(scanOf("B"))]);
  assert.deepEqual(told, ["A sent", "A answered", "B sent", "B answered"]);
});

for (const kind of ["lost", "signed_out"] as const) {
  test(`a scan that is ${kind} is kept until it is recorded`, async () => {
    const answers: Answer[] = [{ kind }, { kind }, WELCOME];
    const outbox = outboxThatHears(LOST, { post: async () => answers.shift() ?? LOST });
    const scan = scanOf("A");
    await outbox.send(scan);
    await outbox.send(scan);
    assert.deepEqual([...outbox.unrecorded], [scan]);
    await outbox.send(scan);
    assert.equal(outbox.unrecorded.size, 0);
  });
}

test("a refused scan is not kept: sending it again would change nothing", async () => {
  const outbox = outboxThatHears({ kind: "refused", reason: "Please reload." });
  await outbox.send(scanOf("A"));
  assert.equal(outbox.unrecorded.size, 0);
});

test("what is not recorded is known when the answer is shown", async () => {
  const scan = scanOf("A");
  const sizes: number[] = [];
  const outbox = outboxThatHears(LOST, { answered: () => sizes.push(outbox.unrecorded.size) });
  await outbox.send(scan);
  assert.deepEqual(sizes, [1]);
});

test("an answer that cannot be shown does not hold up the next guest", async () => {
  const shown: string[] = [];
  const outbox = outboxThatHears(WELCOME, {
    answered({ who }) {
      if (who === "A") throw new Error("no such template");
      shown.push(who);
    },
  });
  const first = outbox.send(scanOf("A"));
  const second = outbox.send(scanOf("B"));
  await assert.rejects(first, /no such template/);
  await second;
  assert.deepEqual(shown, ["B"]);
});
