// Tables whose columns are inferred, for the examples of every operation.

import type { Status } from "../../src/model/status.js";

/** A table whose columns are inferred, with one topic that changes. */
export interface Family {
  readonly name: string;
  readonly headers: readonly string[];
  /** The cells of the topic that changes, by header; the others are blank. */
  readonly cells: Readonly<Record<string, string>>;
  /** The rows above and below it. */
  readonly above: readonly string[];
  readonly below: readonly string[];
  /** The headers of its columns. */
  readonly topic: string;
  readonly status: string;
  readonly started?: string;
  readonly finished?: string;
  readonly words: Readonly<Partial<Record<Status, string>>>;
  /** What precedes each line. */
  readonly prefix?: string;
  readonly before?: string;
  readonly after?: string;
}

const words = {
  "not-started": "Not Started",
  "in-progress": "In Progress",
  done: "Done",
  blocked: "Blocked",
  skipped: "Skipped",
} as const;

export const families: readonly Family[] = [
  {
    name: "names under a header of their own",
    headers: ["Certification", "Status", "Notes", "Proof"],
    cells: { Certification: "Azure Fundamentals" },
    above: ["AWS Practitioner | Done | x | https://b.example"],
    below: ["Google Cloud Leader | Not Started | | "],
    topic: "Certification",
    status: "Status",
    words,
  },
  {
    name: "names under an unknown header",
    headers: ["Blah", "Status"],
    cells: { Blah: "Azure Fundamentals" },
    above: ["AWS Practitioner | Done"],
    below: ["Google Cloud Leader | Not Started"],
    topic: "Blah",
    status: "Status",
    words,
  },
  {
    name: "statuses told by cells",
    headers: ["Blah", "Where it is", "Owner"],
    cells: { Blah: "Azure Fundamentals" },
    above: ["AWS Practitioner | Done | Ada", "Kubernetes | In Progress | "],
    below: ["Google Cloud Leader | Not Started | Bob", "Terraform | Blocked | "],
    topic: "Blah",
    status: "Where it is",
    words,
  },
  {
    name: "phases that name rows",
    headers: ["Phase", "Status", "Start", "End"],
    cells: { Phase: "Azure Fundamentals" },
    above: ["Basics | Done | 2026-01-02 | 2026-02-03"],
    below: ["Networks | Not Started | | "],
    topic: "Phase",
    status: "Status",
    started: "Start",
    finished: "End",
    words,
  },
  {
    name: "remarks and emoji",
    headers: ["#", "Blah", "Status", "Notes"],
    cells: { Blah: "Azure Fundamentals", "#": "2" },
    above: ["1 | AWS Practitioner | ✅ Done (week 2) | x", "3 | Kubernetes | 🟡 In progress (5/9) | "],
    below: ["4 | Google Cloud Leader | ✅ Done | x", "5 | Terraform | 🟡 In progress | ", "6 | Helm | ⬜ Todo | "],
    topic: "Blah",
    status: "Status",
    words: { ...words, "not-started": "⬜ Todo", "in-progress": "🟡 In progress", done: "✅ Done" },
  },
  {
    name: "a phase column continued by blank cells",
    headers: ["Phase", "Blah", "Status", "Started"],
    cells: { Blah: "Azure Fundamentals" },
    above: ["1 Basics | AWS Practitioner | Done | 2026-01-02", " | Kubernetes | In Progress | 2026-01-02"],
    below: ["2 More | Google Cloud Leader | Not Started | ", " | Terraform | Blocked | "],
    topic: "Blah",
    status: "Status",
    started: "Started",
    words,
  },
  {
    name: "in a block quote",
    headers: ["Certification", "Where it is"],
    cells: { Certification: "Azure Fundamentals" },
    above: ["AWS Practitioner | Done", "Kubernetes | In Progress"],
    below: ["Google Cloud Leader | Not Started"],
    topic: "Certification",
    status: "Where it is",
    words,
    prefix: "> ",
  },
  {
    name: "in a list item",
    headers: ["Blah", "Status"],
    cells: { Blah: "Azure Fundamentals" },
    above: ["AWS Practitioner | Done", "Kubernetes | In Progress"],
    below: ["Google Cloud Leader | Not Started"],
    topic: "Blah",
    status: "Status",
    words,
    before: "- a list\n\n",
    prefix: "  ",
  },
  {
    name: "next to a legend and a schedule",
    headers: ["Blah", "Status"],
    cells: { Blah: "Azure Fundamentals" },
    above: ["AWS Practitioner | 🟢", "Kubernetes | 🟡"],
    below: ["Google Cloud Leader | 🔴"],
    topic: "Blah",
    status: "Status",
    words: { ...words, "not-started": "🔴", "in-progress": "🟡", done: "🟢" },
    before: "| Symbol | Meaning |\n|---|---|\n| 🟢 | Done |\n| 🟡 | In Progress |\n| 🔴 | Not Started |\n\n",
    after: "\n| Day | Subject |\n|---|---|\n| Monday | Go |\n",
  },
];

/** The page with that topic; `cells` override those of the family. */
export function pageOf(
  family: Family,
  cells: Readonly<Record<string, string>> | null,
  headers = family.headers,
): string {
  const { above, below, prefix = "", before = "", after = "" } = family;
  const own = cells === null ? [] : [headers.map((header) => ({ ...family.cells, ...cells })[header] ?? "").join("|")];
  const rows = [headers.join("|"), headers.map(() => "---").join("|"), ...above, ...own, ...below].map((row) => {
    const texts = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return `${prefix}|${texts.map((text) => (text === "" ? " " : ` ${text} `)).join("|")}|`;
  });
  return `# Plan\n\n${before}${rows.join("\n")}\n${after}`;
}
