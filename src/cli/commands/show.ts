// Command: one topic with everything known about it.

import { topicHistory } from "../../app/history/for-views.js";
import { linesInFile, openRoadmap } from "../../app/open-roadmap.js";
import { subjectChangeData } from "../../json/history.js";
import { problemsData, tasksData, topicsData, viewedData } from "../../json/roadmap.js";
import { AmbiguousName, findTopic } from "../../model/find.js";
import { daysNotInCells } from "../../model/history/history.js";
import type { Roadmap, Topic } from "../../model/roadmap.js";
import { tasksAbout } from "../../model/select.js";
import { lineAt, lineStarts } from "../../text/lines.js";
import { showLines } from "../../views/show-lines.js";
import type { CommandDeclaration } from "../command.js";
import { nameOf } from "../options.js";
import { withProgressBar } from "../progress-bar.js";
import { atOption, canvasOver, fileWarnings, requestAt, withVersion } from "../view-outcome.js";

export const showCommand: CommandDeclaration = {
  name: "show",
  summary: "Show one topic: cells, links, tasks and history",
  examples: ["roadmap show http fundamentals", "roadmap show 2.3"],
  argument: {
    name: "<topic...>",
    help: "name or part of it, quotes not needed; 12 for row 12, 2.3 for the third topic of phase 2",
  },
  options: [atOption],
  async run(invocation) {
    const { request, words, machine } = invocation;
    const opened = await openRoadmap(requestAt(invocation));
    const { roadmap, file, today } = opened;
    const topic = findIn(roadmap, nameOf(words, "topic"), file.hash);
    const tasks = tasksAbout(roadmap, topic);
    const lineOf = linesInFile(opened);
    const starts = lineStarts(file.text);
    const problems = opened.problems.filter(({ span }) => lineAt(starts, span.start) + 1 === lineOf(topic.row.start));
    const history = await withProgressBar(machine, "reading the history", (onProgress) =>
      topicHistory(topic, { ...request, opened, onProgress }),
    );
    const days = daysNotInCells(roadmap, topic, history.days);
    const { changes } = history;
    const shown = { roadmap, topic, tasks, problems, text: file.text, path: file.path, today, changes, days };
    return {
      lines: withVersion(opened, (canvas) => showLines(shown, canvasOver(opened, canvas))),
      warnings: fileWarnings(opened),
      data() {
        const [data] = topicsData(opened, [topic]);
        if (!data) throw new Error("the topic has no data");
        return {
          kind: "show",
          ...viewedData(opened),
          topic: data,
          tasks: tasksData(opened, tasks),
          problems: problemsData(opened, problems),
          historyDays: days,
          history: changes.map(subjectChangeData),
        };
      },
    };
  },
};

function findIn(roadmap: Roadmap, wanted: string, hash: string): Topic {
  try {
    return findTopic(roadmap, wanted);
  } catch (error) {
    throw error instanceof AmbiguousName ? error.inFile(hash) : error;
  }
}
