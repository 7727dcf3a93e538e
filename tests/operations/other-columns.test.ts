// Other columns: due dates, priorities, dependencies and columns of no known kind, set and kept up to date.

import { expect, test } from "vitest";
import { parseRoadmap, UserError } from "../../src/index.js";
import { addTopic } from "../../src/operations/add-topic.js";
import { finishTopic } from "../../src/operations/finish-topic.js";
import { remove } from "../../src/operations/remove.js";
import { rename } from "../../src/operations/rename.js";
import { setTopic } from "../../src/operations/set-topic.js";
import { startTopic } from "../../src/operations/start-topic.js";
import { verifyChanges } from "../../src/operations/verify-changes.js";
import { checkOperation, run, testDay } from "../support/check-operation.js";

/** A table of these rows, each with the cells of all columns. */
function page(...rows: readonly string[]): string {
  return `# Plan\n\n| Topic | Status | Due | Priority | Depends on | Owner |\n|---|---|---|---|---|---|\n${rows.map((row) => `${row}\n`).join("")}`;
}

function refusalOf(plan: () => unknown): { code: string; message: string; hint: string } {
  try {
    plan();
  } catch (error) {
    if (error instanceof UserError) return { code: error.code, message: error.message, hint: error.hint };
    throw error;
  }
  throw new Error("it was not refused");
}

const clear = { topic: "REST", due: "", priority: "", dependsOn: "", column: ["Owner="] };

test("set writes a due date, a priority, dependencies and a column of the file's own, and clears them", () => {
  checkOperation(setTopic, {
    input: {
      topic: "REST",
      due: "2026-12-24",
      priority: "P1",
      dependsOn: "HTTP, SQL",
      column: ["Owner=Ada | Bob = team"],
    },
    before: page("| HTTP | Done | | P2 | | |", "| REST | | | | | |"),
    after: page("| HTTP | Done | | P2 | | |", "| REST | | 2026-12-24 | P1 | HTTP, SQL | Ada \\| Bob = team |"),
    undo: (after) => run(setTopic, clear, after),
  });
});

test("add topic fills the same columns", () => {
  const after = run(
    addTopic,
    { name: "gRPC", due: "friday", priority: "low", dependsOn: "HTTP", column: ["owner=Ada"] },
    page("| HTTP | Done | | High | | |"),
  );
  expect(after).toBe(page("| HTTP | Done | | High | | |", "| gRPC | | 2026-11-27 | Low | HTTP | Ada |"));
});

test("a weekday means the next one for a due date", () => {
  const due = (words: string) => run(setTopic, { topic: "REST", due: words }, page("| REST | | | | | |"));
  expect(due("monday")).toBe(page("| REST | | 2026-11-23 | | | |"));
  expect(due("sunday")).toBe(page("| REST | | 2026-11-22 | | | |"));
  expect(due("in 2 weeks")).toBe(page("| REST | | 2026-12-06 | | | |"));
});

test("a column whose header has a pipe, accents or Markdown is found by its text", () => {
  const before = "| Topic | Status | **Équipe** | A \\| B |\n|---|---|---|---|\n| REST | | | |\n";
  expect(run(setTopic, { topic: "REST", column: ["équipe=x", "a | b=y"] }, before)).toBe(
    before.replace("| REST | | | |", "| REST | | x | y |"),
  );
});

test.each([
  ["P1", ["P2", "P3"], "P1"],
  ["high", ["P2"], "P1"],
  ["urgent", ["p2"], "p0"],
  ["urgent", ["high", "low"], "urgent"],
  ["urgent", ["Critical", "Low"], "Critical"],
  ["2", ["P1"], "P2"],
  ["p1", ["High", "Low"], "High"],
  ["medium", ["High"], "Medium"],
  ["medium", ["HIGH"], "MEDIUM"],
  ["MEDIUM", ["high"], "medium"],
  ["high", ["⏫", "🔽"], "⏫"],
  ["low", ["⏫"], "🔽"],
  ["🔼", ["Medium"], "Medium"],
  ["high", ["Alta", "Baja"], "Alta"],
  ["high", ["🔴 High", "Low"], "🔴 High"],
  ["low", ["Alta"], "low"],
  ["high", ["1", "2"], "high"],
  ["3", ["1", "2"], "3"],
  ["2", ["High"], "2"],
  ["high", ["High (blocks the launch)"], "high"],
  ["high", [], "high"],
  ["soon", ["High"], "soon"],
])("the priority %s next to %j is written as %s", (typed, written, spelled) => {
  const others = written.map((text, index) => `| Topic ${index} | | | ${text} | | |`);
  expect(run(setTopic, { topic: "REST", priority: typed }, page(...others, "| REST | | | | | |"))).toBe(
    page(...others, `| REST | | | ${spelled} | | |`),
  );
});

