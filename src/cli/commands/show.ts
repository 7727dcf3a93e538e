// Command: one topic or task with everything known about it.

import { thingHistory } from "../../app/history/for-views.js";
import { linesInFile, type OpenedRoadmap, openRoadmap } from "../../app/open-roadmap.js";
import type { Envelope } from "../../json/envelopes/index.js";
import { subjectChangeData } from "../../json/history.js";
import { problemsData, tasksData, topicsData, viewedData } from "../../json/roadmap.js";
import { daysNotInCells, type HistoryDays, type SubjectChange } from "../../model/history/history.js";
import type { Problem } from "../../model/problem.js";
import type { Task, Topic } from "../../model/roadmap.js";
import { tasksAbout, tasksInside, topicsIn } from "../../model/select.js";
import { lineAt, lineStarts } from "../../text/lines.js";
import { showLines } from "../../views/show-lines.js";
import type { CommandDeclaration } from "../command.js";
import { nameOf } from "../options.js";
import { withProgressBar } from "../progress-bar.js";
import { atOption, canvasOver, fileWarnings, findNamed, requestAt, withVersion } from "../view-outcome.js";

export const showCommand: CommandDeclaration = {
  name: "show",
  summary: "Show one topic or task: state, cells, related tasks and history",
  examples: ["roadmap show http fundamentals", "roadmap show 2.3", "roadmap show t3"],
  argument: {
    name: "<topic...>",
    help: "topic or task: name or part of it, quotes not needed; 12 for row 12, t3 for task 3, 2.3 for the third topic of phase 2",
    names: ["topic", "task"],
  },
  options: [atOption],
  async run(invocation) {
    const { request, words, machine } = invocation;
    const opened = await openRoadmap(requestAt(invocation));
    const { roadmap, file, today } = opened;
    const thing = findNamed(opened, nameOf(words, "topic or task"));
    const line = linesInFile(opened)("row" in thing ? thing.row.start : thing.span.start);
    const starts = lineStarts(file.text);
    const problems = opened.problems.filter(({ span }) => lineAt(starts, span.start) + 1 === line);
    const history = await withProgressBar(machine, "reading the history", (onProgress) =>
      thingHistory(thing, { ...request, opened, onProgress }),
    );
    const days = "row" in thing ? daysNotInCells(roadmap, thing, history.days) : history.days;
    const { changes } = history;
    const shown = { roadmap, thing, problems, text: file.text, path: file.path, line, today, changes, days };
    return {
      lines: withVersion(opened, (canvas) => showLines(shown, canvasOver(opened, canvas))),
      warnings: fileWarnings(opened),
      data: () => {
        const found = { opened, problems, changes, days };
        return "row" in thing ? topicData(thing, found) : taskData(thing, found);
      },
    };
  },
};

interface Found {
  readonly opened: OpenedRoadmap;
  readonly problems: readonly Problem[];
  readonly changes: readonly SubjectChange[];
  readonly days: HistoryDays;
}

function topicData(topic: Topic, { opened, problems, changes, days }: Found): Envelope {
  return {
    kind: "show",
    ...viewedData(opened),
    topic: onlyOne(topicsData(opened, [topic])),
    tasks: tasksData(opened, tasksAbout(opened.roadmap, topic)),
    problems: problemsData(opened, problems),
    historyDays: days,
    history: changes.map(subjectChangeData),
  };
}

function taskData(task: Task, { opened, problems, changes }: Found): Envelope {
  const { roadmap } = opened;
  return {
    kind: "show-task",
    ...viewedData(opened),
    task: onlyOne(tasksData(opened, [task])),
    parent: tasksData(opened, task.parent ? [task.parent] : [])[0] ?? null,
    subtasks: tasksData(opened, tasksInside(roadmap, task)),
    topics: topicsData(opened, topicsIn(roadmap, task)),
    problems: problemsData(opened, problems),
    history: changes.map(subjectChangeData),
  };
}

function onlyOne<Data>([data]: readonly Data[]): Data {
  if (data === undefined) throw new Error("a topic or task has no data");
  return data;
}
