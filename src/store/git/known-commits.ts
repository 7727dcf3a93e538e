// Known commits: which ids name a commit in this repository, and the remotes of the repository.

import { type GitPlace, gitText, gitTextOrNull } from "./git-process.js";

/** The ids, full or abbreviated, that identify exactly one commit here. */
export function knownCommits(place: GitPlace, ids: readonly string[]): Set<string> {
  if (ids.length === 0) return new Set();
  const stdin = ids.map((id) => `${id}^{commit}\n`).join("");
  const answer = gitText({ ...place, args: ["cat-file", "--batch-check"], stdin, purpose: "read" });
  const lines = answer.split("\n").filter((line) => !line.startsWith("hint:"));
  return new Set(ids.filter((_, index) => / commit \d+$/.test(lines[index] ?? "")));
}

/** The configured URLs of all remotes. */
export function remoteAddresses(place: GitPlace): string[] {
  const args = ["config", "-z", "--get-regexp", "^remote\\..*\\.url$"];
  const found = gitTextOrNull({ ...place, args, purpose: "read" }) ?? "";
  return found.split("\0").flatMap((entry) => entry.split("\n").slice(1));
}
