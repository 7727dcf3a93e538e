// Rule: lines that are almost a table.

import type { Span } from "../text/edit.js";
import { counted } from "../text/plural.js";
import { type Finding, linesIn, type Rule, type TrimmedLine } from "./rule.js";

/** Only in paragraphs: lines in code or comments are not meant as a table. */
export const nearTable: Rule = {
  code: "TABLE_MALFORMED",
  severity: "warning",
  means: "lines that look like a table but are not: the header and the delimiter row do not match, or one is missing",
  find({ roadmap: { text }, blocks: { paragraphs } }) {
    return paragraphs.flatMap((paragraph) => {
      const lines = linesIn(text, paragraph);
      const at = lines.findIndex(({ text: line }) => isDelimiter(line));
      const delimiter = lines[at];
      if (!delimiter) return withoutDelimiter(lines);
      const header = lines[at - 1];
      if (!header) {
        const message = "not a table: no header row directly above the delimiter row";
        return [malformed(delimiter.span, message, "put the header on the line directly above")];
      }
      const [headerCells, delimiterCells] = [cellCount(header.text), cellCount(delimiter.text)];
      if (!header.text.includes("|") || headerCells === delimiterCells) return [];
      const message = `not a table: the header has ${counted(headerCells, "cell")}, the delimiter row ${delimiterCells}`;
      return [malformed(delimiter.span, message, "make the number of cells equal; write a pipe inside a cell as \\|")];
    });
  },
};

/** Three or more lines, all of them written as rows. */
function withoutDelimiter(lines: readonly TrimmedLine[]): Finding[] {
  const [first] = lines;
  const isRow = ({ text }: TrimmedLine) => text.startsWith("|") && text.endsWith("|") && cellCount(text) > 1;
  if (!first || lines.length < 3 || !lines.every(isRow)) return [];
  const message = "not a table: no delimiter row below the first row";
  return [
    malformed(first.span, message, `add a line like |${"---|".repeat(cellCount(first.text))} below the first row`),
  ];
}

function isDelimiter(line: string): boolean {
  if (!/^[\s|:-]+$/.test(line) || !line.includes("|") || !line.includes("-")) return false;
  return cellsOf(line).every((cell) => /^:?-+:?$/.test(cell));
}

function cellsOf(line: string): string[] {
  const inner = line.trim().replace(/^\|/, "");
  const cells = inner.replace(/\\./g, "__").split("|");
  if (cells.at(-1)?.trim() === "") cells.pop();
  return cells.map((cell) => cell.trim());
}

function cellCount(line: string): number {
  return cellsOf(line).length;
}

function malformed(span: Span, message: string, hint: string): Finding {
  return { span, message, hint };
}
