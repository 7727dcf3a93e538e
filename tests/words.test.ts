// Words: texts follow one style, and commands in them are safe to paste.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commands } from "../src/cli/commands/index.js";
import { readCommandLine } from "../src/cli/program.js";
import { type Banned, bannedInComments, bannedInMessages, bannedWords } from "./support/banned-words.js";
import { commentLines } from "./support/comments.js";
import { commandsIn, shellSignsIn } from "./support/paste-safe.js";
import { sourceTexts } from "./support/source-texts.js";
import { everything } from "./support/typed-command.js";

/** Files whose strings are data: names of HTML elements and entities. */
const dataFiles = /^src\/(?:markdown\/scan\/starts|model\/(?:entity-table|column-words-\w+))\.ts/;

/** A trailer of existing commits. */
const trailer = "laid out anew";

/** Names that contain such a word. */
const allowed = ["--beside", "[repair]"];

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const filesIn = (folder: string, ending: string, recursive = true) =>
  readdirSync(join(root, folder), { recursive, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));

const sources = [...filesIn("src", ".ts"), ...filesIn("src", ".tsx")];

const texts = sources.flatMap((file) =>
  sourceTexts(read(file), file.endsWith(".tsx") ? "tsx" : "ts").map(({ line, ...text }) => ({
    ...text,
    place: `${file}:${line}`,
  })),
);

/** Strings with several words; names, codes and patterns are data. */
const prose = texts.filter(
  ({ text, place }) => /[a-z]{2,}[,:;]? [a-z]{2,}/i.test(text) && !text.endsWith(trailer) && !dataFiles.test(place),
);

/** The lines of pages, without inline code: names of files, options and keys are data. */
const lines = [...filesIn("docs", ".md"), ...filesIn("", ".md", false).filter((page) => page !== "roadmap.md")].flatMap(
  (page) =>
    read(page)
      .split("\n")
      .map((text, index) => ({ place: `${page}:${index + 1}`, text: text.replace(/`[^`]*`|\]\([^)]*\)/g, "X") })),
);

function broken(
  all: readonly { readonly place: string; readonly text: string }[],
  banned: readonly Banned[],
): string[] {
  return all.flatMap(({ place, text }) =>
    banned.flatMap(({ words, use }) => {
      const [found] = words.exec(text) ?? [];
      return found === undefined || allowed.some((one) => text.includes(one))
        ? []
        : [`${place}: "${found}" → ${use}: ${text.slice(0, 160)}`];
    }),
  );
}

test("no text in the source has a banned word", () => {
  expect(broken(prose, [...bannedWords, ...bannedInMessages])).toEqual([]);
});

test("no page has a banned word", () => {
  expect(broken(lines, bannedWords)).toEqual([]);
});

test("no comment has a banned word", () => {
  const files = [
    ...sources,
    ...filesIn("tests", ".ts"),
    ...["scripts", "bench"].flatMap((folder) => [".mjs", ".cjs"].flatMap((ending) => filesIn(folder, ending))),
  ];
  const comments = files.flatMap((file) =>
    commentLines(read(file)).map(({ line, text }) => ({ place: `${file}:${line}`, text })),
  );
  expect(broken(comments, bannedInComments)).toEqual([]);
});

const wholeSentences =
  /^src\/(?:web\/page\/(?:state\/said|\S+\.tsx:)|cli\/(?:help\/|program|doctor\/sarif|commands\/(?:init|fmt)\.)|views\/(?:change-lines|dashboard-lines|next-lines|first-run-lines|manual-text|pace-words|forecast-lines|unread-table-lines))/;

test("no message ends with a full stop, and none begins with a capital", () => {
  const isMessage = ({ roles }: (typeof texts)[number]) => /^(?:message|hint|\w*Error)$/.test(roles[0] ?? "");
  const found = prose
    .filter(({ place }) => !wholeSentences.test(place))
    .filter((one) => /[^.]\.$/.test(one.text) || (isMessage(one) && /^[A-Z][a-z]/.test(one.text)));
  expect(found.map(({ place, text }) => `${place}: ${text}`)).toEqual([]);
});

/** Run by git itself. */
const configOfGit = "src/app/git-install.ts";

/** Intended for a shell: two commands, and output that is discarded or redirected to a file. */
const meantForShell = [/ && git (?:commit|rebase|merge|cherry-pick|revert|am)\b/g, / > (?:\/dev\/null|FILE)/g];

test("commands in texts have no special characters of the shell, and placeholders in capitals", () => {
  const found = texts
    .filter(({ roles, place }) => !roles.includes("examples") && !place.startsWith(configOfGit))
    .flatMap(({ place, text }) => commandsIn(text).map((command) => ({ place, command })))
    .filter(
      ({ command }) => shellSignsIn(meantForShell.reduce((left, words) => left.replace(words, ""), command)) !== "",
    );
  expect(found.map(({ place, command }) => `${place}: ${command}`)).toEqual([]);
});

test("the help of every command has no banned word, and angle brackets only in its usage", async () => {
  const declarations = await Promise.all([...commands.values()].map((load) => load()));
  const help = (...args: string[]) => readCommandLine({ ...everything(declarations), args });
  for (const args of [["--help"], ...[...commands.keys()].map((name) => [...name.split(" "), "--help"])]) {
    const request = help(...args);
    const text = request.kind === "text" ? request.text : expect.fail(args.join(" "));
    const all = text.split("\n").map((line, index) => ({ place: `${args.join(" ")}:${index + 1}`, text: line }));
    expect(broken(all, bannedWords)).toEqual([]);
    const usage =
      /^Usage:.*|^ {2}(?:-\w, )?--[\w-]+ <[\w=-]+>|^ {2}[<[][\w.-]+[>\]]|^ {2}[a-z-]+(?: [a-z-]+)* [<[][\w.-]+[>\]]/gm;
    expect(text.replace(usage, "")).not.toMatch(/<[a-z]/);
  }
});
