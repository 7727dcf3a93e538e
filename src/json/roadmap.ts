// Roadmap data: topics, tasks, problems, progress and a whole roadmap as JSON.

import { linesInFile, type OpenedRoadmap } from "../app/open-roadmap.js";
import { findConflictBlocks } from "../markdown/conflict-markers.js";
import type { Agenda } from "../model/agenda.js";
import { cellTextAt } from "../model/blocks.js";
import { byKind, type ColumnKind, dayKinds, textKinds } from "../model/columns.js";
import { elapsedDays } from "../model/dates.js";
import { dependenciesOf } from "../model/dependencies.js";
import { cellValue, linksIn, plainText } from "../model/inline-text.js";

import { commandFor, type NextStep, stepOf, stepsAtAGlance, waitingTopics } from "../model/next.js";

import { percentOf } from "../model/percent.js";

import type { Problem } from "../model/problem.js";
import { type ProgressGroup, type ProgressKey, percent, progressOf } from "../model/progress.js";
import { cellText, phaseTitle, type Roadmap, type Task, type Topic, type TopicTable } from "../model/roadmap.js";
import { textAt } from "../text/edit.js";
import { lineStarts, positionAt } from "../text/lines.js";
import { jsonText } from "../text/visible.js";
import type { Envelope } from "./envelopes/index.js";
import type { GroupData, ProblemData, StepData, TaskData, TopicData } from "./envelopes/roadmap.js";

export function fileData({ file }: OpenedRoadmap): { file: string; hash: string; conflicts?: number } {
  return { file: file.path, hash: file.hash, ...conflictsData(file) };
}

/** The file and, if it is not the working file, its version. */
export function viewedData(opened: OpenedRoadmap) {
  return { ...fileData(opened), ...versionData(opened) };
}

/** Which version it is, if it is not the working file. */
function versionData({ version }: OpenedRoadmap): { at?: { commit: string; day: string } } {
  return version === null ? {} : { at: { commit: version.commit, day: version.day } };
}

/** The number of conflicts, if any: the rest of the data has only our side of them. */
function conflictsData({ text }: OpenedRoadmap["file"]): { conflicts?: number } {
  const conflicts = findConflictBlocks(text).length;
  return conflicts === 0 ? {} : { conflicts };
}

function hasPercent({ table: { columns, statusForm } }: Topic): boolean {
  return statusForm === "percent" || columns.has("percent");
}

/** Shared, because a large file has many. */
const none: never[] = [];

