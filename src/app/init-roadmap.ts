// Init roadmap: makes the first file, where there is none, and looks which roadmap is found from here then.

import type { RoadmapReading } from "../markdown/read-roadmap.js";
import { defaultSettings } from "../markdown/settings.js";
import { UserError } from "../model/errors.js";
import { today } from "../store/clock.js";
import { createFile, refuseExisting } from "../store/create-file.js";
import { hashBytes } from "../store/hash-bytes.js";
import { folderName, newFilePath } from "../store/new-file-path.js";
import { isSameFile } from "../store/write-output.js";
import type { TemplateName } from "../templates/index.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import { firstText } from "./first-text.js";
import type { ImportedText } from "./import-roadmap.js";
import { type OpenRequest, roadmapPath } from "./open-roadmap.js";

interface InitRequest {
  readonly whereabouts: OpenRequest["whereabouts"];
  readonly template: TemplateName;
  readonly title?: string | undefined;
  /** A CSV or an export to take topics from. */
  readonly from?: ImportedText | undefined;
  /** Write nothing, only say what would be written. */
  readonly isDryRun: boolean;
}

export interface InitReport {
  /** As the person named it. */
  readonly path: string;
  /** The same as a shell takes it. */
  readonly quotedPath: string;
  /** Of the bytes that were written, or would be. */
  readonly hash: string;
  readonly reading: RoadmapReading;
  /** Those of an export: they stand under headings, which a table of topics does not have. */
  readonly tasksLeftOut: number;
  /** The roadmap that commands without `--file` meant before; null when there was none. */
  readonly other: string | null;
  /** Whether they mean the new one now; null after a dry run, which leaves that open. */
  readonly isFound: boolean | null;
}

/** @throws UserError when there is a roadmap already and no other file is named, or the file cannot be created */
export async function initRoadmap(request: InitRequest): Promise<InitReport> {
  const { whereabouts, template, isDryRun } = request;
  const { cwd, env, file: named = env.ROADMAP_FILE || undefined } = whereabouts;
  const other = await foundFrom({ cwd, env });
  if (named === undefined && other !== null) throw thereIsOne(other);
  const file = newFilePath(named ?? "roadmap.md", cwd);
  const title = request.title ?? defaultTitle(template, folderName(file));
  const rows = request.from && (await import("./import-roadmap.js")).rowsOf(request.from, defaultSettings);
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

/** A list has a title of its own; what begins blank is called after its folder. */
function defaultTitle(template: TemplateName, folder: string): string | undefined {
  return template === "blank" ? `${folder} Roadmap` : undefined;
}

/** Null also where one was found that cannot be read: then it is in nobody's way. */
async function foundFrom(whereabouts: OpenRequest["whereabouts"]): Promise<string | null> {
  try {
    return await roadmapPath({ whereabouts });
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

function thereIsOne(path: string): UserError {
  return new UserError(
    "FILE_EXISTS",
    `a roadmap already exists: ${path}; nothing was written`,
    "run `roadmap` to see it, or `roadmap init FILE` to create another one",
  );
}
