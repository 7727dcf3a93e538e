// Reading of a roadmap: from the blocks of a file to its content and its problems.

import type { Blocks } from "../model/blocks.js";
import type { Day } from "../model/dates.js";
import type { Problem } from "../model/problem.js";
import type { Roadmap, TopicTable } from "../model/roadmap.js";
import { defaultSettings } from "../model/settings.js";
import { conflictProblem } from "./conflict-markers.js";
import type { FrontMatterReading } from "./front-matter.js";
import { htmlTableProblems } from "./html-tables.js";
import { columnsReader } from "./read-columns.js";
import { readSections } from "./read-sections.js";
import { readTasks } from "./read-tasks.js";
import { readTopics } from "./read-topics.js";
import { withHints } from "./topic-problems.js";

/** The content of a file, and its problems, in file order. */
export interface RoadmapReading {
  readonly roadmap: Roadmap;
  readonly problems: readonly Problem[];
}

/**
 * Which tables of a file are topic tables, without the content of their rows; the only problem is unresolved conflicts.
 */
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
 * Never throws. The blocks are those of the text after its front matter, which has a reader of its own because its
 * parser is loaded only for the few files that have front matter.
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
    ...withHints(topicProblems, roadmap),
    ...htmlTableProblems(text, blocks),
    ...taskProblems,
  ];
  return { roadmap, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

/** The same for tables only: reading the content of thousands of rows takes as long as reading the file. */
export function readTables(text: string, blocks: Blocks, settings = defaultSettings): TablesReading {
  const readColumns = columnsReader(text, settings);
  const tables = blocks.tables.filter((table) => readColumns(table).tracker !== null).map((table) => ({ table }));
  return { roadmap: { text, blocks, settings, tables }, problems: conflictProblem(text) };
}
