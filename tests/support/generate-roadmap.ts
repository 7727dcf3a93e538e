// Random roadmaps in one consistent layout each: topic tables of any shape, tasks under headings.

import stringWidth from "string-width";
import { fc } from "./fast-check.js";

const columnNames = {
  phase: ["Phase", "阶段"],
  started: ["Date Started", "Начало"],
  finished: ["Finished"],
  comments: ["Notes"],
  status: ["Status", "Estado"],
  resources: ["Resources"],
  proof: ["Proof of Work Link"],
} as const;

const names = fc.constantFrom(
  "HTTP",
  "REST API",
  "C++",
  "网络 基础",
  "*SQL*",
  "a \\| b",
  "`x\\|y`",
  "2.1",
  "#3",
  "👩‍👩‍👧",
  "[Go](https://go.example)",
);

const cells = {
  phase: fc.constantFrom("1", "2", "Week 3", ""),
  started: fc.constantFrom("2026-01-02", "", "", "TBD", "soon"),
  finished: fc.constantFrom("2026-02-03", "", "", ""),
  comments: fc.constantFrom("", "x", "a \\| b", "C:\\\\", "<br>"),
  status: fc.constantFrom("", "", "Done", "In Progress", "not started", "Blocked", "doing-ish", "✅ Done"),
  resources: fc.constantFrom("", "docs"),
  proof: fc.constantFrom("", "https://a.example", "https://a.example; https://b.example"),
} as const;

type Kind = keyof typeof cells;

interface Style {
  readonly draw: "spaced" | "tight" | "padded" | "without outer pipes";
  readonly ending: "\n" | "\r\n" | "\r";
  readonly mark: "" | "\ufeff";
  readonly end: boolean;
  readonly prefix: "" | "> ";
}

const styles: fc.Arbitrary<Style> = fc.record({
  draw: fc.constantFrom("spaced", "tight", "padded", "without outer pipes"),
  ending: fc.constantFrom("\n", "\r\n", "\r"),
  mark: fc.constantFrom("", "\ufeff"),
  end: fc.boolean(),
  prefix: fc.constantFrom("", "", "", "> "),
});

const kinds = fc
  .subarray<Kind>(["phase", "started", "finished", "comments", "status", "resources", "proof"], { minLength: 1 })
  .filter((chosen) => chosen.some((kind) => kind !== "comments" && kind !== "resources"));

const tables = kinds.chain((chosen) =>
  fc.record({
    header: fc.tuple(
      fc.constantFrom("Topic", "主题"),
      ...chosen.map((kind) => fc.constantFrom<string>(...columnNames[kind])),
    ),
    rows: fc.array(fc.tuple(names, ...chosen.map((kind) => cells[kind])), { minLength: 1, maxLength: 6 }),
  }),
);

const tasks = fc.array(fc.tuple(fc.constantFrom("- [ ] ", "* [x] ", "1. [ ] ", "  - [X] ", "- [/] ", "- "), names), {
  maxLength: 5,
});

/** A file with one or two topic tables and a list of tasks. */
export function generateRoadmap(): fc.Arbitrary<string> {
  return fc
    .record({ style: styles, first: tables, second: fc.option(tables), items: tasks })
    .map(({ style, first, second, items }) => {
      const lines = [
        "# Plan",
        "",
        ...tableLines(first, style),
        "",
        ...(second ? ["## More", "", ...tableLines(second, style), ""] : []),
        "## Tasks",
        "",
        ...items.map(([bullet, name]) => bullet + name),
        "last words",
      ];
      return style.mark + lines.join(style.ending) + (style.end ? style.ending : "");
    });
}

function tableLines(
  { header, rows }: { header: readonly string[]; rows: readonly (readonly string[])[] },
  style: Style,
): string[] {
  const widths = header.map(
    (title, column) => Math.max(3, stringWidth(title), ...rows.map((row) => stringWidth(row[column] ?? ""))) + 1,
  );
  const drawn = [
    header,
    header.map((_, column) => "-".repeat(style.draw === "padded" ? (widths[column] ?? 3) : 3)),
    ...rows,
  ];
  return drawn.map((row) => style.prefix + drawRow(row, widths, style.draw));
}

function drawRow(row: readonly string[], widths: readonly number[], draw: Style["draw"]): string {
  if (draw === "tight") return `|${row.join("|")}|`;
  if (draw === "padded")
    return `|${row.map((cell, column) => ` ${cell}${" ".repeat((widths[column] ?? 3) - stringWidth(cell))} `).join("|")}|`;
  const spaced = row.map((cell) => (cell === "" ? " " : ` ${cell} `)).join("|");
  // A blank first or last cell needs its pipe.
  const isOpen = draw === "without outer pipes" && /^\p{L}/u.test(row[0] ?? "") && (row.at(-1) ?? "") !== "";
  return isOpen ? spaced.trim() : `|${spaced}|`;
}
