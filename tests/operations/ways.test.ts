// Ways: an error offers operations and views as data, and the commands they are worded as mean exactly that.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { operations, parseRoadmap, UserError } from "../../src/index.js";
import { commandOf, hintOf, type OperationWay, type Way, ways, withTexts } from "../../src/model/ways.js";
import { fieldTexts } from "../../src/operations/fields.js";
import type { AnyOperation } from "../../src/operations/operation.js";
import { testDay } from "../support/check-operation.js";
import { sourceTexts } from "../support/source-texts.js";
import { argumentsOf, filled, operationsIn, operationTyped, requestsTyped } from "../support/typed-command.js";

const start = { operation: "start", input: { topic: "http" } };
const toFill = {
  operation: "set",
  input: { topic: "http", comments: { placeholder: "TEXT", isQuoted: true }, finished: { placeholder: "DATE" } },
};

test.each<[string, readonly Way[]]>([
  ["roadmap start http", [start]],
  ["roadmap start http; nothing was written", ways`${start}; nothing was written`],
  ["`roadmap start http` starts it", ways`${start} starts it`],
  ["run `roadmap list --tasks`", ways`run ${{ view: "list", options: { tasks: true } }}`],
  ["try it; `roadmap start http` starts it; or not", ways`try it; ${ways`${start} starts it`}; or not`],
  ['run `roadmap set http --comments "TEXT" --finished DATE`', ways`run ${toFill}`],
  ["only text", ways`only text`],
])("a command has backticks unless it is alone: %s", (hint, way) => {
  expect(hintOf(way)).toBe(hint);
  expect(hintOf(way, "roadmap --file a.md")).toBe(hint.replace("roadmap ", "roadmap --file a.md "));
});

test("an edit of texts and a remark leave the operations of an error alone", () => {
  const error = new UserError(
    "ALREADY_DONE",
    "m",
    withTexts(ways`run ${start} again`, (text) => text.toUpperCase()),
  );
  expect(error.ways).toEqual(["RUN ", start, " AGAIN"]);
  expect(error.hint).toBe("RUN `roadmap start http` AGAIN");
  expect(ways`${error.ways}; nothing was written`).toEqual(["RUN ", start, " AGAIN; nothing was written"]);
});

const values = [
  "http caching",
  "кэш",
  "日本 語",
  "12",
  "#12",
  "a/b",
  "it's",
  '$(x) "y" `z` \\',
  "!",
  "/",
  "-",
  "2026-01-05",
  "",
];

/** Each field of each operation with each of these values, next to the required fields. */
const everyField = Object.entries<AnyOperation>(operations).flatMap(
  ([
    operation,
    {
      input: { shape },
    },
  ]) => {
    const [subject = "", ...others] = Object.keys(shape);
    const required = others.filter((field) => shape[field]?.safeParse(undefined).success === false);
    const base = Object.fromEntries([subject, ...required].map((field) => [field, "x"]));
    return Object.entries(shape).flatMap(([field, schema]) =>
      values
        .filter((value) => field !== subject || !/^-?$/.test(value))
        .map((value) => (schema.safeParse([value]).success ? [`https://example.org/${value}`, "y"] : value))
        .filter((value) => schema.safeParse(value).success)
        .map((value): OperationWay => ({ operation, input: { ...base, [field]: value } })),
    );
  },
);

test("any input of any operation is worded as the command for exactly that operation and input", async () => {
  expect(everyField.length).toBeGreaterThan(600);
  await expectTyped(everyField);
});

test("a field is worded as the option that help lists, not as its alias", () => {
  for (const [operation, { input, hasNoSubject }] of Object.entries<AnyOperation>(operations)) {
    const subject = hasNoSubject ? {} : { subject: { placeholder: "X" } };
    const start = `roadmap ${operation.replace("-", " ")}${hasNoSubject ? "" : " X"}`;
    for (const [field, schema] of Object.entries(input.shape).slice(hasNoSubject ? 0 : 1))
      expect(commandOf({ operation, input: { ...subject, [field]: "y" } })).toBe(
        `${start} --${fieldTexts.get(schema)?.option ?? field} y`,
      );
  }
});

