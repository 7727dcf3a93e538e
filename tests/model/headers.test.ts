// Headers: what they say in every language, form and notation.

import { expect, test } from "vitest";
import { columnWords } from "../../src/model/column-words.js";
import { columnKinds } from "../../src/model/columns.js";
import { type HeaderReading, type HeaderRole, type HeaderTrait, readHeader } from "../../src/model/headers.js";

interface Expected {
  readonly role: HeaderRole | null;
  readonly traits?: readonly HeaderTrait[];
}

const short = ({ role, traits }: HeaderReading): Expected => ({ role, traits });

test("every word of the list has its role", () => {
  for (const kind of columnKinds) for (const word of columnWords[kind]) expect(short(readHeader(word)).role).toBe(kind);
});
