// Normalized texts, for comparison: without case, Unicode form, and, for words, punctuation and emoji.

const plainAscii = /^[\x20-\x7e]*$/;

/**
 * ASCII, punctuation, signs (also those that garbled emoji consist of), icons and emoji: whatever letters and digits there are,
 * are those of ASCII. Ranges, because the first use of Unicode properties takes 4 ms.
 */
const asciiAndSymbols =
  /^(?:[\x20-\x7e\xa1-\xa7\xa9\xab-\xae\xb0\xb1\xb6\xb7\xbb\xbf]|(?:[\u200d\u2010-\u2016\u2018-\u2027\u2030-\u203d\u203f-\u205e\u20a0-\u20bf\u2190-\u23ff\u2500-\u2775\u2794-\u27bf\u2b00-\u2bff\ue000-\uf8ff]|\ud83c[\udf00-\udfff]|[\ud83d\ud83e][\udc00-\udfff])\ufe0f?)*$/;

/** Whether a text has no letters, digits and marks other than those of ASCII, as far as this is easy to tell. */
export function hasPlainLetters(text: string): boolean {
  return asciiAndSymbols.test(text);
}

/** Whitespace inside a text that normalizing changes. */
const oddSpaces = /[^\S ]| {2}/;

/** ASCII with single spaces between words. */
const simpleWords = /^[!-~]+(?: [!-~]+)*$/;

/** The text in one case and one Unicode form (NFKC), with single spaces, trimmed. */
export function normalize(text: string): string {
  const composed = plainAscii.test(text) ? text : text.normalize("NFKC");
  const lower = composed.toLowerCase().trim();
  return oddSpaces.test(lower) ? lower.replace(/\s+/g, " ") : lower;
}

/**
 * Normalized, and without the accents of Latin, Greek and Cyrillic letters; in other scripts, such a mark makes another
 * letter.
 */
export function foldAccents(text: string): string {
  // True of nearly every name: then only its case can differ.
  if (simpleWords.test(text)) return text.toLowerCase();
  const folded = normalize(text);
  if (plainAscii.test(folded)) return folded;
  const bare = folded
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
  return bare.replaceAll("ß", "ss").replaceAll("ς", "σ").trim();
}

/**
 * Whether the text contains the other one, both normalized, without splitting a number: "Week 1" is not in "Week 10".
 */
export function containsText(text: string, wanted: string): boolean {
  const [within, normalized] = [normalize(text), normalize(wanted)];
  const isDigit = (character: string | undefined) => character !== undefined && /\d/.test(character);
  for (let at = within.indexOf(normalized); at >= 0; at = within.indexOf(normalized, at + 1)) {
    const end = at + normalized.length;
    const isCutBefore = isDigit(normalized[0]) && isDigit(within[at - 1]);
    if (!isCutBefore && !(isDigit(normalized.at(-1)) && isDigit(within[end]))) return true;
  }
  return false;
}

/** The normalized words of a text: runs of letters, digits and their combining marks. */
export function wordsOf(text: string): string[] {
  const folded = normalize(text);
  if (hasPlainLetters(folded)) return folded.match(/[a-z0-9]+/g) ?? [];
  return folded.match(/[\p{L}\p{N}\p{M}]+/gu)?.filter(hasLetterOrDigit) ?? [];
}

/** Variation selectors and keycap frames are marks too; alone they are remnants of an emoji. */
function hasLetterOrDigit(word: string): boolean {
  return /[\p{L}\p{N}]/u.test(word);
}
