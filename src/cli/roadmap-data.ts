// Roadmap data: everything that is known of a roadmap, as `export json` writes it.

import type { OpenedRoadmap } from "../app/open-roadmap.js";
import { cellValue, plainText } from "../model/cell-text.js";
import type { Roadmap, Topic } from "../model/roadmap.js";
import { cellTextAt } from "../model/table.js";
import { problemsData, tasksData, topicsData } from "./data.js";
import type { Envelope } from "./envelopes.js";
import { versionData } from "./version.js";

type RoadmapData = Extract<Envelope, { kind: "roadmap" }>;

export function roadmapData(opened: OpenedRoadmap): RoadmapData {
  const { roadmap, file, problems } = opened;
  const { topics, tasks } = roadmap;
  return {
    kind: "roadmap",
    hash: file.hash,
    ...versionData(opened),
    title: roadmap.title,
    tracks: roadmap.tracks.map(({ title, goal }) => ({ title, goal })),
    phases: roadmap.phases.map(({ label, name, number, track }) => ({
      label,
      name,
      number,
      track: track?.title ?? null,
    })),
    topics: topicsData(opened, topics).map((data, index) => ({
      ...data,
      otherCells: otherCells(roadmap, topics[index]),
    })),
    tasks: tasksData(opened, tasks).map((data, index) => ({ ...data, parent: tasks[index]?.parent?.number ?? null })),
    problems: problemsData(opened, problems),
  };
}

function otherCells({ text }: Roadmap, topic: Topic | undefined): { column: string; text: string }[] {
  if (!topic) return [];
  const { columns, table } = topic.table;
  const known = new Set(columns.values());
  return Array.from({ length: topic.row.cellCount }, (_, column) => column)
    .filter((column) => !known.has(column))
    .map((column) => ({
      column: plainText(cellTextAt(text, table.header, column)),
      text: cellValue(cellTextAt(text, topic.row, column)),
    }));
}
