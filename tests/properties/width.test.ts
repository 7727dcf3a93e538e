// Widths of texts against string-width, the reference, which is too slow to load at start-up.

import stringWidth from "string-width";
import { expect, test } from "vitest";
import { graphemesOf, widthInColumns } from "../../src/text/width.js";
import { fc } from "../support/fast-check.js";

test("widths equal those of string-width, for every character and for mixed texts", () => {
  const differing: string[] = [];
  for (let code = 0x20; code < 0x20000; code++) {
    if ((code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code < 0xe000)) continue;
    const character = String.fromCodePoint(code);
    const joined = [`${character}\u0301`, `か${character}`, `${character}\ufe0f`, `⭐${character}⭐`];
    for (const text of code % 7 === 0 || /\p{Emoji}/u.test(character) ? [character, ...joined] : [character]) {
      if (stringWidth(text) !== widthInColumns(text)) differing.push(text);
    }
  }
  expect(differing).toEqual([]);
  const pieces = fc.constantFrom(
    "a",
    "é",
    "e\u0301",
    "網",
    "한",
    "か\u3099",
    "👩‍👩‍👧",
    "🟢",
    "⭐",
    "⚠",
    "©",
    "👍🏽",
    "🏽",
    "\ufe0f",
    "\u20e3",
    "7",
    "1️⃣",
    "🇩🇪",
    "☑️",
    "↔",
    "∏",
    "\u200d",
    "ﷺ",
    "م",
    "ế",
    "⁻",
    "َ",
    "א",
    "（",
    "，",
    "ー",
    "ｶ",
    "ﾞ",
    "　",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",

    "ā",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      expect(widthInColumns(parts.join(""))).toBe(stringWidth(parts.join("")));
    }),
    { numRuns: 5000 },
  );
});

test("the grapheme clusters of a text are those of one segmenter, wherever a window ends", () => {
  const cluster = fc.constantFrom(
    "a",
    "é",
    "👨‍👩‍👧‍👦",
    "🇩🇪",
    "🇫🇷🇯🇵",
    "한",
    "1️⃣",
    "नि",
    "👍🏽",
    "\u0301",
    "\u200d",
    "\r\n",
    "z".repeat(490),
  );
  fc.assert(
    fc.property(fc.array(cluster, { maxLength: 60 }), (parts) => {
      const text = parts.join("");
      const segments = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
      expect([...graphemesOf(text)]).toEqual(segments);
    }),
  );
  const long = `a${"\u0301".repeat(3000)}b`;
  expect([...graphemesOf(long)].map(({ length }) => length)).toEqual([3001, 1]);
});
