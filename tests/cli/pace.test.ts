// Stats, forecast, timeline and burnup as a user runs them.

import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { makePlace, referenceText } from "../support/program.js";
import { makeRepository } from "../support/repository.js";
import { commit, committed, finished, jsonOf, linesOf, plan, started } from "../support/versions.js";

const halfWay = readFileSync(new URL("../fixtures/half-way.md", import.meta.url), "utf8");

test("a forecast without enough history is refused with a hint that works", async () => {
  const place = makePlace(referenceText);
  const { stdout, stderr, exitCode } = await place.run("forecast");
  expect([stdout, exitCode]).toEqual(["", 1]);
  expect(stderr).toContain("needs 8 finished topics and 4 full weeks; so far: 0 topics");
  expect(stderr).toContain("`roadmap forecast --weekly 2`");
  const assumed = await linesOf(place, "forecast", "--weekly", "2");
  const later = await makePlace(halfWay).run("forecast", "--since", "2026-11-01");
  expect(later.stderr).toContain("since 2026-11-01: 2 topics");
  expect(later.stderr).toContain("; 1 more is done without a finish date");
  expect(assumed[0]).toBe("36 of 36 topics left, assuming 2 topics per week, from --weekly");
  expect(assumed.at(-1)).toMatch(/^All +36 +2027-03-28$/);
});

test("the pace from the front matter is used and named; --weekly and --observed override it", async () => {
  const place = makePlace(`---\nroadmap:\n  weekly: 0.5\n---\n${halfWay}`);
  expect((await linesOf(place, "forecast"))[0]).toContain("assuming 0.5 topics per week, from the front matter");
  expect((await linesOf(place, "forecast", "--weekly", "1"))[0]).toContain("assuming 1 topic per week, from --weekly");
  expect((await linesOf(place, "forecast", "--observed"))[0]).toContain("(the last 41 full weeks)");
  const { stderr, exitCode } = await place.run("forecast", "--observed", "--weekly", "1");
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining("--weekly and --observed cannot be combined")]);
});

test.each(["0", "-1", "many", "1e9", ""])("--weekly %j is refused", async (weekly) => {
  const { stderr, exitCode } = await makePlace(halfWay).run("forecast", `--weekly=${weekly}`);
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining("--weekly 2")]);
});

test("--phase shows only that phase, after the phases before it; an unknown phase is refused", async () => {
  const place = makePlace(halfWay);
  const all = await jsonOf(place, "forecast", "--seed", "5");
  const one = await jsonOf(place, "forecast", "--seed", "5", "--phase", "4");
  expect(one.phases).toEqual([all.phases[3]]);
  expect(all).toMatchObject({ left: 16, basis: { kind: "weeks", weeks: 41, seed: 5 } });
  expect((await linesOf(place, "timeline", "--phase", "4")).filter((line) => /^ {2}\S .*[━╍]/.test(line))).toHaveLength(
    2,
  );
  for (const command of ["forecast", "timeline"]) {
    const { stderr, exitCode } = await place.run(command, "--phase", "99");
    expect([exitCode, stderr]).toEqual([3, expect.stringContaining("run `roadmap progress` to see the phases")]);
  }
});

test("stats has the usual days of a topic whatever --since is, and none from fewer than five topics", async () => {
  const place = makePlace(halfWay);
  const { days, usualDays } = await jsonOf(place, "stats");
  expect(usualDays).toBe(days.half);
  const later = await jsonOf(place, "stats", "--since", "2026-11-01");
  expect([later.days.topics, later.usualDays]).toEqual([2, usualDays]);
  const few = makePlace(
    "| Topic | Started | Finished | Status |\n|---|---|---|---|\n| A | 2026-01-01 | 2026-01-04 | Done |\n",
  );
  expect(await jsonOf(few, "stats")).toMatchObject({ days: { topics: 1, half: 3 }, usualDays: null });
});

