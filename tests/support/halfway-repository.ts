// A repository in which the half-way roadmap of the fixtures grew: one commit for each change of its topics and tasks.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { makePlace, type Place } from "./program.js";

export const halfwayText = readFileSync(new URL("../fixtures/in-progress.md", import.meta.url), "utf8");

interface Step {
  readonly day: string;
  readonly subject: string;
  /** The new text of a line of the file. */
  readonly line: number;
  readonly text: string;
}

/** Its last commit has the roadmap as in the fixture. */
export function halfwayRepository(): Place {
  const place = makePlace({ "roadmap.md": halfwayText });
  const { first, steps } = stepsTo(halfwayText);
  const lines = first.split("\n");
  const versions = [{ day: "2026-06-28", subject: "Add the roadmap", text: first }];
  for (const { day, subject, line, text } of steps) {
    lines[line] = text;
    versions.push({ day, subject, text: lines.join("\n") });
  }
  importVersions(place, versions);
  return place;
}

interface Version {
  readonly day: string;
  readonly subject: string;
  readonly text: string;
}

/** Commits the texts to the branch `main`, each at noon of its day, in one run of git. */
export function importVersions(place: Place, versions: readonly Version[]): void {
  place.git("init", "--quiet", "--initial-branch=main");
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const stream = versions.map(({ day, subject, text }) => {
    const seconds = Date.parse(`${day}T12:00:00Z`) / 1000;
    return `commit refs/heads/main\ncommitter Tester <tester@example.org> ${seconds} +0000\n${data(subject)}M 100644 inline roadmap.md\n${data(text)}`;
  });
  execFileSync("git", ["fast-import", "--quiet"], { cwd: place.folder, env: place.env, input: stream.join("") });
  place.git("reset", "--quiet");
}

/** The text with nothing started, and what leads from there to it, by day. */
function stepsTo(text: string): { readonly first: string; readonly steps: readonly Step[] } {
  const lines = text.split("\n");
  const steps: Step[] = [];
  let checked = 0;
  const first = lines.map((line, index) => {
    if (/^\| (?!Topic)[^|-]/.test(line)) return topicSteps(line, index, steps);
    const [, mark, name = ""] = /^- \[([x/])\] (.*)$/.exec(line) ?? [];
    if (mark === undefined) return line;
    const day = mark === "/" ? "2026-11-27" : (taskDays[checked++] ?? "2026-11-29");
    const subject = `roadmap: ${mark === "/" ? "start" : "check"} ${name.replaceAll("**", "")}`;
    steps.push({ day, subject, line: index, text: line });
    return line.replace(`[${mark}]`, "[ ]");
  });
  return { first: first.join("\n"), steps: steps.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)) };
}

const taskDays = [
  ["2026-07-05", "2026-07-12", "2026-07-19", "2026-07-24", "2026-08-02", "2026-08-09", "2026-08-16", "2026-08-25"],
  ["2026-09-06", "2026-09-13", "2026-09-27", "2026-10-03", "2026-10-11", "2026-10-18", "2026-11-06", "2026-11-29"],
  ["2026-10-24", "2026-10-31", "2026-11-14", "2026-11-21"],
].flat();

/** The row as it was before anything happened. */
function topicSteps(line: string, index: number, steps: Step[]): string {
  const cells = line.split("|");
  const [, name = "", , started = "", finished = "", , status = "", , , proof = ""] = cells;
  const row = (own: readonly string[]) => {
    const [start = " ", end = " ", state = " ", link = " "] = own;
    return cells.with(3, start).with(4, end).with(6, state).with(9, link).join("|");
  };
  const step = (day: string, verb: string, text: string) =>
    steps.push({ day: day.trim(), subject: `roadmap: ${verb} ${name.trim()}`, line: index, text });
  if (started.trim() !== "") step(started, "start", row([started, " ", " In Progress "]));
  if (finished.trim() !== "") step(finished, "finish", row([started, finished, " Done ", proof]));
  if (status.trim() === "Blocked") step("2026-11-23", "block", line);
  if (status.trim() === "Skipped") step("2026-11-25", "skip", line);
  return row([]);
}
