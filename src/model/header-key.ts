// Keys of headers: texts without case, accents, punctuation and emoji, in which headers and known words are compared.

const plainAscii = /^[\s!-~\ue000]*$/;

/** Marks of letters: accents; Hebrew points; Arabic vowels, hamza and tatweel; the Devanagari nukta; joiners. */
const marks =
  /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u0655\u0670\u093c\u09bc\u2060]|\u200b|\u200c|\u200d|\ufe0e|\ufe0f/g;

/** Everything that is no letter or digit, but `%`, `,` and `?`. Ranges, because Unicode properties take 4 ms to load. */
const separators =
  /(?:[\s!"#$&-+\--/:-<>=@[-`{-~\u00a0-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u02b9-\u02ff\u05be\u05f3\u05f4\u0600-\u060b\u060d-\u061e\u066a-\u066d\u06d4\u0964\u0965\u2000-\u206f\u20a0-\u2bff\u2e00-\u2e7f\u3001-\u3004\u3008-\u3020\u3030\u30fb\ue001-\uf8ff\ufe30-\ufe6f]|[\ud83c-\ud83e][\udc00-\udfff]|\udb40[\udc00-\udfff])+/g;

/** Letters that NFD does not decompose, and those that people type for one another. */
const letters: Readonly<Record<string, string>> = {
  ...{ ß: "ss", ς: "σ", ı: "i", ø: "o", đ: "d", ł: "l", æ: "ae", œ: "oe" },
  ...{ ى: "ي", ی: "ي", ک: "ك", ة: "ه", "،": ",", "؟": "?", "٪": "%" },
};
const letterPattern = /[ßςıøđłæœىیکة،؟٪]/g;

const eastAsian = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]";
const spaceInEastAsian = new RegExp(`(?<=${eastAsian}) (?=${eastAsian})`, "g");
const arabicArticle = /(?<=^|[ ,\ue000])ال(?=[\u0620-\u064a]{2})/g;

/** Folded, with single spaces for what separates words; commas, `%` and `?` stay. */
export function foldHeader(text: string): string {
  if (plainAscii.test(text)) return text.toLowerCase().replace(separators, " ").trim();
  const bare = text.normalize("NFKC").toLowerCase().normalize("NFD").replace(marks, "").normalize("NFC");
  return bare
    .replace(letterPattern, (letter) => letters[letter] ?? letter)
    .replace(separators, " ")
    .trim()
    .replace(spaceInEastAsian, "")
    .replace(arabicArticle, "");
}

/** The key of a header or one word: folded, without commas and question marks; `%` is a word. */
export function headerKey(text: string): string {
  return foldHeader(text.replace(/[,?？،؟]/g, " ").replace(/[%％٪]/g, " % "));
}
