// Verbatim blocks in the fast reader: where fenced code and HTML blocks end.

import { indentOf, type Line, startWithoutBlanks } from "./scan-line.js";
import type { Fence, Html } from "./scan-state.js";

/** A closing fence is at least as long as the opening one and has nothing after it. */
export function closesFence(text: string, line: Line, fence: Fence): boolean {
  if (indentOf(line) > 3) return false;
  let at = line.at;
  while (at < line.end && text.charCodeAt(at) === fence.marker) at++;
  return at - line.at >= fence.size && startWithoutBlanks(text, at, line.end) === line.end;
}

export function closesHtml({ closers }: Html, rest: string): boolean {
  if (!closers) return false;
  const lower = rest.toLowerCase();
  return closers.some((closer) => lower.includes(closer));
}