// Known limit: what starts with a dash is worded as a command that is refused.
test("a new phase that starts with a dash is offered without the `--` that it needs", () => {
  expect(commandOf({ operation: "add-phase", input: { name: "-x" } })).toBe('roadmap add phase "-x"');
  expect(commandOf({ operation: "finish", input: { topic: "a", proof: ["-"] } })).toBe(
    "roadmap finish a --proof -- '-'",
  );
});

async function expectTyped(all: readonly OperationWay[]): Promise<void> {
  const typed = argumentsOf(all.map((way) => commandOf(way)));
  expect(await Promise.all(typed.map(operationTyped))).toEqual(all);
}

const text = [
  "| Topic | Phase | Started | Finished | Status | Proof |\n|---|---|---|---|---|---|",
  "| HTTP | 1 | 2026-01-05 | | In Progress | |",
  "| REST | 2 | | 2026-02-01 | Done | |",
  "| C# | 2 | | 2026-10-24 | In Progress | |",
  "| 12 | 2 | | | Done | |",
  "| 日本語 | 2 | | | | |",
  "\n## Phase 1: Basics\n",
  "- [x] read\n- [ ] write it\n",
].join("\n");

const topic = { placeholder: "TOPIC" };
const value = { placeholder: "VALUE" };

test.each<[string, OperationWay, readonly Way[]]>([
  [
    "ALREADY_DONE",
    { operation: "start", input: { topic: "rest" } },
    [{ operation: "reopen", input: { topic: "rest" } }, " resumes it and clears its finish date"],
  ],
  ["ALREADY_DONE", { operation: "block", input: { topic: "4" } }, [{ operation: "reopen", input: { topic: "4" } }]],
  ["NOT_STARTED", { operation: "reopen", input: { topic: "日本" } }, [{ operation: "start", input: { topic: "5" } }]],
  [
    "ALREADY_DONE",
    { operation: "skip", input: { topic: "read" } },
    [{ operation: "reopen", input: { topic: "read" } }],
  ],
  [
    "NOT_STARTED",
    { operation: "reopen", input: { topic: "write it" } },
    [{ operation: "start", input: { topic: "write" } }],
  ],
  ["TOPIC_NOT_FOUND", { operation: "start", input: { topic: "nothing" } }, [{ view: "list" }, " shows all names"]],
  [
    "TASK_NOT_FOUND",
    { operation: "check", input: { task: "nothing" } },
    [{ view: "list", options: { tasks: true } }, " shows all tasks"],
  ],
  [
    "TASK_HAS_NO_CELLS",
    { operation: "finish", input: { topic: "write it", date: "today" } },
    [{ operation: "finish", input: { topic: "write" } }],
  ],
  [
    "TASK_HAS_NO_CELLS",
    { operation: "start", input: { topic: "t2", date: "yesterday" } },
    [{ operation: "start", input: { topic: "write" } }],
  ],
  [
    "DATE_IN_FUTURE",
    { operation: "start", input: { topic: "5", date: "2027-01-01" } },
    ["to plan it, run ", { operation: "set", input: { topic: "5", started: "2027-01-01" } }],
  ],
  [
    "FINISH_BEFORE_START",
    { operation: "finish", input: { topic: "http", date: "2026-01-01" } },
    [
      "use a later date, or correct the start date too: ",
      { operation: "set", input: { topic: "http", started: { placeholder: "DATE" }, finished: "2026-01-01" } },
    ],
  ],
  [
    "VALUE_UNDECIDED",
    { operation: "finish", input: { topic: "c#", proof: ["https://example.org/a?b"] } },
    [
      { operation: "finish", input: { topic: "c", proof: ["https://example.org/a?b"], date: "2026-10-24" } },
      " keeps that date, or ",
      { operation: "finish", input: { topic: "c", proof: ["https://example.org/a?b"], date: testDay } },
      " replaces it with today",
    ],
  ],
  [
    "NOTHING_TO_SET",
    { operation: "set", input: { topic: "http" } },
    [
      "pass a value, for example ",
      { operation: "set", input: { topic: "http", comments: { placeholder: "TEXT", isQuoted: true } } },
      "; `roadmap set --help` lists the options",
    ],
  ],
  [
    "COLUMN_MISSING",
    { operation: "set", input: { topic: "http", comments: "x" } },
    [{ operation: "add-column", input: { name: "comments" } }],
  ],
  [
    "ALREADY_THERE",
    { operation: "add-topic", input: { name: "HTTP", phase: "Phase 2" } },
    [{ operation: "move", input: { topic: "http", to: "Phase 2" } }],
  ],
  [
    "ALREADY_THERE",
    { operation: "add-topic", input: { name: "HTTP", status: "done" } },
    [{ operation: "set", input: { topic: "http", status: value } }],
  ],
  [
    "ALREADY_THERE",
    { operation: "add-column", input: { name: "Skill" } },
    ["use the existing one, ", { operation: "set", input: { topic, name: value } }, ", or choose another name"],
  ],
  [
    "ALREADY_THERE",
    { operation: "rename", input: { phase: "1", to: "2" } },
    [
      "choose another name, or move its topics: ",
      { operation: "move", input: { topic, to: { placeholder: "PHASE" } } },
    ],
  ],
  [
    "PLACE_UNCLEAR",
    { operation: "move", input: { topic: "http", to: " " } },
    ["pass a phase: --phase PHASE; ", { operation: "set", input: { topic, phase: "" } }, " clears it"],
  ],
  [
    "TOPIC_NOT_FOUND",
    { operation: "move", input: { topic: "http", after: "write it" } },
    [
      "choose a topic. To put a task there, run ",
      { operation: "add-task", input: { text: { placeholder: "TEXT" }, after: "write" } },
    ],
  ],
])("%s offers operations and views as data: %o", async (code, { operation, input }, expected) => {
  const error = refusalOf(operation, input);
  expect({ code: error?.code, ways: error?.ways }).toEqual({ code, ways: expected });
  await expectTyped(operationsIn(expected).map(filled));
});

