// The changes between two versions of a roadmap, by topic, task and field.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../../src/index.js";
import { compareRoadmaps, isUnchanged } from "../../../src/model/history/compare.js";
import { page } from "../../support/check-operation.js";
import { fc } from "../../support/fast-check.js";
import { processorTimeMs } from "../../support/processor-time.js";

const compare = (before: string, after: string) =>
  compareRoadmaps(parseRoadmap(before).roadmap, parseRoadmap(after).roadmap);

const two = page("HTTP | 1 |  |  | In Progress |  | old", "REST | 2 |  |  |  |  | ");

test("a changed cell is a difference of that topic and column only", () => {
  const found = compare(two, two.replace("In Progress", "Done"));
  expect(found.differences).toEqual([
    {
      type: "topic",
      kind: "changed",
      name: "HTTP",
      phase: "1",
      renamedFrom: null,
      moved: null,
      fields: [{ field: "status", from: "In Progress", to: "Done" }],
      status: { from: "in-progress", to: "done" },
    },
  ]);
  expect(found.hasOtherText).toBe(false);
});

test("equal texts, and texts that differ only in spaces, have no difference", () => {
  expect(isUnchanged(compare(two, two))).toBe(true);
  expect(isUnchanged(compare(two, two.replaceAll("| ", "|   ")))).toBe(true);
  expect(isUnchanged(compare(two, two.replace("# Plan", "# Plans")))).toBe(false);
});

test("a topic with only its name changed is renamed, not removed and added", () => {
  const [only, ...others] = compare(two, two.replace("HTTP", "Web")).differences;
  expect(others).toEqual([]);
  expect(only).toMatchObject({ kind: "changed", name: "Web", renamedFrom: "HTTP", fields: [] });
});

test("added and removed rows are differences with all their values", () => {
  const other = page("HTTP | 1 |  |  | In Progress |  | old", "Kafka | 4 | 2026-01-02 |  | In Progress | link | new");
  expect(compare(two, other).differences).toMatchObject([
    { kind: "added", name: "Kafka", status: { from: null, to: "in-progress" } },
    { kind: "removed", name: "REST", fields: [{ field: "phase", from: "2", to: "" }] },
  ]);
});

test("reordered rows are explained by the fewest possible moves", () => {
  const rows = ["A | 1 | | | | | a", "B | 1 | | | | | b", "C | 1 | | | | | c", "D | 1 | | | | | d"];
  const [a = "", b = "", c = "", d = ""] = rows;
  expect(compare(page(a, b, c, d), page(d, a, b, c)).differences).toMatchObject([
    { name: "D", moved: { from: { after: "C" }, to: { after: null } } },
  ]);
});

test("a checked task, a reworded one and one under another heading are different changes", () => {
  const before = "# Plan\n\n## One\n\n- [ ] write the parser\n- [ ] read the book\n\n## Two\n\n- [ ] rest\n";
  const after = "# Plan\n\n## One\n\n- [x] write the whole parser\n\n## Two\n\n- [ ] read the book\n- [ ] rest\n";
  expect(compare(before, after).differences).toMatchObject([
    {
      name: "write the whole parser",
      renamedFrom: "write the parser",
      fields: [{ field: "mark", from: " ", to: "x" }],
    },
    { name: "read the book", moved: { from: { phase: "One" }, to: { phase: "Two" } } },
  ]);
});

test("renaming a heading moves none of its tasks", () => {
  const before = "# Plan\n\n## One\n\n- [ ] a\n- [ ] b\n\n## Two\n\n- [ ] c\n";
  expect(compare(before, before.replace("## One", "## First"))).toMatchObject({
    differences: [],
    renamedPhases: [{ from: "One", to: "First" }],
  });
});

test("added and removed columns are named by their kind", () => {
  const narrow = "| Topic | Status |\n|---|---|\n| HTTP | Done |\n";
  const wide = "| Topic | Status | Proof | Mood |\n|---|---|---|---|\n| HTTP | Done | | good |\n";
  expect(compare(narrow, wide)).toMatchObject({
    columns: { added: ["proof", "mood"], removed: [] },
    differences: [{ name: "HTTP", fields: [{ field: "mood", from: "", to: "good" }] }],
  });
});

interface Fate {
  readonly what: "kept" | "finished" | "renamed" | "removed";
  readonly isFollowedByNew: boolean;
}

