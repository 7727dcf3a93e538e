// Read config: every effective setting, and its source.

import { UserError } from "../model/errors.js";
import type { Settings } from "../model/settings.js";
import { isUserSettingKey } from "../model/user-settings.js";
import { today } from "../store/clock.js";
import { type FileLookup, findRoadmapFile } from "../store/find-file.js";
import { gitTimeLimit } from "../store/git/git-process.js";
import { isBelowRepository } from "../store/git/repository.js";
import { defaultWaitMs } from "../store/lock/lock.js";
import { type Environment, findCacheFolder, findStateFolder } from "../store/paths.js";
import { scanJson } from "../text/json-entries.js";
import { lineAt, lineStarts } from "../text/lines.js";
import { lockWait } from "./change-roadmap.js";
import { type InstallLine, readInstallation } from "./git-install.js";
import { linesInFile, type OpenedRoadmap, type OpenRequest, openRoadmap } from "./open-roadmap.js";
import { readSettings } from "./parse-text.js";
import { loadUserConfig, type UserConfig } from "./user-config.js";
import { problemsIn } from "./user-config-problems.js";

/**
 * How the roadmap was found: named by `--file` or in the environment, by its own name, as a README with
 * topics, or named in the settings of the user.
 */
export type FileRule = "option" | "environment" | "nearest" | "readme" | "settings";

export interface Config {
  /** Null if there is none: then the other settings apply to any file. */
  readonly opened: OpenedRoadmap | null;
  readonly rule: FileRule | null;
  readonly settings: Settings | null;
  /** The lines of settings in the file, counted from 1, by key. */
  readonly lines: ReadonlyMap<string, number>;
  /** The settings of the user, with every problem in their file. */
  readonly user: UserConfig;
  /** The lines of valid settings in that file, counted from 1. */
  readonly userLines: ReadonlyMap<string, number>;
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
    rule: opened && ruleOf(request.lookup, opened.file.path),
    settings: opened?.roadmap.settings ?? null,
    lines: new Map([...(reading?.places ?? [])].map(([key, { start }]) => [key, lineOf(start)])),
    ...(await readUser(env)),
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

async function readUser(env: Environment): Promise<Pick<Config, "user" | "userLines">> {
  const user = await loadUserConfig(env);
  const { path, text, settings } = user;
  if (path === null || text === null) return { user, userLines: new Map() };
  const starts = lineStarts(text);
  const entries = scanJson(text).entries.filter(({ key }) => isUserSettingKey(key) && settings[key] !== undefined);
  return {
    user: { ...user, problems: problemsIn(path, text) },
    userLines: new Map(entries.map(({ key, span }) => [key, lineAt(starts, span.start) + 1])),
  };
}

function ruleOf(lookup: FileLookup, path: string): FileRule {
  if (lookup.file !== undefined) return "option";
  if (lookup.env.ROADMAP_FILE) return "environment";
  const found = findRoadmapFile(lookup);
  if (found.kind === "found") return "nearest";
  return found.paths.includes(path) ? "readme" : "settings";
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
