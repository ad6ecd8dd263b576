import assert from "node:assert/strict";
import { test } from "node:test";
import { matches } from "../../organizer/documents/assets/_name_filter.ts";

const TARO = "山田 太郎 ヤマダ タロウ 株式会社ＡＢＣ";

test("each typed word must occur, in any order", () => {
  assert.equal(matches(TARO, "太郎 山田"), true);
  assert.equal(matches(TARO, "太郎 佐藤"), false);
});

test("hiragana finds katakana, and width and capital letters do not matter", () => {
  assert.equal(matches(TARO, "やまだ"), true);
  assert.equal(matches(TARO, "ﾔﾏﾀﾞ"), true);
  assert.equal(matches(TARO, "abc"), true);
});

test("nothing typed, or spaces around it, leaves nobody out", () => {
  assert.equal(matches(TARO, ""), true);
  assert.equal(matches(TARO, " 山田　"), true);
});
