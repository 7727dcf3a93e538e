// Git install: configures git to merge and diff the roadmap by topic, reports that, and removes it.

import { UserError } from "../model/errors.js";
import {
  attributesOf,
  attributesPattern,
  type ConfigValue,
  changeAttributes,
  configValues,
  hasLine,
  readAttributes,
  setConfigValue,
  unsetConfigValue,
  withLine,
  withoutLine,
} from "../store/git/settings.js";
import { isOnPath } from "../store/paths.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import { gitSettings, isOwn, wantedAttributes } from "./git-settings.js";
import { findTarget, type GitTarget, type InstallRequest } from "./git-target.js";

/** One line that git reads. */
export interface InstallLine {
  readonly file: string;
  /** A line of attributes, or `key = value`. */
  readonly line: string;
  /**
   * `outdated`: set by another version of roadmap; `foreign`: the place has another value, or another value overrides
   * it.
   */
  readonly state: "there" | "missing" | "outdated" | "foreign";
  /** The value that is there instead. */
  readonly found: string | null;
  readonly part: Part;
}

type Part =
  | { readonly kind: "attributes"; readonly line: string }
  | { readonly kind: "config"; readonly key: string; readonly value: string; readonly values: readonly ConfigValue[] };

export interface Installation {
  readonly scope: "repository" | "global";
  readonly lines: readonly InstallLine[];
  /** Whether git finds the program by its name. */
  readonly isOnPath: boolean;
  readonly git: GitTarget;
}

/** What is configured in git, and what is not. Changes nothing. */
export async function lookAtInstallation(request: InstallRequest): Promise<Installation> {
  const git = await findTarget(request);
  const lines = [...attributeLines(git), ...gitSettings.map((setting) => configLine(git, setting))];
  return {
    scope: request.isGlobal ? "global" : "repository",
    lines,
    isOnPath: isOnPath("roadmap", request.whereabouts.env),
    git,
  };
}

/** Where a line of attributes can be that overrides the one in the top folder. */
export const placesOfAttributes =
  "look further down in that file, in .gitattributes files of subfolders, and in .git/info/attributes";

/** @throws UserError (exit 1) if a line's place has a value that roadmap did not write */
export function refuseForeign({ lines, git }: Installation): void {
  const line = lines.find(({ state }) => state === "foreign");
  if (!line) return;
  const { part, found, file } = line;
  const isConfig = part.kind === "config";
  throw new UserError(
    isConfig ? "CONFIG_FOREIGN" : "ATTRIBUTES_FOREIGN",
    isConfig
      ? `${part.key} is already set to something else: ${found}; nothing was written`
      : `${file} has a line for the roadmap, but another line overrides it: ${found}; nothing was written`,
    isConfig
      ? `if you do not need it, remove it with \`git config ${placeOf(git, part)} --unset-all ${part.key}\``
      : placesOfAttributes,
  );
}

/** The file that contains the value, in git's notation: an included file is named. */
function placeOf({ configName }: GitTarget, { key, values }: Extract<Part, { kind: "config" }>): string {
  const origin = values.find((one) => !isOwn(key, one.value))?.origin.replace(/^file:/, "") ?? configName;
  return origin === configName ? "--local" : `--file ${quoteForShell(origin)}`;
}

/** Writes whatever is missing or outdated. Idempotent. */
export async function install(installation: Installation): Promise<void> {
  refuseForeign(installation);
  const { git } = installation;
  const wanted = installation.lines.filter(({ state }) => state !== "there");
  for (const { part } of wanted) if (part.kind === "config") setConfigValue(git.place, git.scope, part);
  const lines = wanted.flatMap(({ part }) => (part.kind === "attributes" ? [part.line] : []));
  if (lines.length === 0) return;
  await changeAttributes(git.attributes, (text) =>
    lines.reduce((made, line) => (hasLine(made, line) ? made : withLine(made, line)), text),
  );
}

/** What uninstalling removes: lines as written by install, and values set by roadmap; no others. */
export function installedLines({ lines, git }: Installation): InstallLine[] {
  const text = readAttributes(git.attributes) ?? "";
  return lines.filter(({ part }) =>
    part.kind === "attributes" ? hasLine(text, part.line) : ownValues(git, part).length > 0,
  );
}

export async function remove(installation: Installation): Promise<void> {
  const { git } = installation;
  for (const { part } of installedLines(installation)) {
    if (part.kind === "attributes") await changeAttributes(git.attributes, (text) => withoutLine(text, part.line));
    else for (const value of ownValues(git, part)) unsetConfigValue(git.place, git.scope, { key: part.key, value });
  }
}

function ownValues({ scope }: GitTarget, { key, values }: Extract<Part, { kind: "config" }>): string[] {
  const own = values.filter((one) => one.scope === scope && isOwn(key, one.value));
  return [...new Set(own.map(({ value }) => value))];
}

function configLine(git: GitTarget, { key, value }: { key: string; value: string }): InstallLine {
  const values = configValues(git.place, git.scope, key);
  const last = values.at(-1);
  const foreign = values.find((one) => !isOwn(key, one.value));
  const state = foreign ? "foreign" : !last ? "missing" : last.value === value ? "there" : "outdated";
  const other = foreign ?? (state === "outdated" ? last : undefined);
  const found = other ? `${other.value} (${other.origin})` : null;
  return {
    file: git.configName,
    line: `${key} = ${value}`,
    state,
    found,
    part: { kind: "config", key, value, values },
  };
}

function attributeLines({ attributes, attributesName: file, repository, place }: GitTarget): InstallLine[] {
  const text = readAttributes(attributes) ?? "";
  if (!repository) {
    return ["roadmap.md", "ROADMAP.md"].map((name) => {
      const line = `${name} ${wantedAttributes}`;
      const part = { kind: "attributes", line } as const;
      return { file, line, state: hasLine(text, line) ? "there" : "missing", found: null, part };
    });
  }
  const line = `${attributesPattern(repository.path)} ${wantedAttributes}`;
  const [merge, diff] = attributesOf({ ...place, path: repository.path }, ["merge", "diff"]);
  const isEffective = merge === "roadmap" && diff === "roadmap";
  const state = isEffective ? "there" : hasLine(text, line) ? "foreign" : "missing";
  const isOther = !isEffective && (merge !== "unspecified" || diff !== "unspecified");
  return [
    { file, line, state, found: isOther ? `merge: ${merge}, diff: ${diff}` : null, part: { kind: "attributes", line } },
  ];
}
