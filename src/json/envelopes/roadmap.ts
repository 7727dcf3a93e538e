// Envelopes of a roadmap: its topics, tasks, problems and progress, changes by operations, and its export.

import * as z from "zod/mini";
import { byKind, columnKinds, dayKinds, textKinds } from "../../model/columns.js";
import { progressKeys } from "../../model/progress.js";
import { exportFormats } from "../../views/exports/index.js";
import {
  commitSchema,
  count,
  type DataOf,
  day,
  envelope,
  fileShape,
  nullableDay,
  nullableText,
  ordinal,
  refusal,
  savingShape,
  status,
  viewed,
} from "./common.js";
import { historyDaysSchema, subjectChangeSchema } from "./history.js";
import { streakSchema } from "./pace.js";

const topicSchema = z.strictObject({
  number: ordinal,
  name: z.string(),
  phase: nullableText,
  track: nullableText,
  status,
  /** The status cell as written in the file; empty if there is none. */
  statusText: z.string(),
  ...byKind(dayKinds, () => nullableDay),
  /** From 0 to 100; null if the topic has none that can be read. */
  percent: z.nullable(z.number()),
  /** As written in the file. */
  priority: z.string(),
  /** The names of the topics it depends on, without Markdown. */
  dependsOn: z.array(z.string()),
  ...byKind(textKinds, () => z.string()),
  proof: z.string(),
  links: z.array(z.string()),
  line: ordinal,
  /** The cells of columns without a field of their own, by header. */
  otherCells: z.array(z.strictObject({ column: z.string(), text: z.string() })),
});

const taskSchema = z.strictObject({
  number: ordinal,
  name: z.string(),
  phase: nullableText,
  track: nullableText,
  status,
  mark: z.string(),
  depth: count,
  line: ordinal,
});

const problemSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  hint: z.string(),
  line: ordinal,
  column: ordinal,
});

const groupSchema = z.strictObject({
  title: z.string(),
  track: nullableText,
  total: count,
  done: count,
  percent: count,
  counts: z.record(status, count),
});

const progressShape = {
  /** Deprecated: the sum of topics and tasks, which are two kinds; use the next two. */
  all: groupSchema,
  topics: z.extend(groupSchema, { groups: z.array(groupSchema) }),
  tasks: z.extend(groupSchema, { groups: z.array(groupSchema) }),
};

const stepSchema = z.strictObject({
  type: z.enum(["topic", "task"]),
  number: ordinal,
  name: z.string(),
  status,
  phase: nullableText,
  /** Days since the start of a topic in progress. */
  days: z.nullable(z.int()),
  due: nullableDay,
  command: z.string(),
});

const changedSchema = z.strictObject({
  operation: z.string(),
  subject: z.strictObject({
    type: z.enum(["topic", "task", "column", "phase", "table"]),
    number: ordinal,
    name: z.string(),
    line: ordinal,
  }),
  /** What was done, if the values do not show it. */
  deed: nullableText,
  changed: z.array(
    z.strictObject({
      /** The kind or the header of the column; `mark` or `name` of a task. */
      column: z.string(),
      from: z.string(),
      to: z.string(),
      /** The name of the topic, if it is not the subject. */
      topic: z.optional(z.string()),
    }),
  ),
  /** Why nothing needed to be changed. */
  already: nullableText,
  notes: z.array(z.string()),
  next: nullableText,
});

const roadmapTaskSchema = z.extend(taskSchema, {
  /** The number of its parent task. */
  parent: z.nullable(z.int()),
});

const roadmapShape = {
  at: viewed.at,
  hash: fileShape.hash,
  conflicts: fileShape.conflicts,
  title: nullableText,
  tracks: z.array(z.strictObject({ title: z.string(), goal: nullableText })),
  phases: z.array(
    z.strictObject({
      label: z.string(),
      name: nullableText,
      number: z.nullable(z.number()),
      track: nullableText,
    }),
  ),
};

const columnSchema = z.strictObject({
  /** Its header without Markdown. */
  title: z.string(),
  kind: z.nullable(z.enum(columnKinds)),
  /**
   * The field of `set` that changes its cells: most take the new text, `column` a list with `TITLE=TEXT`, and `proof`
   * a list of links to add, which begins with an empty text to remove the present ones. Null if there is none.
   */
  field: nullableText,
});

const recordedChange = z.nullable(z.strictObject({ id: z.string(), summary: z.string() }));

