// A path as it must be typed, for hints that name a command.

export function quoteForShell(path: string): string {
  if (/^[\w./~+@][\w./~+@-]*$/.test(path)) return path;
  const quoted = `'${path.replaceAll("'", "'\\''")}'`;
  return path.startsWith("-") ? `-- ${quoted}` : quoted;
}
