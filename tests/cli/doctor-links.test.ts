// doctor --links: pages are requested only on demand.

import { mkdirSync } from "node:fs";
import { expect, test } from "vitest";
import { makePlace } from "../support/program.js";
import { startRawServer, startWebServer } from "../support/web-server.js";

function roadmapWith(...proofs: string[]): string {
  const rows = proofs.map((proof, at) => `| T${at} | Done | 2026-01-01 | ${proof} |\n`);
  return `| Topic | Status | Finished | Proof |\n|---|---|---|---|\n${rows.join("")}`;
}

test("dead links are listed among the other problems in file order, with their position and a hint", async () => {
  const { origin } = await startWebServer({ "/ok": 200 });
  const place = makePlace(
    roadmapWith(`[a](${origin}/ok)`, `${origin}/none`, "[b](notes/x.md)").replace("Done", "doing-ish"),
  );
  const { stdout, stderr, exitCode } = await place.run("doctor", "--links", "--allow-private", "--strict");
  expect([stderr, exitCode]).toEqual(["", 1]);
  expect(stdout.match(/^roadmap.*/gm)).toEqual([
    'roadmap.md:3:8  warning STATUS_UNKNOWN  "doing-ish" is not a status',
    `roadmap.md:4:28  warning LINK_DEAD  ${origin}/none: the server returned 404`,
    "roadmap.md:5:32  warning LINK_FILE_MISSING  file not found: notes/x.md",
  ]);
  mkdirSync(place.path("notes"));
  place.write("", "notes/x.md");
  const json = await place.run("doctor", "--links", "--allow-private", "--only", "LINK_FILE_MISSING", "--json");
  expect(JSON.parse(json.stdout)).toMatchObject({ kind: "doctor", counts: { error: 0, warning: 0, note: 0 } });
});

test("no command requests pages without --links, or private addresses without --allow-private", async () => {
  const { origin, received } = await startWebServer({ "/": 200 });
  const place = makePlace(roadmapWith(`${origin}/`));
  for (const args of [[], ["doctor"], ["show", "t0"], ["list"], ["fmt"], ["doctor", "--fix", "-n"], ["export", "html"]])
    expect((await place.run(...args)).stdout).not.toContain("LINK_");
  const { stdout, exitCode } = await place.run("doctor", "--links");
  expect(stdout).toContain("note LINK_PRIVATE");
  expect([received, exitCode]).toEqual([[], 0]);
});

test("a page that does not answer takes at most ROADMAP_LINK_WAIT_MS", async () => {
  const { origin } = await startRawServer(() => {});
  const place = makePlace(roadmapWith(...Array.from({ length: 6 }, (_, at) => `${origin}/${at}`)));
  const env = { ROADMAP_LINK_WAIT_MS: "50" };
  const { stdout, exitCode } = await place.runWith({ env }, "doctor", "--links", "--allow-private");
  expect(stdout.match(/LINK_UNREACHABLE.*: no answer within 0\.05 s/g)).toHaveLength(6);
  expect(exitCode).toBe(0);
});

test.each([
  [["--fix", "--links"], "--fix and --links cannot be combined"],
  [["--allow-private"], "--allow-private requires --links"],
])("%j is refused", async (options, said) => {
  const { stderr, exitCode } = await makePlace(roadmapWith("x")).run("doctor", ...options);
  expect([stderr.includes(said), exitCode]).toEqual([true, 2]);
});

test("credentials in links are not printed in any format", async () => {
  const place = makePlace(
    "| Topic | Status | Proof |\n|---|---|---|\n| A | Done | https://me:s3cret@127.0.0.1:1/x |\n| B | Done | https:/me:s3cret@example.org |\n",
  );
  for (const format of [[], ["--json"], ["--format", "sarif"], ["--format", "github"]]) {
    const { stdout, stderr } = await place.run("doctor", "--links", ...format);
    expect(stdout + stderr).not.toMatch(/s3cret|me:/);
    expect(stdout).toContain("***@127.0.0.1:1/x");
    expect(stdout).toContain("***@example.org");
  }
});
