// The history by meaning: what each commit changed, whoever made it and however the file was called.

import { expect, test } from "vitest";
import { makePlace, type Place } from "../support/program.js";

const plan = `# Plan

| Topic | Phase | Started | Finished | Status | Proof |
|---|---|---|---|---|---|
| HTTP | 1 | | | | |
| REST | 1 | | | | |
| Kafka | 2 | | | | |

## Week 1

- [ ] read the RFC
- [ ] write a parser
`;

/** A repository in which each text is a commit, a day after the other, beginning on 2026-01-01. */
function committed(texts: readonly (string | Uint8Array)[], name = "roadmap.md"): Place {
  const place = makePlace({});
  place.git("init", "--quiet", "--initial-branch=main");
  texts.forEach((text, index) => {
    place.write(text, name);
    commit(place, `version ${index + 1}`, index + 1);
  });
  return place;
}

function commit(place: Place, message: string, day: number): void {
  const when = `2026-01-${String(day).padStart(2, "0")}T12:00:00+00:00`;
  place.git("add", "--all");
  place.git("-c", `user.name=Ada`, "commit", "--quiet", "--allow-empty", "-m", message, "--date", when);
}

async function linesOf(place: Place, ...args: string[]): Promise<string[]> {
  const { stdout, stderr, exitCode } = await place.run(...args);
  expect([stderr, exitCode], args.join(" ")).toEqual(["", 0]);
  return stdout
    .replace(/^[0-9a-f]{7} /gm, "")
    .trimEnd()
    .split("\n");
}

const started = plan.replace("HTTP | 1 | |", "HTTP | 1 | 2026-01-02 |").replace("02 | | |", "02 | | In Progress |");

test("log tells each commit by topic, task and cell, newest first, edits by hand like all others", async () => {
  const renamed = started.replace("REST", "REST API");
  const ticked = renamed.replace("[ ] read", "[x] read");
  const place = committed([plan, started, renamed, ticked, ticked.replace(/\| Kafka.*\n/, "")]);
  expect(await linesOf(place, "log")).toEqual([
    " 2026-01-05  Tester",
    "  - Kafka   removed in 2",
    " 2026-01-04  Tester",
    "  ~ read the RFC   mark  [ ] → [x]",
    " 2026-01-03  Tester",
    "  ~ REST API   renamed from REST",
    " 2026-01-02  Tester",
    "  ~ HTTP   started  (blank) → 2026-01-02   status  (blank) → In Progress",
    " 2026-01-01  Tester",
    "  roadmap.md was added",
    "  12 changes: add 3 topics, add 2 tasks, add 6 columns, edit the text",
  ]);
});