export function topicsData(opened: OpenedRoadmap, topics: readonly Topic[]): TopicData[] {
  const { roadmap } = opened;
  const lineOf = linesInFile(opened);
  const others = new Map(roadmap.tables.map((table) => [table, otherColumns(roadmap, table)]));
  return topics.map((topic) => {
    const value = (kind: ColumnKind) => cellValue(cellText(roadmap, topic, kind));
    const { number, name, phase, status } = topic;
    const { columns } = topic.table;
    const other = others.get(topic.table) ?? none;
    return {
      number,
      name,
      phase: phase?.label ?? null,
      track: phase?.track?.title ?? null,
      status,
      statusText: value("status"),
      ...byKind(dayKinds, (kind) => topic[kind]),
      percent: hasPercent(topic) ? percentOf(roadmap, topic) : null,
      priority: value("priority"),
      dependsOn: columns.has("depends-on") ? dependenciesOf(roadmap, topic).map(({ text }) => text) : none,
      ...byKind(textKinds, value),
      proof: value("proof"),
      links: linksIn(cellText(roadmap, topic, "proof")),
      line: lineOf(topic.row.start),
      otherCells: other.length === 0 ? none : otherCells(roadmap, topic, other),
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

/** Each kind by itself, and both together as before. */
export function progressData({ roadmap }: OpenedRoadmap, by: ProgressKey) {
  const { groups, all } = progressOf(roadmap, by);
  const kindData = (kind: "topics" | "tasks") => {
    const own = progressOf(roadmap, by, kind);
    return { ...groupData(own.all), groups: own.groups.map(groupData) };
  };
  return { groups: groups.map(groupData), all: groupData(all), topics: kindData("topics"), tasks: kindData("tasks") };
}

function groupData(group: ProgressGroup): GroupData {
  const { title, track, total, done, counts } = group;
  return { title, track, total, done, percent: percent(group), counts };
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
      due: "topic" in step ? step.topic.due : null,
      command: commandFor(roadmap, step),
    };
  });
}

type RoadmapData = Extract<Envelope, { kind: "roadmap" }>;

export function roadmapData(opened: OpenedRoadmap): RoadmapData {
  const { roadmap, file, problems } = opened;
  const tasks = tasksData(opened, roadmap.tasks);
  return {
    kind: "roadmap",
    hash: file.hash,
    ...conflictsData(file),
    ...versionData(opened),
    title: roadmap.title,
    tracks: roadmap.tracks.map(({ title, goal }) => ({ title, goal })),
    phases: roadmap.phases.map(({ label, name, number, track }) => ({
      label,
      name,
      number,
      track: track?.title ?? null,
    })),
    topics: topicsData(opened, roadmap.topics),
    tasks: roadmap.tasks.flatMap(({ parent }, at) => {
      const data = tasks[at];
      return data ? [{ ...data, parent: parent?.number ?? null }] : [];
    }),
    problems: problemsData(opened, problems),
  };
}

function otherCells({ text }: Roadmap, { row }: Topic, columns: readonly OtherColumn[]) {
  return columns
    .filter(({ index }) => index < row.cellCount)
    .map(({ index, title }) => ({ column: title, text: cellValue(cellTextAt(text, row, index)) }));
}

export function dashboardData(opened: OpenedRoadmap): Envelope {
  const { roadmap, problems } = opened;
  const { groups, ...sums } = progressData(opened, "phase");
  return {
    kind: "dashboard",
    ...fileData(opened),
    title: roadmap.title,
    ...sums,
    phases: groups,
    next: stepsData(opened, stepsAtAGlance(roadmap)),
    waiting: waitingTopics(roadmap).length,
    problems: problemsData(opened, problems),
  };
}

export function todayData(opened: OpenedRoadmap, { now, overdue, dueSoon, finished, streaks }: Agenda): Envelope {
  return {
    kind: "today",
    ...fileData(opened),
    title: opened.roadmap.title,
    today: opened.today,
    now: stepsData(opened, now),
    overdue: stepsData(opened, overdue.map(stepOf)),
    dueSoon: stepsData(opened, dueSoon.map(stepOf)),
    finished: finished.map(({ number, name, phase, finished }) => ({
      number,
      name,
      phase: phase ? phaseTitle(phase) : null,
      finished,
    })),
    streaks,
  };
}

/** Each element of a list is on a line of its own, so that two exports can be compared by line. */
export function roadmapJson(opened: OpenedRoadmap): string {
  const fields = Object.entries({ schemaVersion: 1, ...roadmapData(opened) }).map(([name, value]) => {
    const isList = Array.isArray(value) && value.length > 0;
    const text = isList ? `[\n${value.map((element) => `    ${jsonText(element)}`).join(",\n")}\n  ]` : jsonText(value);
    return `  ${jsonText(name)}: ${text}`;
  });
  return `{\n${fields.join(",\n")}\n}\n`;
}

interface OtherColumn {
  readonly index: number;
  readonly title: string;
}

export function widestRow({ rows, header }: TopicTable["table"]): number {
  return rows.reduce((most, { cellCount }) => Math.max(most, cellCount), header.cellCount);
}

/** The columns of no known kind; a row may have cells beyond the last one, without a title. */
function otherColumns({ text }: Roadmap, { columns, table }: TopicTable): OtherColumn[] {
  const known = new Set(columns.values());
  return Array.from({ length: widestRow(table) }, (_, index) => index)
    .filter((index) => !known.has(index))
    .map((index) => ({ index, title: plainText(cellTextAt(text, table.header, index)) }));
}
