// Report: the printed table.

/** `value` against `bar`, both ratios; without a bar there is no limit. */
export function verdict(value, bar) {
  if (bar === undefined) return "";
  return `${value <= bar ? "met" : "NOT MET"} (${bar < 1 ? "<= " : ""}${ratioText(bar)})`;
}

export function ratioText(value) {
  return value.toFixed(2);
}

/** Rows of texts in aligned columns, the first one as the header. */
export function tableLines(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((text, column) => text.padEnd(widths[column])).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [line(rows[0]), rule, ...rows.slice(1).map(line)];
}
