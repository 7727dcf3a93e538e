// Align roadmap: the topic tables of the file with their pipes under each other, as a change like any other.

import { exitCodes, UserError } from "../model/errors.js";
import { alignmentEdits } from "../operations/align-table.js";
import { verifyAlignment } from "../operations/verify-alignment.js";
import { defaultMaxBytes } from "../store/read-file.js";
import { applyEdits, type Edit } from "../text/edit.js";
import { lineAt, lineStarts } from "../text/line-index.js";
import { type ChangeReport, type PlannedChange, unchanged } from "./change-roadmap.js";
import { type OpenedRoadmap, type OpenRequest, openRoadmap } from "./open-roadmap.js";
import { parseBlocks } from "./parse-text.js";
import { refuseConflict } from "./plan-steps.js";

interface PlannedAlignment extends PlannedChange {
  /** In file order. */
  readonly tables: readonly TableAlignment[];
}

export interface TableAlignment {
  /** Of its header, counted from 1. */
  readonly line: number;
  /** Without the header. */
  readonly rows: number;
  /** Whether it was so already. */
  readonly isAligned: boolean;
}

/**
 * Topic tables only: other tables are prose, which merges line by line, so that drawing them anew would cost conflicts.
 * @throws UserError (exit 4) while the file holds an unfinished merge, or when it would grow too large to be read
 */
export function planAlignment(maxBytes = defaultMaxBytes): (opened: OpenedRoadmap) => Promise<PlannedAlignment> {
  return async (opened) => {
    const { tables, edits } = alignmentOf(opened);
    const { roadmap } = opened;
    if (edits.length === 0) return { edits, text: roadmap.text, steps: [], tables };
    const text = applyEdits(roadmap.text, edits);
    if (Buffer.byteLength(text) > maxBytes) throw tooLarge(opened, maxBytes);
    verifyAlignment(roadmap, { text, blocks: await parseBlocks(text) });
    const summary = "align the topic tables";
    const steps = [{ kind: "change" as const, summary, changed: [], edits }];
    return { edits, text, steps, subject: `roadmap: ${summary}`, tables };
  };
}

/** Only looks which tables are aligned. */
export async function checkAlignment(request: OpenRequest): Promise<ChangeReport<PlannedAlignment>> {
  const opened = await openRoadmap(request);
  const { tables } = alignmentOf(opened);
  const report = unchanged(opened);
  return { ...report, planned: { ...report.planned, tables } };
}

function alignmentOf(opened: OpenedRoadmap): Pick<PlannedAlignment, "tables" | "edits"> {
  refuseConflict(opened);
  const { text, tables } = opened.roadmap;
  const starts = lineStarts(text);
  const all: Edit[] = [];
  const alignments = tables.map(({ table }) => {
    const edits = alignmentEdits(text, table);
    for (const edit of edits) all.push(edit);
    const line = lineAt(starts, table.span.start) + 1;
    return { line, rows: table.rows.length, isAligned: edits.length === 0 };
  });
  return { tables: alignments, edits: all };
}

function tooLarge({ file }: OpenedRoadmap, maxBytes: number): UserError {
  return new UserError({
    code: "FILE_TOO_LARGE",
    message: `aligned, ${file.path} would be larger than ${maxBytes} bytes, and no command would read it`,
    hint: "shorten its longest cells, or allow more with `--max-size BYTES`",
    exitCode: exitCodes.fileProblem,
  });
}
