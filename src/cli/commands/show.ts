// Command: one topic with everything known about it.

import { openRoadmap } from "../../app/open-roadmap.js";
import { AmbiguousName, findTopic } from "../../model/find.js";
import type { Roadmap, Topic } from "../../model/roadmap.js";
import { tasksAbout } from "../../model/select.js";
import { showLines } from "../../views/show-lines.js";
import type { CommandDeclaration } from "../command.js";
import { fileData, problemsData, tasksData, topicsData } from "../data.js";
import { nameOf } from "../options.js";

export const showCommand: CommandDeclaration = {
  name: "show",
  summary: "Show one topic: its cells, its days, its links, the tasks about it",
  examples: ["roadmap show http fundamentals", "roadmap show 2.3"],
  argument: {
    name: "<topic...>",
    help: "a name or part of it, no quotes needed; #12 for a row, 2.3 for the third of phase 2",
  },
  options: [],
  async run({ request, words }) {
    const opened = await openRoadmap(request);
    const { roadmap, file, today } = opened;
    const topic = findIn(roadmap, nameOf(words, "topic"), file.hash);
    const tasks = tasksAbout(roadmap, topic);
    const isAbout = ({ start }: { start: number }) => start >= topic.row.start && start <= topic.row.end;
    const problems = opened.problems.filter(({ span }) => isAbout(span));
    return {
      lines: (canvas) => showLines({ roadmap, topic, tasks, problems, path: file.path, today }, canvas),
      data() {
        const [data] = topicsData(opened, [topic]);
        if (!data) throw new Error("the topic has no data");
        return {
          kind: "show",
          ...fileData(opened),
          topic: data,
          tasks: tasksData(opened, tasks),
          problems: problemsData(opened, problems),
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
