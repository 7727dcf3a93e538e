// Run: measures the built program against a bare Node and against other programs, and prints the tables.
//
//     npm run bench
//     npm run bench -- --quick     five runs each
//     npm run bench -- --rivals    only next to other programs

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { files, growthBar, historyJobs, jobsOn, mergeBar, mergeJobs, otherJobs, programJobs } from "./jobs.mjs";
import { bareNode, median, medianRatio, peakMemoryOf, timesOf } from "./measure.mjs";
import { ratioText, tableLines, verdict } from "./report.mjs";
import { findRival, rivals } from "./rivals.mjs";
import { topicsRoadmap } from "./roadmaps.mjs";

const isQuick = process.argv.includes("--quick");
const rounds = isQuick ? 5 : 15;
const hugeRounds = 5;

const folder = mkdtempSync(join(tmpdir(), "roadmap-bench-"));
try {
  console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores`);
  console.log("time and memory: times those of `node -e 0`, the median of as many runs as said\n");
  if (!process.argv.includes("--rivals")) console.log(`${tableLines(programRows()).join("\n")}\n`);
  if (!process.argv.includes("--rivals")) console.log(`${tableLines(otherRows(10_000)).join("\n")}\n`);
  if (!process.argv.includes("--rivals")) console.log(`${tableLines(historyRows()).join("\n")}\n`);
  if (!process.argv.includes("--rivals")) console.log(`${mergeLines(5_000).join("\n")}\n`);
  for (const rival of rivals) console.log(`${rivalLines(rival).join("\n")}\n`);
} finally {
  rmSync(folder, { recursive: true });
}

function programRows() {
  const rows = [["file", "command", "time", "bar", "ms", "memory", "bar", "growth", "bar", "runs"]];
  const bareMemory = peakMemoryOf(bareNode);
  let smaller = new Map();
  for (const file of files) {
    const count = file.isHuge ? Math.min(rounds, hugeRounds) : rounds;
    const jobs = jobsOn(file, folder);
    const [bare, ...times] = timesOf([bareNode, ...jobs], count);
    const medians = new Map(jobs.map(({ name }, index) => [name, median(times[index])]));
    jobs.forEach((job, index) => {
      const time = medianRatio(times[index], bare);
      const memory = peakMemoryOf(job) / bareMemory;
      const growth = file.isHuge ? medians.get(job.name) / smaller.get(job.name) : undefined;
      const hasGrowthBar = job.name === "list --json" || job.name === "finish";
      rows.push([
        file.name,
        job.name,
        ratioText(time),
        verdict(time, file.bars?.[job.name]),
        medians.get(job.name).toFixed(0),
        ratioText(memory),
        verdict(memory, file.memoryBars?.[job.name]),
        growth === undefined ? "" : ratioText(growth),
        growth === undefined || !hasGrowthBar ? "" : verdict(growth, growthBar),
        String(count),
      ]);
    });
    if (file.isGrowthBase) smaller = medians;
  }
  return rows;
}

function otherRows(count) {
  const jobs = otherJobs(join(folder, "others"), count);
  const [bare, ...times] = timesOf([bareNode, ...jobs], rounds);
  const rows = jobs.map(({ name, bar }, index) => {
    const time = medianRatio(times[index], bare);
    return [name, median(times[index]).toFixed(0), ratioText(time), verdict(time, bar), String(rounds)];
  });
  return [[`${count} topics`, "ms", "by node -e 0", "bar", "runs"], ...rows];
}

/** The first call computes everything, the second reads the cache. */
function historyRows() {
  const cwd = join(folder, "history");
  const { cold, warm, bars } = historyJobs(cwd);
  const count = Math.min(rounds, hugeRounds);
  const [bare, first, second] = timesOf([bareNode, cold, warm], count);
  const [firstMs, secondMs] = [median(first), median(second)];
  const memory = peakMemoryOf(cold) / 1024;
  return [
    ["10,000 versions", "ms", "by node -e 0", "bar", "MB", "bar"],
    [
      "log",
      firstMs.toFixed(0),
      ratioText(medianRatio(first, bare)),
      verdictOf(firstMs, bars.ms, "ms"),
      memory.toFixed(0),
      verdictOf(memory, bars.megabytes, "MB"),
    ],
    [
      "log again",
      secondMs.toFixed(0),
      ratioText(medianRatio(second, bare)),
      verdictOf(secondMs, firstMs / 3, "ms"),
      "",
      "",
    ],
  ];
}

function verdictOf(value, bar, unit) {
  return `${value <= bar ? "met" : "NOT MET"} (<= ${bar.toFixed(0)} ${unit})`;
}

function mergeLines(count) {
  const jobs = mergeJobs(join(folder, "merge"), count);
  const [bare, ours, git] = timesOf([bareNode, jobs.ours, jobs.git], rounds);
  const ms = [ours, git].map((times) => median(times).toFixed(0));
  return tableLines([
    ["merge of rows", "our ms", "git's ms", "time", "bar", "ours by git's", "runs"],
    [
      String(count),
      ...ms,
      ratioText(medianRatio(ours, bare)),
      verdict(medianRatio(ours, bare), mergeBar),
      ratioText(medianRatio(ours, git)),
      String(rounds),
    ],
  ]);
}

function rivalLines(rival) {
  const command = findRival(rival);
  if (command === undefined) return [`${rival.name}: not installed (${rival.install})`];
  const rows = [[`beside ${rival.name}`, "entries", "its ms", "our ms", "ours by its", "bar", "runs"]];
  for (const size of rival.sizes) {
    const cwd = join(folder, `${rival.name}-${size}`);
    mkdirSync(join(cwd, "own"), { recursive: true });
    mkdirSync(join(cwd, "ours"));
    const theirs = rival.prepare(command, join(cwd, "own"), size);
    const ours = programJobs(join(cwd, "ours"), topicsRoadmap(size), `#${2 * (size >> 2) + 1}`);
    for (const name of ["list", "finish"]) {
      const own = ours.find((job) => job.name === name);
      const [theirTimes, ownTimes] = timesOf([theirs[name], own], rounds);
      const ratio = medianRatio(ownTimes, theirTimes);
      const ms = [theirTimes, ownTimes].map((times) => median(times).toFixed(0));
      rows.push([name, String(size), ...ms, ratioText(ratio), verdict(ratio, rival.bars[name]), String(rounds)]);
    }
  }
  return tableLines(rows);
}
