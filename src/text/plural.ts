// Plural: a number with its noun in the singular or plural.

/** `1 topic`, `2 topics`, `12 full weeks`, `2 fixes`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : /(?:[sx]|[cs]h)$/.test(word) ? "es" : "s"}`;
}
