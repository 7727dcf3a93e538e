// Priority: how urgent a topic is, by the words, numbers and emoji of its priority cell.

import { countEach } from "../text/arrays.js";
import { memoizeText, memoizeWeakly } from "../text/memoize.js";
import { findInTable } from "../text/word-table.js";
import { hidesContent, plainText } from "./inline-text.js";
import { asciiPriorities, foreignPriorities } from "./languages.js";
import { priorityKey } from "./priority-words.js";
import { cellText, type Roadmap, type Topic, type TopicTable } from "./roadmap.js";

export interface Priority {
  /** 0 for the most urgent; `P2` and `2` have the rank 2, and so has `medium`. */
  readonly rank: number;
  /** The cell without Markdown. */
  readonly text: string;
}

/** How a text names a priority. A number by itself may count from any end, so it is never translated. */
type PriorityForm = "word" | "code" | "number" | "symbol";

interface PriorityReading {
  readonly rank: number;
  readonly form: PriorityForm;
}

/** By rank, as the Tasks plugin of Obsidian writes them. */
const rankSymbols = ["🔺", "⏫", "🔼", "🔽", "⏬"];

/** The priority of a topic; null if the cell is blank, missing or unknown. */
export function priorityOf(roadmap: Roadmap, topic: Topic): Priority | null {
  const text = plainText(cellText(roadmap, topic, "priority"));
  const reading = readPriority(text);
  return reading && { rank: reading.rank, text };
}

/** Whether two texts mean the same priority: `high`, `P1` and `⏫` do, but a number only means that number. */
export function isSamePriority(one: string, other: string): boolean {
  const [reading, otherReading] = [readPriority(plainText(one)), readPriority(plainText(other))];
  if (reading === null || reading.rank !== otherReading?.rank) return false;
  return (reading.form === "number") === (otherReading.form === "number");
}

/** Whether a text is a known priority; blank is none. */
export function isPriority(text: string): boolean {
  return readPriority(text) !== null;
}

/**
 * A typed priority in the spelling of the column: as a cell of the same rank spells it, or in the form of the other
 * cells (`P1` next to `P2`, `High` next to `LOW` as `HIGH`); as typed if neither tells. A word is never replaced by
 * another word that the column does not have: `urgent` stays `urgent` next to `high`.
 */
export function spelledPriority(roadmap: Roadmap, table: TopicTable, typed: string): string {
  const reading = readPriority(plainText(typed));
  if (!reading) return typed;
  const cells = spellingsIn(table, roadmap).filter(({ form }) => isSameScale(form, reading.form));
  const same = cells.find(({ rank }) => rank === reading.rank);
  const [first] = cells;
  const isOtherWord = reading.form === "word" && typed.toLowerCase() !== englishWords[reading.rank]?.toLowerCase();
  const inFormOfFirst = first && !(first.form === "word" && isOtherWord) ? inForm(first, reading.rank) : undefined;
  return same?.text ?? inFormOfFirst ?? typed;
}

interface Spelling extends PriorityReading {
  readonly text: string;
}

/** The priorities that the column writes without a remark, the most frequent first. */
const spellingsIn = memoizeWeakly((table: TopicTable, roadmap: Roadmap): Spelling[] => {
  const cells = roadmap.topics
    .filter((topic) => topic.table === table)
    .map((topic) => cellText(roadmap, topic, "priority"));
  return [...countEach(cells)]
    .sort(([, one], [, other]) => other - one)
    .flatMap(([text]) => {
      const reading = /[()]/.test(text) || hidesContent(text) ? null : readPriority(plainText(text));
      return reading ? { ...reading, text } : [];
    });
});

/** Numbers by themselves are on a scale of their own, except that `2` is a short form of `P2`. */
function isSameScale(written: PriorityForm, typed: PriorityForm): boolean {
  return typed === "number" ? written === "number" || written === "code" : written !== "number";
}

/** Undefined if the column does not show how it would write that rank. */
function inForm({ form, text, rank: own }: Spelling, rank: number): string | undefined {
  if (form === "symbol") return rankSymbols[rank];
  if (form === "code") return rank > 4 ? undefined : `${text.charAt(0)}${rank}`;
  const [known, word] = [englishWords[own], englishWords[rank]];
  if (form === "number" || known === undefined || word === undefined) return undefined;
  if (text === known.toUpperCase()) return word.toUpperCase();
  return text === known ? word : text === known.toLowerCase() ? word.toLowerCase() : undefined;
}

const englishWords = ["Critical", "High", "Medium", "Low", "Lowest"];

/**
 * Reads `High`, `P1`, `2`, `⏫`, and several that mean the same (`P1 - high`, `⏫ High (blocks the launch)`); null for
 * anything else.
 */
const readPriority = memoizeText((text): PriorityReading | null => {
  const symbols = rankSymbols.flatMap((symbol, rank): PriorityReading[] =>
    text.includes(symbol) ? [{ rank, form: "symbol" }] : [],
  );
  const key = priorityKey(text.replace(/\([^()]*\)/g, " "));
  const whole = readWords(key);
  const words = whole || key === "" ? [whole].filter((reading) => reading !== null) : key.split(" ").map(readWords);
  const [first, ...others] = [...symbols, ...words];
  return first && others.every((other) => other?.rank === first.rank) ? first : null;
});

function readWords(key: string): PriorityReading | null {
  const rank = findInTable(/^[ -~]*$/.test(key) ? asciiPriorities() : foreignPriorities(), key);
  if (rank !== undefined) return { rank: Number(rank), form: "word" };
  const [, code, number] = /^(?:p([0-4])|([1-5]))$/.exec(key) ?? [];
  if (code !== undefined) return { rank: Number(code), form: "code" };
  return number === undefined ? null : { rank: Number(number), form: "number" };
}
