// Conflict partners: what each topic and task of the base has become on a side, and whether that is certain.

import { matchTasks, matchTopics } from "../model/history/match.js";
import { cellTexts, type Roadmap, type Task, type Topic, type TopicTable } from "../model/roadmap.js";
import { endOfLine } from "../text/lines.js";
import { fold } from "../text/normalize.js";
import { headingsAbove } from "./headings.js";
import { nameWords } from "./near-certain.js";
import { type Renamable, rowJudge, sharesWord, taskJudge } from "./rename.js";

export interface SidePartners {
  readonly become: ReadonlyMap<Topic | Task, Topic | Task>;
  /** Those of the side that may have replaced another one: they do not receive the other side's values. */
  readonly doubtful: ReadonlySet<Topic | Task>;
}

export function partnersIn(base: Roadmap, side: Roadmap): SidePartners {
  const topics = [...matchTopics(base, side)].filter(
    // As in the merge: a topic that shares nothing with the other's name may have replaced it.
    ([was, is]) => !isRenamed(was, is) || sharesWord(was.name, is.name),
  );
  const tasks = [...matchTasks(base, side)];
  const areCertain = { topics: topicCheck(base, side), tasks: taskCheck(base, side) };
  const doubtful = [
    ...topics.filter(([was, is]) => isRenamed(was, is) && !areCertain.topics(was, is)),
    ...tasks.filter(([was, is]) => isRenamed(was, is) && !areCertain.tasks(was, is)),
  ];
  return {
    become: new Map<Topic | Task, Topic | Task>([...topics, ...tasks]),
    doubtful: new Set(doubtful.map(([, is]) => is)),
  };
}

function isRenamed(was: Topic | Task, is: Topic | Task): boolean {
  return fold(was.name) !== fold(is.name);
}

function topicCheck(base: Roadmap, side: Roadmap): (was: Topic, is: Topic) => boolean {
  const rowsOf = (roadmap: Roadmap, table: TopicTable) => roadmap.topics.filter((topic) => topic.table === table);
  return (was, is) => {
    const [olds, news] = [rowsOf(base, was.table), rowsOf(side, is.table)];
    const before = olds.map((topic) => describedTopic(base, topic));
    const after = news.map((topic) => describedTopic(side, topic));
    return rowJudge(before).isCertain({ before, after, from: olds.indexOf(was), to: news.indexOf(is) });
  };
}

function taskCheck(base: Roadmap, side: Roadmap): (was: Task, is: Task) => boolean {
  const describe = (roadmap: Roadmap) => {
    const headingsAt = headingsAbove(roadmap);
    return roadmap.tasks.map((task) => describedTask(roadmap, task, headingsAt(task.mark.start)));
  };
  return (was, is) => {
    const [from, to] = [base.tasks.indexOf(was), side.tasks.indexOf(is)];
    return taskJudge.isCertain({ before: describe(base), after: describe(side), from, to });
  };
}

function describedTopic(roadmap: Roadmap, topic: Topic): Renamable {
  const cells = cellTexts(roadmap, topic);
  const others = new Map([...cells].filter(([column, text]) => column !== "topic" && text !== ""));
  return { ...named(topic), text: [...cells.values()].join("|"), group: "", others: () => others };
}

function describedTask(roadmap: Roadmap, task: Task, headings: readonly string[]): Renamable {
  const text = roadmap.text.slice(task.mark.start, endOfLine(roadmap.text, task.mark.end)).trimEnd();
  return { ...named(task), text, group: headings.join("\n"), others: () => new Map() };
}

function named({ name }: Topic | Task): Pick<Renamable, "name" | "title" | "context"> {
  return { name: () => fold(name), title: () => nameWords(name), context: "" };
}
