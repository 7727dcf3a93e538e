// Docs: links work, and tables and lists of commands are complete.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { readCommandTable } from "../src/cli/command-table.js";
import { helpTopicNames } from "../src/cli/help/topic-names.js";
import { exitCodes } from "../src/model/errors.js";
import { problemKinds } from "../src/rules/index.js";
import { commandsPart } from "./support/commands-page.js";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith(".md") && name !== "roadmap.md"),
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
/** Without fenced code. */
const proseOf = (page: string) => read(page).replace(/^```[\s\S]*?^```$/gm, "");

/** The anchors that GitHub generates for the headings of a page. */
function anchorsOf(page: string): readonly string[] {
  return Array.from(proseOf(page).matchAll(/^#{1,6} (.*)$/gm), ([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

test("every link leads to an existing file or heading", () => {
  const broken = pages.flatMap((page) =>
    [...proseOf(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)|(?:src|href)="(?!https?:)([^"#]+)"/g)]
      .map(([link, target = "", anchor, attribute = ""]) => ({ link, path: target || attribute, anchor }))
      .map((one) => ({ ...one, path: one.path === "" ? page : join(dirname(page), one.path) }))
      .filter(
        ({ path, anchor }) =>
          !existsSync(join(root, path)) || (anchor !== undefined && !anchorsOf(path).includes(anchor)),
      )
      .map(({ link }) => `${page}: ${link}`),
  );
  expect(broken).toEqual([]);
});

test("every page of the documentation is linked from another page", () => {
  const linked = new Set(
    pages.flatMap((page) =>
      [...proseOf(page).matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, target = ""]) => join(dirname(page), target)),
    ),
  );
  expect(pages.filter((page) => page !== "README.md" && !linked.has(page))).toEqual([]);
});

test("every source file that a page names exists", () => {
  const files = ["src", "tests", "scripts", ".ci"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => `/${folder}/${name}`),
  );
  const missing = pages.flatMap((page) =>
    Array.from(proseOf(page).matchAll(/`([\w./-]+\.(?:ts|mjs))`/g), ([, name = ""]) => name)
      .filter((name) => name !== "example.mjs" && !files.some((file) => file.endsWith(`/${name}`)))
      .map((name) => `${page}: ${name}`),
  );
  expect(missing).toEqual([]);
});

const table = await readCommandTable();

/** Below its introduction, the page is written by its test. */
function expectRest(page: string, rest: string): void {
  const [introduction = ""] = read(page).split(/(?<=^<!-- From here on .*-->\n\n)/m);
  if (process.env.UPDATE === "1") writeFileSync(join(root, page), introduction + rest);
  expect(read(page)).toBe(introduction + rest);
}

test("docs/commands.md lists every command with all of its options", () => {
  expectRest("docs/commands.md", commandsPart(table));
});

/** The lines of the table in the source, because the meanings are comments. */
const errorLines = /^const errorCodes = \{\n([\s\S]*?)\n\}/m.exec(read("src/model/errors.ts"))?.[1]?.split("\n") ?? [];
const errors = errorLines.map((line) => {
  const [, code = line, exit = "", meaning = ""] = /^ {2}(\w+): (\w+), \/\/ (.+)$/.exec(line) ?? [];
  return { code, exitCode: new Map<string, number>(Object.entries(exitCodes)).get(exit), meaning };
});

test("every error has a code with a meaning, in alphabetical order", () => {
  expect(errors.length).toBeGreaterThan(100);
  expect(errors.filter(({ exitCode, meaning }) => exitCode === undefined || meaning === "")).toEqual([]);
  const codes = errors.map(({ code }) => code);
  expect(codes).toEqual(codes.toSorted());
});

test("docs/errors.md lists every error code with its exit code", () => {
  const rows = errors.map(({ code, exitCode, meaning }) => `| \`${code}\` | ${exitCode} | ${meaning} |\n`);
  expectRest("docs/errors.md", `| Code | Exit code | Meaning |\n|---|---|---|\n${rows.join("")}`);
});

test("every error code is used", () => {
  const users = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && name !== join("model", "errors.ts"))
    .map((name) => read(`src/${name}`))
    .filter((source) => /UserError|ErrorCode|refuseImport/.test(source));
  const unused = errors.filter(({ code }) => !users.some((source) => new RegExp(`(?<!=== )"${code}"`).test(source)));
  expect(unused.map(({ code }) => code)).toEqual([]);
});

