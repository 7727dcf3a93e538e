// YAML positions: every key and element is found on its own line, in every style and at every depth.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { readYaml } from "../../src/markdown/read-yaml.js";
import { anyCharacter } from "../support/any-character.js";
import { fc } from "../support/fast-check.js";

const endings = ["\n", "\r\n", "\r"];

/** The problems of front matter: the line of the file, and the marked part of it. */
function problemsOf(front: string, ending: string): unknown[] {
  const text = `---\n${front}\n---\n\n- [ ] a\n`.replaceAll("\n", ending);
  return parseRoadmap(text).problems.map(({ code, span: { start, end } }) => {
    const line = text.slice(0, start).split(/\r\n|\r|\n/).length;
    return [line, text.slice(start, end), code.replace("FRONT_MATTER_", "")];
  });
}

test.each<[string, string, unknown[]]>([
  [
    "the same key at two levels",
    "roadmap:\n  columns:\n    dates: x\n  dates: no",
    [
      [4, "dates: x", "KEY"],
      [5, "dates: no", "VALUE"],
    ],
  ],
  [
    "the name of a key in a value",
    "title: roadmap\nroadmap:\n  phases: [weekly]\n  weekly: 0",
    [[5, "weekly: 0", "VALUE"]],
  ],
  [
    "a key that begins like another",
    "roadmap:\n  phases-x: 1\n  phases: 3",
    [
      [3, "phases-x: 1", "KEY"],
      [4, "phases: 3", "VALUE"],
    ],
  ],
  [
    "keys in quotes",
    "roadmap:\n  \"weekly\": x\n  'dates' : y # c",
    [
      [3, '"weekly": x', "VALUE"],
      [4, "'dates' : y", "VALUE"],
    ],
  ],
  [
    "maps on one line",
    "roadmap: {columns: {dates: x, foo: b}, dates: z , weekly}",
    [
      [2, "dates: x", "KEY"],
      [2, "dates: z", "VALUE"],
      [2, "weekly", "VALUE"],
    ],
  ],
  ["a comment with the key", "roadmap:\n  # weekly: 0\n  weekly: 0 # weekly", [[4, "weekly: 0", "VALUE"]]],
  ["an element of a list", "roadmap:\n  status:\n    done:\n    - ok\n    - 3", [[6, "3", "VALUE"]]],
  ["an element on the line of its list", "roadmap:\n  phases: [a, 3]", [[3, "3", "VALUE"]]],
  [
    "a text of several lines before it",
    "roadmap:\n  status:\n    done: |\n      weekly: 1\n  weekly: 0",
    [[6, "weekly: 0", "VALUE"]],
  ],
  ["an alias", "x: &a\n  dates: q\nroadmap: *a", [[3, "dates: q", "VALUE"]]],
  [
    "a merged map",
    "x: &a { dates: q }\nroadmap:\n  <<: *a\n  weekly: 0",
    [
      [3, "roadmap:", "VALUE"],
      [5, "weekly: 0", "VALUE"],
    ],
  ],
  ["no map", "title: x\nroadmap: [a]", [[3, "roadmap: [a]", "VALUE"]]],
  ["a bracket that is left open", "roadmap:\n  columns: [\n\n", [[3, "columns: [", "INVALID"]]],
  ["a key twice", "a: 1\na: 2", [[3, "a: 2", "INVALID"]]],
  ["dashes that end nothing", "a: 1\n---b\nroadmap:\n  dates: x", [[4, "roadmap:", "INVALID"]]],
])("a problem with %s is on its line", (_, front, expected) => {
  for (const ending of endings) expect(problemsOf(front, ending)).toEqual(expected);
});

test.each<[string, string, unknown[]]>([
  ["a setting", "roadmap:\n\tdates: DD/MM/YYYY", [[3, "dates: DD/MM/YYYY", "INVALID"]]],
  ["a setting after spaces", "roadmap:\n  \tweekly: 2", [[3, "weekly: 2", "INVALID"]]],
  [
    "a map before other settings",
    "roadmap:\n  columns:\n\t\ttopic: a\n\t\tphase: b\n  weekly: 1",
    [[4, "topic: a", "INVALID"]],
  ],
  ["a list", "roadmap:\n  status:\n    done:\n\t- a", [[5, "- a", "INVALID"]]],
  ["the key itself", "\troadmap:\n\t  dates: x", [[2, "roadmap:", "INVALID"]]],
  ["other keys", "other:\n\tdates: x\nroadmap:\n  weekly: 1\nlast:\n\tweekly: 2", []],
  ["blank lines and comments", "roadmap:\n\t\n\t# c\n  weekly: 1", []],
  ["maps in braces and texts in quotes", 'roadmap: {\n\tweekly: 1, phases: ["a\n\tb"]\n\t}', []],
])("a tab before %s is a problem on its line if it may hide a setting", (_, front, expected) => {
  for (const ending of endings) expect(problemsOf(front, ending)).toEqual(expected);
});

