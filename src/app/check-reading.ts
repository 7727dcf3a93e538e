// Check reading: in tests, compares a roadmap that was read in part with the same text read in full.

import type { RoadmapReading } from "../markdown/read-roadmap.js";
import { cellsOf, type Row } from "../model/blocks.js";

/** @throws Error that says where they differ */
export function checkReading(partial: RoadmapReading, whole: RoadmapReading): void {
  const place = difference(partial, whole, new Map());
  if (place !== null) throw new Error(`reading only the edited rows gives another${place}`);
}

/** Where they differ, as a property path; null if they do not. Roadmaps have cycles: a pair that is being compared counts as equal. */
function difference(one: unknown, other: unknown, compared: Map<unknown, unknown>): string | null {
  if (typeof one === "function" || Object.is(one, other)) return null;
  if (!isObject(one) || !isObject(other)) return ` (${String(one)}, not ${String(other)})`;
  if (compared.get(one) === other) return null;
  compared.set(one, other);
  const [parts, otherParts] = [partsOf(one), partsOf(other)];
  if (parts.size !== otherParts.size) return ` (${parts.size} parts, not ${otherParts.size})`;
  for (const [key, part] of parts) {
    const place = otherParts.has(key) ? difference(part, otherParts.get(key), compared) : " (more)";
    if (place !== null) return ` ${String(key)}${place}`;
  }
  return null;
}

function partsOf(value: object): Map<unknown, unknown> {
  if (value instanceof Map || value instanceof Set) return new Map([...value].entries());
  // Rows store their cells in lists of different lengths.
  if (isRow(value))
    return new Map<unknown, unknown>([
      ["start", value.start],
      ["end", value.end],
      ["cells", cellsOf(value)],
    ]);
  return new Map(Object.entries(value));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isRow(value: object): value is Row {
  return "offsets" in value && "cellCount" in value;
}