function refusalOf(name: string, input: unknown): UserError | null {
  try {
    operationNamed(name)
      ?.prepare(input)
      .plan(parseRoadmap(text, { today: testDay }).roadmap, testDay);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  return null;
}

function operationNamed(name: string): AnyOperation | undefined {
  return Object.entries<AnyOperation>(operations).find(([one]) => one === name)?.[1];
}

test("every operation and view in the source has that name, and the options of every view exist", async () => {
  const folder = join(import.meta.dirname, "../../src");
  const texts = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(folder, name), "utf8"));
  const named = texts.flatMap((source) => sourceTexts(source)).filter(({ roles: [role] }) => role === "operation");
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ text: name }) => !operationNamed(name)).map(({ text: name }) => name)).toEqual([]);
  const views = texts.flatMap((source) =>
    Array.from(source.matchAll(/\{ view: "([\w -]+)"(?:, options: \{ (\w+): ("\w+"|true) \})? \}/g)),
  );
  expect(views.length).toBeGreaterThan(8);
  expect(texts.join("").split("{ view: ")).toHaveLength(views.length + 1);
  const typed = views.map(([, view = "", option, value = "true"]) =>
    commandOf({ view, options: option === undefined ? {} : { [option]: JSON.parse(value) } }),
  );
  const requests = await requestsTyped(argumentsOf(typed));
  expect(requests.map((request) => (request.kind === "run" ? request.command : request))).toEqual(
    views.map(([, view]) => view),
  );
});
