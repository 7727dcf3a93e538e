// Status forms: the status in a cell of a check column or a percent column.

import { answerIn } from "../model/answer-words.js";
import { plainText } from "../model/inline-text.js";
import { readPercent } from "../model/percent.js";
import { statusOfPercent } from "../model/read-status.js";
import type { TopicTable } from "../model/roadmap.js";
import { memoizeText } from "../text/memoize.js";
import type { CellReading } from "./read-vocabulary.js";

type CellReader = (raw: string) => CellReading;

interface StatusColumn {
  readonly form: TopicTable["statusForm"];
  readonly header: string;
  /** The different texts of its cells, as written. */
  readonly texts: Iterable<string>;
}

/**
 * How the cells of such a column are read. A percentage, share or bar is how much of a topic is done; yes and no are
 * done and not started. Whatever else a cell says is read as in a status column.
 */
export function readerForForm({ form, header, texts }: StatusColumn, read: CellReader): CellReader {
  if (form === "words") return read;
  if (form === "check") {
    const isCrossNo = crossMeansNo(header, texts);
    return memoizeText((raw) => {
      if (isCrossNo && isCross(plainText(raw))) return "not-started";
      const reading = read(raw);
      return reading === "unknown" || reading === "unclear" ? (answerStatus(plainText(raw)) ?? reading) : reading;
    });
  }
  return memoizeText((raw) => {
    const text = plainText(raw);
    const percent = readPercent(text) ?? percentOfBar(text);
    return percent === null ? read(raw) : statusOfPercent(percent);
  });
}

function isCross(text: string): boolean {
  return text === "x" || text === "X";
}

/** An x is a check, unless the column has another sign for yes (`O` and `X`), or its header is Korean or Japanese. */
function crossMeansNo(header: string, texts: Iterable<string>): boolean {
  if (/[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(header)) return true;
  for (const raw of texts) {
    const text = plainText(raw);
    if (!isCross(text) && answerIn(text) === "yes") return true;
  }
  return false;
}

function answerStatus(text: string): "done" | "not-started" | null {
  const answer = answerIn(text);
  return answer === "neither" ? null : answer === "yes" ? "done" : "not-started";
}

/** `███░░` */
function percentOfBar(text: string): number | null {
  if (!/^[█▓▒░▰▱■□▮▯⬛⬜🟩🟦]{3,}$/u.test(text)) return null;
  const marks = [...text];
  return (100 * marks.filter((mark) => /[█▓▰■▮⬛🟩🟦]/u.test(mark)).length) / marks.length;
}
