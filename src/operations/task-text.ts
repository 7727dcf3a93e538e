// Task text: text typed as a task, escaped for its place after the checkbox.

import { UserError } from "../model/errors.js";
import { plainText, writableText } from "../model/inline-text.js";
import { isNameless } from "../model/roadmap.js";

/**
 * On one line: line breaks as `<br>`, trimmed.
 * @throws UserError if nothing is left, or for control characters and half surrogates
 */
export function taskText(typed: string): string {
  const text = writableText(typed, { lineBreak: "<br>", place: "a task" });
  if (!isNameless(text)) return text;
  throw new UserError("TASK_UNNAMED", "a task needs text", 'roadmap add task "TEXT" --phase PHASE');
}

/** The name of a task whose first paragraph, with the checkbox, is this. */
export function plainTaskName(content: string): string {
  return plainText(content.slice(content.indexOf("]") + 1));
}
