// Data: topics, tasks, problems and progress as `--json` prints them.

import { linesInFile, type OpenedRoadmap } from "../app/open-roadmap.js";
import { findConflictBlocks } from "../markdown/conflict-markers.js";
import { cellValue, linksIn } from "../model/cell-text.js";
import { elapsedDays } from "../model/dates.js";
import type { NextStep } from "../model/next.js";
import type { Problem } from "../model/problem.js";
import type { ProgressGroup } from "../model/progress.js";
import { type ColumnKind, cellText, phaseTitle, type Task, type Topic } from "../model/roadmap.js";
import { lineStarts, positionAt } from "../text/line-index.js";
import { textAt } from "../text/span.js";
import { percent } from "../views/bar.js";
import { commandFor } from "../views/next-lines.js";
import type { GroupData, ProblemData, StepData, TaskData, TopicData } from "./envelopes.js";

export function fileData({ file }: OpenedRoadmap): { file: string; hash: string; conflicts?: number } {
  return { file: file.path, hash: file.hash, ...conflictsData(file) };
}

/** How many conflicts there are, if any: of those the rest of the data has our side only. */
export function conflictsData({ text }: OpenedRoadmap["file"]): { conflicts?: number } {
  const conflicts = findConflictBlocks(text).length;
  return conflicts === 0 ? {} : { conflicts };
}

export function topicsData(opened: OpenedRoadmap, topics: readonly Topic[]): TopicData[] {
  const { roadmap } = opened;
  const lineOf = linesInFile(opened);
  return topics.map((topic) => {
    const value = (kind: ColumnKind) => cellValue(cellText(roadmap, topic, kind));
    const { number, name, phase, status, started, finished } = topic;
    return {
      number,
      name,
      phase: phase?.label ?? null,
      track: phase?.track?.title ?? null,
      status,
      statusText: value("status"),
      started,
      finished,
      comments: value("comments"),
      resources: value("resources"),
      deliverables: value("deliverables"),
      proof: value("proof"),
      links: linksIn(cellText(roadmap, topic, "proof")),
      line: lineOf(topic.row.start),
    };
  });
}

export function tasksData(opened: OpenedRoadmap, tasks: readonly Task[]): TaskData[] {
  const { roadmap } = opened;
  const lineOf = linesInFile(opened);
  return tasks.map(({ number, name, phase, status, mark, depth, span }) => ({
    number,
    name,
    phase: phase?.label ?? null,
    track: phase?.track?.title ?? null,
    status,
    mark: textAt(roadmap.text, mark),
    depth,
    line: lineOf(span.start),
  }));
}

export function problemsData({ file }: OpenedRoadmap, problems: readonly Problem[]): ProblemData[] {
  const starts = problems.length === 0 ? [] : lineStarts(file.text);
  return problems.map(({ code, message, hint, span }) => ({
    code,
    message,
    hint,
    ...positionAt(file.text, starts, span.start),
  }));
}

export function groupData(group: ProgressGroup): GroupData {
  const { title, track, total, done, counts } = group;
  return { title, track, total, done, percent: percent(group), counts: { ...counts } };
}

export function stepsData({ roadmap, today }: OpenedRoadmap, steps: readonly NextStep[]): StepData[] {
  return steps.map((step) => {
    const thing = "topic" in step ? step.topic : step.task;
    const started = "topic" in step && step.topic.status === "in-progress" ? step.topic.started : null;
    return {
      type: "topic" in step ? "topic" : "task",
      number: thing.number,
      name: thing.name,
      status: thing.status,
      phase: thing.phase ? phaseTitle(thing.phase) : null,
      days: started === null ? null : elapsedDays(started, today),
      command: commandFor(roadmap, step),
    };
  });
}