test("unknown priorities and dependencies are kept and noted", () => {
  const { roadmap } = parseRoadmap(page("| HTTP | | | | | |", "| REST | | | | | |"), { today: testDay });
  const { notes } = setTopic.plan(
    roadmap,
    { topic: "REST", priority: "soon", dependsOn: "HTTPS, http, Kubernetes" },
    testDay,
  );
  expect(notes).toEqual([
    '"soon" is not a known priority, such as high or P1; it is sorted last',
    'no topic is named "HTTPS"; did you mean "HTTP"?',
    'no topic is named "Kubernetes"',
  ]);
});

test.each([
  [{ due: "2026-12-24" }, "COLUMN_MISSING", "roadmap add column due"],
  [{ priority: "high" }, "COLUMN_MISSING", "roadmap add column priority"],
  [{ dependsOn: "HTTP" }, "COLUMN_MISSING", "roadmap add column depends-on"],
  [{ column: ["Budget=5"] }, "COLUMN_MISSING", "roadmap add column Budget"],
  [{ column: ["Ownr=Ada"] }, "COLUMN_MISSING", 'did you mean "Owner"? Otherwise run `roadmap add column Ownr`'],
  [{ column: ["due=2026-12-24"] }, "COLUMN_MISSING", "roadmap add column due"],
  [{ column: ["State=Done"] }, "COLUMN_OF_KIND", "roadmap set rest --status Done"],
  [{ column: ["status=Done"] }, "COLUMN_OF_KIND", "roadmap set rest --status Done"],
  [{ column: ["Topic=SOAP"] }, "COLUMN_OF_KIND", "roadmap set rest --topic SOAP"],
  [{ column: ["Progress=50%"] }, "COLUMN_OF_KIND", "change it in an editor: `roadmap edit`"],
  [{ column: ["Twice=1"] }, "COLUMN_REPEATED", "rename one"],
  [{ column: ["Owner=Ada", "owner=Bob"] }, "OPERATION_NOT_UNDERSTOOD", "use only one of them"],
])("%j is refused with %s and %s", (values, code, hint) => {
  const text = "| Topic | State | Progress | Owner | Twice | Twice |\n|---|---|---|---|---|---|\n| REST | | | | | |\n";
  const { roadmap } = parseRoadmap(text, { today: testDay });
  expect(refusalOf(() => setTopic.plan(roadmap, { topic: "REST", ...values }, testDay))).toMatchObject({ code, hint });
});

test("a planned finish is a due date only where the table has such a column", () => {
  const hintFor = (header: string, operation: typeof finishTopic | typeof startTopic) => {
    const { roadmap } = parseRoadmap(`| Topic | Status | ${header} |\n|---|---|---|\n| REST | | |\n`, {
      today: testDay,
    });
    return refusalOf(() => operation.plan(roadmap, { topic: "REST", date: "2026-12-24" }, testDay)).hint;
  };
  expect(hintFor("Due", finishTopic)).toBe("to plan it, run `roadmap set rest --due 2026-12-24`");
  expect(hintFor("Finished", finishTopic)).toBe("to plan it, run `roadmap set rest --finished 2026-12-24`");
  expect(hintFor("Owner", finishTopic)).toBe("to plan it, first run `roadmap add column finished`");
  expect(hintFor("Due", startTopic)).toBe("to plan it, first run `roadmap add column started`");
});

// Names in depends-on cells.

const dependents = [
  "| HTTP | Done | | | | |",
  "| REST | | | | http | |",
  "| GraphQL | | | | [HTTP](#http), **REST**; Search and Sort | |",
  "| Search and Sort | | | | HTTP and REST | |",
  "| SOAP | | | | HTTPS, REST | |",
];

test("renaming a topic renames it in the depends-on cells that name it, and nothing else", () => {
  checkOperation(rename, {
    input: { topic: "#1", to: "HTTP/2, basics" },
    before: page(...dependents),
    after: page(
      "| HTTP/2, basics | Done | | | | |",
      "| REST | | | | HTTP/2, basics | |",
      "| GraphQL | | | | [HTTP/2, basics](#http), **REST**; Search and Sort | |",
      "| Search and Sort | | | | HTTP/2, basics and REST | |",
      "| SOAP | | | | HTTPS, REST | |",
    ),
  });
});

