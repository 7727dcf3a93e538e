// `JSON.stringify` with control and bidi characters escaped.

import { visibleJson } from "./visible.js";

/** On one line, unless `indent` columns are requested. It parses to the same value as any other JSON of it. */
export function jsonText(value: unknown, indent = 0): string {
  return visibleJson(JSON.stringify(value, null, indent));
}
