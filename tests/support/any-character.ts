// Characters of every kind, for tests of arbitrary text: those of fast-check take a second to look up.

import { fc } from "./fast-check.js";

/** One character as people see it, of one or several code points; never half a surrogate pair. */
export const anyCharacter: fc.Arbitrary<string> = fc.oneof(
  fc.nat(0x7f).map((code) => String.fromCodePoint(code)),
  fc.nat(0x10f7ff).map((code) => String.fromCodePoint(code < 0xd800 ? code : code + 0x800)),
  fc.constantFrom("e\u0301", "👩‍👩‍👧", "🇩🇪", "1️⃣", "각", "ก็", "נִ", "字"),
);
