// Dependencies: depends-on cells that can never be satisfied, or that name no topic.

import { nameToType } from "../model/address.js";
import { dependenciesOf } from "../model/dependencies.js";
import { nearest } from "../model/nearest.js";
import { cellOf, cellText, type Roadmap, type Topic } from "../model/roadmap.js";
import { quoteWords } from "../text/quote-for-shell.js";
import { type Rule, spanOf, topicsByTable } from "./rule.js";

export const dependencyCycle: Rule = {
  code: "DEPENDENCY_CYCLE",
  severity: "warning",
  means: "topics that depend on each other, so that none of them is ever ready; or one that depends on itself",
  find({ roadmap }) {
    return dependencyCycles(roadmap).flatMap((cycle) => {
      const [first, another] = cycle;
      if (!first) return [];
      return {
        span: spanOf(first, "depends-on"),
        message: another ? `${quotedNames(cycle)} depend on each other` : `"${first.name}" depends on itself`,
        hint: `remove one of these dependencies: \`roadmap set ${nameToType(roadmap, first)} --depends-on TEXT\``,
      };
    });
  },
};

/** Where no name in the column is that of a topic, the column contains something else. */
export const unknownDependency: Rule = {
  code: "DEPENDENCY_UNKNOWN",
  severity: "warning",
  means:
    "a depends-on cell with a name that no topic has, in a column where others are topics; it is nothing to wait for",
  find({ roadmap }) {
    const topicNames = roadmap.topics.map(({ name }) => name);
    return [...topicsByTable(roadmap).values()].flatMap((topics) => {
      const named = topics.flatMap((topic) => dependenciesOf(roadmap, topic).map((name) => ({ topic, name })));
      if (!named.some(({ name }) => name.topics.length > 0)) return [];
      const unknown = named.filter(({ name }) => name.topics.length === 0);
      return unknown.map(({ topic, name: { text, start, end } }, index) => {
        const at = cellOf(topic, "depends-on")?.start ?? topic.row.start;
        const [close] = index < maxSuggestions ? nearest(text, topicNames) : [];
        // The command for one name would restore the other names of the cell.
        const isOnly = unknown[index - 1]?.topic !== topic && unknown[index + 1]?.topic !== topic;
        const cell = cellText(roadmap, topic, "depends-on");
        const corrected =
          close !== undefined && isOnly ? quoteWords(`${cell.slice(0, start)}${close}${cell.slice(end)}`) : "TEXT";
        const set = `\`roadmap set ${nameToType(roadmap, topic)} --depends-on ${corrected}\``;
        return {
          span: { start: at + start, end: at + end },
          message: `"${topic.name}" depends on "${text}", but no topic has that name`,
          hint: close === undefined ? `correct it with ${set}` : `did you mean "${close}"? Correct it with ${set}`,
        };
      });
    });
  },
};

/** Each is compared with every name of the file. */
const maxSuggestions = 20;

function quotedNames(topics: readonly Topic[]): string {
  const names = topics.map(({ name }) => `"${name}"`);
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/**
 * Groups of topics of which each depends on all others, directly or not, in file order: strongly connected components,
 * found with Gabow's algorithm. A topic that names itself is a group of one.
 */
function dependencyCycles(roadmap: Roadmap): Topic[][] {
  const search: Search = { order: new Map(), open: [], roots: [], closed: new Set() };
  const cycles: Topic[][] = [];
  const close = (topic: Topic) => {
    if (search.roots.at(-1) !== topic) return;
    search.roots.pop();
    const group = search.open.splice(search.open.lastIndexOf(topic));
    for (const member of group) search.closed.add(member);
    const isCycle = group.length > 1 || targetsOf(roadmap, topic).includes(topic);
    if (isCycle) cycles.push(group.sort((a, b) => a.number - b.number));
  };
  for (const start of roadmap.topics) {
    if (search.order.has(start)) continue;
    // The calls of a recursive search, kept as a list: a chain of topics may be longer than the call stack.
    const path = [enter(search, start, roadmap)];
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const target = step.targets.pop();
      if (target === undefined) close((path.pop() ?? step).topic);
      else if (!search.order.has(target)) path.push(enter(search, target, roadmap));
      else if (!search.closed.has(target)) joinRoots(search, target);
    }
  }
  return cycles;
}

interface Search {
  /** The position of each topic in the order in which it was reached. */
  readonly order: Map<Topic, number>;
  /** Reached topics whose group is not complete. */
  readonly open: Topic[];
  /** The first topic of each group that is not complete. */
  readonly roots: Topic[];
  readonly closed: Set<Topic>;
}

function enter({ order, open, roots }: Search, topic: Topic, roadmap: Roadmap) {
  order.set(topic, order.size);
  open.push(topic);
  roots.push(topic);
  return { topic, targets: targetsOf(roadmap, topic) };
}

/** A way back to an open topic: everything reached since belongs to its group. */
function joinRoots({ order, roots }: Search, target: Topic): void {
  const position = (topic: Topic | undefined) => (topic ? (order.get(topic) ?? 0) : 0);
  while (position(roots.at(-1)) > position(target)) roots.pop();
}

function targetsOf(roadmap: Roadmap, topic: Topic): Topic[] {
  return dependenciesOf(roadmap, topic).flatMap(({ topics }) => topics);
}
