// Verify settled: a text with some conflicts resolved must still have all others, and all topics.

import { UserError } from "../model/errors.js";
import type { Roadmap } from "../model/roadmap.js";
import { fold } from "../text/normalize.js";
import type { BlockReading, Conflict, ConflictsReading, PairReading } from "./conflict-blocks.js";
import type { Choices } from "./settle-conflicts.js";

interface Settled {
  /** The conflicts before. */
  readonly before: ConflictsReading;
  readonly choices: Choices;
  /** The conflicts in the new text. */
  readonly left: readonly Conflict[];
  /** The new text as a roadmap. */
  readonly roadmap: Roadmap;
}

/** @throws UserError if the new text would not be what was chosen; then nothing may be written */
export function verifySettled({ before, choices, left, roadmap }: Settled): void {
  const { blocks, topicsOutside } = before;
  const expected = blocks.flatMap(({ conflicts }) => conflicts).filter((conflict) => !choices.has(conflict));
  if (keysOf(expected) !== keysOf(left)) {
    throw new UserError(
      "CONFLICTS_HANG_TOGETHER",
      "resolving only this would change what is left to resolve; nothing was written",
      "lines with the same name belong together: resolve them in one step with `roadmap resolve NAME --both`, or all that is left with `roadmap resolve --ours`, which drops their side, or --theirs, which drops ours",
    );
  }
  if (left.length > 0) return;
  const names = roadmap.topics.map(({ name }) => fold(name));
  const kept = [...topicsOutside, ...blocks.flatMap((block) => keptNames(block, choices))];
  const lost = kept.find((name) => !taken(names, fold(name)));
  if (lost === undefined) return;
  throw new UserError(
    "TOPIC_WOULD_BE_LOST",
    `"${lost}" would no longer be read as a topic: the chosen lines do not form one table; nothing was written`,
    "choose another side, or resolve it in an editor: keep the right lines and delete the markers",
  );
}

/** The subjects of conflicts, sorted: resolving a name or line moves the others. */
function keysOf(conflicts: readonly Conflict[]): string {
  const keys = conflicts.map(({ kind, type, field, ours, theirs, base }) =>
    JSON.stringify(kind === "parts" ? [kind] : [kind, type, field, ours, theirs, base]),
  );
  return keys.sort().join("\n");
}

function taken(names: string[], name: string): boolean {
  const index = names.indexOf(name);
  if (index >= 0) names.splice(index, 1);
  return index >= 0;
}

/** The topics that a resolved block must contain; without names that the two sides spell differently. */
function keptNames({ pairs, topics, conflicts }: BlockReading, choices: Choices): readonly string[] {
  if (pairs) return pairs.flatMap((reading) => keptName(reading, choices));
  const [whole] = conflicts;
  const choice = whole && choices.get(whole);
  if (choice === "both") return [...topics.ours, ...topics.theirs];
  return choice === "ours" || choice === "theirs" ? topics[choice] : [];
}

function keptName({ pair: { ours, theirs }, presence }: PairReading, choices: Choices): string[] {
  const line = ours ?? theirs;
  if (line?.kind !== "topic") return [];
  if (ours && theirs) return fold(ours.name) === fold(theirs.name) ? [ours.name] : [];
  const choice = typeof presence === "string" ? presence : choices.get(presence);
  const isKept = choice === "keep" || choice === "both" || choice === (ours ? "ours" : "theirs");
  return isKept ? [line.name] : [];
}
