// JSON text: values as JSON that nothing in them can make steer a terminal: what could is written as an escape.

import { visibleJson } from "./visible.js";

/** On one line, unless `indent` columns are asked for. A program reads the same value as from any other JSON of it. */
export function jsonText(value: unknown, indent = 0): string {
  return visibleJson(JSON.stringify(value, null, indent));
}
