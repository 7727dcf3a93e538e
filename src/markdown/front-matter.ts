// Front matter: the settings of a file under its `roadmap:` key.

import * as z from "zod/mini";
import { type ColumnKind, columnKinds } from "../model/columns.js";
import { isDateFormat } from "../model/dates.js";
import type { Problem } from "../model/problem.js";
import { defaultSettings, type Settings } from "../model/settings.js";
import { type Status, statuses } from "../model/status.js";
import type { Span } from "../text/edit.js";
import { normalize } from "../text/normalize.js";
import type { FrontMatterPlace } from "./front-matter-place.js";
import { readYaml, type YamlReading } from "./read-yaml.js";

const words = z.union([z.string(), z.array(z.string()).check(z.minLength(1))]);

const schema = z.strictObject({
  columns: z.optional(z.partialRecord(z.enum(columnKinds), words)),
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
  /** The position of each valid setting in the file, by its key; empty if there is none. */
  readonly places: ReadonlyMap<string, Span>;
}

/** Reads the settings of a file. An invalid setting is a problem, and its default applies. */
export function readFrontMatter(text: string, place: FrontMatterPlace): FrontMatterReading {
  if (place.language !== "" && place.language !== "yaml" && place.language !== "yml") {
    return failed({
      code: "FRONT_MATTER_LANGUAGE",
      span: place.span,
      message: `the front matter is in "${place.language}", but only YAML is supported`,
      hint: "start the file with a plain --- line, and write the settings in YAML",
    });
  }
  const yaml = readYaml(text, place.content);
  if (yaml.error) {
    const { reason, span } = yaml.error;
    const tab = yaml.tabs.find(({ start }) => start < span.end);
    return failed(tab ? tabProblem(tab) : invalidProblem(reason, span));
  }
  const written: unknown = Object(yaml.data).roadmap;
  const misplaced = misplacedProblems(Object(yaml.data), yaml);
  if (written === undefined) return { settings: defaultSettings, problems: misplaced, places: new Map() };
  const { data, issues } = checkSettings(written ?? {});
  const key = yaml.spanOf(["roadmap"]);
  const tab = yaml.tabs.find((line) => isUnder(text, key, line));
  const settings = settingsOf(data);
  const settingProblems = issues.map((issue) => problemOf(issue, yaml));
  return {
    settings,
    problems: [...(tab ? [tabProblem(tab)] : misplaced), ...settingProblems, ...sharedWordProblems(settings, yaml)],
    places: new Map(Object.keys(data).map((name) => [name, yaml.spanOf(["roadmap", name])])),
  };
}

function invalidProblem(reason: string, span: Span): Problem {
  return {
    code: "FRONT_MATTER_INVALID",
    span,
    message: `the front matter is not valid YAML: ${reason}`,
    hint: /duplicate/.test(reason)
      ? "write each key once, with all of its values: `status: { done: [ok, fine] }`; until then its settings are ignored"
      : "fix it in an editor; until then its settings are ignored",
  };
}

function tabProblem(span: Span): Problem {
  return {
    code: "FRONT_MATTER_INVALID",
    span,
    message: "a line of the front matter is indented with a tab",
    hint: "indent it with spaces: YAML does not allow tabs there",
  };
}

/** Whether the line, wherever YAML assigns it, looks like part of the key: no line between them begins in column 0. */
function isUnder(text: string, key: Span, line: Span): boolean {
  return line.end > key.start && !/[\r\n][^\s#]/.test(text.slice(key.start, line.start));
}

/**
 * Settings next to `roadmap:` instead of below it. Other programs have keys of these names too, so only the maps of
 * roadmap's own words count, and with a blank `roadmap:` anything that is valid there.
 */
function misplacedProblems(top: Readonly<Record<string, unknown>>, yaml: YamlReading): Problem[] {
  return Object.keys(schema.shape).flatMap((key): Problem[] => {
    const value = top[key];
    const isMap = typeof value === "object" && value !== null && Object.keys(value).length > 0;
    const isOwn = top.roadmap === null ? value !== undefined : isMap && (key === "columns" || key === "status");
    if (!isOwn || !z.safeParse(schema, { [key]: value }).success) return [];
    return [
      {
        code: "FRONT_MATTER_KEY",
        span: yaml.spanOf([key]),
        message: `"${key}" is not below \`roadmap:\`, so it is ignored`,
        hint: `${"roadmap" in top ? "" : "write `roadmap:` in the line above it, and "}indent it by two spaces`,
      },
    ];
  });
}

/** The valid settings, and what is wrong with the others. */
function checkSettings(written: object): { data: z.infer<typeof schema>; issues: readonly z.core.$ZodIssue[] } {
  const checked = z.safeParse(schema, written);
  if (checked.success) return { data: checked.data, issues: [] };
  const { issues } = checked.error;
  const wrong = issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
  );
  const remaining = z.safeParse(schema, withoutWrong(written, wrong));
  return { data: remaining.success ? remaining.data : {}, issues };
}

/** Omits only the invalid parts, so one mistyped key does not disable the others, nor its siblings in a map. */
function withoutWrong(written: object, wrong: readonly (readonly PropertyKey[])[]): object {
  const kept = Object.entries(written).flatMap(([key, value]): [string, unknown][] => {
    const inside = wrong.filter(([first]) => first === key).map((path) => path.slice(1));
    if (inside.length === 0) return [[key, value]];
    const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
    return isMap && inside.every(({ length }) => length > 0) ? [[key, withoutWrong(value, inside)]] : [];
  });
  return Object.fromEntries(kept);
}

function failed(problem: Problem): FrontMatterReading {
  return { settings: defaultSettings, problems: [problem], places: new Map() };
}

function settingsOf(valid: z.infer<typeof schema>): Settings {
  const { columns = {}, status = {}, dates = null, commit = null, weekly = null, phases = [] } = valid;
  return {
    columns: new Map(
      columnKinds.flatMap((kind): [ColumnKind, string[]][] =>
        columns[kind] === undefined ? [] : [[kind, [columns[kind]].flat()]],
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

function problemOf(issue: z.core.$ZodIssue, yaml: YamlReading): Problem {
  const path = issue.path.map(String);
  const key = issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const isUnknownKey = key !== undefined || issue.code === "invalid_key";
  const span = yaml.spanOf(["roadmap", ...path, ...(key === undefined ? pathInside(issue) : [key])]);
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

/** The invalid element inside a list or map. */
function pathInside(issue: z.core.$ZodIssue): readonly PropertyKey[] {
  const inside = issue.code === "invalid_union" ? issue.errors.flat() : [];
  return inside.find(({ path }) => path.length > 0)?.path ?? [];
}

/** A word for two statuses is read as the first of them; a change to the other one is refused. */
function sharedWordProblems({ status }: Settings, yaml: YamlReading): Problem[] {
  const known = new Map<string, Status>();
  return [...status].flatMap(([state, words]) =>
    words.flatMap((word): Problem[] => {
      const first = known.get(normalize(word)) ?? state;
      known.set(normalize(word), first);
      if (first === state) return [];
      const span = yaml.spanOf(["roadmap", "status", state]);
      const message = `"${word}" is a word for both ${first} and ${state}; it is read as ${first}`;
      return [{ code: "FRONT_MATTER_VALUE", span, message, hint: "give each status its own words" }];
    }),
  );
}

function keysUnder(map: string | undefined): readonly string[] {
  if (map === "columns") return columnKinds;
  return map === "status" ? statuses : Object.keys(schema.shape);
}
