// Installs what the lock file in a folder names, for scripts that need more than the project's own packages.

import { spawnSync } from "node:child_process";

/** The exit code if the registry cannot be reached, or lacks a package: EX_UNAVAILABLE of sysexits. */
const unavailable = 69;

/** How npm calls an error of the network or the registry. */
const ofRegistry =
  /^npm (?:error|ERR!) code (?:E[45]\d\d|E(?:NOTFOUND|AI_AGAIN|CONN\w+|TIMEDOUT|IDLETIMEOUT)|\w+_TIMEOUT)$/m;

/** Exits if that fails, so that a script that tests several things can go on without those that cannot be had. */
export function installLocked(folder, ...flags) {
  const args = ["ci", "--no-audit", "--no-fund", ...flags];
  const { status, stderr, error } = spawnSync("npm", args, {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status === 0) return;
  console.error(`${stderr ?? error}\nnpm could not install what ${folder}/package-lock.json names`);
  process.exit(ofRegistry.test(stderr ?? "") ? unavailable : 1);
}
