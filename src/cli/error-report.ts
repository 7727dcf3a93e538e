// Error report: errors as lines for people, in a terminal with the topics and tasks they are about.

import { nameToType, numberToType, typedAddress } from "../model/address.js";
import { restoredBeforeError, UserError } from "../model/errors.js";
import {
  AmbiguousName,
  candidatesOf,
  type FoundThings,
  type NamedCandidate,
  NameMissing,
  UnknownName,
} from "../model/find.js";
import { phaseTitle } from "../model/roadmap.js";
import { hintOf } from "../model/ways.js";
import { visible } from "../text/visible.js";
import { widthInColumns } from "../text/width.js";
import { type Canvas, plainCanvas } from "../views/canvas.js";
import { columnLines } from "../views/columns.js";
import { thingLines } from "../views/thing-lines.js";
import { thingRow } from "../views/thing-rows.js";
import { namingFile, wayLines, wrapText } from "../views/wrap.js";
import { restoredLines } from "./restored-lines.js";

/** With the message and the hint, at most ten lines. */
const shownCandidates = 7;

/**
 * The message, the candidates if there are any, and what to do about it.
 * @param command the typed command, if it can be typed again with another name
 */
export function errorLines(error: unknown, canvas: Canvas, command?: string): string[] {
  const { width } = canvas;
  const restored = restoredBeforeError(error);
  const before = restored ? restoredLines(restored, canvas) : [];
  if (!(error instanceof UserError)) return [...before, ...bugLines(error)];
  if (canvas.isTerminal) return [...before, ...terminalLines(error, canvas, command)];
  const candidates = candidateLines(candidatesOf(error) ?? [], width);
  return [
    ...before,
    ...wrapText(`roadmap: ${visible(error.message)}`, width, { first: 0, rest: 2 }),
    ...candidates,
    ...wayLines(error.ways, canvas),
  ];
}

function candidateLines(candidates: readonly NamedCandidate[], width: number): string[] {
  if (candidates.length === 0) return [];
  const shown = candidates.slice(0, shownCandidates);
  const columns = [
    { title: "", texts: shown.map(({ address }) => typedAddress(address)), isRight: true },
    { title: "", texts: shown.map(({ name }) => visible(name)), least: 24 },
    { title: "", texts: shown.map(({ phase }) => (phase ? visible(phaseTitle(phase)) : "")), yields: 2 },
  ];
  const [, ...lines] = columnLines(columns, { ...plainCanvas, width: width - 2 }).map((line) => `  ${line}`);
  return [...lines, ...moreLines(candidates.length)];
}

function moreLines(count: number): string[] {
  return count > shownCandidates ? [`  and ${count - shownCandidates} more`] : [];
}

// In a terminal.

function terminalLines(error: UserError, canvas: Canvas, command: string | undefined): string[] {
  const { paint, signs, width } = canvas;
  const found = foundIn(error);
  const things = found?.things ?? [];
  const isNearest = error instanceof UnknownName && things.length > 0;
  const indent = widthInColumns(signs.error) + 1;
  const message = `${visible(error.message)}${isNearest ? "; the nearest:" : ""}`;
  const [first = "", ...rest] = wrapText(message, width, { first: indent, rest: 2 });
  const typed = command === undefined || found === null ? [] : typedAgain(found, command, canvas);
  return [
    `${paint.error(signs.error)} ${first.slice(indent)}`,
    ...rest,
    ...(found ? foundLines(found, canvas) : []),
    ...(typed.length > 0 ? typed : wayOutLines(error, canvas)),
  ];
}

function foundIn(error: UserError): FoundThings | null {
  if (error instanceof AmbiguousName) return error.ambiguity.found;
  if (error instanceof NameMissing) return error.found;
  return error instanceof UnknownName ? error.nearest : null;
}

function foundLines({ roadmap, things }: FoundThings, canvas: Canvas): string[] {
  const today = roadmap.today ?? "";
  const rows = things.slice(0, shownCandidates).map((thing) => thingRow(roadmap, thing, { today, canvas }));
  return [...thingLines(roadmap, rows, canvas), ...moreLines(things.length)];
}

/** The command with the name of the first that is not done, or else of the first. */
function typedAgain({ roadmap, things }: FoundThings, command: string, canvas: Canvas): string[] {
  const thing = things.find(({ status }) => status !== "done") ?? things[0];
  if (!thing) return [];
  const [name, number] = [nameToType(roadmap, thing), numberToType(roadmap, thing)];
  const remark = name === number ? "" : `or by number: ${command} ${number}`;
  return commandLines({ typed: `roadmap ${command} ${name}`, remark }, canvas);
}

/** A command alone, or with a remark; otherwise sentences. */
function wayOutLines({ ways }: UserError, canvas: Canvas): string[] {
  const hint = hintOf(ways);
  if (/^roadmap [a-z]/.test(hint)) {
    const [typed = "", ...remarks] = hint.split("; ");
    return commandLines({ typed, remark: remarks.join("; ") }, canvas);
  }
  const [, meant] = /^did you mean `(roadmap [^`]+)`\?/.exec(hint) ?? [];
  if (meant !== undefined) return commandLines({ typed: meant, remark: "" }, canvas);
  const [, typed, remark = ""] = /^(?:run )?`(roadmap [^`]+)` ([^`]*)$/.exec(hint) ?? [];
  return typed === undefined ? wayLines(ways, canvas) : commandLines({ typed, remark }, canvas);
}

/** The command on a line of its own, to be copied; the remark next to it if there is room. */
function commandLines({ typed, remark }: { typed: string; remark: string }, canvas: Canvas): string[] {
  const { paint, signs, width } = canvas;
  const command = visible(namingFile(typed, canvas));
  const start = `${paint.dim(signs.arrow)} ${paint.cmd(command)}`;
  if (remark === "") return [start];
  const named = visible(namingFile(remark, canvas));
  if (widthInColumns(`${signs.arrow} ${command}    ${named}`) <= width) return [`${start}    ${paint.dim(named)}`];
  return [start, ...wrapText(named, width, { first: 2, rest: 2 }).map(paint.dim)];
}

function bugLines(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [
    "roadmap: internal error; your file was not changed",
    ...stack.split("\n").map((line) => `  ${visible(line)}`),
    "  please report this with these lines, and the file if you can share it",
  ];
}
