// Phase words: how headings and cells say that they are a phase, in many languages, and which headings name none.

import { lazy, memoizeText } from "../text/memoize.js";
import { foldAccents, normalize } from "../text/normalize.js";

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

/**
 * One language or family per line. Words for a day are missing: a day is an ordinal inside a phase. Words that people
 * use for what they learn, such as lesson, course or project, are missing too.
 */
const spelledWords = `
phase week weeks wk month months stage step sprint part level unit module chapter quarter semester term section milestone block cycle tier track iteration session year
fase semana semanas mes mês meses etapa paso passo módulo parte nivel nível unidad unidade bloque bloco capítulo ciclo trimestre semestre bimestre sección seção sesión sessão año
semaine semaines mois étape partie niveau unité chapitre bloc séance année
woche wochen monat monate schritt teil stufe modul kapitel abschnitt etappe quartal halbjahr einheit jahr
settimana settimane mese mesi tappa livello unità capitolo sezione blocco anno
maand stap deel hoofdstuk kwartaal blok
faza tydzień tygodnie miesiąc etap krok część poziom moduł rozdział kwartał semestr sekcja
fáze týden měsíc část úroveň kapitola čtvrtletí
fas vecka månad steg del nivå termin etapp uke uge måned trin kapittel
vaihe viikko kuukausi askel osa taso moduuli luku jakso
fázis hét hónap szakasz lépés rész szint fejezet negyedév ütem
fază faza săptămâna săptămână luna lună etapa pasul partea nivelul modulul capitolul trimestrul semestrul
фаза этап неделя недели месяц шаг стадия часть уровень модуль глава раздел спринт блок квартал семестр ступень
етап тиждень тижні місяць крок стадія частина рівень розділ
faz hafta ay aşama adım bölüm seviye modül kısım dönem çeyrek ünite evre
φάση εβδομάδα μήνας στάδιο βήμα μέρος επίπεδο ενότητα κεφάλαιο εξάμηνο
مرحلة المرحلة أسبوع الأسبوع اسبوع الاسبوع شهر الشهر خطوة الخطوة جزء الجزء مستوى المستوى وحدة الوحدة فصل الفصل قسم القسم
שלב שבוע חודש צעד חלק רמה מודול פרק יחידה סמסטר ספרינט
فاز مرحله هفته ماه گام بخش سطح ماژول فصل قسمت
चरण सप्ताह हफ्ता महीना माह कदम भाग स्तर मॉड्यूल अध्याय इकाई
ধাপ পর্যায় পর্ব সপ্তাহ মাস ভাগ অংশ স্তর মডিউল অধ্যায় ইউনিট
阶段 階段 周 週 月 步骤 步驟 部分 模块 模組 单元 單元 章节 章節 章 级别 級別 季度 学期 學期 冲刺
フェーズ ステージ ステップ スプリント パート レベル モジュール ユニット セクション
단계 주차 파트 레벨 모듈 유닛 챕터 섹션 스테이지 스텝 스프린트 페이즈 학기 분기
giai_đoạn tuần tháng bước phần cấp_độ chương học_phần mô-đun chặng kỳ học_kỳ quý
tahap minggu pekan bulan langkah bagian bahagian bab peringkat tingkat
เฟส ระยะ สัปดาห์ เดือน ขั้นตอน ขั้น ส่วน ระดับ โมดูล บท หน่วย`;

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

/** The words for "phase" itself: cells that say `1` mean these, but not weeks or levels. */
const wordsForPhase = lazy(() => {
  const words = `
phase fase faz faza fáze fas vaihe fázis fază фаза этап етап etap etapa étape aşama evre φάση مرحلة المرحلة שלב فاز مرحله चरण ধাপ পর্যায়
阶段 階段 フェーズ 단계 페이즈 giai_đoạn tahap เฟส ระยะ`;
  return new Set(
    foldAccents(words)
      .replaceAll("_", " ")
      .split(/ (?!đoan)/),
  );
});

/** Whether cells that only contain the number mean it. */
export function isNumberAlone({ word }: PhaseNumbering): boolean {
  return word === "" || wordsForPhase().has(word);
}

/** Whether a heading has a number and no phase word: above phases, it is a track, and its number that of the track. */
export function hasNumberOnly(label: string): boolean {
  return phaseNumbering(label)?.word === "";
}

