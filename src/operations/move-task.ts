// Move task: moves the lines of a list item; only markers and indents change, to match the new list.

import type { ListItem } from "../model/blocks.js";
import { UserError } from "../model/errors.js";
import { findTask } from "../model/find.js";
import { isBlank, itemOf, linesOf, listPlace, markerOf, prefixOf, withInner } from "../model/lists.js";
import { headingAbove } from "../model/outline.js";
import type { Roadmap, Task } from "../model/roadmap.js";
import { textAt } from "../text/edit.js";
import { linesWithEndings } from "../text/lines.js";
import { placeAsked } from "./add-task.js";
import { askedWith } from "./asked-with.js";
import { refuseSharedLine, withoutItemEdits } from "./item-lines.js";
import { bulletOf, type ItemPlace, itemBehind, phaseAt, writtenAt } from "./item-place.js";
import type { MoveAsked } from "./move-topic.js";
import type { Plan } from "./operation.js";
import { headingAsked } from "./phase-place.js";

export function moveTaskPlan(roadmap: Roadmap, task: Task, asked: MoveAsked): Plan {
  const item = itemOf(roadmap, task);
  refuseSharedLine(roadmap, item);
  if (isInPlaceAlready(roadmap, { task, item }, asked)) {
    return { subject: task, changes: [], already: "already in place", notes: [], next: "roadmap list --tasks" };
  }
  const place = placeAsked(roadmap, asked);
  const inner = withInner(roadmap, item);
  const phase = phaseAt(roadmap, place);
  const tasks = new Set(roadmap.tasks.map(({ span }) => span.start));
  const change = place.depth - listPlace(roadmap, item).ancestors.length;
  const before = itemBehind(roadmap, place);
  const come = inner.map((one) => ({
    before,
    what: {
      content: one.content ? textAt(roadmap.text, one.content) : "",
      depth: listPlace(roadmap, one).ancestors.length + change,
      phase: tasks.has(one.span.start) ? phase : null,
    },
  }));
  const [coming] = come;
  if (!coming) throw new RangeError("an item is one of those in it");
  const text = movedText(roadmap.text, item, place);
  return {
    subject: { name: task.name, coming },
    changes: [],
    reshaping: {
      edits: [
        ...withoutItemEdits(roadmap, item),
        { at: { start: place.at, end: place.at }, text: writtenAt({ ...place, bullet: "" }, text) },
      ],
      items: { gone: inner, come },
      deed: phase === null ? "moved" : `moved to ${phase}`,
      values: [],
      adds: [],
    },
    already: null,
    notes: [],
    next: "roadmap list --tasks",
  };
}

/** @throws UserError if the item would be moved into itself */
function isInPlaceAlready(
  roadmap: Roadmap,
  { task, item }: { task: Task; item: ListItem },
  { to, track, ...beside }: MoveAsked,
): boolean {
  const [[field = "", name = ""] = []] = Object.entries(beside).filter(([, value]) => value !== undefined);
  if (name === "") {
    return (
      to !== undefined && headingAsked(roadmap, to, track).heading === headingAbove(roadmap, task.mark.start)?.heading
    );
  }
  const other = itemOf(
    roadmap,
    askedWith(field, () => findTask(roadmap, name)),
  );
  const { siblings, ancestors } = listPlace(roadmap, item);
  const index = siblings.indexOf(item);
  if (field === "under") return refuseInside(other, { task, item }) || ancestors[0] === other;
  if (other === item || siblings[index + (field === "after" ? -1 : 1)] === other) return true;
  return refuseInside(other, { task, item });
}

function refuseInside(other: ListItem, { task, item }: { task: Task; item: ListItem }): false {
  if (other.span.start < item.span.start || other.span.start >= item.span.end) return false;
  throw new UserError(
    "PLACE_INSIDE",
    `cannot move "${task.name}" into itself`,
    "choose a task that is not one of its subtasks",
  );
}

/** From its list marker on. Further lines are indented again only if its indent or marker changes. */
function movedText(text: string, item: ListItem, place: ItemPlace): string {
  const own = bulletOf(text, item);
  const isSameList = markerOf(place.bullet) === markerOf(own);
  // The new first item of an ordered list takes over its number.
  const bullet = isSameList && !(item.ordered && place.side === "above") ? own : place.bullet;
  const { end } = linesOf(text, item);
  const [first = "", ...rest] = linesWithEndings(text.slice(item.span.start, end));
  const inner = prefixOf(text, item) + " ".repeat(own.length);
  const [lead, mark] = [prefixOf(text, item), place.prefix.trimEnd()];
  const indented = rest.map((line) => {
    if (line.startsWith(inner)) return place.prefix + " ".repeat(bullet.length) + line.slice(inner.length);
    // A blank line without the new block quote's markers would end that block quote.
    if (isBlank(line)) return lead.includes(">") || mark !== "" ? mark + line.replace(/^[^\r\n]*/, "") : line;
    return line.startsWith(lead) ? place.prefix + line.slice(lead.length) : line;
  });
  return bullet + first.slice(own.length) + indented.join("");
}
