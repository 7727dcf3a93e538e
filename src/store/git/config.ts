// Config: single values in git's own configuration, read and written by git itself.

import { join } from "node:path";
import { askGit, type GitPlace, gitRefused, gitText, gitTextOrNull } from "./git-process.js";

/** `local` is the configuration of one repository, `global` that of the person. */
export type ConfigScope = "local" | "global";

export interface ConfigValue {
  readonly scope: string;
  /** Where it stands, as git says it: `file:.git/config`. */
  readonly origin: string;
  readonly value: string;
}

/** All values of the key in the order git reads them: the last one counts. Of the person's own only, for `global`. */
export function configValues(place: GitPlace, scope: ConfigScope, key: string): ConfigValue[] {
  const where = scope === "global" ? ["--global", "--includes"] : [];
  const args = ["config", ...where, "-z", "--show-scope", "--show-origin", "--get-all", key];
  const found = askGit({ ...place, args, purpose: "read" });
  // 1 is git's way to say that there is none.
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

/** @throws UserError with what git says: the file is locked, or may not be written */
export function setConfigValue(
  place: GitPlace,
  scope: ConfigScope,
  { key, value }: { key: string; value: string },
): void {
  gitText({ ...place, args: ["config", `--${scope}`, "--replace-all", key, value], purpose: "write" });
}

/** Takes away each value of the key that is exactly this one, in the file of that scope itself. */
export function unsetConfigValue(
  place: GitPlace,
  scope: ConfigScope,
  { key, value }: { key: string; value: string },
): void {
  const args = ["config", `--${scope}`, "--fixed-value", "--unset-all", key, value];
  const done = askGit({ ...place, args, purpose: "write" });
  // 5 is git's way to say that there is none.
  if (done.exitCode !== 0 && done.exitCode !== 5) throw gitRefused(done);
}

/** The configuration of the repository, from the top of its work tree where it is in there. */
export function configFile(place: GitPlace): string {
  return join(gitText({ ...place, args: ["rev-parse", "--git-common-dir"], purpose: "read" }), "config");
}

/** The file of the person's own attributes, as gitattributes(5) says: configured, or beside the person's other settings. */
export function globalAttributesFile(place: GitPlace): string | null {
  const args = ["config", "--global", "--includes", "--type=path", "--get", "core.attributesFile"];
  const configured = gitTextOrNull({ ...place, args, purpose: "read" });
  if (configured !== null) return configured;
  const { XDG_CONFIG_HOME: settings, HOME: home } = place.env;
  if (settings) return join(settings, "git", "attributes");
  return home ? join(home, ".config", "git", "attributes") : null;
}

/** What the repository says of these attributes of a file: a value, `set`, `unset` or `unspecified`. */
export function attributesOf(place: GitPlace & { readonly path: string }, names: readonly string[]): string[] {
  // The person's own attributes are left out: nobody else who has the repository has them.
  const args = ["-c", "core.attributesFile=/dev/null", "check-attr", "-z", ...names, "--", place.path];
  const parts = gitText({ ...place, args, purpose: "read" }).split("\0");
  return names.map((_, index) => parts[index * 3 + 2] ?? "unspecified");
}
