// Command: list topics and tasks.

import { openRoadmap } from "../../app/open-roadmap.js";
import { dayMeant } from "../../model/date-words.js";
import { type Selection, type SortKey, select, sortKeys } from "../../model/select.js";
import { readStatus, type Status, statuses, type Vocabulary } from "../../model/status.js";
import { listLines } from "../../views/list-lines.js";
import { type CommandDeclaration, type Invocation, textOption } from "../command.js";
import { fileData, problemsData, tasksData, topicsData } from "../data.js";
import { countOption, usageError } from "../options.js";
import { atOption, requestAt, versionData, withVersion } from "../version.js";
import { conflictWarnings } from "../warnings.js";

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
    const selected = select(roadmap, selectionOf(invocation, { vocabulary: roadmap.vocabulary, today }));
    return {
      lines: withVersion(opened, (canvas) => listLines(roadmap, selected, canvas)),
      data: () => ({
        kind: "list",
        ...fileData(opened),
        ...versionData(opened),
        topics: topicsData(opened, selected.topics),
        tasks: tasksData(opened, selected.tasks),
        problems: problemsData(opened, problems),
      }),
      warnings: conflictWarnings(opened),
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
  const since = textOption(invocation, "since");
  const sort = textOption(invocation, "sort");
  const asked = Array.isArray(options.status) ? options.status : undefined;
  return {
    only: options.topics ? "topics" : options.tasks ? "tasks" : undefined,
    phase: textOption(invocation, "phase"),
    track: textOption(invocation, "track"),
    status: asked?.map((words) => statusAsked(words, vocabulary)),
    since: since === undefined ? undefined : dayMeant(since, { today }),
    overdueOn: options.overdue ? today : undefined,
    search: textOption(invocation, "search"),
    sort: sortKeys.find((key): key is SortKey => key === sort),
    limit: countOption(invocation, "limit"),
  };
}

function statusAsked(words: string, vocabulary: Vocabulary): Status {
  const reading = statuses.find((status) => status === words) ?? readStatus(words, vocabulary);
  const known = statuses.find((status) => status === reading);
  if (known) return known;
  throw usageError(`"${words}" is not a status`, `use one of ${statuses.join(", ")}`);
}
