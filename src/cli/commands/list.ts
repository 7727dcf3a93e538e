// Command: list topics and tasks.

import { openRoadmap } from "../../app/open-roadmap.js";
import { type Selection, type SortKey, select, sortKeys } from "../../model/select.js";
import { readStatus, type Status, statuses, type Vocabulary } from "../../model/status.js";
import { listLines } from "../../views/list-lines.js";
import { type CommandDeclaration, type Invocation, textOption } from "../command.js";
import { fileData, problemsData, tasksData, topicsData } from "../data.js";
import { countOption, dayOption, usageError } from "../options.js";
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
    { flags: "--topics", help: "topics only" },
    { flags: "--tasks", help: "tasks only" },
    { flags: "--phase <phase>", help: "of a phase: its number, or words of its name" },
    { flags: "--track <track>", help: "of a track: words of its title" },
    { flags: "--status <status>", help: "in a state; may be given several times", isList: true },
    { flags: "--since <date>", help: "topics started or finished on that day or later" },
    { flags: "--overdue", help: "topics with a finish date before today that are not finished" },
    { flags: "--search <text>", help: "with that text in any cell" },
    { flags: "--sort <key>", help: "the order; that of the file without it", choices: sortKeys },
    { flags: "--limit <count>", help: "at most so many topics and so many tasks" },
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
    throw usageError("--topics and --tasks together leave nothing", "give one of them, or neither for both");
  const since = textOption(invocation, "since");
  const sort = textOption(invocation, "sort");
  const asked = Array.isArray(options.status) ? options.status : undefined;
  return {
    only: options.topics ? "topics" : options.tasks ? "tasks" : undefined,
    phase: textOption(invocation, "phase"),
    track: textOption(invocation, "track"),
    status: asked?.map((words) => statusAsked(words, vocabulary)),
    since: since === undefined ? undefined : dayOption(since, today),
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
