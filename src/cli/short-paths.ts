// Short paths: the last parts of each path that tell it apart from the others.

/** `a/roadmap.md`, `b/roadmap.md`; the name alone where no other file has it. */
export function shortPaths(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.split(/[\\/]/));
  const endOf = (own: readonly string[], count: number) => own.slice(-count).join("/");
  return parts.map((own) => {
    let count = 1;
    while (count < own.length && parts.filter((other) => endOf(other, count) === endOf(own, count)).length > 1) count++;
    return endOf(own, count);
  });
}
