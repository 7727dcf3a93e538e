// A small plan, and commands on it that succeed.

import { expect } from "vitest";
import type { Place, Ran } from "./program.js";

/** Three topics and two tasks. */
export const small = `# Plan

| Topic | Phase | Started | Finished | Status | Notes |
|---|---|---|---|---|---|
| HTTP | 1 | | | | first |
| REST | 1 | | | | second |
| SQL | 2 | | | | third |

- [ ] read
- [ ] write
`;

/** Runs a command that must succeed without a word on stderr. */
export async function done(place: Place, ...args: string[]): Promise<Ran> {
  const ran = await place.run(...args);
  expect([ran.stderr, ran.exitCode]).toEqual(["", 0]);
  return ran;
}
