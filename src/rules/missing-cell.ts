// Missing cells: what some topics of a table have and others lack: finish dates, proofs, phases.

import { numberToType } from "../model/address.js";
import type { ColumnKind } from "../model/columns.js";
import { isBlankCell } from "../model/inline-text.js";
import { cellText, type Roadmap, type Topic } from "../model/roadmap.js";
import { inQuotes } from "../text/in-quotes.js";
import { type Finding, type Rule, spanOf, topicsByTable } from "./rule.js";

export const doneWithoutDate: Rule = {
  code: "DONE_WITHOUT_DATE",
  severity: "note",
  means: "a done topic without a finish date, in a table with a finish date column",
  find({ roadmap }) {
    return [...topicsByTable(roadmap).values()].flatMap((topics) => {
      const done = topics.filter(({ status }) => status === "done");
      return missingCells(roadmap, done, {
        column: "finished",
        what: "a finish date",
        hint: (name) => `roadmap set ${name} --finished DATE`,
      });
    });
  },
};

export const doneWithoutProof: Rule = {
  code: "DONE_WITHOUT_PROOF",
  severity: "note",
  means: "a done topic that names deliverables but has no proof link",
  find({ roadmap }) {
    return [...topicsByTable(roadmap).values()].flatMap((topics) => {
      const done = topics.filter((topic) => topic.status === "done" && !isBlank(roadmap, topic, "deliverables"));
      return missingCells(roadmap, done, {
        column: "proof",
        what: "a proof link",
        hint: (name) => `roadmap finish ${name} --proof URL`,
      });
    });
  },
};

/** Where only the first row of each phase names it, the blank cells below mean the same phase. */
export const missingPhase: Rule = {
  code: "PHASE_MISSING",
  severity: "note",
  means: "a topic without a phase, in a table where others have one",
  find({ roadmap }) {
    return [...topicsByTable(roadmap)].flatMap(([{ columns }, topics]) => {
      if (!columns.has("phase")) return [];
      const missing = topics.filter((topic) => isBlank(roadmap, topic, "phase"));
      const having = topics.length - missing.length;
      if (missing.length === 0 || having <= missing.length) return [];
      const labels = new Set(topics.filter((topic) => !missing.includes(topic)).map(({ phase }) => phase?.label));
      if (labels.size === having) return [];
      return missing.map((topic) => ({
        span: spanOf(topic, "topic"),
        message: `${inQuotes(topic.name)} has no phase, but ${having} others in its table do`,
        hint: `roadmap set ${numberToType(roadmap, topic)} --phase PHASE`,
      }));
    });
  },
};

interface MissingCell {
  readonly column: ColumnKind;
  /** With its article: `a finish date`. */
  readonly what: string;
  /** The command that fills in the cell of a topic with this number. */
  readonly hint: (name: string) => string;
}

/**
 * One finding for each missing cell, or one for the whole column if it is empty.
 * @param topics those of one table that should have the cell
 */
function missingCells(roadmap: Roadmap, topics: readonly Topic[], { column, what, hint }: MissingCell): Finding[] {
  const missing = topics.filter((topic) => isBlank(roadmap, topic, column));
  const [first, another] = missing;
  if (!first?.table.columns.has(column)) return [];
  if (another && missing.length === topics.length) {
    const message = `${topics.length} topics in this table are done, but none has ${what}`;
    return [{ span: spanOf(first, "topic"), message, hint: hint(numberToType(roadmap, first)) }];
  }
  return missing.map((topic) => {
    const message = `${inQuotes(topic.name)} is done but has no ${what.replace(/^an? /, "")}`;
    return { span: spanOf(topic, "topic"), message, hint: hint(numberToType(roadmap, topic)) };
  });
}

export function isBlank(roadmap: Roadmap, topic: Topic, column: ColumnKind): boolean {
  return isBlankCell(cellText(roadmap, topic, column));
}
