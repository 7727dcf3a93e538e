// Read config: every effective setting, and its source.

import { UserError } from "../model/errors.js";
import type { Settings } from "../model/settings.js";
import { today } from "../store/clock.js";
import { type FileLookup, findRoadmapFile } from "../store/find-file.js";
import { gitTimeLimit } from "../store/git/git-process.js";
import { isBelowRepository } from "../store/git/repository.js";
import { defaultWaitMs } from "../store/lock/lock.js";
import { findCacheFolder, findStateFolder } from "../store/paths.js";
import { lockWait } from "./change-roadmap.js";
import { type InstallLine, readInstallation } from "./git-install.js";
import { linesInFile, type OpenedRoadmap, type OpenRequest, openRoadmap } from "./open-roadmap.js";
import { readSettings } from "./parse-text.js";

/** How the roadmap was found: named by `--file` or in the environment, by its own name, or as a README with topics. */
export type FileRule = "option" | "environment" | "nearest" | "readme";

export interface Config {
  /** Null if there is none: then the other settings apply to any file. */
  readonly opened: OpenedRoadmap | null;
  readonly rule: FileRule | null;
  readonly settings: Settings | null;
  /** The lines of settings in the file, counted from 1, by key. */
  readonly lines: ReadonlyMap<string, number>;
  readonly today: string;
  readonly lockWaitMs: number;
  readonly gitWaitMs: number;
  readonly stateFolder: string;
  readonly cacheFolder: string;
  /** What is configured in git; null outside a repository. */
  readonly git: readonly InstallLine[] | null;
}

/**
 * Changes nothing.
 * @throws UserError if the named roadmap cannot be read, or the date is invalid
 */
export async function readConfig(request: OpenRequest): Promise<Config> {
  const { env } = request.lookup;
  const opened = await openIfThere(request);
  const reading = opened ? await readSettings(opened.roadmap.text) : undefined;
  const lineOf = opened ? linesInFile(opened) : () => 1;
  return {
    opened,
    rule: opened && ruleOf(request.lookup),
    settings: opened?.roadmap.settings ?? null,
    lines: new Map([...(reading?.places ?? [])].map(([key, { start }]) => [key, lineOf(start)])),
    today: today(env),
    lockWaitMs: lockWait(env).waitMs ?? defaultWaitMs,
    gitWaitMs: gitTimeLimit(env, "write"),
    stateFolder: findStateFolder(env),
    cacheFolder: findCacheFolder(env),
    git: opened && isBelowRepository(opened.file.realPath) ? await readGitConfig(request) : null,
  };
}

async function openIfThere(request: OpenRequest): Promise<OpenedRoadmap | null> {
  try {
    return await openRoadmap(request);
  } catch (error) {
    if (error instanceof UserError && error.code === "NO_ROADMAP") return null;
    throw error;
  }
}

function ruleOf(lookup: FileLookup): FileRule {
  if (lookup.file !== undefined) return "option";
  if (lookup.env.ROADMAP_FILE) return "environment";
  return findRoadmapFile(lookup).kind === "found" ? "nearest" : "readme";
}

async function readGitConfig(request: OpenRequest): Promise<readonly InstallLine[] | null> {
  try {
    return (await readInstallation({ ...request, isGlobal: false })).lines;
  } catch (error) {
    // Without git, or if git fails, there is nothing to report about it.
    if (error instanceof UserError) return null;
    throw error;
  }
}
