// Jobs: the measured commands, with the limit for each.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeHistory } from "./histories.mjs";
import { datedRoadmap, mergeVersions, tasksRoadmap, topicsRoadmap } from "./roadmaps.mjs";

const program = fileURLToPath(new URL("../dist/bin.cjs", import.meta.url));
const referenceFile = new URL("../tests/fixtures/repaired.md", import.meta.url);

/** Limits are ratios to a bare Node: of time, and of peak memory; growth is the time for ten times the size. */
const startBar = { list: 1.4, progress: 1.4, finish: 1.4 };
const largeBar = { "list --json": 2.5, finish: 2.5 };
export const growthBar = 12;
/** Under a second on a machine where a bare Node takes 65 ms. */
export const mergeBar = 15;

export const files = [
  { name: "reference file", make: () => readFileSync(referenceFile, "utf8"), finished: "#3", bars: startBar },
  { name: "1,000 topics", make: () => topicsRoadmap(1_000), finished: "#502" },
  {
    name: "10,000 topics",
    make: () => topicsRoadmap(10_000),
    finished: "#5002",
    bars: largeBar,
    memoryBars: largeBar,
    isGrowthBase: true,
  },
  { name: "100,000 topics", make: () => topicsRoadmap(100_000), finished: "#50002", isHuge: true },
  { name: "10,000 tasks", make: () => tasksRoadmap(10_000), finished: "task #5002" },
];

/** The commands on one file, in a separate folder. */
export function jobsOn(file, folder) {
  const cwd = join(folder, file.name.replace(/\W+/g, "-"));
  mkdirSync(cwd);
  return programJobs(cwd, file.make(), file.finished);
}

export function programJobs(cwd, text, finished) {
  const path = join(cwd, "roadmap.md");
  const restore = () => writeFileSync(path, text);
  restore();
  const job = (name, args, before) => ({
    name,
    command: process.execPath,
    args: [program, ...args, "--file", path],
    cwd,
    before,
    env: { XDG_STATE_HOME: join(cwd, "state"), NO_COLOR: "1" },
  });
  return [
    job("--version", ["--version"]),
    job("list", ["list"]),
    job("list --json", ["list", "--json"]),
    job("progress", ["progress"]),
    job("finish", ["finish", finished], restore),
  ];
}

/** Occasional views, exports and alignment, with many topics; and what a shell requests at each Tab, with few. */
export function otherJobs(cwd, count) {
  mkdirSync(cwd);
  const [many, few] = ["many.md", "few.md"].map((name) => join(cwd, name));
  const [text, reference] = [datedRoadmap(count), readFileSync(referenceFile, "utf8")];
  const restore = () => writeFileSync(many, text);
  restore();
  writeFileSync(few, reference);
  const env = { XDG_STATE_HOME: join(cwd, "state"), NO_COLOR: "1", ROADMAP_TODAY: "2026-11-22" };
  const job = (words, { bar = 4, before, file = many } = {}) => ({
    name: words,
    command: process.execPath,
    args: [program, ...words.split(" "), "--file", file],
    cwd,
    env,
    bar,
    before,
  });
  const exports = ["json", "csv", "ics", "mermaid", "svg", "svg --style burnup", "html"];
  return [
    ...["doctor", "stats", "forecast", "timeline", "burnup", "badge"].map((words) => job(words)),
    ...exports.map((format) => job(`export ${format}`)),
    job("fmt", { before: restore }),
    {
      ...job("a Tab after start", { bar: 1.5 }),
      args: [program, "__complete", "line", "roadmap start h"],
      env: { ...env, ROADMAP_FILE: few },
    },
  ];
}

/** The history of 10,000 versions of the reference file, computed and from the cache. */
export function historyJobs(cwd) {
  const path = makeHistory(cwd, readFileSync(referenceFile, "utf8"), 10_000);
  const cache = join(cwd, "cache");
  const job = {
    command: process.execPath,
    args: [program, "log", "--limit", "10", "--file", path],
    cwd,
    env: { XDG_CACHE_HOME: cache, NO_COLOR: "1" },
  };
  const clear = () => rmSync(cache, { recursive: true, force: true });
  return { cold: { ...job, before: clear }, warm: job, bars: { ms: 5_000, megabytes: 300 } };
}

/** A merge of this many rows by roadmap, and by git, which reports only conflicts. */
export function mergeJobs(cwd, count) {
  mkdirSync(cwd);
  const { base, ours, theirs } = mergeVersions(count);
  const restore = () => {
    for (const [name, text] of Object.entries({ base, ours, theirs })) writeFileSync(join(cwd, name), text);
  };
  const files = { driver: ["base", "ours", "theirs"], git: ["ours", "base", "theirs"] };
  return {
    ours: { command: process.execPath, args: [program, "merge-driver", "--", ...files.driver], cwd, before: restore },
    // Its exit code is the number of conflicts: `--theirs` resolves them all.
    git: { command: "git", args: ["merge-file", "--theirs", ...files.git], cwd, before: restore },
  };
}
