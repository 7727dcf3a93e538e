// Phase words: how headings and cells say that they are a phase, in many languages, and which headings name none.

import { lazy, memoizeText } from "../text/memoize.js";
import { foldAccents, hasPlainLetters, normalize } from "../text/normalize.js";
import { findInTable } from "../text/word-table.js";
import { asciiPhases, foreignNamesOfPhase, foreignPhases } from "./languages.js";
import { englishPhaseWords, longestFirst } from "./phase-languages.js";

/** `Week 2` in `Week 2: Servers`. */
export interface PhaseNumbering {
  /** The word next to the number, without accents; empty for a number alone. */
  readonly word: string;
  /** The number, letter, list or range: `2`, `a`, `1.2`, `3-4`. */
  readonly label: string;
  /** The whole number that it begins with; null for a letter. */
  readonly number: number | null;
  /** Whether only a space follows a number alone: `2 Servers` is a phase, `12 exercises` is not; the headings decide. */
  readonly mayBeCount: boolean;
}

/** After the number, these need no ordinal sign: `3주차`, `3週目`. */
const suffixes = "단계|주차|개월차|월차|회차|장|부|학기|분기|週目|[ヶケか]月目|月目|章|阶段|階段";

/** After a number with 第 or 제. */
const countedSuffixes =
  "[周週章节節课課讲講部篇期步级級单單]|阶段|階段|个月|個月|学期|學期|季度|梯队|梯隊|週目|단계|주차|주|장|부|과";

const cjkDigits = "零一二三四五六七八九";
const cjkNumber = "[一二三四五六七八九十]{1,3}";

const smallNumbers = [
  "zero one two three four five six seven eight nine ten eleven twelve",
  "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
  "zero um dois três quatro cinco seis sete oito nove dez onze doze",
  "zéro un deux trois quatre cinq six sept huit neuf dix onze douze",
  "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
  "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici",
];

const romanNumbers = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv"];

/** Whether cells that only contain the number mean it. */
export function isNumberAlone({ word }: PhaseNumbering): boolean {
  return (
    word === "" || word === "phase" || (!isEnglish(word) && findInTable(foreignNamesOfPhase(), word) !== undefined)
  );
}

/** Whether a heading has a number and no phase word: above phases, it is a track, and its number that of the track. */
export function hasNumberOnly(label: string): boolean {
  return phaseNumbering(label)?.word === "";
}

/** The patterns for labels: with the words of all languages, or for labels of ASCII letters with the English ones. */
type PhasePatterns = ReturnType<typeof patternsFor>;

const englishPatterns = lazy(() => {
  const word = englishPhaseWords.split(" ").sort(longestFirst).join("|");
  const never = "(?!)";
  return patternsFor({ word, suffixes: never, slavicWords: never }, (source) => new RegExp(inAscii(source)));
});

const allPatterns = lazy(() =>
  patternsFor({ word: foreignPhases(), suffixes, slavicWords }, (source) => new RegExp(source, "u")),
);

/** Unicode properties take several milliseconds to load. */
function inAscii(source: string): string {
  return source
    .replaceAll("\\p{L}", "a-z")
    .replaceAll("\\p{N}", "\\d")
    .replaceAll("\\p{M}", "")
    .replaceAll("\\p{Pd}", "\\-‐-―");
}

type PhaseWords = Readonly<Record<"word" | "suffixes" | "slavicWords", string>>;

