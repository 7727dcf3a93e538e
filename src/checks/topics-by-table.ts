// Topics by table: the topics of a roadmap, table by table.

import type { Roadmap, Topic, TopicTable } from "../model/roadmap.js";

/** Tables without topics are left out. */
export function topicsByTable({ topics }: Roadmap): ReadonlyMap<TopicTable, readonly Topic[]> {
  const groups = new Map<TopicTable, Topic[]>();
  for (const topic of topics) {
    const group = groups.get(topic.table);
    if (group) group.push(topic);
    else groups.set(topic.table, [topic]);
  }
  return groups;
}