export const roadmapEnvelopes = {
  dashboard: envelope("dashboard", {
    ...fileShape,
    title: nullableText,
    ...progressShape,
    phases: z.array(groupSchema),
    next: z.array(stepSchema),
    /** The number of topics that are not started because others have to be finished first. */
    waiting: count,
    problems: z.array(problemSchema),
  }),
  list: envelope("list", {
    ...viewed,
    topics: z.array(topicSchema),
    tasks: z.array(taskSchema),
    problems: z.array(problemSchema),
  }),
  show: envelope("show", {
    ...viewed,
    topic: topicSchema,
    tasks: z.array(taskSchema),
    problems: z.array(problemSchema),
    /** The dates on which commits changed the topic's status; null where its own cells have them, or no commit does. */
    historyDays: historyDaysSchema,
    /** Newest first. */
    history: z.array(subjectChangeSchema),
  }),
  /** What `show` prints for a task. */
  "show-task": envelope("show-task", {
    ...viewed,
    task: taskSchema,
    parent: z.nullable(taskSchema),
    subtasks: z.array(taskSchema),
    /** The topics whose names its text contains. */
    topics: z.array(topicSchema),
    problems: z.array(problemSchema),
    /** Newest first. */
    history: z.array(subjectChangeSchema),
  }),
  open: envelope("open", {
    ...viewed,
    subject: z.strictObject({ type: z.enum(["topic", "task"]), number: ordinal, name: z.string() }),
    /** The kind or the header of the column that has the link; `task` for a task. */
    column: z.string(),
    url: z.string(),
  }),
  next: envelope("next", { ...viewed, next: z.array(stepSchema), waiting: count }),
  today: envelope("today", {
    ...fileShape,
    title: nullableText,
    today: day,
    /** What is in progress, then what is blocked. */
    now: z.array(stepSchema),
    /** By due date, or by the planned finish date; what is in progress included. */
    overdue: z.array(stepSchema),
    /** Within seven days. */
    dueSoon: z.array(stepSchema),
    /** Topics since Monday, latest first. */
    finished: z.array(
      z.strictObject({ number: ordinal, name: z.string(), phase: nullableText, finished: nullableDay }),
    ),
    /** Consecutive weeks in which a topic was finished. */
    streaks: z.strictObject({ now: streakSchema, best: streakSchema }),
  }),
  progress: envelope("progress", {
    ...viewed,
    by: z.enum(progressKeys),
    groups: z.array(groupSchema),
    ...progressShape,
  }),
  change: envelope("change", { ...savingShape, results: z.array(changedSchema) }),
  export: envelope("export", {
    ...fileShape,
    format: z.enum(exportFormats.map(({ name }) => name)),
    /** The exported text; null if it was written to a file. */
    text: nullableText,
    /** The file it was written to; null for stdout. */
    written: z.nullable(
      z.strictObject({
        file: z.string(),
        /** What happened to the file, or in a dry run would happen. */
        state: z.enum(["new", "replaced", "unchanged"]),
      }),
    ),
    dryRun: z.boolean(),
    /** Null if no commit was requested, possible, or necessary. */
    commit: z.nullable(commitSchema),
    /** Why the written file is not committed. */
    notCommitted: z.nullable(refusal),
  }),
  /** The export of a whole roadmap. */
  roadmap: envelope("roadmap", {
    ...roadmapShape,
    topics: z.array(topicSchema),
    tasks: z.array(roadmapTaskSchema),
    problems: z.array(problemSchema),
  }),
  page: envelope("page", {
    ...roadmapShape,
    /** The name of the file, without its folder. */
    file: z.string(),
    /** Null until the file can be read for the first time; then there is nothing in it. */
    hash: z.nullable(fileShape.hash),
    today: nullableDay,
    /** Whether nothing can be changed here. */
    readOnly: z.boolean(),
    /** Whether it is in a git repository, as far as the folders tell. */
    inRepository: z.boolean(),
    /** Why the file cannot be read or changed now; the rest is its last readable state. */
    trouble: z.nullable(refusal),
    /** What would be undone next. */
    undo: recordedChange,
    redo: recordedChange,
    /** The topic tables with all of their columns. */
    tables: z.array(z.strictObject({ columns: z.array(columnSchema) })),
    topics: z.array(
      z.extend(topicSchema, {
        table: ordinal,
        /** The cells of its row by column, as written in the file. */
        cells: z.array(z.string()),
        /** The same without Markdown, with the line breaks of `<br>`; null if that is the same. */
        texts: z.nullable(z.array(z.string())),
      }),
    ),
    tasks: z.array(
      z.extend(roadmapTaskSchema, {
        /** The first line of its text, as written in the file. */
        text: z.string(),
      }),
    ),
    problems: z.array(problemSchema),
    /** One per topic and task, in their order: it changes if a byte of the row or line does. */
    rowHashes: z.strictObject({ topics: z.array(z.string()), tasks: z.array(z.string()) }),
  }),
};

export type TopicData = DataOf<typeof topicSchema>;
export type TaskData = DataOf<typeof taskSchema>;
export type ProblemData = DataOf<typeof problemSchema>;
export type GroupData = DataOf<typeof groupSchema>;
export type StepData = DataOf<typeof stepSchema>;
export type ChangedData = DataOf<typeof changedSchema>;
