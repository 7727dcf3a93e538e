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

/** Folded, and without the accents of Latin, Greek and Cyrillic letters: in other scripts such a mark makes another letter. */
export function foldAccents(text: string): string {
  const folded = fold(text);
  if (plainAscii.test(folded)) return folded;
  const bare = folded
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
  return bare.replaceAll("ß", "ss").replaceAll("ς", "σ").trim();
}

/** Whether the text holds the other one, folded, where that cuts no number: "Week 1" is not in "Week 10". */
export function holds(text: string, wanted: string): boolean {
  const [within, sought] = [fold(text), fold(wanted)];
  const isDigit = (character: string | undefined) => character !== undefined && /\d/.test(character);
  for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    const isCutBefore = isDigit(sought[0]) && isDigit(within[at - 1]);
    if (!isCutBefore && !(isDigit(sought.at(-1)) && isDigit(within[end]))) return true;
  }
  return false;
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