const fates = fc.array(
  fc.record<Fate>({
    what: fc.constantFrom("kept", "kept", "finished", "renamed", "removed"),
    isFollowedByNew: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30 },
);

const rowOf = (name: string, number: number, status: string) =>
  `${name} | ${1 + (number % 3)} | 2026-01-${String(1 + (number % 28)).padStart(2, "0")} |  | ${status} | https://a.example/${number} | note ${number}`;

test("any change of rows is reported once, and its reversal as the opposite", () => {
  fc.assert(
    fc.property(fates, (all) => {
      const before = page(...all.map((_, number) => rowOf(`Topic ${number}`, number, "In Progress")));
      const after = page(
        ...all.flatMap(({ what, isFollowedByNew }, number) => {
          const name = what === "renamed" ? `Subject ${number}` : `Topic ${number}`;
          const own = what === "removed" ? [] : [rowOf(name, number, what === "finished" ? "Done" : "In Progress")];
          return isFollowedByNew ? [...own, rowOf(`New ${number}`, number + 1000, "Blocked")] : own;
        }),
      );
      const there = all.flatMap(({ what, isFollowedByNew }, number) => [
        ...(what === "finished" ? [`finished Topic ${number}`] : []),
        ...(what === "renamed" ? [`renamed Topic ${number} Subject ${number}`] : []),
        ...(isFollowedByNew ? [`added New ${number}`] : []),
      ]);
      const gone = all.flatMap(({ what }, number) => (what === "removed" ? [`removed Topic ${number}`] : []));
      expect(compare(before, after).differences.map(wordsFor)).toEqual([...there, ...gone]);
      const back = compare(after, before).differences.map(({ kind }) => kind);
      expect(back.filter((kind) => kind === "added")).toHaveLength(gone.length);
      expect(back).toHaveLength(there.length + gone.length);
    }),
    { numRuns: 150 },
  );
});

function wordsFor({
  kind,
  name,
  renamedFrom,
  status,
  moved,
}: ReturnType<typeof compare>["differences"][number]): string {
  if (moved !== null) return `moved ${name}`;
  if (kind !== "changed") return `${kind} ${name}`;
  return renamedFrom === null
    ? `${status.from === "done" ? "reopened" : "finished"} ${name}`
    : `renamed ${renamedFrom} ${name}`;
}

test("a row between equal ones whose column was renamed is compared, although its text is the same", () => {
  const before = "| Topic | Status | Mood |\n|---|---|---|\n| A | Done | x |\n| B | Done | y |\n";
  expect(compare(before, before.replace("Mood", "Weather"))).toMatchObject({
    columns: { added: ["weather"], removed: ["mood"] },
    differences: [
      {
        name: "A",
        fields: [
          { field: "weather", from: "", to: "x" },
          { field: "mood", from: "x", to: "" },
        ],
      },
      { name: "B" },
    ],
  });
});

test("a word with a new meaning changes the status of rows whose text is the same", () => {
  const before = "---\nroadmap:\n  status:\n    done: Parked\n---\n\n| Topic | Status |\n|---|---|\n| A | Parked |\n";
  expect(compare(before, before.replace("done:", "blocked:")).differences).toMatchObject([
    { name: "A", fields: [], status: { from: "done", to: "blocked" } },
  ]);
});

test("topics with one name are distinguished by their phase, then by their order", () => {
  const before = page("Kafka | 3 |  |  |  |  | a", "Kafka | 4 |  |  |  |  | b");
  const [only, ...others] = compare(before, before.replace("4 | | | |", "4 | | | Done |")).differences;
  expect([only?.phase, only?.status.to, others]).toEqual(["4", "done", []]);
  expect(compare(before, page("Kafka | 4 |  |  |  |  | b", "Kafka | 3 |  |  |  |  | a")).differences).toMatchObject([
    { kind: "changed", moved: {}, fields: [] },
  ]);
});

test("five hundred renamed topics are matched one by one", () => {
  const rows = (word: string) => Array.from({ length: 500 }, (_, number) => rowOf(`${word} ${number}`, number, "Done"));
  const takenMs = processorTimeMs(() => {
    const { differences } = compare(page(...rows("Topic")), page(...rows("Subject")));
    expect(differences.every(({ renamedFrom }) => renamedFrom !== null)).toBe(true);
    expect(differences).toHaveLength(500);
  });
  expect(takenMs).toBeLessThan(20_000);
});

test("renamed phases are not other text, but other headings are", () => {
  const before = "# Plan\n\n## One\n\n- [ ] a\n\n## Two\n\n- [ ] b\n\n## Notes\n\ntext\n";
  expect(compare(before, before.replace("## One", "## First")).hasOtherText).toBe(false);
  expect(compare(before, before.replace("## Notes", "## Remarks")).hasOtherText).toBe(true);
  expect(compare(before, before.replace("## One", "## First").replace("text", "texts")).hasOtherText).toBe(true);
});

test("an added or removed phase, with or without tasks, is listed by name; other headings are text", () => {
  const before = "# Plan\n\n## One\n\n- [ ] a\n\n## Notes\n\ntext\n";
  const empty = before.replace("## Notes", "## Two\n\n## Notes");
  expect(compare(before, empty)).toMatchObject({ addedPhases: ["Two"], removedPhases: [], hasOtherText: false });
  expect(compare(empty, before)).toMatchObject({ addedPhases: [], removedPhases: ["Two"], hasOtherText: false });
  const ruled = before.replace("## Notes", "---\n\n## Notes");
  expect(compare(ruled, empty.replace("## Notes", "---\n\n## Notes"))).toMatchObject({ addedPhases: ["Two"] });
  const full = before.replace("## Notes", "## Two\n\n- [ ] b\n\n## Notes");
  expect(compare(before, full)).toMatchObject({
    differences: [{ name: "b" }],
    addedPhases: ["Two"],
    hasOtherText: false,
  });
  const prose = before.replace("## Notes", "## More\n\nwords\n\n## Notes");
  expect(compare(before, prose)).toMatchObject({ addedPhases: [], hasOtherText: true });
  expect(compare(before, before.replace("Plan", "Plans"))).toMatchObject({ addedPhases: [], hasOtherText: true });
});

test("a renamed column with the same content is listed with both names", () => {
  const table = "| Topic | Comments |  Status |\n|---|---|---|\n| HTTP | x | Done |\n";
  const found = compare(table, table.replace("Comments", "Notes"));
  expect(found).toMatchObject({ differences: [], renamedColumns: [{ from: "Comments", to: "Notes" }] });
  expect(isUnchanged(found)).toBe(false);
  expect(isUnchanged(compare(table, table.replace("  Status", " Status")))).toBe(true);
});

test("a setting that makes another column the status column renames nothing", () => {
  const table =
    "---\nroadmap: { columns: { status: Status } }\n---\n| Topic | Status | State |\n|---|---|---|\n| HTTP | | |\n";
  const found = compare(table, table.replace("status: Status", "status: State"));
  expect(found).toMatchObject({ differences: [], renamedColumns: [], hasOtherText: true });
});
