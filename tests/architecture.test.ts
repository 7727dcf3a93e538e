// Enforces the rules of ARCHITECTURE.md, read from the page itself.

import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(tsx?|mjs)$/.test(name))
    .map((name) => `${folder}/${name}`);

const sources = filesIn("src");
const tests = filesIn("tests");

interface Import {
  readonly file: string;
  readonly from: string;
}

const imports: Import[] = sources.flatMap((file) =>
  [...read(file).matchAll(/(?:^|\n)(?:import|export)\s[^;]*?from "([^"]+)"|import\("([^"]+)"\)/g)].map((match) => ({
    file,
    from: match[1] ?? match[2] ?? "",
  })),
);

/** `src/cli/commands/list.ts` belongs to `src/cli`; `src/bin.ts` stands for itself. */
function placeOf(file: string): string {
  const [, folder = ""] = file.split("/");
  return `src/${folder}`;
}

function targetOf({ file, from }: Import): string {
  return placeOf(posix.join(posix.dirname(file), from).replace(/\.js$/, ".ts"));
}

const table = new Map(
  [...read("ARCHITECTURE.md").matchAll(/^\| `(src\/[^`]+)` \| .*? \| ([^|]*) \|$/gm)].map(
    ([, place = "", cell = ""]) => [place, cell],
  ),
);

function allowed(place: string): Set<string> {
  const cell = table.get(place) ?? "";
  const before = [...table.keys()].slice(0, [...table.keys()].indexOf(place));
  if (cell.includes("all of the above")) return new Set(before);
  const named = [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => `src/${name}`);
  return new Set(cell.includes("all but") ? before.filter((folder) => !named.includes(folder)) : named);
}

test("the table of folders lists every folder in src, and nothing else", () => {
  expect(new Set(table.keys())).toEqual(new Set(sources.map(placeOf)));
});

test("imports follow the arrows of the table", () => {
  const astray = imports
    .filter(({ from }) => from.startsWith("."))
    .filter((one) => targetOf(one) !== placeOf(one.file) && !allowed(placeOf(one.file)).has(targetOf(one)))
    .map(({ file, from }) => `${file} imports ${from}`);
  expect(astray).toEqual([]);
});

/** The arrows of the picture, where a place has the name of its folder or file in src. */
function arrowsOf(picture: string) {
  const places = (list: string) =>
    list.split("&").map((name) => `src/${name.trim().replace(/^(?:bin|index)$/, "$&.ts")}`);
  const chains = picture
    .replace(/\["[^"]*"\]/g, "")
    .split("\n")
    .map((line) => line.split("-->").map(places));
  return chains.flatMap((stops) =>
    stops.flatMap((all, at) => all.flatMap((from) => (stops[at + 1] ?? []).map((to) => ({ from, to })))),
  );
}

/** The places that arrows lead to from a place, one after the other. */
function reachable(arrows: ReturnType<typeof arrowsOf>, start: string): Set<string> {
  const reached = new Set([start]);
  // A set visits what is added to it on the way.
  for (const place of reached) for (const { from, to } of arrows) if (from === place) reached.add(to);
  return reached;
}

test("the arrows of the picture are in the table, and together they lead to all that the table allows", () => {
  const [, picture = ""] = /```mermaid\n([\s\S]*?)```/.exec(read("ARCHITECTURE.md")) ?? [];
  const arrows = arrowsOf(picture);
  expect(new Set(arrows.flatMap(({ from, to }) => [from, to]))).toEqual(new Set(table.keys()));
  expect(arrows.filter(({ from, to }) => !allowed(from).has(to))).toEqual([]);
  const undrawn = [...table.keys()].flatMap((from) =>
    [...allowed(from)].filter((to) => !reachable(arrows, from).has(to)).map((to) => ({ from, to })),
  );
  expect(undrawn).toEqual([]);
});

test("every export is used outside its file, except in the library and the program", () => {
  const filesWith = new Map<string, number>();
  for (const file of [...sources, ...tests, ...filesIn("scripts"), ...filesIn("bench")])
    for (const word of new Set(read(file).match(/\w+/g))) filesWith.set(word, (filesWith.get(word) ?? 0) + 1);
  const alone = sources
    .filter((file) => file !== "src/index.ts" && file !== "src/bin.ts")
    .flatMap((file) =>
      [...read(file).matchAll(/^export (?:async )?\w+ (\w+)/gm)].map(([, name = ""]) => ({ file, name })),
    )
    .filter(({ name }) => filesWith.get(name) === 1);
  expect(alone).toEqual([]);
});

test("no exported name means two things", () => {
  const exported = sources
    .filter((file) => file !== "src/index.ts")
    .flatMap((file) => {
      const names = read(file).matchAll(/^export (?:async )?(?:const|function\*?|class|interface|type) (\w+)/gm);
      return [...new Set([...names].map(([, name = ""]) => name))].map((name) => ({ file, name }));
    });
  const first = new Map(exported.toReversed().map(({ file, name }) => [name, file]));
  expect(exported.filter(({ file, name }) => first.get(name) !== file)).toEqual([]);
});

test("only the store and the socket use Node's modules, and only the store the clock", () => {
  const socket = "src/web/server/serve.ts";
  const outside = sources.filter((file) => !file.startsWith("src/store/"));
  const users = imports.filter(({ file, from }) => from.startsWith("node:") && outside.includes(file));
  expect(users.filter(({ file }) => file !== socket)).toEqual([]);
  expect(outside.filter((file) => /\bnew Date\b|\bDate\.now\b|\bperformance\.now\b/.test(read(file)))).toEqual([]);
  const shells = outside.filter((file) => !file.startsWith("src/cli/") && file !== "src/bin.ts" && file !== socket);
  expect(shells.filter((file) => /\bprocess\.|\bconsole\./.test(codeOf(file)))).toEqual([]);
});

test("each library is imported by one file, except zod, and preact by what it draws", () => {
  const users = new Map<string, Set<string>>();
  for (const { file, from } of imports) {
    if (from.startsWith(".") || from.startsWith("node:")) continue;
    const name = from
      .split("/")
      .slice(0, from.startsWith("@") ? 2 : 1)
      .join("/");
    users.set(name, new Set([...(users.get(name) ?? []), file]));
  }
  const shared = [...users].filter(
    ([name, files]) => files.size > 1 && !["zod", "unified", "mdast", "preact", "@preact/signals"].includes(name),
  );
  expect(shared.map(([name, files]) => [name, [...files]])).toEqual([]);
  for (const file of users.get("zod") ?? []) expect(file).toMatch(/^src\/(operations|markdown\/front-matter|json)/);
  for (const name of ["preact", "@preact/signals"])
    for (const file of users.get(name) ?? []) expect(file).toMatch(/^src\/web\/page\//);
});

test("the templates of new files import only what exists", () => {
  const templates = readdirSync(join(root, "scripts/templates")).filter((name) => name.endsWith(".txt"));
  const imported = templates.flatMap((template) =>
    [...read(`scripts/templates/${template}`).matchAll(/^import (?:type )?\{([^}]*)\} from "(\.[^"]+)"/gm)].flatMap(
      ([, names = "", from = ""]) => {
        const file = from.replace(/^[./]+(?:src\/)?/, "/").replace(/js$/, "ts");
        return names.split(",").map((name) => ({ template, file, name: name.trim().replace(/^type /, "") }));
      },
    ),
  );
  const isExported = ({ file, name }: { file: string; name: string }) =>
    [...sources, ...tests].some(
      (source) => source.endsWith(file) && new RegExp(`^export [^;]*?\\b${name}\\b`, "m").test(read(source)),
    );
  expect(imported.length).toBeGreaterThan(50);
  expect(imported.filter((one) => !one.file.includes("NAME_") && !isExported(one))).toEqual([]);
});

test("no file path is made from the parts of a URL, where spaces and percent signs are encoded", () => {
  const files = [...sources, ...tests, ...filesIn("scripts"), ...filesIn("bench")];
  const ofPages = ["src/model/link-target.ts", "src/store/ask-page.ts"];
  expect(files.filter((file) => /[.]pathname\b/.test(read(file)))).toEqual(ofPages);
  // The value inserted here is encoded.
  expect(files.filter((file) => /file:[/]+[$]/.test(read(file)))).toEqual(["src/cli/doctor/sarif.ts"]);
});

test("no file, function or test is longer than its limit", () => {
  const lengths = [...sources, ...tests].map((file) => ({ file, lines: read(file).trimEnd().split("\n").length }));
  const tooLong = lengths.filter(({ lines }) => lines > 400);
  expect(tooLong).toEqual([]);
  // Limits on functions, parameters and nesting are enforced by biome, as set in biome.json.
  expect(read("biome.json")).toContain('"maxLines": 40');
});

test("no statement is nested deeper than three levels in its function", () => {
  const deep = sources.flatMap((file) => {
    const lines = read(file).split("\n");
    return lines.flatMap((line, index) =>
      /^ {10,}(?:if|for|while|switch|try)\b/.test(line) ? [`${file}:${index + 1}`] : [],
    );
  });
  expect(deep).toEqual([]);
});

test("every file begins with a sentence that says what it is for", () => {
  const silent = [...sources, ...tests].filter((file) => !/^(?:#![^\n]*\n)?\/\/ \S.{10,}[.:]\n/.test(read(file)));
  expect(silent).toEqual([]);
});

test("no name is meaningless, and type assertions stay in markdown", () => {
  expect(sources.filter((file) => /\/(?:utils?|core|helpers?|types)\//.test(file))).toEqual([]);
  expect(sources.filter((file) => /\b\w+(?:Manager|Service|Handler)\b/.test(codeOf(file)))).toEqual([]);
  const outside = sources.filter((file) => !file.startsWith("src/markdown/"));
  expect(outside.filter((file) => /[\w)\]}] as (?!const\b)/.test(codeOf(file)))).toEqual([]);
});

/** The code of a file without comments, strings, imports and re-exports. */
function codeOf(file: string): string {
  return read(file)
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/gm, "")
    .replace(/^(?:import|export) .*$/gm, "");
}
