// Split line: a line of shell up to the cursor as words, without running or expanding anything in it.

export interface TypedLine {
  /** Behind the name of the program. */
  readonly before: readonly string[];
  /** The word the cursor stands in; empty behind a blank. */
  readonly current: string;
}

/** What may stand before the program's name, and assignments. */
const beforeProgram = /^(?:and|builtin|command|env|exec|not|or|sudo|time|\w+=.*)$/s;

/**
 * As bash and fish take it: quotes and backslashes are resolved. Null where something would have to be expanded first,
 * a variable or a command: what becomes of it is not known.
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
      // Between double quotes a backslash stands for itself before most characters.
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
