// The environment variables listed by help, the manual and `roadmap config` are those used in the sources.

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { variables } from "../src/cli/environment.js";

const root = new URL("../src/", import.meta.url);

test("the list of environment variables contains exactly those that the sources read", () => {
  const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && name !== "cli/environment.ts")
    .map((name) => readFileSync(new URL(name, root), "utf8"));
  const read = sources.flatMap((source) => {
    const declared = Array.from(source.matchAll(/declare const (\w+)/g), ([, name]) => name);
    const named = source.match(/(?<!["\w])(?:ROADMAP|XDG)_[A-Z_]+\b|(?<=\benv\.)[A-Z_]+\b|(?<=\{ )PATH(?=:)/g) ?? [];
    return named.filter((name) => !declared.includes(name));
  });
  // Node itself reads the time zone.
  expect(variables.map(({ name }) => name).sort()).toEqual([...new Set([...read, "TZ"])].sort());
});
