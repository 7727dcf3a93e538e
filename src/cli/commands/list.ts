// Command: lists topics and tasks.

import { openRoadmap } from "../../app/open-roadmap.js";
import { problemsData, tasksData, topicsData, viewedData } from "../../json/roadmap.js";
import type { Condition } from "../../model/column-values.js";
import { columnKinds } from "../../model/columns.js";
import type { Day } from "../../model/dates.js";
import { UserError } from "../../model/errors.js";
import { columnOfKind, findNamedColumn, type NamedColumn, requireNamedColumn } from "../../model/named-columns.js";
import { typedStatus } from "../../model/read-status.js";
import type { Roadmap } from "../../model/roadmap.js";
import { isInPlace, type Selection, select, sortKeys } from "../../model/select.js";
import type { Status } from "../../model/status.js";
import { ways } from "../../model/ways.js";
import { listLines } from "../../views/list-lines.js";
import { type CommandDeclaration, type Invocation, textOption } from "../command.js";
import {
  countOption,
  dayOption,
  phaseOptions,
  phaseWords,
  requirePhases,
  usageError,
  wordsOption,
} from "../options.js";
import { atOption, fileWarnings, readingNote, requestAt, withVersion } from "../view-outcome.js";

export const listCommand: CommandDeclaration = {
  name: "list",
  summary: "List topics and tasks",
  examples: [
    "roadmap list --phase 2",
    "roadmap list --status in-progress --status blocked",
    "roadmap list --search redis --topics",
    "roadmap list --columns topic,status,owner --where owner=ada --sort due",
  ],
  options: [
    { flags: "--topics", help: "list only topics" },
    { flags: "--tasks", help: "list only tasks" },
    ...phaseOptions("only this phase (number, or words of its name)"),
    { flags: "--track <track>", help: "only this track (words of its title)" },
    { flags: "--status <status>", help: "only with this status (repeatable)", isList: true },
    { flags: "--open", help: "only what is not started, in progress or blocked" },
    { flags: "--done", help: "only what is done" },
    { flags: "--since <date>", help: "only topics started or finished since this date, up to today" },
    { flags: "--overdue", help: "only unfinished topics with a due or finish date before today" },
    { flags: "--ready", help: "only what can be worked on: waiting for nothing unfinished" },
    {
      flags: "--where <condition>",
      help: "only topics with this value: owner=ada, or owner= for blank cells (repeatable)",
      isList: true,
    },
    { flags: "--search <text>", help: "only with this text in any cell" },
    {
      flags: "--columns <names>",
      help: "only topics, with these columns: topic,status,owner",
      isList: true,
    },
    { flags: "--sort <column>", help: "sort by this column (default: file)", choices: sortKeys, isAnyTaken: true },
    { flags: "--limit <count>", help: "list at most this many topics and this many tasks" },
    { flags: "--all", help: "list finished phases topic by topic" },
    { flags: "--flat", help: "list one topic or task per line, without groups and boxes" },
    atOption,
  ],
  async run(invocation) {
    const opened = await openRoadmap(requestAt(invocation));
    const { roadmap, problems, today } = opened;
    const selection = selectionOf(invocation, roadmap, today);
    refuseUnknownPlace(roadmap, selection);
    const selected = select(roadmap, selection);
    const columns = chosenColumns(invocation, roadmap);
    const layout = layoutOf(invocation);
    return {
      lines: withVersion(opened, (canvas) => listLines(roadmap, { ...selected, columns, layout, today }, canvas)),
      data: () => ({
        kind: "list",
        ...viewedData(opened),
        topics: topicsData(opened, selected.topics),
        tasks: tasksData(opened, selected.tasks),
        problems: problemsData(opened, problems),
      }),
      warnings: (canvas) => [...fileWarnings(opened)(canvas), ...readingNote(opened, canvas)],
    };
  },
};

