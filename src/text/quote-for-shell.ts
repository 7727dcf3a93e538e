// Quoting for a shell: a path or word as it must be typed, for hints that contain a command.

/** Quoted as people type words: with double quotes if nothing in them is special to a shell. */
export function quoteWords(words: string): string {
  return /["$`\\!]/.test(words) ? `'${words.replaceAll("'", "'\\''")}'` : `"${words}"`;
}

/** Unquoted if nothing in it is special to a shell; a leading dash gets `--` before it. */
export function quoteForShell(word: string): string {
  if (/^[\w./+@][\w./~+@-]*$/.test(word)) return word;
  const quoted = `'${word.replaceAll("'", "'\\''")}'`;
  return word.startsWith("-") ? `-- ${quoted}` : quoted;
}
