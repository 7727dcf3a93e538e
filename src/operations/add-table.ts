// Operation: add an empty topic table.
//
//     ## Phase 2: Servers
//   →
//     ## Phase 2: Servers
//
//     | Topic | Status |
//     |-------|--------|

import * as z from "zod/mini";
import { cellsOf } from "../model/blocks.js";
import { columnKinds } from "../model/columns.js";
import { UserError } from "../model/errors.js";
import { plainText } from "../model/inline-text.js";
import { type LabeledHeading, labeledHeadings, lineNumberAt } from "../model/outline.js";
import type { Roadmap, TopicTable } from "../model/roadmap.js";
import { textAt } from "../text/edit.js";
import { containsText, normalize } from "../text/normalize.js";
import { phaseField, textField } from "./fields.js";
import {
  type NewTablePlace,
  newHeaders,
  newTableEdit,
  newTableNumber,
  placeBelow,
  placeName,
  sectionOf,
  tableAfter,
  titleOf,
} from "./new-table.js";
import { defineOperation, type Plan } from "./operation.js";
import { findHeading } from "./phase-place.js";
import { newTableKey } from "./structural-edit.js";

export const addTable = defineOperation({
  name: "add table",
  summary: "Add an empty topic table, below a heading",
  examples: [
    "roadmap add table",
    "roadmap add table --phase 2 --track backend",
    'roadmap add table --below overview --columns "topic, status, due, Hours"',
  ],
  hasNoSubject: true,
  input: z.strictObject({
    phase: phaseField("phase whose heading it is added below (default: below the title)"),
    track: textField({ help: "words of the heading above that phase", value: "track" }),
    below: textField({ help: "heading to add it below, if that is not a phase", value: "heading" }),
    columns: textField({
      help: `its columns, separated by commas: ${columnKinds.join(", ")}, or any other header`,
      value: "names",
    }),
  }),
  plan(roadmap, request) {
    const place = placeBelow(roadmap, requestedHeading(roadmap, request));
    const names = request.columns?.split(",").map((name) => name.trim());
    const headers = newHeaders(roadmap, place, { names });
    const known = emptyTableThere(roadmap, place, headers);
    if (known) return alreadyThere(known, place);
    const number = newTableNumber(roadmap, place);
    const addition = { before: tableAfter(roadmap, place), what: { headers } };
    return {
      subject: { name: placeName(place), addition },
      changes: [],
      structuralEdit: {
        edits: [newTableEdit(roadmap, place, { headers })],
        tables: { removed: [], added: [addition] },
        summary: newTableSummary(number, headers),
        values: [],
        adds: [newTableKey],
      },
      already: null,
      notes: [],
      next: nextFor(number),
    };
  },
});

/** `topic table 2 added: Topic, Status` */
function newTableSummary(number: number | null, headers: readonly string[]): string {
  const name = number === null ? "topic table" : `topic table ${number}`;
  return `${name} added: ${headers.map(plainText).join(", ")}`;
}

function nextFor(number: number | null): string {
  return `roadmap add topic NAME${number === null ? "" : ` --table ${number}`}`;
}

interface RequestedPlace {
  readonly phase?: string | undefined;
  readonly track?: string | undefined;
  readonly below?: string | undefined;
}

function requestedHeading(roadmap: Roadmap, { phase, track, below }: RequestedPlace): LabeledHeading | null {
  if (below !== undefined && (phase ?? track) !== undefined)
    throw new UserError(
      "PLACE_TWICE",
      `--below and --${phase === undefined ? "track" : "phase"} cannot be combined`,
      "use only one of them",
    );
  if (below !== undefined) return headingNamed(roadmap, below);
  if (phase !== undefined) return findHeading(roadmap, phase, track);
  if (track !== undefined) throw new UserError("PLACE_UNCLEAR", "--track requires --phase", "use --below HEADING");
  return titleOf(roadmap);
}

/** @throws UserError if no heading has that name or those words, or several do */
function headingNamed(roadmap: Roadmap, wanted: string): LabeledHeading {
  const all = labeledHeadings(roadmap);
  const exact = all.filter(({ label }) => normalize(label) === normalize(wanted));
  const matching = exact.length > 0 ? exact : all.filter(({ label }) => containsText(label, wanted));
  const [only, another] = matching;
  if (only && !another) return only;
  const listed = (headings: readonly LabeledHeading[]) =>
    headings
      .slice(0, 8)
      .map(({ heading, label }) => `"${label}" (line ${lineNumberAt(roadmap, heading.span.start)})`)
      .join(", ");
  if (!only)
    throw new UserError("HEADING_NOT_FOUND", `no heading matches "${wanted}"`, `headings: ${listed(all) || "none"}`);
  throw new UserError(
    "HEADING_NOT_FOUND",
    `"${wanted}" matches ${matching.length} headings: ${listed(matching)}`,
    "use more of its name",
  );
}

/** An empty table with these columns, where the new one would be. */
function emptyTableThere(
  roadmap: Roadmap,
  { heading }: NewTablePlace,
  headers: readonly string[],
): TopicTable | undefined {
  const { start, end } = sectionOf(roadmap, heading);
  return roadmap.tables.find(({ table }) => {
    const { span, rows, header } = table;
    if (rows.length > 0 || span.start < start || span.start >= end) return false;
    const own = cellsOf(header).map((cell) => textAt(roadmap.text, cell));
    return own.length === headers.length && own.every((text, column) => text === headers[column]);
  });
}

function alreadyThere({ table, number }: TopicTable, place: NewTablePlace): Plan {
  return {
    subject: { type: "table", number: number ?? 1, name: placeName(place), at: table.header.start },
    changes: [],
    already: "has an empty topic table already",
    notes: [],
    next: nextFor(number),
  };
}
