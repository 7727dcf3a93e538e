// Read statuses: the statuses in the cells of a status column, and the column's spelling of each.

import { isPlaceholder } from "../model/dates.js";
import { hidesContent, isBlankCell, plainText, withoutStruckText } from "../model/inline-text.js";
import { readLegend, readStatus, type Status, type StatusReading, type Vocabulary } from "../model/status.js";

export type CellReading = StatusReading | "legend";

/** Columns contain few different texts, so each is read once. */
export function statusReader(vocabulary: Vocabulary): (raw: string) => CellReading {
  const known = new Map<string, CellReading>();
  return (raw) => {
    const found = known.get(raw);
    if (found) return found;
    const reading = cellReading(raw, vocabulary);
    known.set(raw, reading);
    return reading;
  };
}

function cellReading(raw: string, vocabulary: Vocabulary): CellReading {
  if (isBlankCell(raw)) return "blank";
  const text = statusTextIn(raw);
  if (readLegend(text)) return "legend";
  return isPlaceholder(text) ? "unknown" : readStatus(text, vocabulary);
}

/** The most frequent spelling of each status in the column; a blank cell counts as a spelling of "not started". */
export function spellingOf(
  counts: ReadonlyMap<string, number>,
  read: (text: string) => CellReading,
): Map<Status, string> {
  const spelling = new Map<Status, string>();
  for (const [text] of mostUsedFirst(spelledCounts(counts, read))) {
    const reading = read(text);
    const status = text === "" ? "not-started" : reading;
    if (isStatus(status) && !spelling.has(status)) spelling.set(status, text);
  }
  return spelling;
}

/**
 * How often the visible text of each spelling occurs. Links, images and anchors belong to their row and do not count.
 */
function spelledCounts(counts: ReadonlyMap<string, number>, read: (text: string) => CellReading): Map<string, number> {
  const byText = new Map<string, { readonly spelling: string; count: number }>();
  for (const [raw, count] of mostUsedFirst(counts)) {
    if (raw !== "" && !isStatus(read(raw))) continue;
    const text = statusTextIn(raw);
    const isPlain = !hidesContent(raw) && text === plainText(raw);
    const known = byText.get(text);
    if (known) known.count += count;
    else byText.set(text, { spelling: isPlain ? raw : text, count });
  }
  return new Map([...byText.values()].map(({ spelling, count }) => [spelling, count]));
}

function mostUsedFirst(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort((a, b) => b[1] - a[1]);
}

export function isStatus(reading: CellReading): reading is Status {
  return reading !== "blank" && reading !== "unknown" && reading !== "unclear" && reading !== "legend";
}

/** The status text of a cell: struck-out text is not a status. */
export function statusTextIn(raw: string): string {
  return plainText(withoutStruckText(raw));
}
