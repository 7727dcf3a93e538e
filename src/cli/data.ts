// Data: topics, tasks, problems and progress as `--json` prints them.

import type { OpenedRoadmap } from "../app/open-roadmap.js";
import { cellValue, linksIn } from "../model/cell-text.js";
import { elapsedDays } from "../model/dates.js";
import type { NextStep } from "../model/next.js";
import type { Problem } from "../model/problem.js";
import type { ProgressGroup } from "../model/progress.js";
import { type ColumnKind, cellText, phaseTitle, type Task, type Topic } from "../model/roadmap.js";
import { lineAt, lineStarts, positionAt } from "../text/line-index.js";
import { textAt } from "../text/span.js";
import { percent } from "../views/bar.js";
import { commandFor } from "../views/next-lines.js";
import type { GroupData, ProblemData, StepData, TaskData, TopicData } from "./envelopes.js";

export function fileData({ file }: OpenedRoadmap): { file: string; hash: string } {
  return { file: file.path, hash: file.hash };
}

export function topicsData({ roadmap }: OpenedRoadmap, topics: readonly Topic[]): TopicData[] {
  const starts = lineStarts(roadmap.text);
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
      line: lineAt(starts, topic.row.start) + 1,
    };
  });
}

export function tasksData({ roadmap }: OpenedRoadmap, tasks: readonly Task[]): TaskData[] {
  const starts = lineStarts(roadmap.text);
  return tasks.map(({ number, name, phase, status, mark, depth, span }) => ({
    number,
    name,
    phase: phase?.label ?? null,
    track: phase?.track?.title ?? null,
    status,
    mark: textAt(roadmap.text, mark),
    depth,
    line: lineAt(starts, span.start) + 1,
  }));
}

export function problemsData({ roadmap }: OpenedRoadmap, problems: readonly Problem[]): ProblemData[] {
  const starts = problems.length === 0 ? [] : lineStarts(roadmap.text);
  return problems.map(({ code, message, hint, span }) => ({
    code,
    message,
    hint,
    ...positionAt(roadmap.text, starts, span.start),
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
