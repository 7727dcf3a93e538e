// Jobs: the measured commands, with the limit for each.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeHistory } from "./histories.mjs";
import { thisNode } from "./programs.mjs";
import { datedRoadmap, mergeVersions, tasksRoadmap, topicsRoadmap } from "./roadmaps.mjs";

export const referenceFile = new URL("../tests/fixtures/repaired.md", import.meta.url);

/** Limits are ratios to a bare Node: of time, and of peak memory, or its MB; growth is the time for ten times the size. */
const startBar = { list: 1.4, progress: 1.4, finish: 1.4, "a Tab": 1.5 };
const largeBar = { list: 2.5, "list --json": 2.5, finish: 2.5 };
export const growthBar = 6;
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
    memoryBars: { "list --json": 2.5, finish: 2.5 },
    isGrowthBase: true,
  },
  {
    name: "100,000 topics",
    make: () => topicsRoadmap(100_000),
    finished: "#50002",
    bars: { finish: 13 },
    megabyteBars: { finish: 320 },
    isHuge: true,
  },
  { name: "10,000 tasks", make: () => tasksRoadmap(10_000), finished: "task #5002" },
];

/** The commands on one file, in a separate folder. */
export function jobsOn(file, folder) {
  const cwd = join(folder, file.name.replace(/\W+/g, "-"));
  mkdirSync(cwd);
  return programJobs(cwd, { text: file.make(), finished: file.finished });
}

/** With settings, state and cache of their own, so that nothing is measured with those of the user. */
export function programJobs(cwd, { text, finished, program = thisNode }) {
  const path = join(cwd, "roadmap.md");
  const restore = () => writeFileSync(path, text);
  restore();
  const { env, job } = jobIn(cwd, program);
  const onFile = (name, args, before) => job(name, [...args, "--file", path], before);
  return [
    onFile("--version", ["--version"]),
    onFile("list", ["list"]),
    onFile("list --json", ["list", "--json"]),
    onFile("progress", ["progress"]),
    onFile("finish", ["finish", finished], restore),
    { ...job("a Tab", ["__complete", "line", "roadmap start h"]), env: { ...env, ROADMAP_FILE: path } },
  ];
}

function jobIn(cwd, { command, args }) {
  const env = {
    XDG_STATE_HOME: join(cwd, "state"),
    XDG_CACHE_HOME: join(cwd, "cache"),
    XDG_CONFIG_HOME: join(cwd, "config"),
    NO_COLOR: "1",
    ROADMAP_TODAY: "2026-11-22",
  };
  return { env, job: (name, words, before) => ({ name, command, args: [...args, ...words], cwd, env, before }) };
}

/** Occasional views, exports and alignment, with many topics. */
export function otherJobs(cwd, count) {
  mkdirSync(cwd);
  const path = join(cwd, "roadmap.md");
  const text = datedRoadmap(count);
  const restore = () => writeFileSync(path, text);
  restore();
  const { job } = jobIn(cwd, thisNode);
  const exports = ["json", "csv", "ics", "mermaid", "svg", "svg --style burnup", "html"];
  const views = ["doctor", "stats", "forecast", "timeline", "burnup", "badge"];
  return [...views, ...exports.map((format) => `export ${format}`), "fmt"].map((words) => ({
    ...job(words, [...words.split(" "), "--file", path], words === "fmt" ? restore : undefined),
    bar: 4,
  }));
}

/** The history of 10,000 versions of the reference file, computed and from the cache. */
export function historyJobs(cwd) {
  const path = makeHistory(cwd, readFileSync(referenceFile, "utf8"), 10_000);
  const cache = join(cwd, "cache");
  const log = jobIn(cwd, thisNode).job("log", ["log", "--limit", "10", "--file", path]);
  const clear = () => rmSync(cache, { recursive: true, force: true });
  return { cold: { ...log, before: clear }, warm: log, bars: { ms: 5_000, megabytes: 300 } };
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
    ours: jobIn(cwd, thisNode).job("merge", ["merge-driver", "--", ...files.driver], restore),
    // Its exit code is the number of conflicts: `--theirs` resolves them all.
    git: { command: "git", args: ["merge-file", "--theirs", ...files.git], cwd, before: restore },
  };
}
