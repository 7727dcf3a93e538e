// Page data: a roadmap as the web page gets it, with what it needs to change it.

import type { OpenedRoadmap } from "../app/open-roadmap.js";
import { rowHashes } from "../app/row-hashes.js";
import type { SessionState } from "../app/session.js";
import type { ListedJournal } from "../app/undo/journal-history.js";
import { cellTextAt } from "../model/blocks.js";
import { fieldOf } from "../model/columns.js";
import type { RecordedChange } from "../model/history/journal.js";
import { cellValue, plainText } from "../model/inline-text.js";
import type { Roadmap, Topic, TopicTable } from "../model/roadmap.js";
import { endOfLine } from "../text/lines.js";
import { normalize } from "../text/normalize.js";
import type { Envelope } from "./envelopes/index.js";
import { roadmapData, widestRow } from "./roadmap.js";

type PageData = Extract<Envelope, { kind: "page" }>;

interface PageOptions {
  /** Of the file, which may not have been read yet. */
  readonly path: string;
  readonly isReadOnly: boolean;
  readonly isInRepository: boolean;
  readonly journal: Pick<ListedJournal, "undo" | "redo">;
}

export function pageData(
  { opened, trouble }: SessionState,
  { path, isReadOnly, isInRepository, journal }: PageOptions,
): PageData {
  return {
    ...(opened ? openedData(opened) : nothingRead),
    file: path.split("/").at(-1) ?? path,
    readOnly: isReadOnly,
    inRepository: isInRepository,
    trouble: trouble && { code: trouble.code, message: trouble.message, hint: trouble.hint },
    undo: recordedData(journal.undo),
    redo: recordedData(journal.redo),
  };
}

function recordedData(change: RecordedChange | null): PageData["undo"] {
  return change && { id: change.id, summary: change.summary };
}

type OfRoadmap = Omit<PageData, "file" | "readOnly" | "inRepository" | "trouble" | "undo" | "redo">;

const nothingRead: OfRoadmap = {
  kind: "page",
  hash: null,
  today: null,
  title: null,
  tracks: [],
  phases: [],
  tables: [],
  topics: [],
  tasks: [],
  problems: [],
  rowHashes: { topics: [], tasks: [] },
};

function openedData(opened: OpenedRoadmap): OfRoadmap {
  const { roadmap, today } = opened;
  const { topics, tasks, ...data } = roadmapData(opened);
  const numbers = new Map(roadmap.tables.map((table, index) => [table, index + 1]));
  return {
    ...data,
    kind: "page",
    today,
    tables: roadmap.tables.map((table) => ({ columns: columnsData(roadmap, table) })),
    topics: roadmap.topics.flatMap((topic, index) => {
      const own = topics[index];
      return own ? [{ ...own, table: numbers.get(topic.table) ?? 1, ...cellsData(roadmap, topic) }] : [];
    }),
    tasks: roadmap.tasks.flatMap(({ mark }, index) => {
      const own = tasks[index];
      const text = roadmap.text.slice(mark.end + 1, endOfLine(roadmap.text, mark.end)).trim();
      return own ? [{ ...own, text }] : [];
    }),
    rowHashes: rowHashes(roadmap),
  };
}

function cellsData({ text }: Roadmap, { row }: Topic): Pick<PageData["topics"][number], "cells" | "texts"> {
  const cells = Array.from({ length: row.cellCount }, (_, column) => cellTextAt(text, row, column));
  const texts = cells.map((cell) => cellValue(cell).split("\n").map(plainText).join("\n"));
  return { cells, texts: texts.every((shown, column) => shown === cells[column]) ? null : texts };
}

function columnsData({ text }: Roadmap, table: TopicTable): PageData["tables"][number]["columns"] {
  const kinds = new Map([...table.columns].map(([kind, column]) => [column, kind]));
  const titles = Array.from({ length: widestRow(table.table) }, (_, column) =>
    plainText(cellTextAt(text, table.table.header, column)),
  );
  const names = titles.map(normalize);
  const isOwnName = (name: string) =>
    /^[^=]*[^=\s][^=]*$/.test(name) &&
    names.indexOf(name) === names.lastIndexOf(name) &&
    ![...table.columns.keys()].some((kind) => kind === name);
  return titles.map((title, column) => {
    const kind = kinds.get(column) ?? null;
    const isPercent = kind === "percent" || (kind === "status" && table.statusForm === "percent");
    if (kind && !isPercent) return { title, kind, field: table.repeated.has(kind) ? null : fieldOf(kind) };
    return { title, kind, field: kind !== "percent" && isOwnName(normalize(title)) ? "column" : null };
  });
}