function selectionOf(invocation: Invocation, roadmap: Roadmap, today: Day): Selection {
  const { options } = invocation;
  if (options.topics && options.tasks)
    throw usageError("--topics and --tasks cannot be combined", "use one of them, or neither to list both");
  if (options.columns && options.tasks)
    throw usageError("--columns and --tasks cannot be combined: tasks have no columns", "omit one of them");
  const sort = wordsOption(invocation, "sort");
  const statuses = [
    ...listOption(invocation, "status").map((words) => typedStatus(words, roadmap.vocabulary, usageError)),
    ...(options.open ? openStatuses : []),
    ...(options.done ? doneStatuses : []),
  ];
  return {
    only: options.topics || options.columns ? "topics" : options.tasks ? "tasks" : undefined,
    phase: phaseWords(invocation),
    track: wordsOption(invocation, "track"),
    status: statuses.length === 0 ? undefined : statuses,
    since: dayOption(invocation, "since", { today }),
    isReady: options.ready === true,
    overdueOn: options.overdue ? today : undefined,
    where: listOption(invocation, "where").map((condition) => conditionOf(roadmap, condition)),
    search: textOption(invocation, "search"),
    sort: sort === undefined || sort === "file" ? undefined : sortColumn(roadmap, sort),
    limit: countOption(invocation, "limit"),
  };
}

const openStatuses: readonly Status[] = ["not-started", "in-progress", "blocked"];
const doneStatuses: readonly Status[] = ["done"];

/** Options that change neither which topics and tasks are listed nor their order. */
const otherOptions: ReadonlySet<string> = new Set(["all", "at", "columns", "flat"]);

/** Only the whole list is folded: in a part of it, what is done was asked for. */
function layoutOf({ options }: Invocation): "folded" | "grouped" | "flat" {
  if (options.flat || (options.sort && options.sort !== "file")) return "flat";
  const isPart = listCommand.options.some(({ flags }) => {
    const name = /^--(\w+)/.exec(flags)?.[1] ?? "";
    return options[name] !== undefined && !otherOptions.has(name);
  });
  return options.all || isPart ? "grouped" : "folded";
}

function listOption({ options }: Invocation, name: string): readonly string[] {
  const values = options[name];
  return Array.isArray(values) ? values : [];
}

/** `owner=ada` */
function conditionOf(roadmap: Roadmap, condition: string): Condition {
  const [, column = "", value = ""] = /^([^=]+)=(.*)$/s.exec(condition) ?? [];
  if (column.trim() === "")
    throw usageError(`"${condition}" is not a condition`, "write a column and its value: --where owner=ada");
  return { column: requireNamedColumn(roadmap, column), value };
}

/** A kind without a column is no error: without values, everything stays in file order. */
function sortColumn(roadmap: Roadmap, words: string): NamedColumn {
  const kind = columnKinds.find((known) => known === words);
  return kind === undefined ? requireNamedColumn(roadmap, words) : columnOfKind(roadmap, kind);
}

/** Null for the usual ones. A header may contain a comma: then it is an option of its own. */
function chosenColumns(invocation: Invocation, roadmap: Roadmap): readonly NamedColumn[] | null {
  const names = listOption(invocation, "columns").flatMap((value) =>
    findNamedColumn(roadmap, value) === null ? value.split(",") : [value],
  );
  return names.length === 0 ? null : names.map((name) => requireNamedColumn(roadmap, name));
}

/** @throws UserError (exit 3) for a phase or track that the roadmap does not have, or that is empty */
function refuseUnknownPlace({ topics, tasks, phases }: Roadmap, { phase, track }: Selection): void {
  if (topics.length + tasks.length === 0) return;
  const used = phases.filter((candidate) => candidate.topics.length + candidate.tasks.length > 0);
  if (phase !== undefined) requirePhases(used, phase, "phase with topics or tasks");
  if (track === undefined || used.some((candidate) => isInPlace({ phase: candidate }, { track }))) return;
  throw new UserError(
    "TRACK_NOT_FOUND",
    `no track with topics or tasks matches "${track}"`,
    ways`run ${{ view: "progress" }} to see the phases`,
  );
}
