// Quote for shell: a path or a word as it must be typed, for hints that name a command.

/** In quotes, as people type words: double ones where nothing in them means anything to a shell. */
export function quoteWords(words: string): string {
  return /["$`\\!]/.test(words) ? `'${words.replaceAll("'", "'\\''")}'` : `"${words}"`;
}

/** Plain where nothing in it means anything to a shell; what begins with a dash gets `--` before it. */
export function quoteForShell(word: string): string {
  if (/^[\w./+@][\w./~+@-]*$/.test(word)) return word;
  const quoted = `'${word.replaceAll("'", "'\\''")}'`;
  return word.startsWith("-") ? `-- ${quoted}` : quoted;
}
