// Verify definitions: a link whose target is defined elsewhere in the file must keep its target.

import { UserError } from "../model/errors.js";
import { lineOf } from "../model/outline.js";
import type { Block, Side } from "./verify-surroundings.js";

/** @throws UserError if a link reference definition that is used would be removed or replaced by another one */
export function sameDefinitions([before, after]: readonly [Side, Side]): void {
  const now = definitionsIn(after);
  for (const [label, old] of definitionsIn(before)) {
    const found = now.get(label);
    if (found && targetOf(found) === targetOf(old)) continue;
    const use = useOf(label, after);
    if (use === null) continue;
    throw new UserError(
      "LINK_WOULD_BREAK",
      `the link ${use} would point ${found ? "elsewhere" : "nowhere"}: it is defined in line ${lineOf(before.roadmap, old.at)}`,
      "move that line to the end of the file first, with `roadmap edit`",
    );
  }
}

/** Definitions of links and footnotes, by label; the first one with a label counts. */
function definitionsIn({ blocks }: Side): ReadonlyMap<string, Block> {
  const found = new Map<string, Block>();
  for (const block of blocks) {
    const label = block.kind === "definition" ? labelOf(/^\[((?:[^\]\\]|\\.)*)\]/s.exec(block.said)?.[1]) : "";
    if (label !== "" && !found.has(label)) found.set(label, block);
  }
  return found;
}

function targetOf({ said }: Block): string {
  return said.replace(/[\r\n][\s>]*/g, "\n");
}

/** As CommonMark compares labels: ignoring whitespace and case. */
function labelOf(text = ""): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase().toUpperCase();
}

/** Brackets with that label in the new text that are neither a definition nor a checkbox. */
function useOf(label: string, { roadmap, blocks }: Side): string | null {
  const { text } = roadmap;
  const others = new Set([
    ...blocks.filter(({ kind }) => kind === "definition").map(({ at }) => at),
    ...roadmap.tasks.map(({ mark }) => mark.start - 1),
  ]);
  for (const { 0: use, 1: content, index } of text.matchAll(/\[((?:[^[\]\\]|\\.)+)\]/gs)) {
    if (labelOf(content) === label && !others.has(index)) return use;
  }
  return null;
}
