// Topics by table: the topics of a roadmap, table by table.

import type { Roadmap, Topic, TopicTable } from "../model/roadmap.js";
import { groupBy } from "../text/group-by.js";

/** Tables without topics are left out. */
export function topicsByTable({ topics }: Roadmap): ReadonlyMap<TopicTable, readonly Topic[]> {
  return groupBy(topics, ({ table }) => table);
}
