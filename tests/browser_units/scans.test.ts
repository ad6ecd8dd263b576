import assert from "node:assert/strict";
import { test } from "node:test";
import { scanOfForm, scanOfText } from "../../organizer/door/assets/_scans.ts";

const AT = new Date("2026-10-08T09:30:00Z");
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function formOf(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

test("a badge that was read is sent with its moment and an identity of its own", () => {
  const [first, second] = [scanOfText("0123456789ABCDEF", "/", AT), scanOfText("0123", "/", AT)];
  assert.equal(first.data.get("code"), "0123456789ABCDEF");
  assert.equal(first.data.get("at"), "2026-10-08T09:30:00.000Z");
  assert.match(String(first.data.get("scan_id")), UUID);
  assert.notEqual(first.data.get("scan_id"), second.data.get("scan_id"));
});

test("staff see the end of a code, which is what differs on the badges", () => {
  assert.equal(scanOfText("HTTPSEXAMPLEJPC0123456789ABCDEF", "/", AT).who, "…CDEF");
});

test("of a text that is too long its end is sent, where the code is", () => {
  const sent = String(scanOfText(`${"X".repeat(600)}CDEF`, "/", AT).data.get("code"));
  assert.equal(sent.length, 500);
  assert.match(sent, /CDEF$/);
});

test("a form that names its guest is a scan of that guest, with a new identity", () => {
  const scan = scanOfForm(formOf({ code: "0123", scan_id: "from the page" }), "/", AT, "佐藤 花子");
  assert.equal(scan?.who, "佐藤 花子");
  assert.match(String(scan?.data.get("scan_id")), UUID);
});

test("a code that was typed goes by its end", () => {
  assert.equal(scanOfForm(formOf({ code: "0123456789ABCDEF" }), "/", AT, undefined)?.who, "…CDEF");
});

test("a form whose code was left empty sends nothing", () => {
  assert.equal(scanOfForm(formOf({ code: "  " }), "/", AT, undefined), null);
});

test("an undo keeps the identity that the page gave it", () => {
  const data = formOf({ undo_id: "from the page" });
  assert.deepEqual(scanOfForm(data, "/undo", AT, "佐藤 花子"), {
    address: "/undo",
    data,
    who: "佐藤 花子",
  });
  assert.equal(data.get("scan_id"), null);
});
