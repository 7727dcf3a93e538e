// Garbled text: how many places of a text were read in a wrong encoding, with an example; loaded late.

import { findMojibake } from "./find.js";

interface GarbledText {
  readonly count: number;
  /** The first of them, and the text that it was. */
  readonly found: string;
  readonly original: string;
}

/** The same places that `doctor` finds; null if there are none. */
export function garbledText(text: string): GarbledText | null {
  const places = findMojibake(text);
  const [first] = places;
  return first ? { count: places.length, found: first.found, original: first.original } : null;
}
