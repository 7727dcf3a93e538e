// Status meanings: what words mean in a status column, known ones and known ones after "not" or "partly".

import { findInTable } from "../text/word-table.js";
import { answerIn } from "./answer-words.js";
import { englishStatuses, foreignModifiers, foreignStatuses } from "./languages.js";
import { statuses, type Vocabulary } from "./status.js";
import type { WordMeaning } from "./status-words.js";

/** @param key as `statusKey` returns it */
export function meaningOfWords(key: string): WordMeaning | undefined {
  const found = findInTable(englishStatuses(), key) ?? (mayBeForeign(key) ? findInTable(foreignStatuses(), key) : "");
  const status = found ? statuses[Number(found[0])] : undefined;
  return status && { status, isThin: found?.endsWith("*") ?? false };
}

/** No known words contain a digit, and none of another language begin with those of an English status. */
function mayBeForeign(key: string): boolean {
  return !/\d/.test(key) && !beginnings(key).some((words) => findInTable(englishStatuses(), words) !== undefined);
}

/** More than a modifier or an English status has. */
const maxWords = 4;

/** The first word, the first two and so on, each with more words after it. */
function beginnings(words: string): string[] {
  const found: string[] = [];
  for (let at = words.indexOf(" "); at > 0 && found.length < maxWords; at = words.indexOf(" ", at + 1))
    found.push(words.slice(0, at));
  return found;
}

/** @param words as `statusKey` returns them */
export function wordMeaningOf(words: string, { meanings }: Vocabulary): WordMeaning | undefined {
  const own = meanings.get(words);
  if (own) return { status: own, isThin: false };
  return meaningOfWords(words) ?? answerMeaning(words) ?? modifiedMeaning(words);
}

/** A single letter is an answer only in a column that asks for one. */
function answerMeaning(words: string): WordMeaning | undefined {
  const answer = /^\w?$/.test(words) ? "neither" : answerIn(words);
  return answer === "neither" ? undefined : { status: answer === "yes" ? "done" : "not-started", isThin: true };
}

/** A thin word is not negated: who has "not passed" may have failed. */
function modifiedMeaning(words: string): WordMeaning | undefined {
  const modified = modifiedParts(words).filter(({ rest }) => {
    const meaning = meaningOfWords(rest);
    return meaning?.status === "done" && !meaning.isThin;
  });
  if (modified.length === 0) return undefined;
  const isNot = modified.some(({ modifier }) => modifier === "not");
  return { status: isNot ? "not-started" : "in-progress", isThin: false };
}

/** Whether the words begin with "not", in any language. */
export function isNegated(words: string): boolean {
  return negatedWithoutSpace.test(words) || modifiedParts(words).some(({ modifier }) => modifier === "not");
}

interface ModifiedPart {
  readonly modifier: string;
  readonly rest: string;
}

/** Every way to read the words as a modifier and the rest. */
function modifiedParts(words: string): ModifiedPart[] {
  const parts = beginnings(words).flatMap((beginning): ModifiedPart[] => {
    const modifier = modifierOf(beginning, words);
    return modifier === undefined ? [] : [{ modifier, rest: words.slice(beginning.length + 1) }];
  });
  if (/^[ -~]*$/.test(words)) return parts;
  const [negated, after, partly] = [negatedWithoutSpace, negatedAfter, partlyWithoutSpace].map(
    (pattern) => pattern.exec(words)?.[1],
  );
  if (negated ?? after) parts.push({ modifier: "not", rest: negated ?? after ?? "" });
  if (partly) parts.push({ modifier: "partly", rest: partly });
  return parts;
}

function modifierOf(beginning: string, words: string): string | undefined {
  if (/^(?:not|not yet|no)$/.test(beginning)) return "not";
  if (/^(?:partially|partly|half|almost|nearly|mostly)$/.test(beginning)) return "partly";
  return mayBeForeign(words) ? findInTable(foreignModifiers(), beginning) : undefined;
}

const negatedWithoutSpace = /^(?:未|没有|没|沒有|沒|还没|還沒|尚未|还未|미|ยังไม่) ?(.+)$/;
const negatedAfter = /^(.+) (?:नहीं|নয়)$/;
const partlyWithoutSpace = /^(?:部分|基本|부분|일부|거의) ?(.+)$/;
