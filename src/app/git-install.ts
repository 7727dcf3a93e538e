// Git install: configures git to merge and diff the roadmap by topic, reports that, and removes it.

import { UserError } from "../model/errors.js";
import { findRepository, type Repository } from "../store/git/repository.js";
import {
  type AttributesPlace,
  attributesOf,
  attributesPattern,
  type ConfigScope,
  type ConfigValue,
  changeAttributes,
  configFile,
  configValues,
  globalAttributesFile,
  hasLine,
  readAttributes,
  setConfigValue,
  unsetConfigValue,
  withLine,
  withoutLine,
} from "../store/git/settings.js";
import { isOnPath } from "../store/paths.js";
import { findRealPath } from "../store/read-file.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import { type OpenRequest, roadmapPath } from "./open-roadmap.js";

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

interface InstallRequest extends OpenRequest {
  readonly isGlobal: boolean;
}

/** What is configured in git, and what is not. Changes nothing. */
export async function readInstallation(request: InstallRequest): Promise<Installation> {
  const git = await findTarget(request);
  const lines = [...attributeLines(git), ...gitSettings.map((setting) => configLine(git, setting))];
  return {
    scope: request.isGlobal ? "global" : "repository",
    lines,
    isOnPath: isOnPath("roadmap", request.lookup.env),
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
  const origin = values.find(({ value: found }) => !isOwn(key, found))?.origin.replace(/^file:/, "") ?? configName;
  return origin === configName ? "--local" : `--file ${quoteForShell(origin)}`;
}

/** Writes whatever is missing or outdated. Idempotent. */
export async function installSettings(installation: Installation): Promise<void> {
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

export async function removeSettings(installation: Installation): Promise<void> {
  const { git } = installation;
  for (const { part } of installedLines(installation)) {
    if (part.kind === "attributes") await changeAttributes(git.attributes, (text) => withoutLine(text, part.line));
    else for (const value of ownValues(git, part)) unsetConfigValue(git.place, git.scope, { key: part.key, value });
  }
}

function ownValues({ scope }: GitTarget, { key, values }: Extract<Part, { kind: "config" }>): string[] {
  const own = values.filter((found) => found.scope === scope && isOwn(key, found.value));
  return [...new Set(own.map(({ value }) => value))];
}

function configLine(git: GitTarget, { key, value }: { key: string; value: string }): InstallLine {
  const values = configValues(git.place, git.scope, key);
  const last = values.at(-1);
  const foreign = values.find(({ value: found }) => !isOwn(key, found));
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

// The configuration with which git merges and diffs the roadmap by topic and task.

/**
 * Exit codes of the merge driver: 0 is merged, 1 is merged with conflicts, whose markers are then in the file. After
 * any other, and if the program is missing, the file is unchanged and git's own merge takes over. Node also exits with
 * 1 if it cannot even start, so the driver looks for the markers. The base stays in, because `roadmap resolve` asks
 * fewer questions with it.
 */
const driver =
  'roadmap merge-driver -- %O %A %B %L %P; r=$?; test $r -eq 0 && exit 0; test $r -eq 1 && grep -q "^<<<" %A && exit 1; ' +
  "git merge-file --diff3 --marker-size=%L -L ours -L base -L theirs %A %O %B";

/** If this fails, git shows nothing. */
const textconv = 'f() { roadmap textconv -- "$1" 2>/dev/null || cat -- "$1"; }; f';

const gitSettings: readonly { readonly key: string; readonly value: string; readonly marker: string }[] = [
  { key: "merge.roadmap.name", value: "roadmap: topics and tasks, one by one", marker: "roadmap:" },
  { key: "merge.roadmap.driver", value: driver, marker: "roadmap merge-driver" },
  { key: "diff.roadmap.textconv", value: textconv, marker: "roadmap textconv" },
];

const wantedAttributes = "merge=roadmap diff=roadmap";

/** Whether the value was set by roadmap, in any version. */
function isOwn(key: string, value: string): boolean {
  const setting = gitSettings.find((candidate) => candidate.key === key);
  return setting !== undefined && value.includes(setting.marker);
}

// Where git is configured: in the repository of the roadmap, or for all repositories of the user.

/** Where git is configured. */
interface GitTarget {
  readonly place: Pick<Repository, "cwd" | "env">;
  readonly scope: ConfigScope;
  readonly repository: Repository | null;
  readonly attributes: AttributesPlace;
  /** As the user would name it. */
  readonly attributesName: string;
  readonly configName: string;
}

/** @throws UserError if there is no repository, or no home folder */
function findTarget(request: InstallRequest): Promise<GitTarget> | GitTarget {
  return request.isGlobal ? globalTarget(request) : repositoryTarget(request);
}

async function repositoryTarget(request: InstallRequest): Promise<GitTarget> {
  const path = findRealPath(await roadmapPath(request));
  const { env } = request.lookup;
  const repository = findRepository(path, env);
  if (!repository) {
    throw new UserError(
      "NO_REPOSITORY",
      `${path} is not in a git work tree`,
      "run `git init` in its folder, or install for all your repositories with `roadmap git install --global`",
    );
  }
  return {
    place: repository,
    scope: "local",
    repository,
    attributes: { path: `${repository.cwd}/.gitattributes`, isInWorkTree: true, env },
    attributesName: ".gitattributes",
    configName: configFile(repository),
  };
}

function globalTarget({ lookup: { env, cwd } }: InstallRequest): GitTarget {
  const place = { cwd, env };
  const path = globalAttributesFile(place);
  if (path === null) {
    throw new UserError(
      "NO_HOME",
      "HOME is not set, so your git configuration cannot be found",
      "set HOME, or omit --global",
    );
  }
  return {
    place,
    scope: "global",
    repository: null,
    attributes: { path, isInWorkTree: false, env },
    attributesName: path,
    configName: "git config --global",
  };
}
