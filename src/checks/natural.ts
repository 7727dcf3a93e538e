// Natural: whether a stretch of characters beyond ASCII could stand in a text that nothing has damaged.

/** What may stand right before a word, and right behind one. */
const openers = new Set("“‘„‚«‹¿¡–—…\u00a0•·§£¥€’©®°±×÷≈≤≥√");
const closers = new Set("”’“‘»›–—…\u00a0™®©°²³¹ªº·†‡•´");
/** These stand between two words without a blank. */
const joiners = new Set("’–—…·•\u00a0×÷±");
/** Ends of sentences and quotations. */
const stops = new Set("”’“‘»›–—…\u00a0");

export interface Surroundings {
  /** The character before it; empty at the start. */
  readonly before: string;
  readonly after: string;
}

/** Signs, or a word or part of one, with signs around it as sentences have them. */
export function isNatural(run: string, { before, after }: Surroundings): boolean {
  const [, lead = "", word = "", tail = ""] = parted(run);
  if (lead.length + word.length + tail.length < run.length) return false;
  const outer = [...lead, ...tail];
  if (word === "") return !(isLetter(before) && isLetter(after)) || outer.every((sign) => joiners.has(sign));
  if (!allIn(lead, openers) || !allIn(tail, closers)) return false;
  if (lead !== "" && isLetter(before) && !joiners.has(lead.slice(-1))) return false;
  if (tail !== "" && isLetter(after) && !joiners.has(tail.slice(0, 1))) return false;
  const letters = (lead === "" ? before : "") + word;
  return !hasCapitalInside(letters);
}

/** A word with nothing but an end of a sentence or of a quotation behind it: `Ã”` is that, `Ã©` hardly is. */
export function isWordWithStop(run: string): boolean {
  const [, lead = "", word = "", tail = ""] = parted(run);
  return lead === "" && word !== "" && tail !== "" && word.length + tail.length === run.length && allIn(tail, stops);
}

/** Signs, letters, signs; less than the run when there is more than that. */
function parted(run: string): readonly string[] {
  let start = 0;
  while (start < run.length && !isLetter(run[start])) start++;
  let end = start;
  while (end < run.length && isLetter(run[end])) end++;
  let last = end;
  while (last < run.length && !isLetter(run[last])) last++;
  return [run, run.slice(0, start), run.slice(start, end), run.slice(end, last)];
}

function allIn(text: string, set: ReadonlySet<string>): boolean {
  return [...text].every((character) => set.has(character));
}

/** Greek letters among the signs of Mac Roman are mathematics. */
function isLetter(character: string | undefined): boolean {
  if (!character || "πµΩ∆∑∏ƒªº".includes(character)) return false;
  return character.toLowerCase() !== character.toUpperCase();
}

function hasCapitalInside(word: string): boolean {
  const letters = [...word].filter(isLetter);
  return letters.some((letter, index) => {
    const before = letters[index - 1];
    return before !== undefined && before === before.toLowerCase() && letter !== letter.toLowerCase();
  });
}
