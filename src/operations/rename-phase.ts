// Rename phase: the heading over its tasks says something else, or all the cells that name it.

import type { Heading } from "../model/blocks.js";
import { escapeCell, plainText } from "../model/cell-text.js";
import { exitCodes, UserError } from "../model/errors.js";
import { type Headed, headed, headingAbove, placeText } from "../model/outline.js";
import { cellText, type Roadmap, type Topic, type TopicTable } from "../model/roadmap.js";
import { fold } from "../text/fold.js";
import { groupBy } from "../text/group-by.js";
import { textAt } from "../text/span.js";
import { headingText, isUnderlined, underlinedText } from "./heading-text.js";
import type { Plan } from "./operation.js";
import { isOnTrack } from "./phase-place.js";
import { matchingPhases, tableNumbered } from "./table-place.js";
import { textChange } from "./topic-changes.js";

interface Renaming {
  readonly to: string;
  readonly table?: string | number | undefined;
  readonly track?: string | undefined;
}

/** A phase as something that can be renamed: a heading, or the cells of one table that say the same. */
interface Renamable extends Pick<Headed, "label" | "number" | "name"> {
  readonly at: number;
  readonly heading: Heading | null;
  readonly topics: readonly Topic[];
}

export function renamePhasePlan(roadmap: Roadmap, wanted: string, { to, table, track }: Renaming): Plan {
  const all = [
    ...(track === undefined ? inCells(roadmap, table) : []),
    ...(table === undefined ? overTasks(roadmap, track) : []),
  ];
  const named = matchingPhases(all, wanted);
  const found = named.length > 0 || table !== undefined ? named : matchingPhases(headings(roadmap, track), wanted);
  const [phase, another] = found;
  if (phase && !another) return phase.heading ? headingPlan(roadmap, phase.heading, to) : cellsPlan(roadmap, phase, to);
  throw new UserError({
    code: phase ? "PHASE_AMBIGUOUS" : "PHASE_NOT_FOUND",
    message: phase
      ? `"${wanted}" matches ${found.length} phases: ${found.map((one) => placedText(roadmap, one)).join(", ")}`
      : `no phase matches "${wanted}"`,
    hint: phase
      ? "use its full name; --track chooses the track of a heading, --table the table"
      : knownText(all.map(({ label }) => `"${label}"`)),
    exitCode: exitCodes.notFound,
  });
}

function knownText(labels: readonly string[]): string {
  return labels.length === 0
    ? "there are no phases yet; `roadmap add phase` adds one"
    : `phases: ${labels.slice(0, 8).join(", ")}`;
}

function placedText(roadmap: Roadmap, { label, at, heading }: Renamable): string {
  return heading ? `the heading "${label}"` : `"${label}" in the table ${placeText(roadmap, at)}`;
}

function inCells(roadmap: Roadmap, number: string | number | undefined): Renamable[] {
  const only = number === undefined ? null : tableNumbered(roadmap, number);
  const meant = roadmap.topics.filter(
    (topic) => cellText(roadmap, topic, "phase") !== "" && (!only || topic.table === only),
  );
  const keyOf = ({ table, phase }: Topic) => `${roadmap.tables.indexOf(table)} ${fold(phase?.label ?? "")}`;
  return [...groupBy(meant, keyOf).values()].flatMap((topics) => {
    const [first] = topics;
    if (!first?.phase) return [];
    const { label, number } = first.phase;
    return [{ label, name: null, number, at: first.table.table.span.start, heading: null, topics }];
  });
}

/** The headings that make phases: those right above tasks, or above topics whose own cells say none. */
function overTasks(roadmap: Roadmap, track: string | undefined): Renamable[] {
  const offsets = [
    ...roadmap.tasks.map(({ mark }) => mark.start),
    ...roadmap.topics.filter((topic) => cellText(roadmap, topic, "phase") === "").map(({ row }) => row.start),
  ];
  const used = new Set(offsets.map((offset) => headingAbove(roadmap, offset)?.heading));
  return headings(roadmap, track).filter(({ heading }) => used.has(heading));
}

/** All of them: a phase may be empty still. */
function headings(roadmap: Roadmap, track: string | undefined): (Renamable & { readonly heading: Heading })[] {
  return headed(roadmap)
    .filter((one) => track === undefined || isOnTrack(roadmap, one, track))
    .map((one) => ({ ...one, at: one.heading.span.start, topics: [] }));
}

function headingPlan(roadmap: Roadmap, heading: Heading, to: string): Plan {
  const from = textAt(roadmap.text, heading.content);
  const said = headingText(to);
  const text = isUnderlined(heading) ? underlinedText(said) : said;
  const number = roadmap.blocks.headings.indexOf(heading) + 1;
  const subject = { type: "phase", number, name: plainText(text), at: heading.span.start } as const;
  const told = { subject, changes: [], notes: [], next: "roadmap progress" };
  if (from === text) return { ...told, already: "already has that name" };
  return {
    ...told,
    reshaping: {
      edits: [{ at: heading.content, text }],
      headings: {
        gone: [heading],
        come: [{ before: heading, what: { depth: heading.depth, content: text, lead: "" } }],
      },
      renamedPhase: [plainText(from), plainText(text)],
      deed: "phase renamed",
      values: [{ column: "name", from, to: text }],
      adds: [],
    },
    already: null,
  };
}

function cellsPlan(roadmap: Roadmap, { label, topics, at }: Renamable, to: string): Plan {
  const [first] = topics;
  if (!first) throw new RangeError(`no cell says "${label}"`);
  const text = escapeCell(to);
  const changes = topics
    .filter((topic) => cellText(roadmap, topic, "phase") !== text)
    .map((topic) => textChange(topic, "phase", to));
  if (fold(plainText(text)) !== fold(label)) refuseTaken(roadmap, first.table, plainText(text));
  const number = roadmap.phases.findIndex((phase) => phase.topics.includes(first)) + 1;
  return {
    subject: { type: "phase", number, name: plainText(text), at },
    changes,
    already: changes.length === 0 ? "already has that name" : null,
    notes: [],
    next: "roadmap progress",
  };
}

/** Two phases under one name could not be told apart again. */
function refuseTaken(roadmap: Roadmap, table: TopicTable, label: string): void {
  const isTaken = roadmap.topics.some(
    (topic) => topic.table === table && fold(topic.phase?.label ?? "") === fold(label),
  );
  if (!isTaken) return;
  throw new UserError({
    code: "ALREADY_THERE",
    message: `another phase is already named "${label}"`,
    hint: "choose another name, or move its topics: `roadmap move TOPIC --to PHASE`",
    exitCode: exitCodes.failed,
  });
}
