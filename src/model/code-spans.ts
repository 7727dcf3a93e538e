// Code spans: the text between backticks and characters after a backslash, which are never Markdown.
//
//     `a|b`, ``a ` b``, \*   →   each passed literally to `keep`

const escapeOrTicks = /\\[!-/:-@[-`{-~]|`+/g;

/** Replaces each code span and escape by the result of `keep`; unclosed backticks stay. */
export function replaceCode(text: string, keep: (said: string) => string): string {
  const nextTicks = ticksByLength(text);
  let made = "";
  let end = 0;
  for (const { 0: found, index } of text.matchAll(escapeOrTicks)) {
    if (index < end) continue;
    const start = index + found.length;
    if (found.startsWith("\\")) {
      made += text.slice(end, index) + keep(found.slice(1));
      end = start;
      continue;
    }
    const close = nextTicks(found.length, start);
    if (close === undefined) continue;
    made += text.slice(end, index) + keep(codeText(text.slice(start, close)));
    end = close + found.length;
  }
  return made + text.slice(end);
}

/** The position of the next run of exactly `length` backticks. `from` must never decrease between calls. */
function ticksByLength(text: string): (length: number, from: number) => number | undefined {
  const places = new Map<number, number[]>();
  for (const { 0: ticks, index } of text.matchAll(/`+/g)) {
    const known = places.get(ticks.length);
    if (known) known.push(index);
    else places.set(ticks.length, [index]);
  }
  const passed = new Map<number, number>();
  return (length, from) => {
    const known = places.get(length) ?? [];
    let at = passed.get(length) ?? 0;
    while ((known[at] ?? from) < from) at++;
    passed.set(length, at);
    return known[at];
  };
}

/** In a table, pipes are escaped even in code. One space at each end separates the content from the backticks. */
function codeText(code: string): string {
  const isPadded = code.startsWith(" ") && code.endsWith(" ") && code.trim() !== "";
  return (isPadded ? code.slice(1, -1) : code).replaceAll("\\|", "|");
}
