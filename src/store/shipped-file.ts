// Shipped file: files that are installed with the program, next to it.

import { readFileSync } from "node:fs";

/** The text of a file in the folder of the built program. */
export function readShippedFile(name: string): string {
  return readFileSync(new URL(`./${name}`, import.meta.url), "utf8");
}
