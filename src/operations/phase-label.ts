// Phase label: the label of a new phase among its siblings: `Phase 4: Operations` after `Phase 3: …`.

import { columnWords } from "../model/column-words.js";
import { phaseTitle } from "../model/roadmap.js";
import { fold } from "../text/normalize.js";

interface Numbered {
  /** Symbols before the word: an emoji, emphasis marks. */
  readonly lead: string;
  /** The word before the number with the space after it; empty if there is none. */
  readonly word: string;
  readonly number: number;
  readonly separator: string;
  readonly name: string;
}

const shape = /^(.*?)(\p{L}*[ .#-]*)(\d+)([ \t]*[.:)|*_–—-]+[ \t]*|[ \t]+|)(.*)$/su;

/** A heading split into its parts; null if it has no number. */
export function numberedLabel(content: string): Numbered | null {
  const [, lead = "", word = "", number = "", separator = "", name = ""] = shape.exec(content) ?? [];
  return number === "" ? null : { lead, word, number: Number(number), separator, name };
}

/**
 * The label with the next number if all siblings are numbered in the same way, otherwise just the name. A name that is
 * only a number becomes the number of the phase.
 * @param siblings the contents of their headings as written in the file
 */
export function nextLabel(siblings: readonly string[], name: string): string {
  const numbered = siblings.map(numberedLabel).filter((one) => one !== null);
  const last = numbered.at(-1);
  if (!last || numbered.length < siblings.length || !isNumbering(numbered))
    return phaseTitle({ label: name, name: null });
  const own = numberedLabel(name);
  if (own && own.lead === "" && fold(own.word) === fold(last.word) && last.word !== "") return name;
  const isSameLead = numbered.every(({ lead }) => lead === last.lead);
  const lead = isSameLead && (numbered.length > 1 || /^[*_]*$/.test(last.lead)) ? last.lead : "";
  if (own && isBareNumber(own)) return `${lead}${last.word}${own.number}`;
  const separator = numbered.findLast((one) => one.name !== "")?.separator || ": ";
  return `${lead}${last.word}${Math.max(...numbered.map(({ number }) => number)) + 1}${separator}${name}`;
}

/** Whether both have the same number and word, and the second has no name: `Phase 1: Basics`, `Phase 1`. */
export function isSameNumber(content: string, label: string): boolean {
  const [one, other] = [numberedLabel(content), numberedLabel(label)];
  if (!one || !other || other.name !== "") return false;
  return one.number === other.number && fold(one.word) === fold(other.word);
}

function isBareNumber({ lead, word, name }: Numbered): boolean {
  return `${lead}${word}${name}` === "";
}

/**
 * The same word before all numbers, which must ascend. A single number needs a word for phases, or must come first and
 * be followed by a separator.
 */
function isNumbering(numbered: readonly Numbered[]): boolean {
  const [first, second] = numbered;
  if (!first || numbered.some(({ word }) => fold(word) !== fold(first.word))) return false;
  if (first.word === "" && numbered.some(({ lead }) => /[\p{L}\p{N}]/u.test(lead))) return false;
  if (second) return numbered.every(({ number }, index) => index === 0 || number > (numbered[index - 1]?.number ?? 0));
  const word = fold(first.word).replace(/[ .#-]+$/, "");
  return word === "" ? first.lead === "" && first.separator.trim() !== "" : columnWords.phase.includes(word);
}
