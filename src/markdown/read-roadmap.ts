// Read roadmap: from the blocks of a file to what it says.

import type { Blocks } from "../model/blocks.js";
import type { Day } from "../model/dates.js";
import type { Problem } from "../model/problem.js";
import type { Roadmap, TopicTable } from "../model/roadmap.js";
import type { Table } from "../model/table.js";
import { conflictProblem } from "./conflict-markers.js";
import type { FrontMatterReading } from "./front-matter.js";
import { readColumns } from "./read-columns.js";
import { readSections } from "./read-sections.js";
import { readTasks } from "./read-tasks.js";
import { readTopics } from "./read-topics.js";
import { defaultSettings } from "./settings.js";
import { toldProblems } from "./topic-problems.js";

/** What a file says, and what is wrong in it, in file order. */
export interface RoadmapReading {
  readonly roadmap: Roadmap;
  readonly problems: readonly Problem[];
}

/** Which tables of a file are topic tables, but nothing of what their rows say; of its problems an unfinished merge. */
export interface TablesReading {
  readonly roadmap: Pick<Roadmap, "text" | "blocks" | "settings"> & {
    readonly tables: readonly Pick<TopicTable, "table">[];
  };
  readonly problems: readonly Problem[];
}

interface ReadingOptions {
  readonly frontMatter?: FrontMatterReading | undefined;
  /** The day on which it is read: later dates are plans. Null: every date counts as a fact. */
  readonly today: Day | null;
}

/**
 * Never throws. The blocks are those of the text behind its front matter; the front matter is read by its own
 * reader, because what it needs is loaded only for the few files that have one.
 */
export function readRoadmap(text: string, blocks: Blocks, { frontMatter, today }: ReadingOptions): RoadmapReading {
  const settings = frontMatter?.settings ?? defaultSettings;
  const sections = readSections(text, blocks, settings);
  const {
    tables,
    topics,
    vocabulary,
    legends,
    problems: topicProblems,
  } = readTopics(text, blocks.tables, { settings, sections, today });
  const { tasks, problems: taskProblems } = readTasks(text, blocks.items, sections);
  const { title, tracks, phases } = sections;
  const roadmap = { text, blocks, title, tables, topics, tracks, phases, tasks, vocabulary, legends, settings, today };
  const problems = [
    ...(frontMatter?.problems ?? []),
    ...conflictProblem(text),
    ...toldProblems(topicProblems, roadmap),
    ...taskProblems,
  ];
  return { roadmap, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

/** The same as far as the tables go: to read what thousands of rows say takes as long as to read the file. */
export function readTables(text: string, blocks: Blocks, settings = defaultSettings): TablesReading {
  const isTopicTable = (table: Table) => readColumns(text, table, settings) !== null;
  const tables = blocks.tables.filter(isTopicTable).map((table) => ({ table }));
  return { roadmap: { text, blocks, settings, tables }, problems: conflictProblem(text) };
}
