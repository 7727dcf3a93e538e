// Run: measures the built program against a bare Node and other programs, and prints the tables.
//
//     npm run bench
//     npm run bench -- --quick       five runs each
//     npm run bench -- --compare     only every Node, the binary and other programs

import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { comparison } from "./compare.mjs";
import { files, growthBar, historyJobs, jobsOn, mergeBar, mergeJobs, otherJobs } from "./jobs.mjs";
import { bareNode, median, medianRatio, peakMemoryOf, timesOf } from "./measure.mjs";
import { installation } from "./peers.mjs";
import { ratioText, tableLines, verdict } from "./report.mjs";

const isQuick = process.argv.includes("--quick");
const rounds = isQuick ? 5 : 15;
const hugeRounds = 5;

const folder = mkdtempSync(join(tmpdir(), "roadmap-bench-"));
try {
  console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores`);
  console.log("times are medians in ms, in brackets by those of a bare `node -e 0` in the same rounds\n");
  console.log(`${comparison(folder, rounds).join("\n")}\n`);
  console.log(`missing Nodes: npm run test:nodes; the binary: npm run binary; other programs: ${installation}\n`);
  if (!process.argv.includes("--compare"))
    for (const lines of [
      tableLines(programRows()),
      tableLines(otherRows(10_000)),
      tableLines(historyRows()),
      mergeLines(5_000),
    ])
      console.log(`${lines.join("\n")}\n`);
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
      const memory = peakMemoryOf(job);
      const growth = file.isHuge ? medians.get(job.name) / smaller.get(job.name) : undefined;
      const hasGrowthBar = /^(?:list|list --json|finish)$/.test(job.name);
      rows.push([
        file.name,
        job.name,
        ratioText(time),
        verdict(time, file.bars?.[job.name]),
        medians.get(job.name).toFixed(0),
        ratioText(memory / bareMemory),
        memoryVerdict(memory, bareMemory, {
          by: file.memoryBars?.[job.name],
          megabytes: file.megabyteBars?.[job.name],
        }),
        growth === undefined ? "" : ratioText(growth),
        growth === undefined || !hasGrowthBar ? "" : verdict(growth, growthBar),
        String(count),
      ]);
    });
    if (file.isGrowthBase) smaller = medians;
  }
  return rows;
}

function memoryVerdict(kib, bareKib, { by, megabytes }) {
  return megabytes === undefined
    ? verdict(kib / bareKib, by)
    : `${(kib / 1024).toFixed(0)} MB ${verdictOf(kib / 1024, megabytes, "MB")}`;
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
