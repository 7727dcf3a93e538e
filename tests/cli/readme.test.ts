// The README: its claims other than the commands it shows.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makePlace } from "../support/program.js";

const root = join(import.meta.dirname, "../..");
const readme = readFileSync(join(root, "README.md"), "utf8");
const { engines, scripts, license } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

test("the README installs with scripts that exist, on the Node that the package asks for", () => {
  const [, version] = /Node (\S+) or later/.exec(readme) ?? [];
  expect(engines.node).toBe(`>=${version}`);
  expect(readme).toContain(`${license} license`);
  const named = Array.from(readme.matchAll(/npm (start|test)\b/g), ([, name = ""]) => name);
  expect(new Set(named)).toEqual(new Set(["start", "test"]));
  for (const name of named) expect(scripts[name]).toBeTruthy();
});

test("the roadmap in the README is read as it is shown", async () => {
  const [, example = ""] = /```markdown\n([\s\S]*?)```/.exec(readme) ?? [];
  const { stdout } = await makePlace(example).run("list", "--json");
  const { topics, tasks, problems } = JSON.parse(stdout);
  expect([topics.length, tasks.length, problems.length]).toEqual([2, 2, 0]);
});