test("set --topic renames it there too, and a topic that depends on itself once", () => {
  const before = page("| HTTP | | | | HTTP, REST | |", "| REST | | | | HTTP | |");
  expect(run(setTopic, { topic: "HTTP", name: "HTTP/2" }, before)).toBe(
    page("| HTTP/2 | | | | HTTP/2, REST | |", "| REST | | | | HTTP/2 | |"),
  );
  expect(run(setTopic, { topic: "HTTP", name: "HTTP/2", dependsOn: "REST" }, before)).toBe(
    page("| HTTP/2 | | | | REST | |", "| REST | | | | HTTP/2 | |"),
  );
});

test("a name that several topics have stays in depends-on cells, with a note", () => {
  const before = page("| Review | | | | | |", "| Review | | | | | |", "| Exam | | | | Review | |");
  const { roadmap } = parseRoadmap(before, { today: testDay });
  expect(rename.plan(roadmap, { topic: "#1", to: "Recap" }, testDay).notes).toEqual([
    '"Exam" depends on another topic of the old name now',
  ]);
  expect(run(rename, { topic: "#1", to: "Recap" }, before)).toBe(before.replace("Review", "Recap"));
});

test("a name that would join another one in a depends-on cell is refused", () => {
  const before = page("| A | | | | | |", "| X | | | | | |", "| A, B | | | | | |", "| Exam | | | | A, X | |");
  expect(refusalOf(() => run(rename, { topic: "X", to: "B" }, before))).toMatchObject({
    code: "MEANING_WOULD_CHANGE",
    message: 'after the change, the depends-on cell of "Exam" would name other topics',
  });
});

test("a new name that would take over names in an unchanged depends-on cell is refused", () => {
  const before = page("| A | | | | | |", "| B | | | | | |", "| X | | | | | |", "| Exam | | | | A, B | |");
  const refusal = {
    code: "MEANING_WOULD_CHANGE",
    message: 'after the change, the depends-on cell of "Exam" would name other topics',
  };
  expect(refusalOf(() => run(rename, { topic: "X", to: "A, B" }, before))).toMatchObject(refusal);
  expect(refusalOf(() => run(setTopic, { topic: "X", name: "a, b" }, before))).toMatchObject(refusal);
  expect(refusalOf(() => run(addTopic, { name: "A, B" }, before))).toMatchObject(refusal);
  expect(run(rename, { topic: "X", to: "A and B" }, before)).toContain("| Exam | | | | A, B | |");
  // A name that nothing had before may become known.
  const waiting = page("| X | | | | | |", "| Exam | | | | Y, X | |");
  expect(run(addTopic, { name: "Y" }, waiting)).toContain("| Y |");
});

test("removing a topic says which others depend on it, and shows all its cells", () => {
  const { roadmap } = parseRoadmap(page(...dependents, "| last | | | | | Ada |"), { today: testDay });
  const planOf = (topic: string) => remove.plan(roadmap, { topic }, testDay);
  expect(planOf("HTTP").notes).toEqual(['"REST" and 2 others depend on it']);
  expect(planOf("Search and Sort").notes).toEqual(['"GraphQL" depends on it']);
  expect(planOf("last").notes).toEqual([]);
  expect(planOf("last").structuralEdit?.values).toEqual([{ column: "owner", from: "Ada", to: "" }]);
});

test("a value that makes roadmap read a column as something else is refused", () => {
  const before = "| Topic | Where it is |\n|---|---|\n| A | Done |\n| B | In Progress |\n| C | Not Started |\n";
  expect(parseRoadmap(before).roadmap.tables).toHaveLength(1);
  const { roadmap } = parseRoadmap(before);
  const [topic] = roadmap.topics;
  if (!topic) throw new Error("the table has no topics");
  const after = parseRoadmap(before.replace("Done", "at home, in the kitchen")).roadmap;
  const change = { topic, column: 1, text: "at home, in the kitchen" };
  expect(refusalOf(() => verifyChanges(roadmap, after, [change]))).toMatchObject({ code: "MEANING_WOULD_CHANGE" });
});

test.each([
  ["A", "A", true],
  ["A", "C", true],
  ["A", "Z and C", true],
  ["C", "A", false],
])("set %s --depends-on %j says whether the topic waits for itself", (topic, dependsOn, isCycle) => {
  const before = page("| A | | | | | |", "| B | | | | A | |", "| C | | | | B | |", "| Z | | | | | |");
  const { notes } = setTopic.plan(parseRoadmap(before).roadmap, { topic, dependsOn }, testDay);
  expect(notes).toEqual(isCycle ? [`"${topic}" waits for itself now; \`roadmap doctor\` shows how`] : []);
});
