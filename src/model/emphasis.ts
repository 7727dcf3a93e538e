// Emphasis: which asterisks, underscores and tildes are delimiters and which are text (CommonMark, GFM).
//
//     A* search, *all of* it, snake_case, ~~gone~~   →   A* search, all of it, snake_case, gone

/** A delimiter run. */
interface Run {
  readonly sign: string;
  readonly start: number;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** How many of its characters are text. */
  rest: number;
}

/** The text without emphasis and strikethrough delimiters; unmatched delimiters stay. */
export function withoutEmphasis(text: string): string {
  const runs = Array.from(text.matchAll(/\*+|_+|~+/g), ({ 0: signs, index }) => runAt(text, signs, index));
  pairEmphasis(runs.filter(({ sign }) => sign !== "~"));
  pairStrikethrough(runs.filter(({ sign, length }) => sign === "~" && length <= 2));
  let said = "";
  let end = 0;
  for (const { start, length, sign, rest } of runs) {
    said += text.slice(end, start) + sign.repeat(rest);
    end = start + length;
  }
  return said + text.slice(end);
}

const blank = /^\s$/;
/** A placeholder counts as punctuation, like the backtick or backslash it replaces. Emoji are not punctuation. */
const punctuation = /^[\p{P}\p{S}\uE000-\uF8FF]$/u;
/** ASCII only: compiling the Unicode pattern dominates start-up. */
const asciiPunctuation = /^[!-/:-@[-`{-~]$/;

function isSign(character: string): boolean {
  return character < "\x80" ? asciiPunctuation.test(character) : punctuation.test(character);
}

function runAt(text: string, signs: string, start: number): Run {
  const [sign, { length }] = [signs.charAt(0), signs];
  const [before, after] = [text.charAt(start - 1), text.charAt(start + length)];
  const [isBlankBefore, isBlankAfter] = [blank.test(before || " "), blank.test(after || " ")];
  const [isSignBefore, isSignAfter] = [isSign(before), isSign(after)];
  const isLeft = !isBlankAfter && (!isSignAfter || isBlankBefore || isSignBefore);
  const isRight = !isBlankBefore && (!isSignBefore || isBlankAfter || isSignAfter);
  const isInWord = sign === "_" && isLeft && isRight;
  return {
    sign,
    start,
    length,
    canOpen: isLeft && (!isInWord || isSignBefore),
    canClose: isRight && (!isInWord || isSignAfter),
    rest: length,
  };
}

/** Each run closes the nearest matching run before it; runs in between stay text. */
function pairEmphasis(runs: readonly Run[]): void {
  const open: Run[] = [];
  // No opener for this kind of run exists below these indices; they keep the search linear (CommonMark's
  // openers_bottom).
  const floors = new Map<string, number>();
  for (const run of runs) {
    const kind = `${run.sign} ${run.canOpen} ${run.length % 3}`;
    while (run.canClose && run.rest > 0) {
      const at = lastOpening(open, run, floors.get(kind) ?? 0);
      const opening = open[at];
      if (!opening) {
        floors.set(kind, open.length);
        break;
      }
      const count = opening.rest >= 2 && run.rest >= 2 ? 2 : 1;
      opening.rest -= count;
      run.rest -= count;
      open.length = opening.rest > 0 ? at + 1 : at;
      for (const [one, floor] of floors) floors.set(one, Math.min(floor, open.length));
    }
    if (run.canOpen && run.rest > 0) open.push(run);
  }
}

function lastOpening(open: readonly Run[], closing: Run, floor: number): number {
  for (let at = open.length - 1; at >= floor; at--) {
    const opening = open[at];
    if (opening?.sign !== closing.sign) continue;
    const isOdd =
      (opening.canClose || closing.canOpen) && (opening.length + closing.length) % 3 === 0 && opening.length % 3 !== 0;
    if (!isOdd) return at;
  }
  return -1;
}

/** One or two tildes, and the same number at the other end; runs in between stay text. */
function pairStrikethrough(runs: readonly Run[]): void {
  const open: [Run[], Run[]] = [[], []];
  for (const run of runs) {
    const [same, other] = run.length === 1 ? open : [open[1], open[0]];
    const opening = run.canClose ? same.pop() : undefined;
    if (opening) {
      [opening.rest, run.rest] = [0, 0];
      while ((other.at(-1)?.start ?? -1) > opening.start) other.pop();
    } else if (run.canOpen) same.push(run);
  }
}