/** Commands and options in a line of a page that do not exist. */
function unknownIn(line: string): readonly string[] {
  // After `all`, a view is typed with its own options.
  const words = line.replace(/^roadmap (?:all (?=\w))?|^roadmap$|\\$| [|>&;#].*$|^.*?--$/g, "").split(/\s+/);
  const [first = "", second = ""] = words.filter((word) => /^[a-z][\w-]*$/.test(word));
  if (first === "help") {
    const isTopic = helpTopicNames.some((name) => name === second);
    return second === "" || isTopic || table.commands.some(({ name }) => name.split(" ")[0] === second) ? [] : [second];
  }
  const named = table.commands.filter(({ name }) => [first, `${first} ${second}`].includes(name));
  const isGroup = Object.keys(table.groups).includes(first);
  if (first !== "" && named.length === 0 && !isGroup) return [first];
  const known = [...table.options, ...(named.length > 0 ? named : table.commands).flatMap(({ options }) => options)];
  const names = new Set([...known.flatMap((option) => option.names), "-h", "--help", "-V", "--version"]);
  return words.map((word) => word.replace(/=.*$/, "")).filter((word) => /^--?[a-z]/.test(word) && !names.has(word));
}

/** Commands in code spans and in shell blocks. */
function commandsIn(page: string): readonly string[] {
  const spans = Array.from(proseOf(page).matchAll(/`(roadmap(?: [^`]*)?)`/g), ([, code = ""]) => code);
  const blocks = Array.from(read(page).matchAll(/^```(?:sh|console)\n([\s\S]*?)^```/gm), ([, block = ""]) => block);
  return [...spans, ...blocks.flatMap((block) => block.match(/(?<=^(?:\$ )?)roadmap .*$/gm) ?? [])];
}

test("every command in the documentation exists, with options that it takes", () => {
  const unknown = pages
    .filter((page) => !page.startsWith("docs/decisions/"))
    .flatMap((page) =>
      commandsIn(page).flatMap((line) =>
        unknownIn(line.replaceAll(/"[^"]*"|'[^']*'/g, "TEXT")).map((word) => `${page}: ${line}: ${word}`),
      ),
    );
  expect(unknown).toEqual([]);
});

test("the changelog has versions with ISO dates, and each kind of change once per version", () => {
  const kinds = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];
  const [, ...versions] = read("CHANGELOG.md").split(/^## /m);
  expect(versions.length).toBeGreaterThan(0);
  for (const version of versions) {
    expect(version).toMatch(/^\[(?:Unreleased\]|\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2})\n/);
    const headings = Array.from(version.matchAll(/^### (.*)$/gm), ([, heading]) => heading);
    expect(headings).toEqual(kinds.filter((kind) => headings.includes(kind)));
  }
});

test("docs/problems.md lists every problem with its severity", () => {
  const kinds = Object.entries(problemKinds);
  expect(kinds.length).toBeGreaterThan(10);
  const rows = kinds.map(([code, { severity, means }]) => `| \`${code}\` | ${severity} | ${means} |\n`);
  expectRest("docs/problems.md", `| Code | Severity | Meaning |\n|---|---|---|\n${rows.join("")}`);
});

test("the architecture has at most 150 lines, and a decision one page", () => {
  const long = pages
    .filter((page) => page === "ARCHITECTURE.md" || page.startsWith("docs/decisions/"))
    .map((page) => ({ page, lines: read(page).split("\n").length }))
    .filter(({ page, lines }) => lines > (page === "ARCHITECTURE.md" ? 150 : 90));
  expect(long).toEqual([]);
});

test("the formatter ignores Markdown, because the project's own roadmap is a user's file", () => {
  expect(JSON.parse(read("biome.json")).files.includes).toContain("!**/*.md");
});
