// Check: lines that nearly are a table.

import type { Problem } from "../model/problem.js";
import { counted } from "../text/counted.js";
import type { Span } from "../text/span.js";
import type { Check } from "./check.js";
import { linesIn } from "./lines-in.js";

/** Only paragraphs are looked at: what stands in code and comments is no table that anybody meant. */
export const nearTable: Check = {
  codes: ["TABLE_MALFORMED"],
  find({ roadmap: { text }, blocks: { paragraphs } }) {
    return paragraphs.flatMap((paragraph) => {
      const lines = linesIn(text, paragraph);
      const at = lines.findIndex(({ text: line }) => isDelimiter(line));
      const delimiter = lines[at];
      if (!delimiter) return withoutDelimiter(lines);
      const header = lines[at - 1];
      if (!header) {
        const message = "a delimiter row without a header right above it makes no table";
        return [malformed(delimiter.span, message, "put the header into the line above, with no blank line between")];
      }
      const [found, asked] = [cellCount(header.text), cellCount(delimiter.text)];
      if (!header.text.includes("|") || found === asked) return [];
      const message = `the header has ${counted(found, "cell")} and the delimiter row under it ${asked}: this is no table`;
      return [malformed(delimiter.span, message, "give both as many cells; a pipe inside a cell is written \\|")];
    });
  },
};

interface Line {
  readonly text: string;
  readonly span: Span;
}

/** Three lines or more that all are drawn as rows. */
function withoutDelimiter(lines: readonly Line[]): Problem[] {
  const [first] = lines;
  const isRow = ({ text }: Line) => text.startsWith("|") && text.endsWith("|") && cellCount(text) > 1;
  if (!first || lines.length < 3 || !lines.every(isRow)) return [];
  const message = "rows without a delimiter row under the first one make no table";
  return [malformed(first.span, message, `add a line like |${"---|".repeat(cellCount(first.text))} under it`)];
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

function malformed(span: Span, message: string, hint: string): Problem {
  return { code: "TABLE_MALFORMED", span, message, hint };
}
