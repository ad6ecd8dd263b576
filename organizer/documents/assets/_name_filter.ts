// Finding people by what is typed: each word must occur, in any order, in hiragana or katakana.

const HIRAGANA = /[\u3041-\u3096]/g;
const TO_KATAKANA = 0x60; // how far a katakana lies behind its hiragana in Unicode

/** Whether each typed word occurs in a person's text. */
export function matches(text: string, typed: string): boolean {
  const searched = fold(text);
  return fold(typed)
    .split(/\s+/)
    .every((word) => searched.includes(word));
}

/** The text without what typing may do in another way: width, small letters, kind of kana. */
function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(HIRAGANA, toKatakana);
}

function toKatakana(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + TO_KATAKANA);
}