test("a setting indented with a tab does not disable those before it", () => {
  const { roadmap } = parseRoadmap("---\nroadmap:\n  weekly: 3\n\tcommit: true\n---\n");
  expect([roadmap.settings.weekly, roadmap.settings.commit]).toEqual([3, null]);
});

type Tree = { readonly [key: string]: Tree | string };

const keys = fc.constantFrom("a", "roadmap", "dates", "1", "a b", "x: y", "#");
const tree = fc.letrec<{ tree: Tree; node: Tree | string }>((tie) => ({
  node: fc.oneof({ maxDepth: 3 }, fc.constant(""), tie("tree")),
  tree: fc.dictionary(keys, tie("node"), { minKeys: 1, maxKeys: 4 }),
})).tree;

/** The tree as YAML, in styles chosen by `seed`; each value is a distinct number. */
function written(node: Tree, seed: number): string {
  let count = 0;
  let state = seed;
  const any = (limit: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % limit;
  };
  const keyText = (key: string) => (/^\w+$/.test(key) && any(2) ? key : any(2) ? JSON.stringify(key) : `'${key}'`);
  const flow = (value: Tree | string): string => {
    if (typeof value === "string") return `v${count++}`;
    return `{${Object.entries(value)
      .map(([key, inner]) => `${keyText(key)}: ${flow(inner)}`)
      .join(any(2) ? "," : ", ")}}`;
  };
  const block = (value: Tree, indent: string): string =>
    Object.entries(value)
      .map(([key, inner]) => {
        const comment = any(4) ? "" : `${indent}# ${key}: v0\n\n`;
        const isBlock = typeof inner !== "string" && any(3) > 0;
        const rest = isBlock ? `\n${block(inner, `${indent}${" ".repeat(1 + any(4))}`)}` : ` ${flow(inner)}\n`;
        return `${comment}${indent}${keyText(key)}:${rest}`;
      })
      .join("");
  return block(node, "");
}

function leaves(data: unknown, path: string[] = []): [string[], string][] {
  if (typeof data === "string") return [[path, data]];
  return Object.entries(Object(data)).flatMap(([key, value]) => leaves(value, [...path, key]));
}

test("each value of any map has a span from its key to its end", () => {
  fc.assert(
    fc.property(tree, fc.nat(), fc.constantFrom(...endings), (node, seed, ending) => {
      const before = `---${ending}`;
      const content = written(node, seed).replaceAll("\n", ending);
      const text = `${before}${content}---${ending}`;
      const { data, error, spanOf } = readYaml(text, { start: before.length, end: before.length + content.length });
      expect(error).toBeNull();
      for (const [path, value] of leaves(data)) {
        const { start, end } = spanOf(path);
        const key = path.at(-1) ?? "";
        expect([`"${key}": ${value}`, `'${key}': ${value}`, `${key}: ${value}`]).toContain(text.slice(start, end));
      }
    }),
    { numRuns: 100 },
  );
});

test("an error on a line of whitespace alone has the span of that line", () => {
  const { error } = readYaml("|\n\u000b\n!", { start: 0, end: 5 });
  expect(error?.span).toEqual({ start: 2, end: 3 });
});

test("no text makes reading YAML fail, and every span is within it", () => {
  const pieces = fc.oneof(
    anyCharacter,
    fc.constantFrom("roadmap:", "\n", "\t", "  ", "- ", "{", "}", ": ", "? ", "&a ", "*a", "<<: ", "|\n", "!!x "),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const content = parts.join("");
      const { error, tabs, spanOf } = readYaml(content, { start: 0, end: content.length });
      for (const { start, end } of [...tabs, ...(error ? [error.span] : []), spanOf(["roadmap", "a"])])
        expect(0 <= start && start <= end && end <= content.length).toBe(true);
    }),
    { numRuns: 500 },
  );
});
