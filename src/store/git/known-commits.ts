// Known commits: which of some ids name a commit that is in the repository here, and whose copies it is.

import { type GitPlace, gitText, gitTextOrNull } from "./git-process.js";

/** Those of the ids, whole or in their first characters, that name one commit here. */
export function knownCommits(place: GitPlace, ids: readonly string[]): Set<string> {
  if (ids.length === 0) return new Set();
  const stdin = ids.map((id) => `${id}^{commit}\n`).join("");
  const answer = gitText({ ...place, args: ["cat-file", "--batch-check"], stdin, purpose: "read" });
  const lines = answer.split("\n").filter((line) => !line.startsWith("hint:"));
  return new Set(ids.filter((_, index) => / commit \d+$/.test(lines[index] ?? "")));
}

/** The addresses of all remotes, as they are configured. */
export function remoteAddresses(place: GitPlace): string[] {
  const args = ["config", "-z", "--get-regexp", "^remote\\..*\\.url$"];
  const found = gitTextOrNull({ ...place, args, purpose: "read" }) ?? "";
  return found.split("\0").flatMap((entry) => entry.split("\n").slice(1));
}
