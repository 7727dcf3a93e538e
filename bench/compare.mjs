// Compare: the program on every Node and as a binary next to other programs that do the same, in one table.

import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { programJobs, referenceFile } from "./jobs.mjs";
import { median, medianRatio, timesOf } from "./measure.mjs";
import { installedPeers } from "./peers.mjs";
import { otherPrograms, thisNode } from "./programs.mjs";
import { ratioText, tableLines, verdict } from "./report.mjs";
import { topicsRoadmap } from "./roadmaps.mjs";

const sizes = [
  { entries: 36, make: () => readFileSync(referenceFile, "utf8"), finished: "#3" },
  ...[1_000, 10_000].map((entries) => ({
    entries,
    make: () => topicsRoadmap(entries),
    finished: `#${2 * (entries >> 2) + 1}`,
  })),
];

/** Largest ratios to a bare Node; those of Node hold for each of its versions. */
const bars = [
  { entries: 36, on: "Node", limits: { "list, first run": 2.4, list: 1.5 } },
  { entries: 10_000, on: "Node", limits: { list: 2.5, "list --json": 2.5, finish: 2.5 } },
  { entries: 36, on: "binary", limits: { "--version": 0.25, list: 0.35, finish: 0.45, "a Tab": 0.32 } },
  { entries: 10_000, on: "binary", limits: { list: 1.6, finish: 1.6 } },
];
const peerBars = [
  { entries: 36, peer: "todo.txt" },
  { entries: 10_000, peer: "Taskwarrior" },
];

/** The lines of both tables: all times, and what was asked for. */
export function comparison(folder, rounds) {
  const programs = [thisNode, ...otherPrograms()];
  const peers = installedPeers();
  const measured = sizes.map((size) => measureSize(size, { programs, peers, folder, rounds }));
  const names = [...programs, ...peers].map(({ name }) => name);
  const rows = measured.flatMap(({ entries, times }) => jobRows(entries, times, names));
  return [
    ...tableLines([["entries", "job", ...names], ...rows]),
    "",
    ...tableLines([["entries", "job", "of", "bar", "measured", ""], ...measured.flatMap(barRows)]),
  ];
}

/** The times of each job by program: `{ of, job, times, bare }`, `bare` only for our own. */
function measureSize({ entries, make, finished }, { programs, peers, folder, rounds }) {
  const own = programs.map((program) =>
    ownJobs(join(folder, `${program.name}-${entries}`), { make, finished, program }),
  );
  const others = peers
    .filter(({ largest }) => entries <= largest)
    .map((peer) => ({ of: peer.name, jobs: peerJobs(join(folder, `${peer.name}-${entries}`), peer, entries) }));
  const asked = [...own, ...others].flatMap(({ of, jobs }) => jobs.map((job) => ({ of, job })));
  const all = timesOf(
    asked.map(({ job }) => job),
    rounds,
  );
  const times = asked.map(({ of, job }, index) => ({ of, job: job.name, times: all[index] }));
  return { entries, times };
}

/** A bare Node first; then what is run for the first time, before its compiled code is kept, and what comes later. */
function ownJobs(cwd, { make, finished, program }) {
  mkdirSync(cwd, { recursive: true });
  const jobs = programJobs(cwd, { text: make(), finished, program });
  const list = jobs.find(({ name }) => name === "list");
  const clear = () => rmSync(list.env.XDG_CACHE_HOME, { recursive: true, force: true });
  const first = { ...list, name: "list, first run", before: clear };
  return { of: program.name, jobs: [{ ...program.bare, name: "bare" }, first, ...jobs] };
}

function peerJobs(cwd, { command, prepare }, entries) {
  mkdirSync(cwd, { recursive: true });
  const { list, finish } = prepare(command, cwd, entries);
  return [
    { ...list, name: "list" },
    { ...finish, name: "finish" },
  ];
}

function jobRows(entries, times, names) {
  const jobs = [...new Set(times.map(({ job }) => job))];
  return jobs.map((job) => [
    String(entries),
    job === "bare" ? "node -e 0" : job,
    ...names.map((of) => cell(times, of, job)),
  ]);
}

function cell(times, of, job) {
  const own = timesFor(times, of, job);
  if (!own) return "";
  const ms = median(own).toFixed(0);
  const bare = timesFor(times, of, "bare");
  return bare && job !== "bare" ? `${ms} (${ratioText(medianRatio(own, bare))})` : ms;
}

function timesFor(times, of, job) {
  return times.find((one) => one.of === of && one.job === job)?.times;
}

function barRows({ entries, times }) {
  const programs = [...new Set(times.map(({ of }) => of))];
  const rows = bars
    .filter((bar) => bar.entries === entries)
    .flatMap(({ on, limits }) =>
      programs
        .filter((of) => of.startsWith(on))
        .flatMap((of) => Object.entries(limits).map(([job, bar]) => [of, job, bar])),
    )
    .map(([of, job, bar]) =>
      barRow(entries, { of, job, bar }, medianRatio(timesFor(times, of, job), timesFor(times, of, "bare"))),
    );
  const beside = peerBars
    .filter((bar) => bar.entries === entries && programs.includes(bar.peer) && programs.includes("binary"))
    .map(({ peer }) => {
      const ratio = medianRatio(timesFor(times, "binary", "list"), timesFor(times, peer, "list"));
      return barRow(entries, { of: `binary by ${peer}`, job: "list", bar: 1 }, ratio);
    });
  return [...rows, ...beside];
}

function barRow(entries, { of, job, bar }, ratio) {
  return [String(entries), job, of, ratioText(bar), ratioText(ratio), verdict(ratio, bar)];
}