/** Unicode properties are only in brackets, where ranges can replace them. */
function patternsFor({ word, suffixes, slavicWords }: PhaseWords, compile: (source: string) => RegExp) {
  const digits = "\\d{1,3}(?:[.,/&+-]\\d{1,3})*[a-z]?(?![\\p{L}\\p{N}%/]|-\\d)";
  const joint = "[\\s.:#_\\p{Pd}]";
  const spelled = [...new Set(foldAccents(smallNumbers.join(" ")).split(" "))].join("|");
  const lead = "[^\\p{L}\\p{N}]+";
  return {
    lead: compile(`^${lead}`),
    wordFirst: compile(`^(${word})(?:${joint}*(?:no|nr|num|ke|第|제|ที่)(?![\\p{L}])|)${joint}*(${digits}|${cjkNumber})`),
    wordAndLetter: compile(`^(${word})${joint}+([ivx]+|${spelled}|[\\p{L}])(?=\\s*(?:$|[:.)(|,]|[\\p{Pd}]))`),
    numberFirst: compile(`^(\\d{1,3})(?:\\s*(${suffixes})|-?[\\p{L}]{1,3}\\s+(${word})(?![\\p{L}\\p{M}]))`),
    slavic: compile(`^(\\d{1,3})\\s+(${slavicWords})(?![\\p{L}])`),
    ordinal: compile(`^[第제]\\s*(\\d{1,3}|${cjkNumber})\\s*(${countedSuffixes})`),
    numberAlone: compile(
      `^(${digits})(?:[.):、|\\]]+(?!\\d)|\\s+[\\p{Pd}|]|[\\p{Pd}]\\s|$)\\s*(?:(${word})(?![\\p{L}\\p{M}]))?`,
    ),
    count: compile(`^(\\d{1,2})\\s+(?!(?:${word})s?(?![\\p{L}]))[\\p{L}]`),
    otherNumber: compile(
      `^(?:(\\d{1,3}(?:\\.\\d{1,3})+)\\.?\\s+[^\\s\\d]|([a-z]{1,2}\\d{1,2}(?:\\.\\d{1,2})+)(?=[\\s:.)\\p{Pd}]|$)|(${cjkNumber})[、.:)]|([ivx]{1,4})[.)]\\s)`,
    ),
    twoWords: compile("^([^\\s\\p{N}]+)\\s+(?=\\S)"),
    betweenParts: compile("[:(|]|\\s[\\p{Pd}]+\\s|[–—]"),
    edges: compile(`^${lead}|[^\\p{L}\\p{N}]+$`),
  };
}

const slavicWords =
  "фаза|этап|етап|неделя|тиждень|месяц|місяць|шаг|крок|стадия|стадія|часть|частина|уровень|рівень|модуль|глава|раздел|розділ|спринт|блок|квартал|семестр";

/** Whether no other language can tell more about the label: its letters are those of ASCII, and its words English. */
function isEnglishLabel(label: string): boolean {
  if (!hasPlainLetters(label)) return false;
  const words = label.match(/[a-z]+/g) ?? [];
  return words.every((word) => isEnglish(word) || !mayBePhase(word));
}

/** Compiling the patterns takes longer than reading most files. */
function mayHaveNumber(label: string): boolean {
  const [, first = "", other = ""] = /^[^a-z]*([a-z]+)(.?)/.exec(label) ?? [];
  return /\d/.test(label) || (isEnglish(first) && other !== "") || (/^[ivx]{1,4}$/.test(first) && /[.)]/.test(other));
}

/** In another language, in plural or joined with `no`. */
function mayBePhase(word: string): boolean {
  return [/s$/, /(?:no|nr|num|ke)$/].some(
    (ending) => findInTable(asciiPhases(), word.replace(ending, "")) !== undefined,
  );
}

const isEnglish = (word: string) => englishSet().has(word);
const englishSet = lazy(() => new Set(englishPhaseWords.split(" ").flatMap((word) => [word, word.replace(/s$/, "")])));

/** Null unless the text is a phase by a phase word with a number or label, or begins with a number. */
export const phaseNumbering = memoizeText((text): PhaseNumbering | null => {
  const whole = joinNumbers(asciiDigits(text));
  const isInEnglish = isEnglishLabel(whole);
  if (isInEnglish && !mayHaveNumber(whole)) return null;
  const patterns = isInEnglish ? englishPatterns() : allPatterns();
  const label = whole.replace(patterns.lead, "");
  if (label === "") return null;
  return (
    withWord(label, patterns) ?? alone(label, patterns) ?? afterOneWord(label, patterns) ?? inLaterPart(label, patterns)
  );
});

function withWord(label: string, patterns: PhasePatterns): PhaseNumbering | null {
  const { wordFirst, wordAndLetter, numberFirst, slavic, ordinal } = patterns;
  // No pattern is used that cannot match, because V8 compiles each at its first use.
  if (/^\d/.test(label)) {
    const [, number, suffix, word = ""] = numberFirst.exec(label) ?? slavic.exec(label) ?? [];
    return number === undefined ? null : numbering(suffix ?? word, number);
  }
  const [, word, number] = wordFirst.exec(label) ?? wordAndLetter.exec(label) ?? [];
  if (word !== undefined && number !== undefined) return numbering(word, number);
  const [, counted, suffix = ""] = ordinal.exec(label) ?? [];
  return counted === undefined ? null : numbering(suffix, counted);
}

