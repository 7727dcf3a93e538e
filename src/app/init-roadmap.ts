// Init roadmap: creates the first file if there is none, and reports which roadmap commands will then use.

import type { RoadmapReading } from "../markdown/read-roadmap.js";
import { UserError } from "../model/errors.js";
import { defaultSettings } from "../model/settings.js";
import { alignmentEdits } from "../operations/align-table.js";
import { today } from "../store/clock.js";
import { hashBytes } from "../store/hash.js";
import { createFile, folderName, isSameFile, newFilePath, refuseExisting } from "../store/new-file.js";
import { type TemplateName, templates } from "../templates/index.js";
import { applyEdits } from "../text/edit.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import { asLine } from "../text/visible.js";
import type { ImportedText } from "./import/import-roadmap.js";
import type { ImportedRow } from "./import/rows.js";
import { type OpenRequest, roadmapPath } from "./open-roadmap.js";
import { parseText } from "./parse-text.js";
import { planOperations } from "./plan-operations.js";

interface InitRequest {
  readonly lookup: OpenRequest["lookup"];
  readonly template: TemplateName;
  readonly title?: string | undefined;
  /** A CSV or JSON export with topics to add. */
  readonly from?: ImportedText | undefined;
  /** Write nothing; only report what would be written. */
  readonly isDryRun: boolean;
}

export interface InitReport {
  /** As the user named it. */
  readonly path: string;
  /** The same, quoted for a shell. */
  readonly quotedPath: string;
  /** The hash of the bytes that were written, or would be. */
  readonly hash: string;
  readonly reading: RoadmapReading;
  /** Tasks of an export that were omitted: they belong under headings, which a topic table does not have. */
  readonly tasksLeftOut: number;
  /** The roadmap that commands without `--file` used before; null if there was none. */
  readonly other: string | null;
  /** Whether they use the new one now; null after a dry run, where that is unknown. */
  readonly isFound: boolean | null;
}

/** @throws UserError if there is already a roadmap and no other file is named, or the file cannot be created */
export async function initRoadmap(request: InitRequest): Promise<InitReport> {
  const { lookup, template, isDryRun } = request;
  const { cwd, env, file: named = env.ROADMAP_FILE || undefined } = lookup;
  const other = await foundFrom({ cwd, env });
  if (named === undefined && other !== null) throw alreadyExists(other);
  const file = newFilePath(named ?? "roadmap.md", cwd);
  const title = request.title ?? defaultTitle(template, folderName(file));
  const rows = request.from && (await import("./import/import-roadmap.js")).rowsOf(request.from, defaultSettings);
  const topicRows = rows?.filter(({ type }) => type === "topic");
  const reading = await firstText({ template, title, from: topicRows && { rows: topicRows, today: today(env) } });
  const bytes = Buffer.from(reading.roadmap.text);
  const made = {
    path: file.path,
    quotedPath: quoteForShell(file.path.startsWith("-") ? `./${file.path}` : file.path),
    hash: hashBytes(bytes),
    reading,
    tasksLeftOut: (rows?.length ?? 0) - (topicRows?.length ?? 0),
    other,
  };
  if (isDryRun) {
    refuseExisting(file);
    return { ...made, isFound: null };
  }
  createFile(file, bytes);
  const found = await foundFrom({ cwd, env });
  return { ...made, isFound: found !== null && isSameFile(found, file.absolutePath) };
}

/** The other templates have their own title; a blank roadmap is named after its folder. */
export function defaultTitle(template: TemplateName, folder: string): string | undefined {
  return template === "blank" ? `${folder} Roadmap` : undefined;
}

/** Null also if the roadmap found cannot be read, because then it does not take precedence. */
export async function foundFrom(lookup: OpenRequest["lookup"]): Promise<string | null> {
  try {
    return await roadmapPath({ lookup: { ...lookup, defaultFile: undefined } });
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

function alreadyExists(path: string): UserError {
  return new UserError(
    "FILE_EXISTS",
    `a roadmap already exists: ${path}; nothing was written`,
    "run `roadmap` to see it, or `roadmap init FILE` to create another one",
  );
}

// The text of a new roadmap: a template with a title, or the aligned topics of a table.

interface FirstText {
  readonly template: TemplateName;
  /** Replaces the template's own title; on one line, without characters that would end it. */
  readonly title?: string | undefined;
  /** Topics that are added to the template. Their tracks are ignored, because no cell contains a track. */
  readonly from?: { readonly rows: readonly ImportedRow[]; readonly today: string } | undefined;
}

/**
 * @throws UserError if the rows cannot be understood
 * @throws Error if roadmap itself would find a problem in a template
 */
export async function firstText({ template, title, from }: FirstText): Promise<RoadmapReading> {
  const text = title === undefined ? templates[template] : withTitle(templates[template], asLine(title));
  const begun = await aligned(text);
  const [problem] = begun.problems;
  if (problem) throw new Error(`the template ${template} has a problem: ${problem.message}`);
  return from ? aligned(await withTopics(begun, from)) : begun;
}

async function aligned(text: string): Promise<RoadmapReading> {
  const { tables } = (await parseText(text, null)).roadmap;
  const edits = tables.flatMap(({ table }) => alignmentEdits(text, table));
  return parseText(applyEdits(text, edits), null);
}

async function withTopics(begun: RoadmapReading, { rows, today }: NonNullable<FirstText["from"]>): Promise<string> {
  const { importedOperations } = await import("./import/imported-operations.js");
  const placedRows = rows.map((row) => ({
    ...row,
    fields: new Map([...row.fields].filter(([field]) => field !== "track")),
  }));
  const { requested } = importedOperations(begun.roadmap, { rows: placedRows, isAdding: true, isClearing: false });
  return (await planOperations(begun, requested, today)).text;
}

/** A trailing run of `#` would be read as the end of the heading, not as part of it. */
function withTitle(template: string, title: string): string {
  const written = title.replace(/(^| )(#+)$/, "$1\\$2");
  return template.replace(/^# .*/, () => `# ${written}`);
}
