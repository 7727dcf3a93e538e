// Repair: a byte order mark that was read as three signs is one again, and stands in no line.
//
//     ï»¿# Plan
//   →
//     # Plan

import { damageIn } from "../checks/damaged-text.js";
import { UserError } from "../model/errors.js";
import type { Roadmap, Task, Topic } from "../model/roadmap.js";
import { carryingThrough } from "../text/carry-span.js";
import type { Repair } from "./repair.js";

export const byteOrderMark = "\ufeff";

/** Before the other words are mended: without the signs the first line is another one. */
export const damagedMark: Repair = {
  code: "TEXT_DAMAGED",
  plan(page) {
    const marks = damageIn(page).filter(({ meant }) => meant === byteOrderMark);
    return {
      edits: marks.map(({ span, meant }) => ({ at: span, text: meant })),
      verify(after, made) {
        const carry = carryingThrough(made);
        const now = new Set(thingsOf(after.roadmap).map((thing) => meaningOf(thing, placeOf(thing).start)));
        const lost = thingsOf(page.roadmap).find((thing) => !now.has(meaningOf(thing, carry(placeOf(thing)).start)));
        if (lost) refuse(lost);
      },
    };
  },
};

function thingsOf({ topics, tasks }: Roadmap): readonly (Topic | Task)[] {
  return [...topics, ...tasks];
}

function placeOf(thing: Topic | Task) {
  return "row" in thing ? thing.row : thing.mark;
}

function meaningOf(thing: Topic | Task, place: number): string {
  const days = "row" in thing ? [thing.started, thing.finished] : [];
  return JSON.stringify([place, thing.name, thing.status, ...days]);
}

function refuse({ name }: Topic | Task): never {
  throw new UserError(
    "MEANING_WOULD_CHANGE",
    `the fix would affect how "${name}" is read: without the damaged byte order mark, the first line starts something else`,
    "delete the three characters at the top in an editor, and check what follows",
  );
}
