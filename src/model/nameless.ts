// Nameless: texts that show nothing, and so name nothing.

import { plainText } from "./cell-text.js";

/** Blanks of any kind, and what has no shape: zero-width and joining characters, tags, fillers, marks of direction. */
const unseen = /[\s\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Whether the text, as Markdown, shows no character: `<br>`, `&nbsp;`, `<!-- later -->`, `![](a.png)`, `[](b.md)`. */
export function isNameless(text: string): boolean {
  const said = plainText(text);
  return !/[!-~]/.test(said) && said.replace(unseen, "") === "";
}
