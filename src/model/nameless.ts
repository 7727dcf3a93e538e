// Nameless: texts that show nothing, and so cannot be a name.

import { plainText } from "./cell-text.js";

/** Whitespace and invisible characters: zero-width and joining characters, tags, fillers, direction marks. */
const unseen = /[\s\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/**
 * Whether the text, rendered as Markdown, shows no character: `<br>`, `&nbsp;`, `<!-- later -->`, `![](a.png)`,
 * `[](b.md)`.
 */
export function isNameless(text: string): boolean {
  const said = plainText(text);
  return !/[!-~]/.test(said) && said.replace(unseen, "") === "";
}
