// Roadmap data: everything that is known of a roadmap, as `export json` writes it.

import type { OpenedRoadmap } from "../app/open-roadmap.js";
import { cellValue, plainText } from "../model/cell-text.js";
import type { Roadmap, Topic, TopicTable } from "../model/roadmap.js";
import { cellTextAt } from "../model/table.js";
import { jsonText } from "../text/json-text.js";
import { conflictsData, problemsData, tasksData, topicsData } from "./data.js";
import type { Envelope } from "./envelopes.js";
import { versionData } from "./version.js";

type RoadmapData = Extract<Envelope, { kind: "roadmap" }>;

function roadmapData(opened: OpenedRoadmap): RoadmapData {
  const { roadmap, file, problems } = opened;
  const others = new Map(roadmap.tables.map((table) => [table, otherColumns(roadmap, table)]));
  const topics = topicsData(opened, roadmap.topics);
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
    topics: roadmap.topics.flatMap((topic, at) => {
      const data = topics[at];
      return data ? [{ ...data, otherCells: otherCells(roadmap, topic, others.get(topic.table) ?? []) }] : [];
    }),
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

/** Each list has its things on lines of their own, so that a difference between two exports can be read. */
export function roadmapJson(opened: OpenedRoadmap): string {
  const fields = Object.entries({ schemaVersion: 1, ...roadmapData(opened) }).map(([name, value]) => {
    const isList = Array.isArray(value) && value.length > 0;
    const text = isList ? `[\n${value.map((one) => `    ${jsonText(one)}`).join(",\n")}\n  ]` : jsonText(value);
    return `  ${jsonText(name)}: ${text}`;
  });
  return `{\n${fields.join(",\n")}\n}\n`;
}

interface OtherColumn {
  readonly index: number;
  readonly title: string;
}

/** The columns that are of no known kind; a row may have cells beyond the last one, without a title. */
function otherColumns({ text }: Roadmap, { columns, table }: TopicTable): OtherColumn[] {
  const known = new Set(columns.values());
  const widest = table.rows.reduce((most, { cellCount }) => Math.max(most, cellCount), table.header.cellCount);
  return Array.from({ length: widest }, (_, index) => index)
    .filter((index) => !known.has(index))
    .map((index) => ({ index, title: plainText(cellTextAt(text, table.header, index)) }));
}
