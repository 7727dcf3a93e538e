// Natural: whether a stretch of characters beyond ASCII could stand in a text that nothing has damaged.

/** What may stand right before a word, and right behind one. */
const openers = new Set("“‘„‚«‹»›¿¡–—…\u00a0•·§£¥€’©®°±×÷≈≤≥√");
const closers = new Set("”’“‘»›«‹–—…\u00a0™®©°²³¹ªº·•´×÷±");
/** These stand between two words without a blank. */
const joiners = new Set("’–—…·•\u00a0×÷±");
/** Ends of sentences and quotations. */
const stops = new Set("”’“‘»›«‹–—…\u00a0");

export interface Surroundings {
  /** The character before it; empty at the start. */
  readonly before: string;
  /** What follows it in its line, as far as it matters. */
  readonly after: string;
}

/** Words or parts of them, with signs around and between them as sentences have them; or signs alone. */
export function isNatural(run: string, { before, after }: Surroundings): boolean {
  const [first, last] = [isLetter(before), isLetter(after[0])];
  const words = run.match(wordPattern) ?? [];
  const gaps = run.split(wordPattern);
  if (words.length === 0) return !(first && last) || allIn(run, joiners) || isFormula(run);
  if (words.some((word) => /â[œž]/.test(word))) return false;
  const [lead = "", ...inner] = gaps;
  const tail = inner.pop() ?? "";
  const between = [...inner, ...(first && lead !== "" ? [lead] : []), ...(last && tail !== "" ? [tail] : [])];
  if (!between.every(isBetweenWords)) return false;
  if (!(first || allIn(lead, openers)) || !(last || allIn(tail, closers))) return false;
  return words.every((word, index) => !hasCapitalInside(index === 0 && lead === "" ? before + word : word));
}

/**
 * Whether what a run was can be all that it ever was; else it was damaged twice. `Ã”` can: a word and the end of a
 * quotation; so can `√π` and `Å²`. `Ã©` hardly can.
 */
export function isPlain(run: string, place: Surroundings): boolean {
  const [lead, tail, more] = run.split(wordPattern);
  if (tail === undefined) return isNatural(run, place);
  const isWordWithStop = lead === "" && tail !== "" && more === undefined && allIn(tail, stops);
  return isWordWithStop || isQuotation(run, place) || /^Å[²³]$/.test(run);
}

/** A quotation that is closed behind it, or a word that begins with one letter twice: `‚één’`, `‚öö`. */
export function isQuotation(run: string, { after }: Surroundings): boolean {
  return /^[‚„](?:$|(.)\1)/u.test(run) || (/^[‚„]/.test(run) && /[\w.,!?)][‘’“”]/.test(after));
}

/** `2√πr`, `x≈±y`; `ma√±ana` is none. */
function isFormula(run: string): boolean {
  return /^(?:[≈¬∆][±∞πΩ∆√∑∏∫∂µ°≤≥≠≈]|√[πµΩ∆∞∑∏])$/.test(run);
}

/** The letters of both encodings; the Greek ones of Mac Roman are mathematics. */
const wordPattern = /[À-ÖØ-öø-ÿıŒœŠšŸŽž]+/g;

function isLetter(character: string | undefined): boolean {
  if (!character) return false;
  return character.toLowerCase() !== character.toUpperCase();
}

function isBetweenWords(gap: string): boolean {
  const signs = [...gap];
  return signs.some((sign) => joiners.has(sign)) && signs.every((sign) => closers.has(sign) || openers.has(sign));
}

function allIn(text: string, set: ReadonlySet<string>): boolean {
  return [...text].every((character) => set.has(character));
}

function hasCapitalInside(word: string): boolean {
  const letters = [...word].filter(isLetter);
  return letters.some((letter, index) => {
    const before = letters[index - 1];
    return before !== undefined && before === before.toLowerCase() && letter !== letter.toLowerCase();
  });
}
