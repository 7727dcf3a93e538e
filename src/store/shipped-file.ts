// Shipped file: files that come with the program, beside it.

import { readFileSync } from "node:fs";

/** The text of a file in the folder of the built program. */
export function readShippedFile(name: string): string {
  return readFileSync(new URL(`./${name}`, import.meta.url), "utf8");
}
