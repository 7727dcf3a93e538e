// Front matter: what a file asks for under its `roadmap:` key; the only file that imports gray-matter.

import matter from "gray-matter";
import * as z from "zod/mini";
import { isDateFormat } from "../model/dates.js";
import type { Problem, ProblemCode } from "../model/problem.js";
import { type ColumnKind, columnKinds, type Settings } from "../model/roadmap.js";
import { type Status, statuses } from "../model/status.js";
import { textAt } from "../text/span.js";
import type { FrontMatterPlace } from "./front-matter-place.js";
import { defaultSettings } from "./settings.js";

const words = z.union([z.string(), z.array(z.string()).check(z.minLength(1))]);

const schema = z.strictObject({
  columns: z.optional(z.partialRecord(z.enum(columnKinds), z.string())),
  status: z.optional(z.partialRecord(z.enum(statuses), words)),
  dates: z.optional(
    z
      .string()
      .check(
        z.refine(
          isDateFormat,
          "a date format contains YYYY, MM and DD once each, like DD/MM/YYYY, DD.MM.YYYY or MMM D, YYYY",
        ),
      ),
  ),
  commit: z.optional(z.boolean()),
  weekly: z.optional(z.number().check(z.positive())),
  phases: z.optional(z.union([z.array(z.string()), z.record(z.string(), z.string())])),
});

export interface FrontMatterReading {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  /** Where each setting stands that the file makes and that can be used, by its key; empty where there is none. */
  readonly places: ReadonlyMap<string, Problem["span"]>;
}

/** Reads the settings of a file. What cannot be read is a problem, and the default stands in its place. */
export function readFrontMatter(text: string, place: FrontMatterPlace): FrontMatterReading {
  if (place.language !== "" && place.language !== "yaml" && place.language !== "yml") {
    return failed("FRONT_MATTER_LANGUAGE", place.span, {
      message: `the front matter is in "${place.language}", but only YAML is supported`,
      hint: "start the file with a plain --- line, and write the settings in YAML",
    });
  }
  const content = textAt(text, place.content);
  const parsed = parseYaml(content);
  if (parsed.error !== null) {
    return failed("FRONT_MATTER_INVALID", place.content, {
      message: `the front matter is not valid YAML: ${parsed.error}`,
      hint: "fix it in an editor; until then its settings are ignored",
    });
  }
  const asked: unknown =
    parsed.data === null || typeof parsed.data !== "object" ? undefined : Reflect.get(parsed.data, "roadmap");
  if (asked === undefined || asked === null) return { settings: defaultSettings, problems: [], places: new Map() };
  const placesOf = (settings: object) =>
    new Map(Object.keys(settings).map((key) => [key, spanOfKey(content, ["roadmap", key], place.content.start)]));
  const checked = z.safeParse(schema, asked);
  if (checked.success) return { settings: settingsOf(checked.data), problems: [], places: placesOf(checked.data) };
  const problems = checked.error.issues.map((issue) => problemOf(issue, content, place.content.start));
  const wrong = checked.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
  );
  const remaining = z.safeParse(schema, withoutWrong(asked, wrong));
  return remaining.success
    ? { settings: settingsOf(remaining.data), problems, places: placesOf(remaining.data) }
    : { settings: defaultSettings, problems, places: new Map() };
}

/** What is wrong is left out, so that one mistyped key does not switch off the others, nor those beside it in a map. */
function withoutWrong(asked: object, wrong: readonly (readonly PropertyKey[])[]): object {
  const kept = Object.entries(asked).flatMap(([key, value]): [string, unknown][] => {
    const inside = wrong.filter(([first]) => first === key).map((path) => path.slice(1));
    if (inside.length === 0) return [[key, value]];
    const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
    return isMap && inside.every(({ length }) => length > 0) ? [[key, withoutWrong(value, inside)]] : [];
  });
  return Object.fromEntries(kept);
}

/** Every engine but YAML throws: gray-matter would otherwise run a front matter that says it is JavaScript. */
function parseYaml(content: string): { data: unknown; error: string | null } {
  const refuse = () => {
    throw new Error("only YAML is read");
  };
  const engines = {
    js: refuse,
    javascript: refuse,
    json: refuse,
    coffee: refuse,
    coffeescript: refuse,
    cson: refuse,
    toml: refuse,
  };
  try {
    const lines = content.replace(/\r\n?/g, "\n");
    return { data: matter(`---\n${lines}\n---\n`, { language: "yaml", engines }).data, error: null };
  } catch (error) {
    return { data: null, error: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) };
  }
}

function failed(code: ProblemCode, span: Problem["span"], text: Pick<Problem, "message" | "hint">): FrontMatterReading {
  return { settings: defaultSettings, problems: [{ code, span, ...text }], places: new Map() };
}

function settingsOf(asked: z.infer<typeof schema>): Settings {
  const { columns = {}, status = {}, dates = null, commit = false, weekly = null, phases = [] } = asked;
  return {
    columns: new Map(
      columnKinds.flatMap((kind): [ColumnKind, string][] =>
        columns[kind] === undefined ? [] : [[kind, columns[kind]]],
      ),
    ),
    status: new Map(
      statuses.flatMap((state): [Status, string[]][] =>
        status[state] === undefined ? [] : [[state, [status[state]].flat()]],
      ),
    ),
    dates,
    commit,
    weekly,
    phases: new Map(
      Array.isArray(phases) ? phases.map((name, index) => [String(index + 1), name]) : Object.entries(phases),
    ),
  };
}

function problemOf(issue: z.core.$ZodIssue, content: string, offset: number): Problem {
  const path = issue.path.map(String);
  const key = issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const isUnknownKey = key !== undefined || issue.code === "invalid_key";
  const span = spanOfKey(content, ["roadmap", ...path, ...(key === undefined ? [] : [key])], offset);
  if (isUnknownKey) {
    return {
      code: "FRONT_MATTER_KEY",
      span,
      message: `unknown setting "${key ?? path.at(-1)}"`,
      hint: `valid settings under ${key === undefined ? (path.at(-2) ?? "roadmap") : (path.at(-1) ?? "roadmap")}: ${keysUnder(path[0]).join(", ")}; see \`roadmap help front-matter\``,
    };
  }
  return {
    code: "FRONT_MATTER_VALUE",
    span,
    message: `invalid value for the setting ${["roadmap", ...path].join(".")}`,
    hint: issue.code === "custom" ? issue.message : "run `roadmap help front-matter` to see valid values",
  };
}

function keysUnder(map: string | undefined): readonly string[] {
  if (map === "columns") return columnKinds;
  return map === "status" ? statuses : Object.keys(schema.shape);
}

/** The same in the file, where the content begins at the offset. */
function spanOfKey(content: string, path: readonly string[], offset: number): Problem["span"] {
  const { start, end } = placeOfKey(content, path);
  return { start: offset + start, end: offset + end };
}

/** The line a key stands on: each key of the path is looked for behind the one before it. */
function placeOfKey(content: string, path: readonly string[]): { start: number; end: number } {
  let place = { start: 0, end: content.length };
  let from = 0;
  for (const key of path) {
    const lines = content.slice(from).split(/(?<=\n|\r)/);
    const index = lines.findIndex((line) => line.trimStart().replace(/^["']/, "").startsWith(key));
    if (index < 0) return place;
    const start = from + lines.slice(0, index).join("").length;
    const line = lines[index] ?? "";
    place = { start: start + (line.length - line.trimStart().length), end: start + line.trimEnd().length };
    from = start + line.length;
  }
  return place;
}
