// What the documents promise about themselves: links lead somewhere, tables are complete.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { problemKinds } from "../src/model/problem-kinds.js";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith(".md") && name !== "roadmap.md"),
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

test("every link to a file leads to one", () => {
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:)([^)#\s]+)[^)]*\)/g)]
      .map(([, target = ""]) => join(dirname(page), target))
      .filter((target) => !existsSync(join(root, target)))
      .map((target) => `${page}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test("every problem has its row in docs/problems.md, and every row its problem", () => {
  const codes = [...read("src/model/problem.ts").matchAll(/^ {2}\| "(\w+)"/gm)].map(([, code]) => code);
  const rows = [...read("docs/problems.md").matchAll(/^\| `(\w+)` \| (\w+) \| (.*) \|$/gm)];
  expect(codes.length).toBeGreaterThan(10);
  expect(rows.map(([, code]) => code)).toEqual(codes);
  const told = Object.entries(problemKinds).map(([code, { severity, means }]) => [code, severity, means]);
  expect(rows.map(([, ...row]) => row)).toEqual(told);
});

test("the pages keep their length: the architecture 150 lines, a decision one page", () => {
  const long = pages
    .filter((page) => page === "ARCHITECTURE.md" || page.startsWith("docs/decisions/"))
    .map((page) => ({ page, lines: read(page).split("\n").length }))
    .filter(({ page, lines }) => lines > (page === "ARCHITECTURE.md" ? 150 : 90));
  expect(long).toEqual([]);
});

test("the formatter leaves Markdown alone: the project's own roadmap is a user's file", () => {
  expect(JSON.parse(read("biome.json")).files.includes).toContain("!**/*.md");
});
