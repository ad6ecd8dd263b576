import assert from "node:assert/strict";
import { test } from "node:test";
import { newestDownload } from "../../organizer/badges/assets/_downloads.ts";

test("the mark of a download is found among other cookies", () => {
  assert.equal(newestDownload("language=ja; printed=2026-10-08T09:30; a=b"), "2026-10-08T09:30");
  assert.equal(newestDownload("printed=1"), "1");
});

test("a cookie whose name only ends like it is another one", () => {
  assert.equal(newestDownload("badges_printed=1"), undefined);
  assert.equal(newestDownload(""), undefined);
});
