// Em width: an upper bound for the width of a text in a picture, in any sans-serif font.

import { widthInColumns } from "../../text/width.js";

/** Widths in em of printable ASCII in DejaVu Sans, the widest of common system fonts, rounded up. */
const widths = new Map(
  [
    ["ijl'J", 0.3],
    [" .,I|/\\", 0.34],
    ["f-:;t()[]!r", 0.42],
    ['"*_?`', 0.54],
    ["szcLkvxyF", 0.6],
    ["abdeghnopquPYTESZ0123456789{}$", 0.65],
    ["ABCKRVX", 0.7],
    ["DGHNOQU&", 0.79],
    ["w+<=>~^#M", 0.87],
    ["W@m%", 1],
  ].flatMap(([characters = "", width]) => [...String(characters)].map((one): [string, number] => [one, Number(width)])),
);

/** The approximate factor by which bold letters are wider. */
const boldness = 1.1;

export type Weight = "normal" | "bold";

export function widthInEm(text: string, weight: Weight): number {
  let width = 0;
  for (const character of charactersOf(text)) width += characterWidth(character);
  return weight === "bold" ? width * boldness : width;
}

/** The text, cut between characters and ended with `…` if it could become wider than that. */
export function fitInEm(text: string, em: number, weight: Weight): string {
  if (widthInEm(text, weight) <= em) return text;
  let kept = "";
  let used = widthInEm("…", weight);
  for (const character of charactersOf(text)) {
    used += widthInEm(character, weight);
    if (used > em) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Grapheme clusters: letters with marks and joined emoji stay whole. */
function charactersOf(text: string): Iterable<string> {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}

function characterWidth(character: string): number {
  const known = widths.get(character);
  if (known !== undefined) return known;
  const columns = widthInColumns(character);
  const code = character.codePointAt(0) ?? 0;
  if (columns === 2) return isIdeograph(code) ? 1.02 : 1.4;
  // Latin, then Greek and Cyrillic, then symbols and the scripts whose letters differ much in width.
  if (code < 0x250) return columns * ("ÆŒ¼½¾".includes(character) ? 1.1 : 0.75);
  if (code < 0x530) return columns * 0.95;
  return Math.max(columns, 1) * (code >= 0x2010 && code <= 0x2027 ? 1 : 1.2);
}

function isIdeograph(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0x20000 && code < 0x40000)
  );
}
