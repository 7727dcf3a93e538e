// Align roadmap: aligns the pipes of the file's topic tables, as a change like any other.

import type { TablesReading } from "../markdown/read-roadmap.js";
import { UserError } from "../model/errors.js";
import { alignmentEdits, verifyAlignment } from "../operations/align-table.js";
import { defaultMaxBytes, type RoadmapFile } from "../store/read-file.js";
import { applyEdits, type Edit } from "../text/edit.js";
import { lineAt, lineStarts } from "../text/lines.js";
import { type ChangeReport, type ChangeRequest, changeRead, type PlannedChange, unchanged } from "./change-roadmap.js";
import { type OpenRequest, readRequested, roadmapPath } from "./open-roadmap.js";
import { parseBlocks, parseTables } from "./parse-text.js";
import { refuseConflict } from "./requested-operations.js";

interface PlannedAlignment extends PlannedChange {
  /** In file order. */
  readonly tables: readonly TableAlignment[];
}

export interface TableAlignment {
  /** The line of its header, counted from 1. */
  readonly line: number;
  /** Without the header. */
  readonly rows: number;
  /** Whether it was already aligned. */
  readonly isAligned: boolean;
}

/** The part of the file that aligning needs. */
interface OpenedTables extends TablesReading {
  readonly file: RoadmapFile;
}

type AlignmentReport = ChangeReport<PlannedAlignment, OpenedTables>;

/**
 * Topic tables only: other tables are prose, which merges line by line, so aligning them would cause conflicts.
 * @throws UserError (exit 4) if the file has unresolved merge conflicts, or would become too large to be read;
 * otherwise what `changeRoadmap` throws
 */
export async function alignRoadmap(request: Omit<ChangeRequest<PlannedChange>, "plan">): Promise<AlignmentReport> {
  return changeRead({ ...request, plan: (opened) => planAlignment(opened, request.maxBytes) }, readOpenedTables);
}

/** Only reports which tables are aligned. */
export async function checkAlignment(request: OpenRequest): Promise<AlignmentReport> {
  const opened = await readOpenedTables(await roadmapPath(request), request);
  const { tables } = alignmentOf(opened);
  const report = unchanged(opened);
  return { ...report, planned: { ...report.planned, tables } };
}

async function readOpenedTables(path: string, request: OpenRequest): Promise<OpenedTables> {
  const file = readRequested(path, request);
  return { file, ...(await parseTables(file.text)) };
}

async function planAlignment(opened: OpenedTables, maxBytes = defaultMaxBytes): Promise<PlannedAlignment> {
  const { tables, edits } = alignmentOf(opened);
  const { roadmap } = opened;
  if (edits.length === 0) return { edits, text: roadmap.text, steps: [], tables };
  const text = applyEdits(roadmap.text, edits);
  if (Buffer.byteLength(text) > maxBytes) throw tooLargeAligned(opened, maxBytes);
  verifyAlignment(roadmap, { text, blocks: await parseBlocks(text) });
  const summary = "align the topic tables";
  const steps = [{ kind: "change" as const, summary, changed: [], edits }];
  return { edits, text, steps, subject: `roadmap: ${summary}`, tables };
}

function alignmentOf(opened: OpenedTables): Pick<PlannedAlignment, "tables" | "edits"> {
  refuseConflict(opened);
  const { text, tables } = opened.roadmap;
  const starts = lineStarts(text);
  const edits: Edit[] = [];
  const alignments = tables.map(({ table }) => {
    const before = edits.length;
    const isAligned = alignmentEdits(text, table, edits).length === before;
    return { line: lineAt(starts, table.span.start) + 1, rows: table.rows.length, isAligned };
  });
  return { tables: alignments, edits };
}

function tooLargeAligned({ file }: OpenedTables, maxBytes: number): UserError {
  return new UserError(
    "FILE_TOO_LARGE",
    `aligning the tables would make ${file.path} larger than ${maxBytes} bytes, the size limit for reading`,
    "shorten the longest cells, or raise the limit with `--max-size BYTES`",
  );
}
