// Fold: texts made comparable: without case, Unicode form, and, for words, without punctuation and emoji.

const plainAscii = /^[\x20-\x7e]*$/;

/** Blanks inside a text that folding changes. */
const oddBlanks = /[^\S ]| {2}/;

/** The text in one case and one Unicode form (NFKC), with single blanks and none at the ends. */
export function fold(text: string): string {
  const composed = plainAscii.test(text) ? text : text.normalize("NFKC");
  const lower = composed.toLowerCase().trim();
  return oddBlanks.test(lower) ? lower.replace(/\s+/g, " ") : lower;
}

/** The folded words of a text: runs of letters, digits and the marks on them. */
export function wordsOf(text: string): string[] {
  const folded = fold(text);
  // Unicode properties take 4 ms to be looked up for the first time.
  if (plainAscii.test(folded)) return folded.match(/[a-z0-9]+/g) ?? [];
  return folded.match(/[\p{L}\p{N}\p{M}]+/gu)?.filter(isNoBareMark) ?? [];
}

/** Variation selectors and keycap frames are marks too; alone they are what is left of an emoji. */
function isNoBareMark(word: string): boolean {
  return /[\p{L}\p{N}]/u.test(word);
}
