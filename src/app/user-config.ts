// User config: the settings of a person for all roadmaps, and what is wrong in their file.

import { UserError } from "../model/errors.js";
import { checkUserSettings, type UserSettings } from "../model/user-settings.js";
import type { FileLookup } from "../store/find-file.js";
import { type Environment, expandHome, findConfigFile, nearPath } from "../store/paths.js";
import { readUserConfig } from "../store/user-config.js";

export interface UserConfig {
  /** The path of the file, which need not exist; null for a user without a home folder. */
  readonly path: string | null;
  /** Null if there is no such file, or if it is not read. */
  readonly text: string | null;
  readonly settings: UserSettings;
  readonly problems: readonly UserConfigProblem[];
}

/** The other settings apply. */
export interface UserConfigProblem {
  readonly message: string;
  readonly hint: string;
  /** Whether it is unclear how to change the file. */
  readonly isBroken?: boolean;
}

/** Never throws for anything in the file: what is wrong is a problem. */
export async function loadUserConfig(env: Environment): Promise<UserConfig> {
  const path = findConfigFile(env);
  if (path === null) return { path, text: null, settings: {}, problems: [] };
  try {
    const text = readUserConfig(path);
    const values = text === null ? {} : parsed(text);
    const { settings, wrong } = checkUserSettings(values ?? {});
    const isRight = values !== null && wrong.length === 0;
    // Positions and suggestions are needed only for what is wrong.
    const problems = isRight || text === null ? [] : (await import("./user-config-problems.js")).problemsIn(path, text);
    return { path, text, settings, problems };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { path, text: null, settings: {}, problems: [error] };
  }
}

/** The paths of the roadmaps to look at together. */
export function filesInSettings({ files = [] }: UserSettings, { env, cwd }: FileLookup): readonly string[] {
  return files.map((file) => nearPath(expandHome(file, env), cwd));
}

/** Null if it is not an object. */
function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
