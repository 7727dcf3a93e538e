// Documents: every command in the README and the docs is run, and prints what the page shows.

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runSteps, type Step, stepsOf } from "../support/page-blocks.js";

const root = join(import.meta.dirname, "../..");
const read = (page: string) => readFileSync(join(root, page), "utf8");

const pages = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
  .map((name) => `docs/${name.replaceAll("\\", "/")}`)
  .concat("README.md", "CONTRIBUTING.md")
  .filter((name) => name.endsWith(".md") && stepsOf(read(name)).length > 0);

const hasJq = spawnSync("jq", ["--version"]).status === 0;

test.for(pages)("the commands in %s print what the page shows", async (page, { skip }) => {
  const steps = stepsOf(read(page));
  skip(!hasJq && steps.some(({ shell }) => /\bjq\b/.test(shell)), "it needs jq");
  const printed = await runSteps(steps);
  if (process.env.UPDATE === "1") rewrite(page, steps, printed);
  const lines = read(page).split("\n");
  expect(printed).toHaveLength(steps.length);
  for (const [index, { shell, output }] of stepsOf(read(page)).entries()) {
    const shownOutput = output === undefined ? "" : lines.slice(output.from, output.to).join("\n");
    if (output === undefined) expect(printed[index], shell).not.toContain("@@ failed");
    else expect(comparable(printed[index]), `$ ${shell}`).toMatch(patternOf(shownOutput));
  }
});

/** Commit ids and times of changes differ from run to run. */
function comparable(text = ""): string {
  return text
    .trimEnd()
    .replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{7,64}\b/g, "ID")
    .replace(/\b\d{4}-\d\d-\d\d \d\d:\d\d\b/g, "TIME");
}

/** A line `…` matches any lines. */
function patternOf(shownOutput: string): RegExp {
  const parts = comparable(shownOutput)
    .split(/^…(?:\n|$)/m)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join("[\\s\\S]*?")}$`);
}

/** Writes the actual output into the page wherever the page shows something else. */
function rewrite(page: string, steps: readonly Step[], printed: readonly string[]): void {
  const lines = read(page).split("\n");
  for (const [index, { output }] of [...steps.entries()].reverse()) {
    const text = printed[index]?.trimEnd() ?? "";
    if (output === undefined || patternOf(lines.slice(output.from, output.to).join("\n")).test(comparable(text)))
      continue;
    lines.splice(output.from, output.to - output.from, ...(text === "" ? [] : text.split("\n")));
  }
  writeFileSync(join(root, page), lines.join("\n"));
}
