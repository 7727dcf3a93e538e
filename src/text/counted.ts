// Counted: a number with the word for what it counts.

/** `1 topic`, `2 topics`, `12 full weeks`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
