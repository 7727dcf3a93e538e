// Command: lists topics and tasks.

import { openRoadmap } from "../../app/open-roadmap.js";
import { problemsData, tasksData, topicsData, viewedData } from "../../json/roadmap.js";
import { UserError } from "../../model/errors.js";
import type { Roadmap } from "../../model/roadmap.js";
import { isInPlace, type Selection, type SortKey, select, sortKeys } from "../../model/select.js";
import { typedStatus, type Vocabulary } from "../../model/status.js";
import { ways } from "../../model/ways.js";
import { listLines } from "../../views/list-lines.js";
import { type CommandDeclaration, type Invocation, textOption } from "../command.js";
import { countOption, dayOption, requirePhases, usageError, wordsOption } from "../options.js";
import { atOption, fileWarnings, requestAt, withVersion } from "../view-outcome.js";

export const listCommand: CommandDeclaration = {
  name: "list",
  summary: "List topics and tasks",
  examples: [
    "roadmap list --phase 2",
    "roadmap list --status in-progress --status blocked",
    "roadmap list --search redis --topics",
  ],
  options: [
    { flags: "--topics", help: "list only topics" },
    { flags: "--tasks", help: "list only tasks" },
    { flags: "--phase <phase>", help: "only this phase (number, or words of its name)" },
    { flags: "--track <track>", help: "only this track (words of its title)" },
    { flags: "--status <status>", help: "only with this status (repeatable)", isList: true },
    { flags: "--since <date>", help: "only topics started or finished on or after this date" },
    { flags: "--overdue", help: "only overdue topics: finish date before today, but not finished" },
    { flags: "--search <text>", help: "only with this text in any cell" },
    { flags: "--sort <key>", help: "sort order (default: file)", choices: sortKeys },
    { flags: "--limit <count>", help: "list at most this many topics and this many tasks" },
    atOption,
  ],
  async run(invocation) {
    const opened = await openRoadmap(requestAt(invocation));
    const { roadmap, problems, today } = opened;
    const selection = selectionOf(invocation, { vocabulary: roadmap.vocabulary, today });
    refuseUnknownPlace(roadmap, selection);
    const selected = select(roadmap, selection);
    return {
      lines: withVersion(opened, (canvas) => listLines(roadmap, selected, canvas)),
      data: () => ({
        kind: "list",
        ...viewedData(opened),
        topics: topicsData(opened, selected.topics),
        tasks: tasksData(opened, selected.tasks),
        problems: problemsData(opened, problems),
      }),
      warnings: fileWarnings(opened),
    };
  },
};

function selectionOf(
  invocation: Invocation,
  { vocabulary, today }: { vocabulary: Vocabulary; today: string },
): Selection {
  const { options } = invocation;
  if (options.topics && options.tasks)
    throw usageError("--topics and --tasks cannot be combined", "use one of them, or neither to list both");
  const sort = textOption(invocation, "sort");
  const statuses = Array.isArray(options.status) ? options.status : undefined;
  return {
    only: options.topics ? "topics" : options.tasks ? "tasks" : undefined,
    phase: wordsOption(invocation, "phase"),
    track: wordsOption(invocation, "track"),
    status: statuses?.map((words) => typedStatus(words, vocabulary, usageError)),
    since: dayOption(invocation, "since", { today }),
    overdueOn: options.overdue ? today : undefined,
    search: textOption(invocation, "search"),
    sort: sortKeys.find((key): key is SortKey => key === sort),
    limit: countOption(invocation, "limit"),
  };
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
