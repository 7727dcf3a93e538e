// Task text: what a person types as a task, as it is written behind its box.

import { plainText } from "../model/cell-text.js";
import { exitCodes, UserError } from "../model/errors.js";

/**
 * On one line: line breaks as `<br>`, blanks at the ends left out.
 * @throws UserError when nothing is left, or for control characters and half surrogates
 */
export function taskText(typed: string): string {
  const text = typed.trim().replace(/\s*(?:\r\n|[\n\r\u2028\u2029])\s*/g, "<br>");
  const isBad = /\p{Cc}/u.test(text) || !text.isWellFormed();
  if (text !== "" && !isBad) return text;
  throw new UserError({
    code: isBad ? "TEXT_NOT_WRITABLE" : "TASK_UNNAMED",
    message: isBad ? "the text holds a control character, which a task cannot hold" : "a task needs a text",
    hint: isBad ? "type it again without it" : 'roadmap add task "what is to be done" --to <phase>',
    exitCode: exitCodes.usage,
  });
}

/** What a first paragraph that begins with a box is called. */
export function plainTaskName(content: string): string {
  return plainText(content.slice(content.indexOf("]") + 1));
}
