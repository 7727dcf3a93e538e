// Change user config: sets or unsets one setting of a person; the rest of their file stays as it is.

import { UserError } from "../model/errors.js";
import { checkUserSettings, type UserSettingKey, valueExamples } from "../model/user-settings.js";
import { fileForSettings } from "../store/find-file.js";
import { withLock } from "../store/lock/lock.js";
import { findConfigFile } from "../store/paths.js";
import { makeConfigFolder, readUserConfig, writeUserConfig } from "../store/user-config.js";
import { applyEdits } from "../text/edit.js";
import { jsonRemovalEdit, jsonValueEdit } from "../text/json-entries.js";
import type { OpenRequest } from "./open-roadmap.js";
import { problemsIn } from "./user-config-problems.js";

interface SettingRequest extends Pick<OpenRequest, "lookup"> {
  readonly key: UserSettingKey;
  /** The typed values; null to unset it. */
  readonly values: readonly string[] | null;
  readonly isDryRun: boolean;
}

export interface SettingReport {
  readonly path: string;
  readonly key: UserSettingKey;
  /** Null if the file does not have it. */
  readonly old: unknown;
  readonly value: unknown;
  /** Whether the file already says so. */
  readonly isSame: boolean;
  readonly isSaved: boolean;
}

/** @throws UserError if the value is invalid, or the file cannot be read or written; it is then unchanged */
export async function changeUserConfig(request: SettingRequest): Promise<SettingReport> {
  const { lookup, isDryRun } = request;
  const path = findConfigFile(lookup.env);
  if (path === null) throw new UserError("NO_HOME", "no home folder for your settings", "set HOME or XDG_CONFIG_HOME");
  const planned = planChange(path, request);
  if (planned.report.isSame || isDryRun) return planned.report;
  makeConfigFolder(path);
  // Planned again with the lock: until then, another process can change other settings.
  const write = () => {
    const { report, text, found } = planChange(path, request);
    if (text === null) return report;
    writeUserConfig(path, text, found);
    return { ...report, isSaved: true };
  };
  return await withLock(path, write, { env: lookup.env });
}

interface PlannedChange {
  readonly report: SettingReport;
  /** The new text; null if the file stays as it is. */
  readonly text: string | null;
  /** The text as it is; null if there is no file. */
  readonly found: string | null;
}

function planChange(path: string, { key, values, lookup }: SettingRequest): PlannedChange {
  const value = values === null ? null : settingValue(key, values, lookup);
  const found = readUserConfig(path);
  const text = found === null || found.trim() === "" ? "{}\n" : found;
  refuseBroken(path, text);
  const edit = values === null ? jsonRemovalEdit(text, key) : jsonValueEdit(text, key, jsonOf(value));
  const old = JSON.parse(text.replace(/^\ufeff/, ""))[key] ?? null;
  const isSame = edit === null || jsonOf(old) === jsonOf(value);
  return {
    report: { path, key, old, value, isSame, isSaved: false },
    text: isSame ? null : applyEdits(text, [edit]),
    found,
  };
}

function settingValue(key: UserSettingKey, words: readonly string[], lookup: OpenRequest["lookup"]): unknown {
  const [word = "", another] = words;
  if (key === "files") return words.map((file) => fileForSettings(file, lookup));
  const value = key === "file" ? fileForSettings(word, lookup) : (switches.get(word) ?? word);
  if (another === undefined && checkUserSettings({ [key]: value }).wrong.length === 0) return value;
  throw new UserError("USAGE", `invalid value for ${key}: "${words.join(" ")}"`, `use ${valueExamples[key]}`);
}

const switches = new Map([
  ["true", true],
  ["yes", true],
  ["on", true],
  ["false", false],
  ["no", false],
  ["off", false],
]);

/** On one line, as people write it. */
function jsonOf(value: unknown): string {
  return Array.isArray(value)
    ? `[${value.map((element) => JSON.stringify(element)).join(", ")}]`
    : JSON.stringify(value);
}

/** A text that cannot be read may hold anything, and of two equal keys it is unclear which to change. */
function refuseBroken(path: string, text: string): void {
  const broken = problemsIn(path, text).find(({ isBroken }) => isBroken);
  if (broken) throw new UserError("SETTINGS_BROKEN", broken.message, broken.hint);
}
