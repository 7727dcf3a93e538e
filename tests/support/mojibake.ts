// Garbles text the way programs do (UTF-8 read in another encoding), and fixes it as the program does.

import { encodings as byteTables } from "../../src/rules/mojibake/encodings.js";
import { findMojibake } from "../../src/rules/mojibake/find.js";
import { applyEdits } from "../../src/text/edit.js";

export const encodings = byteTables.map(({ name }) => name);

/** The text as shown by a program that reads its UTF-8 in that encoding; null if the encoding lacks a byte. */
export function misread(text: string, encoding: string): string | null {
  const bytes = byteTables.find(({ name }) => name === encoding)?.bytes ?? new Map<string, number>();
  const characters = new Map([...bytes].map(([character, byte]) => [byte, character]));
  const read = [...new TextEncoder().encode(text)].map((byte) =>
    byte < 128 ? String.fromCharCode(byte) : characters.get(byte),
  );
  return read.includes(undefined) ? null : read.join("");
}

export function fixed(text: string): string {
  return applyEdits(
    text,
    findMojibake(text).map(({ span, original }) => ({ at: span, text: original })),
  );
}
