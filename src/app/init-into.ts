// Init into a file: puts a first topic table into a file that exists, as a change that can be undone.

import { UserError } from "../model/errors.js";
import type { Roadmap } from "../model/roadmap.js";
import { addTable } from "../operations/add-table.js";
import { placeName, titleOf } from "../operations/new-table.js";
import { folderName, isSameFile, newFilePath } from "../store/new-file.js";
import { applyEdits } from "../text/edit.js";
import { endingAt } from "../text/lines.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import { type ChangeReport, changeRoadmap } from "./change-roadmap.js";
import { defaultTitle, foundFrom } from "./init-roadmap.js";
import { type OpenedRoadmap, type OpenRequest, roadmapPath } from "./open-roadmap.js";
import { type OperationResult, type PlannedOperations, planOperations } from "./plan-operations.js";
import { refuseConflict, requestOperation } from "./requested-operations.js";

interface InitIntoRequest extends OpenRequest {
  readonly isDryRun: boolean;
}

export interface InitIntoReport extends ChangeReport<PlannedOperations> {
  /** The path, quoted for a shell. */
  readonly quotedPath: string;
  /** Whether the file had a topic table before; then nothing is changed. */
  readonly hadTable: boolean;
  /** Whether commands without `--file` use this file. */
  readonly isFound: boolean;
}

/** @throws UserError if the file does not exist, or cannot be read or saved */
export async function initInto(request: InitIntoRequest): Promise<InitIntoReport> {
  const { cwd, env } = request.lookup;
  const report = await changeRoadmap({ ...request, plan: (opened) => planTable(opened, cwd) });
  const { path } = report.opened.file;
  const found = await foundFrom({ cwd, env });
  const isFound = found !== null && isSameFile(found, path);
  const quotedPath = quoteForShell(path.startsWith("-") ? `./${path}` : path);
  const results = report.planned.results.map((result) => ({
    ...result,
    next: isFound || result.next === null ? result.next : `${result.next} --file ${quotedPath}`,
  }));
  const hadTable = report.opened.roadmap.tables.length > 0;
  return { ...report, planned: { ...report.planned, results }, quotedPath, hadTable, isFound };
}

/** What it would do to the file that `init` means; null if there is none, or it cannot be read. */
export async function initIntoExisting(request: OpenRequest): Promise<InitIntoReport | null> {
  try {
    const { env, file = env.ROADMAP_FILE || undefined } = request.lookup;
    const path = await roadmapPath({ ...request, lookup: { ...request.lookup, file, defaultFile: undefined } });
    return await initInto({ ...request, lookup: { ...request.lookup, file: path }, isDryRun: true });
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

async function planTable(opened: OpenedRoadmap, cwd: string): Promise<PlannedOperations> {
  refuseConflict(opened);
  const { roadmap, problems, file, today } = opened;
  if (roadmap.tables.length > 0) {
    const results = [alreadyThere(roadmap)];
    return { edits: [], text: file.text, steps: [], results, roadmap, problems, subject: "" };
  }
  const planned = await planOperations(opened, [requestOperation(addTable, {})], today);
  return file.text.replace("\ufeff", "").trim() === ""
    ? titled(planned, roadmap, newFilePath(file.path, cwd))
    : planned;
}

function alreadyThere(roadmap: Roadmap): OperationResult {
  const { topics, tables, text } = roadmap;
  const [first] = tables;
  return {
    operation: "add-table",
    subject: {
      type: "table",
      number: 1,
      name: placeName({ heading: titleOf(roadmap) }),
      at: first?.table.header.start ?? 0,
      text,
    },
    status: null,
    summary: null,
    changed: [],
    already: "has a topic table already",
    notes: [],
    next: topics.length > 0 ? "roadmap next" : `roadmap add topic NAME${tables.length > 1 ? " --table 1" : ""}`,
  };
}

/** A file without text gets the title of a new roadmap too. */
function titled(
  planned: PlannedOperations,
  { text }: Roadmap,
  file: Parameters<typeof folderName>[0],
): PlannedOperations {
  const ending = endingAt(text, 0);
  const title = defaultTitle("blank", folderName(file))?.trim() ?? "";
  const heading = `# ${title}${ending}${ending}`;
  const withHeading = (edits: PlannedOperations["edits"]) =>
    edits.map(({ at, text: table }) => ({ at, text: heading + table }));
  const edits = withHeading(planned.edits);
  const after = applyEdits(text, edits);
  return {
    ...planned,
    edits,
    text: after,
    steps: planned.steps.map((step) => ({ ...step, edits: withHeading(step.edits) })),
    results: planned.results.map((result) => ({
      ...result,
      subject: { ...result.subject, name: title, at: result.subject.at + heading.length, text: after },
    })),
  };
}
