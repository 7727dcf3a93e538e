// Split line: splits a shell line up to the cursor into words, without running or expanding anything.

export interface TypedLine {
  /** After the name of the program. */
  readonly before: readonly string[];
  /** The word at the cursor; empty after a space. */
  readonly current: string;
}

/** What may precede the program's name: these commands and assignments. */
const beforeProgram = /^(?:and|builtin|command|env|exec|not|or|sudo|time|\w+=.*)$/s;

/**
 * As in bash and fish: quotes and backslashes are resolved. Null if a variable or command would have to be expanded,
 * because the result is unknown.
 */
export function splitLine(line: string): TypedLine | null {
  const words = wordsIn(line);
  if (!words) return null;
  const program = words.findIndex((word) => !beforeProgram.test(word));
  return { before: words.slice(program + 1, -1), current: words.at(-1) ?? "" };
}

function wordsIn(line: string): string[] | null {
  const words = [""];
  let quote = "";
  let isEscaped = false;
  for (const character of line) {
    const word = words.at(-1) ?? "";
    const end = words.length - 1;
    if (isEscaped) {
      // Between double quotes, a backslash before most characters is literal.
      const isKept = quote === '"' && !'"$`\\'.includes(character);
      words[end] = word + (isKept ? "\\" : "") + character;
      isEscaped = false;
    } else if (character === "\\" && quote !== "'") isEscaped = true;
    else if (quote !== "" ? character === quote : character === "'" || character === '"')
      quote = quote === "" ? character : "";
    else if (quote !== "'" && (character === "$" || character === "`")) return null;
    else if (quote === "" && /[()]/.test(character)) return null;
    else if (quote !== "" || !/\s/.test(character)) words[end] = word + character;
    else if (word !== "") words.push("");
  }
  return words;
}
