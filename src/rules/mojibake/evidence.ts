// Evidence of mojibake: whether characters beyond ASCII can be clean text, and which of them people write.

/** Characters right before a word, and right after one. */
const openers = new Set("“‘„‚«‹»›¿¡–—…\u00a0•·§£¥€’©®°±×÷≈≤≥√");
const closers = new Set("”’“‘»›«‹–—…\u00a0™®©°²³¹ªº·•´×÷±");
/** Characters between two words without a space. */
const joiners = new Set("’–—…·•\u00a0×÷±");
/** Ends of sentences and quotations. */
const stops = new Set("”’“‘»›«‹–—…\u00a0");

export interface Surroundings {
  /** The character before it; empty at the start. */
  readonly before: string;
  /** What follows it in the same line, as far as it matters. */
  readonly after: string;
}

/** Words or parts of words, with punctuation around and between them as in sentences; or punctuation alone. */
export function isCleanText(run: string, { before, after }: Surroundings): boolean {
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
 * Whether a decoded run can be the original text; otherwise it was misread twice. `Ã”` can be: a word and the end of
 * a quotation; so can `√π` and `Å²`. `Ã©` is unlikely to be.
 */
export function isOriginalText(run: string, place: Surroundings): boolean {
  const [lead, tail, more] = run.split(wordPattern);
  if (tail === undefined) return isCleanText(run, place);
  const isWordWithStop = lead === "" && tail !== "" && more === undefined && allIn(tail, stops);
  return isWordWithStop || isQuotation(run, place) || /^Å[²³]$/.test(run);
}

/** The start of a quotation that is closed later, or of a word with a double letter: `‚één’`, `‚öö`. */
export function isQuotation(run: string, { after }: Surroundings): boolean {
  return /^[‚„](?:$|(.)\1)/u.test(run) || (/^[‚„]/.test(run) && /[\w.,!?)][‘’“”]/.test(after));
}

/** `2√πr`, `x≈±y`; `ma√±ana` is not one. */
function isFormula(run: string): boolean {
  return /^(?:[≈¬∆][±∞πΩ∆√∑∏∫∂µ°≤≥≠≈]|√[πµΩ∆∞∑∏])$/.test(run);
}

/** The letters of both encodings; the Greek letters of Mac Roman are used in mathematics. */
const wordPattern = /[À-ÖØ-öø-ÿıŒœŠšŸŽž]+/g;

function isLetter(character: string | undefined): boolean {
  if (!character) return false;
  return character.toLowerCase() !== character.toUpperCase();
}

function isBetweenWords(gap: string): boolean {
  const characters = [...gap];
  return (
    characters.some((character) => joiners.has(character)) &&
    characters.every((character) => closers.has(character) || openers.has(character))
  );
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

/** What a decoded character proves: clean text hardly ever decodes to a symbol, but may to a letter, by chance. */
type Evidence = "symbol" | "latin" | "mark" | "rare" | "none" | number;

type Range = readonly [from: number, to: number];

const symbols: readonly Range[] = [
  [0x2010, 0x2027],
  [0x202f, 0x205f],
  [0x2070, 0x209f],
  [0x20a0, 0x20bf],
  [0x20e3, 0x20e3],
  [0x2100, 0x22ff],
  [0x2318, 0x231b],
  [0x2328, 0x2328],
  [0x23ce, 0x23cf],
  [0x23e9, 0x23fa],
  [0x2460, 0x2bff],
  [0x3000, 0x3029],
  [0xfe0e, 0xfe0f],
  [0x1f000, 0x1faff],
];

/** Marks go with letters of any script. */
const marks: readonly Range[] = [
  [0xa0, 0xbf],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x2b0, 0x36f],
  [0x200b, 0x200f],
];

const latin: readonly Range[] = [
  [0xc0, 0x17f],
  [0x192, 0x192],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x1cd, 0x1dc],
  [0x218, 0x21b],
  [0x259, 0x259],
  [0x1e00, 0x1eff],
];

/** By script. Armenian is not included: `’é` in every other French sentence would be one of its letters. */
const scripts: readonly (readonly Range[])[] = [
  [
    [0x370, 0x3ff],
    [0x1f00, 0x1fff],
  ],
  [
    [0x400, 0x45f],
    [0x490, 0x4f9],
  ],
  [[0x591, 0x5f4]],
  [[0x600, 0x6ff]],
  [[0x900, 0xdff]],
  [[0xe00, 0xe5b]],
  [[0x10d0, 0x10ff]],
  [
    [0x1100, 0x11ff],
    [0x302a, 0x31ff],
    [0x4e00, 0x9fff],
    [0xac00, 0xd7a3],
    [0xf900, 0xfaff],
    [0xff00, 0xffef],
    [0x20000, 0x2ffff],
  ],
  [[0x1d400, 0x1d7ff]],
];

/** Letters that prove nothing, however many there are. */
const rare: readonly Range[] = [
  [0x180, 0x2af],
  [0xe80, 0x109f],
  [0x1200, 0x139f],
  [0x1780, 0x17ff],
  [0x1d00, 0x1dbf],
  [0x3400, 0x4dbf],
];

/** For a letter of another script than Latin, the number of the script. */
export function evidenceOf(point: number): Evidence {
  const isIn = (ranges: readonly Range[]) => ranges.some(([from, to]) => point >= from && point <= to);
  if (isIn(marks)) return "mark";
  if (isIn(latin)) return "latin";
  if (isIn(symbols)) return "symbol";
  const script = scripts.findIndex(isIn);
  if (script >= 0) return script;
  return isIn(rare) ? "rare" : "none";
}
