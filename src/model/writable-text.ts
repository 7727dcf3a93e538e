// Writable text: typed text as it can be stored on one line of a file, or a refusal.

import { UserError } from "./errors.js";

/**
 * Trimmed, with `lineBreak` in place of each line break and the whitespace around it.
 * @throws UserError for control characters and half surrogates; `place` names what cannot contain them, like `a
 * heading`
 */
export function writableText(typed: string, { lineBreak, place }: { lineBreak: string; place: string }): string {
  const text = typed.trim().replace(/\s*(?:\r\n|[\n\r\u2028\u2029])\s*/g, lineBreak);
  if (!/\p{Cc}/u.test(text) && text.isWellFormed()) return text;
  throw new UserError(
    "TEXT_NOT_WRITABLE",
    `the text contains a control character, which is not allowed in ${place}`,
    "type it again without that character",
  );
}
