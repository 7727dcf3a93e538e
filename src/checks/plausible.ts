// Plausible: which characters people write, so that a text put right may have them.

/** What a character is good for as evidence: a sign hardly ever comes out of clean text, a letter may by chance. */
type Plausibility = "sign" | "latin" | "mark" | "rare" | "none" | number;

type Range = readonly [from: number, to: number];

const signs: readonly Range[] = [
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

/** Stand beside letters of any script. */
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

/** By script. Armenian is left out: `’é` in every other French sentence would be one of its letters. */
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

/** Letters that are no evidence of anything, however many there are. */
const rare: readonly Range[] = [
  [0x180, 0x2af],
  [0xe80, 0x109f],
  [0x1200, 0x139f],
  [0x1780, 0x17ff],
  [0x1d00, 0x1dbf],
  [0x3400, 0x4dbf],
];

/** Of a letter of another script than Latin, the number of the script. */
export function plausibilityOf(point: number): Plausibility {
  const isIn = (ranges: readonly Range[]) => ranges.some(([from, to]) => point >= from && point <= to);
  if (isIn(marks)) return "mark";
  if (isIn(latin)) return "latin";
  if (isIn(signs)) return "sign";
  const script = scripts.findIndex(isIn);
  if (script >= 0) return script;
  return isIn(rare) ? "rare" : "none";
}