test("the burn-up uses commit dates for missing dates and for tasks, and says so", async () => {
  const grown = finished.replace("| Kafka |", "| gRPC | 2 | | | | |\n| Kafka |").replace("[ ] read", "[x] read");
  const place = committed([plan, started, finished, grown]);
  expect(await jsonOf(place, "burnup")).toMatchObject({
    points: [
      { day: "2026-01-01", done: 0, total: 3 },
      { day: "2026-01-03", done: 1, total: 3 },
      { day: "2026-01-04", done: 1, total: 4 },
      { day: "2026-11-22", done: 1, total: 4 },
    ],
    fromHistory: 1,
    totalsFrom: "2026-01-01",
  });
  expect(await linesOf(place, "burnup")).toContain("1 day taken from commits, because the file has no dates");
  expect((await jsonOf(place, "burnup", "--by", "task")).points[1]).toEqual({ day: "2026-01-04", done: 1, total: 2 });
  place.write(grown.replace("| REST | 1 | | | | |", "| REST | 1 | | | Done | |"));
  expect((await jsonOf(place, "burnup")).points.at(-1)).toEqual({ day: "2026-11-22", done: 2, total: 4 });
});

test("work on a branch counts once, on its own day, even after a merge or a rename of the file", async () => {
  const place = committed([plan]);
  place.git("checkout", "--quiet", "-b", "side");
  place.write(finished.replace("| Kafka |", "| gRPC | 2 | | | | |\n| Kafka |"));
  commit(place, "side", 2);
  place.git("checkout", "--quiet", "main");
  place.write("else", "other.txt");
  commit(place, "main", 3);
  place.git("merge", "--quiet", "--no-edit", "side");
  place.git("mv", "roadmap.md", "ROADMAP.md");
  commit(place, "renamed", 4);
  expect(await jsonOf(place, "burnup")).toMatchObject({
    points: [
      { day: "2026-01-01", done: 0, total: 3 },
      { day: "2026-01-02", done: 1, total: 4 },
      { day: "2026-11-22", done: 1, total: 4 },
    ],
  });
});

test("--at shows each view as of an old version", async () => {
  const place = committed([plan, started, finished]);
  expect((await jsonOf(place, "burnup", "--at", "HEAD~1")).done).toBe(0);
  expect((await jsonOf(place, "stats", "--at", "HEAD~1")).inProgress).toHaveLength(1);
  expect((await linesOf(place, "timeline", "--at", "HEAD"))[0]).toBe("as of COMMIT (2026-01-03)");
  expect((await jsonOf(place, "forecast", "--weekly", "1", "--at", "HEAD~1")).left).toBe(3);
});

test("views of a file without topics or dates say what to do next", async () => {
  const place = makePlace({ "empty.md": "# P\n", "tasks.md": "- [ ] a\n", "roadmap.md": referenceText });
  for (const command of ["stats", "forecast", "timeline", "burnup"]) {
    expect(await linesOf(place, command, "--file", "empty.md")).toContain("Nothing in it yet.");
    expect((await linesOf(place, command, "--file", "tasks.md"))[0]).toBe(
      "no topics, and the 1 task has no dates in the file",
    );
  }
  for (const command of ["stats", "timeline", "burnup"])
    expect((await linesOf(place, command)).join("\n")).toContain("`roadmap finish TOPIC` record dates in the file");
});

test.each([["stats"], ["forecast"], ["timeline"], ["burnup"], ["progress", "--at", "HEAD"]])(
  "%s prints the same text in color",
  async (...args) => {
    const place = makeRepository({ "roadmap.md": halfWay });
    const plain = await place.runWith({ env: { COLUMNS: "40" } }, ...args);
    const colored = await place.runWith({ env: { COLUMNS: "40", FORCE_COLOR: "1" } }, ...args);
    expect(colored.stdout).not.toBe(plain.stdout);
    expect(stripVTControlCharacters(colored.stdout)).toBe(plain.stdout);
  },
);
