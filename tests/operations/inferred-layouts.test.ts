// Tables whose columns are inferred: every operation writes them as exactly as any other table, in every layout.

import { describe, expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import type { Status } from "../../src/model/status.js";
import { addColumn } from "../../src/operations/add-column.js";
import { addTable } from "../../src/operations/add-table.js";
import { addTopic } from "../../src/operations/add-topic.js";
import { finishTopic } from "../../src/operations/finish-topic.js";
import { move } from "../../src/operations/move.js";
import { remove } from "../../src/operations/remove.js";
import { rename } from "../../src/operations/rename.js";
import { reopenTopic, resetTopic } from "../../src/operations/reset-topic.js";
import { blockTopic, skipTopic } from "../../src/operations/set-aside-topic.js";
import { setTopic } from "../../src/operations/set-topic.js";
import { startTopic } from "../../src/operations/start-topic.js";
import { checkOperation, pageLayouts, run, testDay } from "../support/check-operation.js";
import { families, pageOf } from "../support/inferred-tables.js";

const topic = "azure";

type SetInput = Parameters<typeof setTopic.plan>[1];

describe.each(families)("$name", (family) => {
  const { status, started, finished } = family;
  const number = `topic #${family.above.length + 1}`;
  const withStatus = (is: Status, cells: Readonly<Record<string, string>> = {}) =>
    pageOf(family, { ...cells, [status]: family.words[is] ?? "" });
  const dated = (column: string | undefined, day: string) => (column === undefined ? {} : { [column]: day });

  test("is read, with its columns inferred", () => {
    const { roadmap } = parseRoadmap(withStatus("in-progress"), { today: testDay });
    expect(roadmap.topics.map(({ name }) => name)).toContain("Azure Fundamentals");
    expect(roadmap.topics.find(({ name }) => name === "Azure Fundamentals")?.status).toBe("in-progress");
  });

  test("start, finish, block, skip, reset and reopen write the status in its own words", () => {
    const cases = [
      [startTopic, "not-started", {}, "in-progress", dated(started, testDay), resetTopic],
      [
        finishTopic,
        "in-progress",
        dated(started, "2026-11-01"),
        "done",
        { ...dated(started, "2026-11-01"), ...dated(finished, testDay) },
        reopenTopic,
      ],
      [blockTopic, "in-progress", {}, "blocked", {}, reopenTopic],
      [skipTopic, "in-progress", {}, "skipped", {}, reopenTopic],
      [resetTopic, "in-progress", dated(started, testDay), "not-started", {}, startTopic],
      [reopenTopic, "done", dated(finished, testDay), "in-progress", {}, finishTopic],
    ] as const;
    for (const [operation, from, fromCells, to, toCells, inverse] of cases) {
      checkOperation(operation, {
        input: { topic },
        before: withStatus(from, fromCells),
        after: withStatus(to, toCells),
        undo: (after) => run(inverse, { topic }, after),
      });
    }
  });

  test("set writes the status, the name and every other column", () => {
    for (const is of ["not-started", "done", "blocked", "skipped"] as const) {
      checkOperation(setTopic, {
        input: { topic, status: is },
        before: withStatus("in-progress"),
        after: withStatus(is),
        undo: (after) => run(setTopic, { topic, status: "in progress" }, after),
      });
    }
    checkOperation(setTopic, {
      input: { topic: number, name: "AZ | 900" },
      before: withStatus("done"),
      after: withStatus("done", { [family.topic]: "AZ \\| 900" }),
      undo: (after) => run(setTopic, { topic: number, name: "Azure Fundamentals" }, after),
    });
    const others: readonly (readonly [string, Partial<SetInput>, Partial<SetInput>])[] = [
      ["Notes", { comments: "a | b" }, { comments: "" }],
      ["Notes", { appendComments: "later" }, { comments: "" }],
      ["Proof", { proof: ["https://a.example/1"] }, { proof: [""] }],
      ["Owner", { column: ["Owner=Ada"] }, { column: ["Owner="] }],
      ["Started", { started: "2026-01-05" }, { started: "" }],
      ["Start", { started: "2026-01-05" }, { started: "" }],
      ["End", { finished: "2026-01-05" }, { finished: "" }],
    ];
    for (const [header, input, back] of others) {
      if (!family.headers.includes(header)) continue;
      const [text = ""] = Object.values(input).flat();
      checkOperation(setTopic, {
        input: { topic, ...input },
        before: withStatus("in-progress"),
        after: withStatus("in-progress", { [header]: text.replace("Owner=", "").replace("|", "\\|") }),
        undo: (after) => run(setTopic, { topic, ...back }, after),
      });
    }
  });

  test("a topic is renamed, added, removed and moved, and nothing else changes", () => {
    checkOperation(rename, {
      input: { topic: number, to: "AZ 900" },
      before: withStatus("done"),
      after: withStatus("done", { [family.topic]: "AZ 900" }),
      undo: (after) => run(rename, { topic: number, to: "Azure Fundamentals" }, after),
    });
    const above = family.above.at(-1)?.split("|")[family.headers.indexOf(family.topic)]?.trim() ?? "";
    checkOperation(addTopic, {
      input: { name: "Azure Fundamentals", after: above, status: "done" },
      before: pageOf({ ...family, cells: {} }, null),
      after: pageOf(
        { ...family, cells: {} },
        { [family.topic]: "Azure Fundamentals", [status]: family.words.done ?? "" },
      ),
      undo: (after) => run(remove, { topic }, after),
    });
    for (const { layOut } of pageLayouts) {
      const before = layOut(withStatus("blocked"));
      const moved = run(move, { topic, before: above }, before);
      expect(moved).not.toBe(before);
      expect(run(move, { topic, before: above }, moved)).toBe(moved);
      expect(run(move, { topic, after: above }, moved)).toBe(before);
    }
  });

  test("a column and a table are added, and nothing else changes", () => {
    const partsOf = (text: string) =>
      [...text.matchAll(/[^|\r\n-]+/g)].map(([part]) => part.trim()).filter((part) => part !== "");
    for (const { name, layOut } of pageLayouts) {
      const before = layOut(withStatus("done"));
      const wider = run(addColumn, { name: "Zeta", after: status }, before);
      expect(run(addColumn, { name: "Zeta" }, wider), name).toBe(wider);
      expect(
        partsOf(wider).filter((part) => part !== "Zeta"),
        name,
      ).toEqual(partsOf(before));
      const more = run(addTable, { columns: "topic, status" }, before);
      expect(more, name).not.toBe(before);
      expect(run(addTable, { columns: "topic, status" }, more), name).toBe(more);
    }
  });
});
