// Read statuses: what the cells of a status column say, and how the column spells each status.

import { hidesContent, isBlankCell } from "../model/blank-cell.js";
import { plainText, withoutStruckText } from "../model/cell-text.js";
import { isPlaceholder } from "../model/dates.js";
import { readLegend, readStatus, type Status, type StatusReading, type Vocabulary } from "../model/status.js";

export type CellReading = StatusReading | "legend";

/** Columns hold few different texts: each is read once. */
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

/** For each status, the spelling that the column uses most; a blank cell counts as one of "not started". */
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

/** By spelling, how often its visible text is used; a link, an image or an anchor belongs to its row and is not one. */
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

/** What a status cell says: struck-out text is no status. */
export function statusTextIn(raw: string): string {
  return plainText(withoutStruckText(raw));
}
