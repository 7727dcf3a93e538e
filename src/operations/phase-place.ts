// Phase place: which phase of tasks is meant, and where in it a task belongs.

import type { ListItem } from "../model/blocks.js";
import { UserError } from "../model/errors.js";
import { plainText } from "../model/inline-text.js";
import { isBlank, itemOf, linesOf, listPlace, prefixOf } from "../model/lists.js";
import { type Headed, headed, headingAbove, lineOf, trackOf } from "../model/outline.js";
import { phaseLabelOf } from "../model/phase.js";
import type { Roadmap, TopicTable } from "../model/roadmap.js";
import { endingAt, endOfLine } from "../text/lines.js";
import { holds } from "../text/normalize.js";
import { quoteWords } from "../text/quote-for-shell.js";
import { bulletOf, type ItemPlace, placeAfter } from "./item-place.js";
import { endOfSection } from "./sections.js";
import { matchingPhases } from "./table-place.js";

/**
 * The heading that a person means as a phase of tasks: among those with tasks, otherwise among all.
 * @throws UserError if none matches, or several do
 */
export function headingAsked(roadmap: Roadmap, wanted: string, track: string | undefined): Headed {
  const all = headed(roadmap).filter((one) => track === undefined || isOnTrack(roadmap, one, track));
  const withTasks = new Set(roadmap.tasks.map(({ mark }) => headingAbove(roadmap, mark.start)));
  const used = matchingPhases(
    all.filter((one) => withTasks.has(one)),
    wanted,
  );
  const found = used.length > 0 ? used : matchingPhases(all, wanted);
  const [only, another] = found;
  if (only && !another) return only;
  if (!only) {
    const names = [...withTasks].flatMap((one) => (one ? [`"${one.label}"`] : []));
    throw new UserError(
      "PHASE_NOT_FOUND",
      `no phase matches "${wanted}"${track === undefined ? "" : ` in the track "${track}"`}`,
      names.length === 0
        ? `roadmap add phase ${quoteWords(wanted)}`
        : `phases: ${names.slice(0, 8).join(", ")}; \`roadmap add phase\` adds one`,
    );
  }
  throw new UserError(
    "PHASE_AMBIGUOUS",
    `"${wanted}" matches ${found.length} phases: ${found.map((one) => phaseText(roadmap, one)).join(", ")}`,
    found.every((one) => trackOf(roadmap, one)) ? "choose one with --track TRACK" : "use more of its name",
  );
}

/** `"Phase 1: Basics" of "Backend" (line 12)` */
function phaseText(roadmap: Roadmap, one: Headed): string {
  const track = trackOf(roadmap, one);
  return `"${one.label}"${track ? ` of "${track.label}"` : ""} (line ${lineOf(roadmap, one.heading.span.start)})`;
}

export function isOnTrack(roadmap: Roadmap, one: Headed, wanted: string): boolean {
  const track = trackOf(roadmap, one);
  return track !== null && holds(track.label, wanted);
}

/**
 * The end of the only task list under the heading; if there is none, a place for the first one.
 * @throws UserError if there are several lists
 */
export function placeInPhase(roadmap: Roadmap, phase: Headed): ItemPlace {
  const own = roadmap.tasks.filter(({ depth, mark }) => depth === 0 && headingAbove(roadmap, mark.start) === phase);
  const lists = new Set(own.map((task) => listPlace(roadmap, itemOf(roadmap, task)).siblings));
  const [list, another] = lists;
  if (list && another) {
    const lines = [...lists].map(([first]) => lineOf(roadmap, first?.span.start ?? 0)).join(", ");
    throw new UserError(
      "LIST_AMBIGUOUS",
      `"${phase.label}" has ${lists.size} task lists, in lines ${lines}`,
      "choose a position: --after TASK",
    );
  }
  const last = list?.at(-1);
  return last ? placeAfter(roadmap, last) : firstPlace(roadmap, phase);
}

/** In the layout of the first tasks of other phases. */
function firstPlace(roadmap: Roadmap, phase: Headed): ItemPlace {
  const { text } = roadmap;
  const at = endOfSection(roadmap, phase, "own text");
  const model = roadmap.tasks.find(({ depth }) => depth === 0);
  const item = model && itemOf(roadmap, model);
  const ending = endingAt(text, at);
  const isBare = at === endOfLine(text, phase.heading.span.end);
  return {
    at,
    gap: (isBare ? gapBelowHeading(roadmap) : null) ?? ending + ending,
    side: "below",
    prefix: "",
    bullet: item && !item.ordered ? bulletOf(text, item) : "- ",
    depth: 0,
  };
}

/** The text between another heading and the list directly below it. */
function gapBelowHeading(roadmap: Roadmap): string | null {
  const { text, tasks } = roadmap;
  for (const task of tasks) {
    const heading = headingAbove(roadmap, task.span.start)?.heading;
    const item: ListItem = itemOf(roadmap, task);
    const gap = heading ? text.slice(endOfLine(text, heading.span.end), linesOf(text, item).start) : "x";
    if (isBlank(gap) && isBlank(prefixOf(text, item))) return gap;
  }
  return null;
}

/** The phase of a topic with this cell: that of the heading above its table if the cell is blank. */
export function phaseSaid(roadmap: Roadmap, { table }: TopicTable, cell: string): string | null {
  const text = plainText(cell);
  if (text !== "") return phaseLabelOf(text, roadmap.settings);
  return headingAbove(roadmap, table.span.start)?.label ?? null;
}
