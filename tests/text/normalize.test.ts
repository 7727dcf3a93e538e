// Normalized texts: which texts need no Unicode properties.

import { expect, test } from "vitest";
import { hasPlainLetters } from "../../src/text/normalize.js";

test("a text that is said to have only the letters of ASCII has no others", () => {
  const others = Array.from({ length: 0x11_0000 }, (_, code) => code).filter((code) => code < 0xd800 || code > 0xdfff);
  const wrong = others
    .map((code) => String.fromCodePoint(code))
    .filter((character) => hasPlainLetters(character) && !/^[ -~]+$/.test(character.normalize("NFKC")))
    .filter((character) => /[\p{L}\p{N}\p{M}]/u.test(character.normalize("NFKC")));
  expect(wrong).toEqual([]);
  expect(["Go 📚 – C++", "✅ Done", "👩‍💻 x", "1o∏e‚e£ \uf8ffuu°"].map(hasPlainLetters)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(["é", "①", "1️⃣", "日", "x²", "a\ufe0f"].map(hasPlainLetters)).toEqual(Array(6).fill(false));
});
