// Bullets and numbers of list items in the fast reader (CommonMark 5.2).

import { ASTERISK, DASH, DIGIT_0, DIGIT_1, DIGIT_9, DOT, PLUS, RIGHT_PARENTHESIS } from "./scan-codes.js";
import { indentOf, type Line, type Place, skipBlanks } from "./scan-line.js";
import { isThematicBreak } from "./scan-starts.js";

/** A list marker that starts an item. */
export interface Bullet {
  readonly ordered: boolean;
  /** The character code of the bullet, or of the delimiter after the number. */
  readonly marker: number;
  readonly start: number;
  readonly end: number;
  /** The columns by which further lines of the item must be indented. */
  readonly size: number;
  /** Nothing follows it in its line. */
  readonly blank: boolean;
  readonly isOne: boolean;
  /** The first text after it, or the end of the line. */
  readonly after: Place;
}

/** The list marker at the line's text, or null. A thematic break is not a list marker. */
export function readBullet(text: string, line: Line): Bullet | null {
  const start = line.at;
  const first = text.charCodeAt(start);
  const ordered = first >= DIGIT_0 && first <= DIGIT_9;
  if (!ordered && first !== ASTERISK && first !== PLUS && first !== DASH) return null;
  const markerAt = ordered ? endOfNumber(text, start) : start;
  const marker = text.charCodeAt(markerAt);
  if (ordered && marker !== RIGHT_PARENTHESIS && marker !== DOT) return null;
  if (!ordered && first !== PLUS && isThematicBreak(text, start, line.end)) return null;
  const end = markerAt + 1;
  const column = line.column + end - start;
  const after = { at: end, column };
  skipBlanks(text, line.end, after);
  const blank = after.at === line.end;
  const gap = after.column - column;
  if (!blank && gap === 0) return null;
  // From five columns on, only one belongs to the marker, and indented code follows.
  const size = indentOf(line) + end - start + (blank || gap > 4 ? 1 : gap);
  return { ordered, marker, start, end, size, blank, isOne: first === DIGIT_1 && markerAt === start + 1, after };
}

/** A list can interrupt a paragraph only with a bullet or the number 1, followed by text. */
export function canInterrupt(bullet: Bullet): boolean {
  return !bullet.blank && (!bullet.ordered || bullet.isOne);
}

/** Numbers have at most nine digits. */
function endOfNumber(text: string, start: number): number {
  let at = start;
  while (at < start + 9 && text.charCodeAt(at) >= DIGIT_0 && text.charCodeAt(at) <= DIGIT_9) at++;
  return at;
}
