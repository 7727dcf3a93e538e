// History data: the contents of commits and the journal, as JSON.

import type { ChangeReport } from "../app/change-roadmap.js";
import type { DiffReport } from "../app/history/diff.js";
import type { LogReport } from "../app/history/log.js";
import type { VerifyReport } from "../app/history/verify.js";
import type { ListedJournal } from "../app/undo/journal-history.js";
import type { PlannedReversal } from "../app/undo/plan-reversal.js";
import type { Direction } from "../app/undo/verify-reversal.js";
import { type Comparison, countsOf } from "../model/history/compare.js";
import type { HistoryEntry, SubjectChange } from "../model/history/history.js";
import { savingData } from "./changes.js";
import type { ComparisonData, LogEntryData, UnreadableData } from "./envelopes/history.js";
import type { Envelope } from "./envelopes/index.js";
import { fileData } from "./roadmap.js";

export function diffData({ opened, from, to, comparison }: DiffReport): Envelope {
  const versionData = ({ commit, day }: DiffReport["from"]) => ({ commit, day });
  return {
    kind: "diff",
    ...fileData(opened),
    from: versionData(from),
    to: to && versionData(to),
    ...comparisonData(comparison),
    counts: countsOf(comparison),
  };
}

/** @param leftOut the number of entries beyond those of the report */
export function logData(
  { opened, subject, uncommitted, entries, unreadable, since }: LogReport,
  leftOut: number,
): Envelope {
  return {
    kind: "log",
    ...fileData(opened),
    subject,
    uncommitted: uncommitted && comparisonData(uncommitted),
    entries: entriesData(entries),
    leftOut,
    since,
    unreadable: unreadableData(unreadable),
  };
}

export function verifyData({ opened, checked, silent, mismatches, unreadable }: VerifyReport): Envelope {
  return {
    kind: "verify",
    ...fileData(opened),
    checked,
    silent,
    mismatches: mismatches.map(({ entry: { commit, day, author, subject }, claimed: said, done }) => ({
      commit,
      day,
      author,
      subject,
      said,
      done,
    })),
    unreadable: unreadableData(unreadable),
  };
}

export function comparisonData({ hasOtherText, ...comparison }: Comparison): ComparisonData {
  return { ...comparison, otherText: hasOtherText };
}

function entriesData(entries: readonly HistoryEntry[]): LogEntryData[] {
  return entries.flatMap(({ commit, day, author, subject, path, renamedFrom, kind, comparison }) => {
    if (kind === "joined" || kind === "unreadable") return [];
    return [
      { commit, day, author, subject, path, renamedFrom, kind, change: comparison && comparisonData(comparison) },
    ];
  });
}

export function subjectChangeData({ entry: { commit, day, author, subject }, difference }: SubjectChange) {
  return { commit, day, author, subject, change: difference };
}

function unreadableData(entries: readonly HistoryEntry[]): UnreadableData {
  return entries.map(({ commit, day, trouble }) => ({ commit, day, reason: trouble ?? "" }));
}

interface Reversed {
  readonly direction: Direction;
  readonly isDryRun: boolean;
}

export function reversalData(report: ChangeReport<PlannedReversal>, { direction, isDryRun }: Reversed): Envelope {
  const { reversed, left, isChangedSince, problem } = report.planned;
  return {
    kind: "reversal",
    ...savingData(report, isDryRun),
    direction,
    reversed: reversed.map(({ change: { summary, at, changed }, isAlready }) => ({
      summary,
      at,
      already: isAlready,
      changed: changed.map(({ from, to, ...rest }) =>
        direction === "undo" ? { ...rest, from: to, to: from } : { ...rest, from, to },
      ),
    })),
    left,
    changedSince: isChangedSince,
    journalProblem: problem,
  };
}

export function journalData({ path, changes, problem }: ListedJournal): Envelope {
  return {
    kind: "journal",
    file: path,
    changes: changes.map(({ number, state, change: { id, summary, at, changed } }) => ({
      id,
      number,
      summary,
      at,
      state,
      changed,
    })),
    journalProblem: problem,
  };
}
