// HTML tables: they are not read, so those with a status column are reported.

import type { Blocks } from "../model/blocks.js";
import { readHeader } from "../model/headers.js";
import { plainText } from "../model/inline-text.js";
import type { Problem } from "../model/problem.js";

/** The first row of a table is looked for in so many characters. */
const maxHeaderLength = 4000;

export function htmlTableProblems(text: string, { others }: Blocks): Problem[] {
  return others.flatMap(({ kind, at }): Problem[] => {
    if (kind !== "html") return [];
    const block = text.slice(at, at + maxHeaderLength).split(/\n[ \t]*\r?\n/, 1)[0] ?? "";
    const offset = block.search(/<table[\s>]/i);
    if (offset < 0) return [];
    const start = at + offset;
    const status = headersFrom(text.slice(start, start + maxHeaderLength)).find(isStatusHeader);
    if (status === undefined) return [];
    return [
      {
        code: "TABLE_HTML",
        span: { start, end: start + (/^[^\r\n]*/.exec(text.slice(start, at + block.length))?.[0].length ?? 0) },
        message: `this HTML table has a "${status}" column; only Markdown tables are read`,
        hint: "rewrite it as a Markdown table in an editor: `roadmap edit`",
      },
    ];
  });
}

/** The texts of the cells of the first row. */
function headersFrom(html: string): string[] {
  const row = html.split(/<\/tr\s*>/i).find((part) => /<t[hd]\b/i.test(part)) ?? "";
  return row
    .split(/<t[hd]\b[^>]*>/i)
    .slice(1)
    .map((cell) => plainText(cell));
}

function isStatusHeader(header: string): boolean {
  const { role, isWeak, traits } = readHeader(header);
  return !isWeak && ((role === "status" && traits.includes("plain")) || role === "check");
}
