// Verification of dependencies: what a depends-on cell names can change with the names of other topics.

import { dependenciesOf } from "../model/dependencies.js";
import { UserError } from "../model/errors.js";
import { cellText, type Roadmap, type Topic } from "../model/roadmap.js";

/**
 * Compares the topics that unchanged cells name, among those that keep their names: a new name with a comma, such as
 * `A, B`, would replace A and B.
 * @param counterpart the same topic in the new roadmap; undefined if it has none
 * @throws UserError if a cell would no longer name one of them
 */
export function verifyKeptDependencies(
  before: Roadmap,
  after: Roadmap,
  counterpart: (topic: Topic) => Topic | undefined,
): void {
  if (!before.tables.some(({ columns }) => columns.has("depends-on"))) return;
  for (const topic of before.topics) {
    const names = dependenciesOf(before, topic);
    const now = names.length === 0 ? undefined : counterpart(topic);
    if (!now || cellText(before, topic, "depends-on") !== cellText(after, now, "depends-on")) continue;
    const found = new Set(dependenciesOf(after, now).flatMap(({ topics }) => topics));
    for (const wanted of names.flatMap(({ topics }) => topics)) {
      const same = counterpart(wanted);
      if (same && same.name === wanted.name && !found.has(same)) throw otherDependencies(now);
    }
  }
}

export function otherDependencies({ name }: Topic): UserError {
  return new UserError(
    "MEANING_WOULD_CHANGE",
    `after the change, the depends-on cell of "${name}" would name other topics`,
    "choose another name; nothing was written",
  );
}