function alone(label: string, { numberAlone, otherNumber, count }: PhasePatterns): PhaseNumbering | null {
  const [, number, word = ""] = numberAlone.exec(label) ?? [];
  if (number !== undefined) return numbering(word, number);
  const other = otherNumber
    .exec(label)
    ?.slice(1)
    .find((part) => part !== undefined);
  if (other !== undefined) return numbering("", other);
  const counted = count.exec(label)?.[1];
  return counted === undefined ? null : { ...numbering("", counted), mayBeCount: true };
}

/** `Learning Phase 2`, but not `After Phase 2`. */
function afterOneWord(label: string, { twoWords, wordFirst }: PhasePatterns): PhaseNumbering | null {
  const [lead = "", word = ""] = twoWords.exec(label) ?? [];
  if (lead === "" || prepositions.test(word)) return null;
  const [, phaseWord, number] = wordFirst.exec(label.slice(lead.length)) ?? [];
  return phaseWord === undefined || number === undefined ? null : numbering(phaseWord, number);
}

const prepositions =
  /^(?:after|before|beyond|post|pre|until|since|nach|vor|apres|avant|despues|antes|apos|dopo|prima|после|до|після|efter|fore|before|na|voor|po|przed|sau|sonra)$/;

/** `Servers (Week 2)`, `Go – Phase 2`: the whole part. */
function inLaterPart(label: string, patterns: PhasePatterns): PhaseNumbering | null {
  for (const part of label.split(patterns.betweenParts).slice(1)) {
    const inner = part.replace(patterns.edges, "").replace(patterns.edges, "");
    const match = patterns.wordFirst.exec(inner) ?? patterns.ordinal.exec(inner);
    if (match && match[0].length === inner.length) return withWord(inner, patterns);
  }
  return null;
}

function numbering(word: string, label: string): PhaseNumbering {
  return {
    word: word.replace(/s$/, ""),
    label: label.replace(/(?<!\d)0+(?=\d)/g, ""),
    number: numberOf(label),
    mayBeCount: false,
  };
}

function numberOf(label: string): number | null {
  const digits = /\d+/.exec(label)?.[0];
  if (digits !== undefined) return Number(digits);
  const roman = romanNumbers.indexOf(label);
  if (roman > 0) return roman;
  for (const words of smallNumbers) {
    const value = foldAccents(words).split(" ").indexOf(label);
    if (value >= 0) return value;
  }
  const [tens, ones] = label.includes("十") ? label.split("十") : ["", label];
  const digit = (text = "") => cjkDigits.indexOf(text);
  const value = (label.includes("十") ? 10 * (tens === "" ? 1 : digit(tens)) : 0) + (ones === "" ? 0 : digit(ones));
  return value >= 0 && new RegExp(`^${cjkNumber}$`).test(label) ? value : null;
}

/** The number of a phase; null if it has none. */
export function phaseNumberIn(label: string): number | null {
  if (/^\d+$/.test(label)) return Number(label);
  const numbered = phaseNumbering(label);
  return numbered === null || numbered.mayBeCount ? null : numbered.number;
}

/**
 * Numbers that belong together: a decimal, a list or range without spaces, or a short one with spaces at the end of the
 * label.
 */
const joinedNumbers =
  /\d+(?:[.,\-‐-―−~〜～/&+]\d+)+|\d+\s*(?:[,\-‐-―−~〜～/&+]|to|and)\s*\d{1,2}(?=\s*(?:[:：).|]|$))/g;

/** The normalized text without accents; each list or range of numbers is one word. */
export function joinNumbers(text: string): string {
  return normalize(text).replace(joinedNumbers, (numbers) =>
    numbers
      .replace(/\s+/g, "")
      .replace(/[‐-―−~〜～]|to/g, "-")
      .replace("and", "&"),
  );
}

/** Keycaps and the digits of other scripts as those that JavaScript reads. */
function asciiDigits(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return foldAccents(
    text
      .replace(/(?:\d\uFE0F?\u20E3)+/gu, (keycaps) => `${keycaps.replace(/[^\d]/g, "")}. `)
      .replaceAll("🔟", "10. ")
      .replace(/[٠-٩۰-۹๐-๙]/g, (digit) => `${(digit.codePointAt(0) ?? 0) & 15}`)
      .replace(/[०-९০-৯]/g, (digit) => `${((digit.codePointAt(0) ?? 0) & 15) - 6}`),
  );
}
