// Open roadmap: finds the file, reads it strictly, and parses it as a roadmap.

import { ourText } from "../markdown/conflict-markers.js";
import type { RoadmapReading } from "../markdown/read-roadmap.js";
import { UserError } from "../model/errors.js";
import type { Roadmap } from "../model/roadmap.js";
import { ways } from "../model/ways.js";
import { today } from "../store/clock.js";
import { defaultFile, distinctFiles, type FileLookup, findRoadmapFile, noRoadmapFound } from "../store/find-file.js";
import { defaultMaxBytes, type RoadmapFile, readRoadmapFile } from "../store/read-file.js";
import { lineAt, lineStarts } from "../text/lines.js";
import { parseForView, parseText } from "./parse-text.js";

/** Where to look, and how much to read. */
export interface OpenRequest {
  readonly lookup: FileLookup;
  /** The roadmap, if it was found before; nothing is looked up then. */
  readonly path?: string | undefined;
  /** In bytes; 16 MiB by default. */
  readonly maxBytes?: number | undefined;
  /** The hash that the file must have, or its first characters. */
  readonly ifMatch?: string | undefined;
  /** The version to read in place of the working file: a commit, branch or tag, or a date. */
  readonly at?: string | undefined;
  /** Whether to commit every change, if neither an option nor the front matter decides. */
  readonly isCommitDefault?: boolean | undefined;
}

/** A file that was read, with at least its settings for roadmap. */
export interface OpenedFile {
  readonly file: RoadmapFile;
  readonly roadmap: Pick<Roadmap, "settings">;
}

export interface OpenedRoadmap extends RoadmapReading {
  /** May contain conflicts, of which a roadmap for views has only our side. */
  readonly file: RoadmapFile;
  /** The local date, as `YYYY-MM-DD`; for an old version, its own date. */
  readonly today: string;
  /** The commit it was read from; null for the working file. */
  readonly version: OpenedVersion | null;
}

/** The line in the file, counted from 1, of offsets in the text that its roadmap was read from. */
export function linesInFile({ file }: Pick<OpenedRoadmap, "file">): (offset: number) => number {
  const starts = lineStarts(file.text);
  const ours = ourText(file.text);
  return (offset) => lineAt(starts, ours ? ours.offsetInWhole(offset) : offset) + 1;
}

interface OpenedVersion {
  /** The full id. */
  readonly commit: string;
  /** The local date of the commit. */
  readonly day: string;
  /** Its path in the commit, from the top folder of the repository. */
  readonly path: string;
}

/**
 * For views: only our side of conflicts is read.
 * @throws UserError if there is no such file or it cannot be read
 */
export async function openRoadmap(request: OpenRequest): Promise<OpenedRoadmap> {
  const path = await roadmapPath(request);
  if (request.at === undefined) return readForView(path, request);
  return (await import("./history/open-version.js")).openVersion(path, request);
}

/**
 * The path of the roadmap: the one named, the nearest one, a README.md with a topic table under a known header, or the
 * one in the user's settings.
 */
export async function roadmapPath(request: OpenRequest): Promise<string> {
  if (request.path !== undefined) return request.path;
  const found = findRoadmapFile(request.lookup);
  if (found.kind === "found") return found.path;
  const trackers: string[] = [];
  for (const path of found.paths) {
    const { tables } = (await readOpened(path, request)).roadmap;
    if (tables.some(({ inferred }) => !inferred.has("topic"))) return path;
    if (tables.length > 0) trackers.push(path);
  }
  const own = defaultFile(request.lookup);
  if (own !== null) return own;
  throw noRoadmapFound(request.lookup.cwd, trackers);
}

/** Each file once, however it is named. */
export function distinctPaths(paths: readonly string[], { lookup }: OpenRequest): readonly string[] {
  return distinctFiles(paths, lookup.cwd);
}

export async function readForView(path: string, request: OpenRequest): Promise<OpenedRoadmap> {
  const file = readRequested(path, request);
  const day = today(request.lookup.env);
  return { file, version: null, today: day, ...(await parseForView(file.text, day)) };
}

export async function readOpened(path: string, request: OpenRequest): Promise<OpenedRoadmap> {
  const file = readRequested(path, request);
  const day = today(request.lookup.env);
  return { file, version: null, today: day, ...(await parseText(file.text, day)) };
}

/** @throws UserError if it cannot be read, or does not have the required hash */
export function readRequested(path: string, { maxBytes = defaultMaxBytes, ifMatch }: OpenRequest): RoadmapFile {
  const file = readRoadmapFile(path, { maxBytes });
  if (ifMatch !== undefined) refuseOtherFile(file, ifMatch);
  return file;
}

const hashView = { view: "list", options: { json: true } } as const;

/** @throws UserError (exit 5) if it has another hash */
function refuseOtherFile({ path, hash }: RoadmapFile, ifMatch: string): void {
  const wanted = ifMatch.toLowerCase();
  if (!/^[0-9a-f]{7,64}$/.test(wanted)) {
    throw new UserError(
      "HASH_NOT_UNDERSTOOD",
      `"${ifMatch}" is not a file hash`,
      ways`use the hash from ${hashView}, or at least its first 7 characters`,
    );
  }
  if (hash.startsWith(wanted)) return;
  throw new UserError(
    "CHANGED_MEANWHILE",
    `${path} has changed since you read it: its hash is now ${hash}`,
    ways`read it again with ${hashView}, then retry`,
  );
}
