// Check and percent columns as the status: every operation writes them in their own signs, in every layout.

import { describe, expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { cellTextAt } from "../../src/model/blocks.js";
import { addColumn } from "../../src/operations/add-column.js";
import { addTopic } from "../../src/operations/add-topic.js";
import { headersOf } from "../../src/operations/find-column.js";
import { finishTopic } from "../../src/operations/finish-topic.js";
import { remove } from "../../src/operations/remove.js";
import { reopenTopic, resetTopic } from "../../src/operations/reset-topic.js";
import { blockTopic, skipTopic } from "../../src/operations/set-aside-topic.js";
import { setTopic } from "../../src/operations/set-topic.js";
import { startTopic } from "../../src/operations/start-topic.js";
import { checkOperation, pageLayouts, run } from "../support/check-operation.js";
import { type Family, pageOf } from "../support/inferred-tables.js";

const topic = "azure";

/** Columns that serve as the status, each with its text for an open and a done topic, and the other rows. */
const signs = [
  { header: "Done?", open: "", done: "x", above: ["AWS Practitioner | x"], below: ["Google Cloud Leader | "] },
  {
    header: "✓",
    open: "",
    done: "✅",
    above: ["AWS Practitioner | ✅", "Kubernetes | "],
    below: ["Google Cloud Leader | ✅"],
  },
  {
    header: "Done",
    open: "No",
    done: "Yes",
    above: ["AWS Practitioner | Yes", "Kubernetes | No"],
    below: ["Google Cloud Leader | Yes"],
  },
  {
    header: "Completed",
    open: "[ ]",
    done: "[x]",
    above: ["AWS Practitioner | [x]"],
    below: ["Google Cloud Leader | [ ]"],
  },
  { header: "完成", open: "否", done: "是", above: ["AWS Practitioner | 是"], below: ["Google Cloud Leader | 否"] },
  {
    header: "Progress",
    open: "0%",
    done: "100%",
    above: ["AWS Practitioner | 100%", "Kubernetes | 40%"],
    below: ["Google Cloud Leader | 0%"],
  },
  {
    header: "Progress",
    open: "0/5",
    done: "5/5",
    above: ["AWS Practitioner | 3/5", "Kubernetes | 4/4"],
    below: ["Google Cloud Leader | 0/7"],
  },
  {
    header: "Progress",
    open: "0 %",
    done: "100 %",
    above: ["AWS Practitioner | 40 %"],
    below: ["Google Cloud Leader | 7 %"],
  },
] as const;

describe.each(signs)("the column $header with $open and $done", ({ header, open, done, above, below }) => {
  const family: Family = {
    name: header,
    headers: ["Blah", header],
    cells: { Blah: "Azure Fundamentals" },
    above,
    below,
    topic: "Blah",
    status: header,
    words: { "not-started": open, done },
  };
  const withSign = (sign: string) => pageOf(family, { [header]: sign });

  test("is written in its own signs by finish, reset and set", () => {
    for (const [operation, inverse, from, to] of [
      [finishTopic, resetTopic, open, done],
      [resetTopic, finishTopic, done, open],
    ] as const) {
      checkOperation(operation, {
        input: { topic },
        before: withSign(from),
        after: withSign(to),
        undo: (after) => run(inverse, { topic }, after),
      });
    }
    checkOperation(setTopic, {
      input: { topic, status: "done" },
      before: withSign(open),
      after: withSign(done),
      undo: (after) => run(setTopic, { topic, status: "todo" }, after),
    });
  });

  test("cannot say more, but a status column can, and then it is not written", () => {
    for (const sign of [open, done]) {
      const before = withSign(sign);
      for (const operation of [startTopic, blockTopic, skipTopic, reopenTopic]) {
        if (sign === done ? operation !== reopenTopic : operation === reopenTopic) continue;
        const way = expect.objectContaining({
          code: "STATUS_NOT_WRITABLE",
          exitCode: 4,
          hint: "roadmap add column Status",
        });
        expect(() => run(operation, { topic }, before)).toThrow(way);
      }
      for (const { name, layOut } of pageLayouts) {
        const wider = run(addColumn, { name: "Status" }, layOut(before));
        const cellsOf = (text: string) => parseRoadmap(text).roadmap.topics.map((one) => [one.name, one.status]);
        expect(cellsOf(wider), name).toEqual(cellsOf(before));
        const [blocked] = [run(blockTopic, { topic }, sign === done ? run(resetTopic, { topic }, wider) : wider)];
        expect(cellsOf(blocked), name).toContainEqual(["Azure Fundamentals", "blocked"]);
        const finished = run(finishTopic, { topic }, blocked);
        for (const text of [wider, blocked, finished])
          expect(columnOf(text, header), name).toEqual(columnOf(before, header));
      }
    }
  });

  test("is filled for a new topic, which is removed again", () => {
    const place = above.at(-1)?.split(" | ")[0] ?? "";
    checkOperation(addTopic, {
      input: { name: "Azure Fundamentals", status: "done", after: place },
      before: pageOf(family, null),
      after: withSign(/\d\/\d/.test(done) ? "100%" : done),
      undo: (after) => run(remove, { topic }, after),
    });
  });
});

/** The texts of the topics under a header. */
function columnOf(text: string, header: string): string[] {
  const { roadmap } = parseRoadmap(text);
  return roadmap.topics.map(({ table, row }) => cellTextAt(text, row, headersOf(roadmap, table).indexOf(header)));
}
