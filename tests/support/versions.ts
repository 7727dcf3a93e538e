// Versions: repositories for tests in which each text of a roadmap is a commit.

import { execFileSync } from "node:child_process";
import { expect } from "vitest";
import type { Place } from "./program.js";
import { makeRepository as makeRepositoryOf } from "./repository.js";

/** Three topics in two phases, two tasks. */
export const plan = `# Plan

| Topic | Phase | Started | Finished | Status | Proof |
|---|---|---|---|---|---|
| HTTP | 1 | | | | |
| REST | 1 | | | | |
| Kafka | 2 | | | | |

## Week 1

- [ ] read the RFC
- [ ] write a parser
`;

export const started = plan.replace("HTTP | 1 | | | |", "HTTP | 1 | | | In Progress |");
export const finished = started.replace("In Progress", "Done");

/** An empty repository. */
export function makeRepository(): Place {
  return makeRepositoryOf({}, "unborn");
}

/** A repository in which each text is a commit, one per day, beginning on 2026-01-01. */
export function committed(texts: readonly (string | Uint8Array)[]): Place {
  const place = makeRepository();
  texts.forEach((text, index) => {
    place.write(text);
    commit(place, `version ${index + 1}`, index + 1);
  });
  return place;
}

/** Commits everything, on a day of January 2026, at noon in UTC. */
export function commit(place: Place, message: string, day: number): void {
  const when = `2026-01-${String(day).padStart(2, "0")}T12:00:00Z`;
  place.git("add", "--all");
  execFileSync("git", ["commit", "--quiet", "--allow-empty", "-m", message], {
    cwd: place.folder,
    env: { ...place.env, GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when },
  });
}

/** The output of the program if it succeeds, without commit ids. */
export async function linesOf(place: Place, ...args: string[]): Promise<string[]> {
  const { stdout, stderr, exitCode } = await place.run(...args);
  expect([stderr, exitCode], args.join(" ")).toEqual(["", 0]);
  return stdout
    .replace(/\b[0-9a-f]{7}\b/g, "COMMIT")
    .trimEnd()
    .split("\n");
}

/** The object that the program prints with `--json`. */
export async function jsonOf(place: Place, ...args: string[]) {
  const { stdout, stderr } = await place.run(...args, "--json");
  expect(stderr, args.join(" ")).toBe("");
  return JSON.parse(stdout);
}

/** For each commit of the log: its subject, and a short form of its changes. */
export async function toldOf(place: Place, ...args: string[]): Promise<string[]> {
  const { entries } = await jsonOf(place, "log", ...args);
  return entries.map(({ subject, kind, change }: Told) => {
    const changes = change?.differences.map(({ name, kind: how, renamedFrom, fields }) =>
      [
        name,
        ...(how === "changed" ? [] : [how]),
        ...(renamedFrom ? [`was ${renamedFrom}`] : []),
        ...fieldsOf(how, fields),
      ].join(" "),
    );
    return [subject, ...(kind === "changed" ? [] : [kind]), ...(changes ?? [])].join("; ");
  });
}

interface Told {
  readonly subject: string;
  readonly kind: string;
  readonly change: {
    readonly differences: readonly {
      readonly name: string;
      readonly kind: string;
      readonly renamedFrom: string | null;
      readonly fields: readonly { readonly field: string; readonly to: string }[];
    }[];
  } | null;
}

function fieldsOf(how: string, fields: readonly { readonly field: string; readonly to: string }[]): string[] {
  return how === "changed" ? fields.map(({ field, to }) => `${field}=${to}`) : [];
}
