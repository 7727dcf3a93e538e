// History lines: what commits changed in one topic or task, one sentence each, newest first.

import { nameToType } from "../model/address.js";
import type { Day } from "../model/dates.js";
import type { SubjectChange } from "../model/history/history.js";
import type { Thing } from "../model/names.js";
import type { Roadmap } from "../model/roadmap.js";
import { visible } from "../text/visible.js";
import { fitInColumns, padToColumns } from "../text/width.js";
import type { Canvas } from "./canvas.js";
import { dayText } from "./day-words.js";
import { differenceSentence } from "./difference-sentence.js";
import { namingFile, wrapText } from "./wrap.js";

interface History {
  readonly thing: Thing;
  readonly changes: readonly SubjectChange[];
  readonly today: Day;
  /** At least this many columns are for the days. */
  readonly dayWidth: number;
}

const maxShown = 10;
const shortId = 7;
/** In narrower terminals, sentences take precedence over commits. */
const minSentence = 12;

/** `18 Nov  started  ffcccbb`; no lines if there are none. */
export function historyLines(roadmap: Roadmap, history: History, canvas: Canvas): string[] {
  const { thing, changes, today, dayWidth } = history;
  const { paint, width, signs } = canvas;
  if (changes.length === 0) return [];
  const shown = changes.slice(0, maxShown);
  const days = shown.map(({ entry: { day } }) => (day === null ? "no date" : dayText(day, today, canvas)));
  const forDays = Math.max(dayWidth, ...days.map(({ length }) => length));
  const withId = width - 2 - forDays - 2 - 2 - shortId;
  const hasId = withId >= minSentence;
  const room = hasId ? withId : width - 2 - forDays - 2;
  const lines = shown.map(({ entry, difference }, index) => {
    const sentence = fitInColumns(
      differenceSentence(difference, entry.day, signs.arrow),
      Math.max(1, room),
      signs.ellipsis,
    );
    const padded = width === Number.POSITIVE_INFINITY ? sentence : padToColumns(sentence, room);
    const id = hasId ? `  ${paint.dim(entry.commit.slice(0, shortId))}` : "";
    return `  ${paint.dim((days[index] ?? "").padEnd(forDays))}  ${padded}${id}`.trimEnd();
  });
  const all = namingFile(`\`roadmap log ${visible(nameToType(roadmap, thing))}\` shows all ${changes.length}`, canvas);
  const more = changes.length > maxShown ? wrapText(`${signs.ellipsis} ${all}`, width, { first: 2, rest: 4 }) : [];
  return ["", `  ${paint.head("History")}`, ...lines, ...more];
}
