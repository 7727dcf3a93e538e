// Word tables: words and what is known of each, as one text, because filling a map takes longer than reading most files.

/** A line for each word, sorted: the word, a tab, the value. If a word occurs twice, the first value counts. */
export function wordTable(entries: readonly (readonly [word: string, value: string])[]): string {
  const values = new Map([...entries].reverse());
  const words = [...values.keys()].sort();
  return words.map((word) => `${word}\t${values.get(word)}`).join("\n");
}

/** The value of a word, by halving; undefined if the table does not have it. */
export function findInTable(table: string, word: string): string | undefined {
  let [low, high] = [0, table.length];
  while (low < high) {
    const start = table.lastIndexOf("\n", ((low + high) >> 1) - 1) + 1;
    const tab = table.indexOf("\t", start);
    const next = table.indexOf("\n", tab);
    const end = next < 0 ? table.length : next;
    const found = table.slice(start, tab);
    if (found === word) return table.slice(tab + 1, end);
    if (found < word) low = end + 1;
    else high = start;
  }
  return undefined;
}
