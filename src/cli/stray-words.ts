// Stray words: words after an option's value that may belong either to it or to the name before it.

import { quoteWords } from "../text/quote-for-shell.js";
import type { CommandDeclaration } from "./command.js";
import { isNamedByWords, withValue } from "./dashes.js";
import { globalOptions } from "./global-options.js";
import type { Misuse } from "./misuse.js";

/** The error in the command line, if it has such words. Global options do not count: a path is not a text. */
export function strayWords(args: readonly string[], declaration: CommandDeclaration): Misuse | undefined {
  if (!isNamedByWords(declaration)) return undefined;
  const own = withValue(declaration.options);
  const others = withValue(globalOptions);
  let words = -declaration.name.split(" ").length;
  let last: { readonly option: string; readonly value: string; readonly end: number } | undefined;
  for (let index = 0; index < args.length && args[index] !== "--"; index++) {
    const word = args[index] ?? "";
    const [, option = word, value] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
    if (!/^-./.test(word)) {
      if (last) return misuse(args, index, last);
      words += 1;
    } else {
      if (value === undefined && (own.has(option) || others.has(option))) index += 1;
      if (words > 0 && own.has(option)) last = { option, value: value ?? args[index] ?? "", end: index + 1 };
    }
  }
  return undefined;
}

function misuse(
  args: readonly string[],
  start: number,
  { option, value, end }: { readonly option: string; readonly value: string; readonly end: number },
): Misuse {
  const length = args.slice(start).findIndex((word) => /^-./.test(word));
  const stray = args.slice(start, length < 0 ? undefined : start + length);
  const nameFirst = `type the whole name before ${option}`;
  return {
    kind: "misuse",
    message: `unexpected words after ${option} ${value}: "${stray.join(" ")}"`,
    hint:
      start === end
        ? `quote the value: ${option} ${quoteWords([value, ...stray].join(" "))}; or ${nameFirst}`
        : nameFirst,
  };
}
