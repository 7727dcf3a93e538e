// The tests of the standalone binary: which ones are skipped, and why, is documented.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { programTests } from "./support/program-tests.js";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Rows of the table, for each reason in a test file. */
function skippedIn(path: string): string[] {
  return Array.from(
    read(path).matchAll(/\bskip\(\s*isBinary,\s*"([^"]+)"/g),
    ([, reason]) => `| \`${path}\` | ${reason} |`,
  );
}

test("CONTRIBUTING.md lists every reason to skip a test of the binary, and no others", () => {
  const files = readdirSync(join(root, "tests"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `tests/${name}`);
  const listed = read("CONTRIBUTING.md").match(/^\| `tests\/.+\.test\.ts` \| .+ \|$/gm);
  expect(listed).toEqual([...new Set(files.sort().flatMap(skippedIn))]);
});

test("the binary is tested by the test files that run the program, and by no others", () => {
  const files = programTests();
  expect(files).toEqual(expect.arrayContaining(["tests/cli/list.test.ts", "tests/faults/kill.test.ts"]));
  // Through a helper, and a helper of a helper.
  expect(files).toEqual(expect.arrayContaining(["tests/cli/documents.test.ts", "tests/web/drawer.test.ts"]));
  expect(files).not.toContain("tests/operations/topics.test.ts");
  // It needs only a text.
  expect(files).not.toContain("tests/views/doctor-lines.test.ts");
});
