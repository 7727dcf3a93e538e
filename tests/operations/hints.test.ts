// Hints after a change: each is accepted as printed, leads on, and never reverses what was just done.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseText } from "../../src/app/parse-text.js";
import { type PlannedOperations, planOperations } from "../../src/app/plan-operations.js";
import { requestOperation } from "../../src/app/requested-operations.js";
import { operations, UserError } from "../../src/index.js";
import { nextHint } from "../../src/views/change-lines.js";
import { terminal } from "../support/canvases.js";
import { fc } from "../support/fast-check.js";
import { generateRoadmap } from "../support/generate-roadmap.js";
import { hostileText } from "../support/hostile-names.js";
import { argumentsOf, operationTyped } from "../support/typed-command.js";

const today = "2026-11-30";

const texts = [
  readFileSync(new URL("../fixtures/in-progress.md", import.meta.url), "utf8"),
  hostileText,
  "| Topic | Status | Comments |\n|---|---|---|\n| A | | |\n| a b | Done | |\n| 3 | | x |\n\n- [ ] A\n- [/] only\n",
  "| Topic | Done? |\n|---|---|\n| HTTP | |\n| HTTP/2 | ✓ |\n\n| Topic | Progress |\n|---|---|\n| SQL | 40% |\n| TLS | |\n",
  "| Topic | Started | Finished | Proof |\n|---|---|---|---|\n| HTTP | | | |\n| TLS | 2026-01-01 | | |\n",
  "- [x] only one\n",
  "## Phase 1: Basics\n\n- [ ] one\n- [x] two\n\n## Phase 2: More\n\n- [ ] one\n",
  ...fc.sample(generateRoadmap(), { numRuns: 12, seed: 12 }),
];

type Requested = [operation: keyof typeof operations, input: Readonly<Record<string, string>>];

/** Each operation that names a thing, on the first topics and tasks, and each that adds something. */
function requestsOn({ topics, tasks }: { topics: readonly unknown[]; tasks: readonly unknown[] }): Requested[] {
  const rows = topics.slice(0, 4).map((_, index) => `topic #${index + 1}`);
  const boxes = tasks.slice(0, 4).map((_, index) => `task #${index + 1}`);
  const verbs = ["start", "finish", "block", "skip", "reset", "reopen"] as const;
  return [
    ...[...rows, ...boxes].flatMap((topic): Requested[] => [
      ...verbs.map((verb): Requested => [verb, { topic }]),
      ["rename", { topic, to: "Quite another name" }],
      ["remove", { topic }],
    ]),
    ...boxes.flatMap((task): Requested[] => [
      ["check", { task }],
      ["check", { task, mark: "/" }],
      ["check", { task, mark: "!" }],
      ["uncheck", { task }],
    ]),
    ...rows.flatMap((topic): Requested[] => [["set", { topic, comments: "read twice" }]]),
    ["add-topic", { name: "A new topic" }],
    ["add-task", { text: "a new task", to: "1" }],
    ["add-column", { name: "Owner" }],
    ["add-column", { name: "due" }],
    ["add-phase", { name: "9" }],
    ["add-phase", { name: "Depth" }],
    ["add-table", {}],
  ];
}

/** The code of a refusal, or the plan. */
async function planned(text: string, [name, input]: Requested): Promise<PlannedOperations | string> {
  try {
    return await planOperations(await parseText(text, today), [requestOperation(operations[name], input)], today);
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
}

/** What a person would type for a placeholder. */
const typedFor: Readonly<Record<string, string>> = {
  DATE: "2026-12-24",
  URL: "https://example.org/hint",
  TEXT: "'why it is so'",
  NAME: "'Yet another name'",
  VALUE: "value",
};

/** A name that the hint leaves open: the first topic or task. */
function filledIn(command: string, { topics }: PlannedOperations["roadmap"]): string {
  const named = command.replace(/\b(DATE|URL|TEXT|NAME|VALUE)\b/g, (word) => typedFor[word] ?? word);
  return named.replace(/\b(?:TOPIC|TASK)\b/g, topics.length > 0 ? "'topic #1'" : "'task #1'");
}

const views = /^roadmap (?:next|list|progress|show|doctor)\b/;

test("every hint of every operation is accepted, changes something, and does not undo the change", async () => {
  const hints: { command: string; before: string; after: PlannedOperations; said: string }[] = [];
  for (const before of texts) {
    const { roadmap } = await parseText(before, today);
    for (const requested of requestsOn(roadmap)) {
      const after = await planned(before, requested);
      if (typeof after === "string") continue;
      const [line] = nextHint(after, terminal(80));
      if (line === undefined) continue;
      expect(line).toMatch(/^→ roadmap [a-z]/);
      const [command = ""] = line.slice(2).split("    ");
      const said = `${JSON.stringify(requested)} on ${before.slice(0, 200)} → ${command}`;
      if (!views.test(command)) hints.push({ command: filledIn(command, after.roadmap), before, after, said });
    }
  }
  expect(hints.length).toBeGreaterThan(200);
  const typed = argumentsOf(hints.map(({ command }) => command));
  const wrong: string[] = [];
  for (const [index, { before, after, said }] of hints.entries()) {
    const { operation, input } = await operationTyped(typed[index] ?? []);
    const next = await planned(after.text, [operation as never, input as never]);
    // What is in progress again has to be finished again.
    const isInProgress = after.results[0]?.status?.to === "in-progress";
    // A terminal asks which date is meant.
    if (next === "VALUE_UNDECIDED") continue;
    if (typeof next === "string") wrong.push(`${next}: ${said}`);
    else if (next.text === after.text) wrong.push(`changes nothing: ${said}`);
    else if (next.text === before && !isInProgress) wrong.push(`undoes it: ${said}`);
  }
  expect(wrong).toEqual([]);
}, 120_000);
