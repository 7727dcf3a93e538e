// Growing files: roadmaps with as many of one thing as wanted.

export interface GrowingFile {
  readonly textOf: (count: number) => string;
  /** Two of its topics or tasks. */
  readonly names: readonly [string, string];
}

const topics = ["#2", "#4"] as const;
const tasks = ["t2", "t4"] as const;

export const growingFiles: Readonly<Record<string, GrowingFile>> = {
  topics: { textOf: (count) => table(count, topicCells), names: topics },
  "topics of one name": {
    textOf: (count) => table(count, (i) => ["Skill", "1", "", "", i % 3 === 0 ? "Done" : "", "", "", ""]),
    names: topics,
  },
  "topics with problems": {
    textOf: (count) =>
      table(count, (i) => {
        const cells = [`Skill ${i}`, `${i % 7}`, `2026-02-3${i % 9}`, `13/1${i % 9}/26`, `Odd ${i}`, "soon", `No ${i}`];
        return [...cells, "[a](b", "one more", "and more"];
      }),
    names: topics,
  },
  tasks: {
    textOf: (count) =>
      lines(count, (i) => {
        const heading = i % 50 === 1 ? `\n## Phase ${i}\n\n` : "";
        return `${heading}${"  ".repeat(i % 50 === 1 ? 0 : i % 3)}- [${i % 5 === 0 ? "x" : " "}] build part ${i}`;
      }),
    names: tasks,
  },
  phases: {
    textOf: (count) => lines(count, (i) => `## Phase ${i}: Step ${i}\n\n- [ ] build part ${i}\n`),
    names: tasks,
  },
  "phases in cells": {
    textOf: (count) => table(count, (i) => [`Skill ${i}`, `Phase ${i}: Step ${i}`, "2026-01-10", "", "", "", "", ""]),
    names: topics,
  },
  tables: {
    textOf: (count) =>
      lines(
        count,
        (i) => `## Part ${i}\n\n| Topic | Status |\n|---|---|\n| Skill ${i} | ${i % 4 === 0 ? "Done" : ""} |\n`,
      ),
    names: topics,
  },
  columns: { textOf: wideTable, names: topics },
  paragraphs: {
    textOf: (count) => `${lines(count, (i) => `### Words ${i}\n\nSome words about ${i}.\n`)}\n${table(4, topicCells)}`,
    names: topics,
  },
};

/** With a conflict for each row. */
export function conflictedText(count: number): string {
  const row = (i: number, status: string) => `| Skill ${i} | 1 | | | ${status} | | | |`;
  return `${headers}${lines(count, (i) => ["<<<<<<< HEAD", row(i, "Done"), "=======", row(i, ""), ">>>>>>> other"].join("\n"))}`;
}

const headers =
  "| Topic | Phase | Started | Finished | Status | Due | Depends on | Proof |\n|---|---|---|---|---|---|---|---|\n";

function table(count: number, cellsOf: (index: number) => readonly string[]): string {
  return headers + lines(count, (index) => `| ${cellsOf(index).join(" | ")} |`);
}

function topicCells(index: number): readonly string[] {
  const [month, day] = [index % 4, 10 + (index % 9)];
  const [started, finished] = [`2026-0${1 + month}-${day}`, `2026-0${6 + month}-${day}`];
  const own = [`Skill ${index}`, `${index % 7}`, started];
  if (index % 3 === 0) return [...own, finished, "Done", "", "", `[Proof](https://example.org/${index})`];
  return [...own, "", index % 3 === 1 ? "In Progress" : "", "2026-12-01", `Skill ${index - 1}`, ""];
}

function wideTable(count: number): string {
  const cells = (cellOf: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => cellOf(first + index)).join(" | ");
  const rows = lines(4, (row) =>
    row === first ? `| Skill ${row} |` : `| Skill ${row} | Done | ${cells((i) => `v${i}`)} |`,
  );
  return `| Topic | Status | ${cells((index) => `c${index}`)} |\n|---|---|${cells(() => "---")}|\n${rows}`;
}

/** So that all numbers are equally long. */
const first = 1001;

function lines(count: number, lineOf: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${lineOf(first + index)}\n`).join("");
}
