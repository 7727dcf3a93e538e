// Config: single values of git's configuration, read and written by git itself.

import { join } from "node:path";
import { askGit, type GitPlace, gitRefused, gitText, gitTextOrNull } from "./git-process.js";

/** `local` is the configuration of one repository, `global` that of the user. */
export type ConfigScope = "local" | "global";

export interface ConfigValue {
  readonly scope: string;
  /** Its source as reported by git: `file:.git/config`. */
  readonly origin: string;
  readonly value: string;
}

/**
 * All values of the key in the order in which git reads them: the last one counts. For `global`, only the user's own.
 */
export function configValues(place: GitPlace, scope: ConfigScope, key: string): ConfigValue[] {
  const where = scope === "global" ? ["--global", "--includes"] : [];
  const args = ["config", ...where, "-z", "--show-scope", "--show-origin", "--get-all", key];
  const found = askGit({ ...place, args, purpose: "read" });
  // Exit code 1 means that there is no value.
  if (found.exitCode === 1) return [];
  if (found.exitCode !== 0) throw gitRefused(found);
  const parts = found.stdout.toString("utf8").split("\0");
  const values: ConfigValue[] = [];
  for (let at = 0; at + 2 < parts.length; at += 3) {
    const [from = "", origin = "", value = ""] = parts.slice(at, at + 3);
    values.push({ scope: from, origin, value });
  }
  return values;
}

/** @throws UserError with git's message: the file is locked, or may not be written */
export function setConfigValue(
  place: GitPlace,
  scope: ConfigScope,
  { key, value }: { key: string; value: string },
): void {
  gitText({ ...place, args: ["config", `--${scope}`, "--replace-all", key, value], purpose: "write" });
}

/** Removes each value of the key that equals this one, in the file of that scope only. */
export function unsetConfigValue(
  place: GitPlace,
  scope: ConfigScope,
  { key, value }: { key: string; value: string },
): void {
  const args = ["config", `--${scope}`, "--fixed-value", "--unset-all", key, value];
  const done = askGit({ ...place, args, purpose: "write" });
  // Exit code 5 means that there is no value.
  if (done.exitCode !== 0 && done.exitCode !== 5) throw gitRefused(done);
}

/** The path of the repository's configuration, relative to the top of its work tree if it is inside. */
export function configFile(place: GitPlace): string {
  return join(gitText({ ...place, args: ["rev-parse", "--git-common-dir"], purpose: "read" }), "config");
}

/** The user's own attributes file, as gitattributes(5) defines it: configured, or next to the user's other settings. */
export function globalAttributesFile(place: GitPlace): string | null {
  const args = ["config", "--global", "--includes", "--type=path", "--get", "core.attributesFile"];
  const configured = gitTextOrNull({ ...place, args, purpose: "read" });
  if (configured !== null) return configured;
  const { XDG_CONFIG_HOME: settings, HOME: home } = place.env;
  if (settings) return join(settings, "git", "attributes");
  return home ? join(home, ".config", "git", "attributes") : null;
}

/** The values of these attributes for a file: a value, `set`, `unset` or `unspecified`. */
export function attributesOf(place: GitPlace & { readonly path: string }, names: readonly string[]): string[] {
  // Without the user's own attributes, which no one else with the repository has.
  const args = ["-c", "core.attributesFile=/dev/null", "check-attr", "-z", ...names, "--", place.path];
  const parts = gitText({ ...place, args, purpose: "read" }).split("\0");
  return names.map((_, index) => parts[index * 3 + 2] ?? "unspecified");
}
