// Envelopes: the shape of everything `--json` prints. The JSON Schemas in docs/json are made from these.

import * as z from "zod/mini";
import { progressKeys } from "../model/progress.js";
import { columnKinds } from "../model/roadmap.js";
import { statuses } from "../model/status.js";
import { doctorShape, repairShape } from "./envelopes/doctor.js";
import { editShape } from "./envelopes/edit.js";
import { exportedTaskShape, exportedTopicShape, exportShape, outlineShape } from "./envelopes/export.js";
import { fmtShape } from "./envelopes/fmt.js";
import { gitInstallShape, textconvShape } from "./envelopes/git-install.js";
import { historyDaysSchema, historyShapes, subjectChangeSchema, versionSchema } from "./envelopes/history.js";
import { initShape } from "./envelopes/init.js";
import { mergeShape } from "./envelopes/merge.js";
import { paceShapes } from "./envelopes/pace.js";
import { resolveShape } from "./envelopes/resolve.js";
import { commitSchema, fileShape, savingShape } from "./envelopes/saving.js";
import { shellShapes } from "./envelopes/shell.js";
import { undoShapes } from "./envelopes/undo.js";

const status = z.enum(statuses);
const day = z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)));
const count = z.int().check(z.nonnegative());
const ordinal = z.int().check(z.positive());

/** What is looked at: `at` when it is an old version, whose bytes the hash is of. */
const viewed = { ...fileShape, at: z.optional(versionSchema) };

const topicSchema = z.strictObject({
  number: ordinal,
  name: z.string(),
  phase: z.nullable(z.string()),
  track: z.nullable(z.string()),
  status,
  /** The status cell as the file has it; empty where there is none. */
  statusText: z.string(),
  started: day,
  finished: day,
  comments: z.string(),
  resources: z.string(),
  deliverables: z.string(),
  proof: z.string(),
  links: z.array(z.string()),
  line: ordinal,
});

const taskSchema = z.strictObject({
  number: ordinal,
  name: z.string(),
  phase: z.nullable(z.string()),
  track: z.nullable(z.string()),
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
  track: z.nullable(z.string()),
  total: count,
  done: count,
  percent: count,
  counts: z.record(status, count),
});

const stepSchema = z.strictObject({
  type: z.enum(["topic", "task"]),
  number: ordinal,
  name: z.string(),
  status,
  phase: z.nullable(z.string()),
  /** Days since the start of a topic in progress. */
  days: z.nullable(z.int()),
  command: z.string(),
});

const changedSchema = z.strictObject({
  operation: z.string(),
  subject: z.strictObject({
    type: z.enum(["topic", "task", "column", "phase"]),
    number: ordinal,
    name: z.string(),
    line: ordinal,
  }),
  /** What was done, where the values do not say it. */
  deed: z.nullable(z.string()),
  changed: z.array(
    z.strictObject({ column: z.enum([...columnKinds, "mark", "name"]), from: z.string(), to: z.string() }),
  ),
  /** Why nothing was to be changed. */
  already: z.nullable(z.string()),
  notes: z.array(z.string()),
  next: z.nullable(z.string()),
});

function envelope<Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) {
  return z.strictObject({ schemaVersion: z.literal(1), kind: z.literal(kind), ...shape });
}

/** By kind, what is printed on stdout, and for `error` on stderr. */
export const envelopes = {
  dashboard: envelope("dashboard", {
    ...fileShape,
    title: z.nullable(z.string()),
    all: groupSchema,
    phases: z.array(groupSchema),
    next: z.array(stepSchema),
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
    /** Days on which commits brought the topic into its state; null where its own cells say them, or no commit does. */
    historyDays: historyDaysSchema,
    /** Newest first. */
    history: z.array(subjectChangeSchema),
  }),
  next: envelope("next", { ...viewed, next: z.array(stepSchema) }),
  progress: envelope("progress", {
    ...viewed,
    by: z.enum(progressKeys),
    groups: z.array(groupSchema),
    all: groupSchema,
  }),
  stats: envelope("stats", paceShapes.stats),
  forecast: envelope("forecast", paceShapes.forecast),
  timeline: envelope("timeline", paceShapes.timeline),
  burnup: envelope("burnup", paceShapes.burnup),
  change: envelope("change", { ...savingShape, results: z.array(changedSchema) }),
  init: envelope("init", initShape),
  edit: envelope("edit", editShape),
  fmt: envelope("fmt", fmtShape),
  commit: envelope("commit", {
    ...fileShape,
    dryRun: z.boolean(),
    /** Of a dry run, the message that the commit would get. */
    message: z.nullable(z.string()),
    /** Where the partly saved text is kept, when the file was restored after an interrupted save before the commit. */
    restored: z.nullable(z.string()),
    /** Null when the last commit has the file as it is, and of a dry run. */
    commit: z.nullable(commitSchema),
  }),
  reversal: envelope("reversal", undoShapes.reversal),
  journal: envelope("journal", undoShapes.journal),
  diff: envelope("diff", historyShapes.diff),
  log: envelope("log", historyShapes.log),
  verify: envelope("verify", historyShapes.verify),
  unlock: envelope("unlock", {
    file: z.string(),
    dryRun: z.boolean(),
    /** Of a dry run, what would become of the lock. */
    result: z.enum(["not-locked", "removed", "kept"]),
    lock: z.nullable(z.string()),
    holder: z.nullable(z.strictObject({ pid: z.int(), host: z.string(), since: z.string() })),
  }),
  export: envelope("export", exportShape),
  roadmap: envelope("roadmap", {
    at: viewed.at,
    ...outlineShape,
    topics: z.array(z.extend(topicSchema, exportedTopicShape)),
    tasks: z.array(z.extend(taskSchema, exportedTaskShape)),
    problems: z.array(problemSchema),
  }),
  merge: envelope("merge", mergeShape),
  resolve: envelope("resolve", resolveShape),
  doctor: envelope("doctor", doctorShape),
  repair: envelope("repair", repairShape),
  "git-install": envelope("git-install", gitInstallShape),
  textconv: envelope("textconv", textconvShape),
  help: envelope("help", shellShapes.help),
  config: envelope("config", shellShapes.config),
  completion: envelope("completion", shellShapes.completion),
  error: envelope("error", {
    code: z.string(),
    message: z.string(),
    hint: z.string(),
    exitCode: z.int(),
    /** Where the partly saved text is kept, when the file was restored after an interrupted save before this error. */
    restored: z.optional(z.string()),
    candidates: z.optional(
      z.array(
        z.strictObject({
          type: z.enum(["topic", "task"]),
          number: ordinal,
          name: z.string(),
          phase: z.nullable(z.string()),
          /** What names just this one, in every command: `5`, `t3`. */
          address: z.string(),
        }),
      ),
    ),
  }),
} as const;

export type EnvelopeKind = keyof typeof envelopes;

type Envelopes = { [Kind in EnvelopeKind]: Omit<z.infer<(typeof envelopes)[Kind]>, "schemaVersion"> };

/** What a command prints for scripts; `schemaVersion` is added when it is printed. */
export type Envelope = Envelopes[EnvelopeKind];

export type TopicData = z.infer<typeof topicSchema>;
export type TaskData = z.infer<typeof taskSchema>;
export type ProblemData = z.infer<typeof problemSchema>;
export type GroupData = z.infer<typeof groupSchema>;
export type StepData = z.infer<typeof stepSchema>;
export type ChangedData = z.infer<typeof changedSchema>;