const patterns = lazy(() => {
  const words = [...new Set(foldAccents(spelledWords).split(" "))];
  const word = words
    .sort((a, b) => b.length - a.length)
    .join("|")
    .replaceAll("_", " ");
  const digits = "\\d{1,3}(?:[.,/&+-]\\d{1,3})*[a-z]?(?![\\p{L}\\p{N}%/]|-\\d)";
  const joint = "[\\s.:#_\\p{Pd}]";
  const spelled = [...new Set(foldAccents(smallNumbers.join(" ")).split(" "))].join("|");
  return {
    wordFirst: new RegExp(
      `^(${word})(?:${joint}*(?:no|nr|num|ke|第|제|ที่)(?!\\p{L})|)${joint}*(${digits}|${cjkNumber})`,
      "u",
    ),
    wordAndLetter: new RegExp(`^(${word})${joint}+([ivx]+|${spelled}|\\p{L})(?=\\s*(?:$|[:.)(|,]|\\p{Pd}))`, "u"),
    numberFirst: new RegExp(`^(\\d{1,3})(?:\\s*(${suffixes})|-?\\p{L}{1,3}\\s+(${word})(?![\\p{L}\\p{M}]))`, "u"),
    slavic:
      /^(\d{1,3})\s+(фаза|этап|етап|неделя|тиждень|месяц|місяць|шаг|крок|стадия|стадія|часть|частина|уровень|рівень|модуль|глава|раздел|розділ|спринт|блок|квартал|семестр)(?!\p{L})/u,
    ordinal: new RegExp(`^[第제]\\s*(\\d{1,3}|${cjkNumber})\\s*(${countedSuffixes})`, "u"),
    numberAlone: new RegExp(
      `^(${digits})(?:[.):、|\\]]+(?!\\d)|\\s+[\\p{Pd}|]|\\p{Pd}\\s|$)\\s*(?:(${word})(?![\\p{L}\\p{M}]))?`,
      "u",
    ),
    count: new RegExp(`^(\\d{1,2})\\s+(?!(?:${word})s?(?!\\p{L}))\\p{L}`, "u"),
    otherNumber: new RegExp(
      `^(?:(\\d{1,3}(?:\\.\\d{1,3})+)\\.?\\s+[^\\s\\d]|([a-z]{1,2}\\d{1,2}(?:\\.\\d{1,2})+)(?=[\\s:.)\\p{Pd}]|$)|(${cjkNumber})[、.:)]|([ivx]{1,4})[.)]\\s)`,
      "u",
    ),
  };
});

/** Null unless the text is a phase by a phase word with a number or label, or begins with a number. */
export const phaseNumbering = memoizeText((text): PhaseNumbering | null => {
  const label = joinNumbers(asciiDigits(text)).replace(/^[^\p{L}\p{N}]+/u, "");
  if (label === "") return null;
  return atStart(label) ?? afterOneWord(label) ?? inLaterPart(label);
});

function atStart(label: string): PhaseNumbering | null {
  return withWord(label) ?? alone(label);
}

function withWord(label: string): PhaseNumbering | null {
  const { wordFirst, wordAndLetter, numberFirst, slavic, ordinal } = patterns();
  const [, word, number] = wordFirst.exec(label) ?? wordAndLetter.exec(label) ?? [];
  if (word !== undefined && number !== undefined) return numbering(word, number);
  const [, first, suffix, other] = numberFirst.exec(label) ?? slavic.exec(label) ?? ordinal.exec(label) ?? [];
  return first === undefined ? null : numbering(suffix ?? other ?? "", first);
}

function alone(label: string): PhaseNumbering | null {
  const { numberAlone, otherNumber, count } = patterns();
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
function afterOneWord(label: string): PhaseNumbering | null {
  const [lead = "", word = ""] = /^([^\s\p{N}]+)\s+(?=\S)/u.exec(label) ?? [];
  if (lead === "" || prepositions.test(word)) return null;
  const [, phaseWord, number] = patterns().wordFirst.exec(label.slice(lead.length)) ?? [];
  return phaseWord === undefined || number === undefined ? null : numbering(phaseWord, number);
}

const prepositions =
  /^(?:after|before|beyond|post|pre|until|since|nach|vor|apres|avant|despues|antes|apos|dopo|prima|после|до|після|efter|fore|before|na|voor|po|przed|sau|sonra)$/;

/** `Servers (Week 2)`, `Go – Phase 2`: the whole part. */
function inLaterPart(label: string): PhaseNumbering | null {
  for (const part of label.split(/[:(|]|\s\p{Pd}+\s|[–—]/u).slice(1)) {
    const inner = part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
    const match = patterns().wordFirst.exec(inner) ?? patterns().ordinal.exec(inner);
    if (match && match[0].length === inner.length) return withWord(inner);
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
