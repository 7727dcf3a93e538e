// Thing lines: topics and tasks with their sign, number and name, where they are, and a few words about their state.

import type { Thing } from "../model/names.js";
import type { Roadmap } from "../model/roadmap.js";
import { textAt } from "../text/edit.js";
import { visible } from "../text/visible.js";
import { widthInColumns } from "../text/width.js";
import { type Canvas, nameStroke, statusStroke } from "./canvas.js";
import { columnLines } from "./columns.js";

export interface ThingRow {
  readonly thing: Thing;
  /** Its phase or file, which gives way before the name is cut. */
  readonly place?: string;
  /** `12 days`, `blocked`. */
  readonly state?: string;
  /** What takes the place of the state if space is short: `12d`. */
  readonly shortState?: string;
}

const indent = "  ";

/** One line each, without a header: `◐ 18  Connection State Management  Phase 3  12 days`. */
export function thingLines(roadmap: Roadmap, rows: readonly ThingRow[], canvas: Canvas): string[] {
  const { paint, width } = canvas;
  const { leads, leadWidth } = thingLeads(
    roadmap,
    rows.map(({ thing }) => thing),
    canvas,
  );
  const stateStroke = (text: string, row: number) => {
    const thing = rows[row]?.thing;
    return thing && thing.status !== "not-started" ? statusStroke(thing.status, paint)(text) : paint.dim(text);
  };
  const columns = [
    {
      title: "",
      texts: rows.map(({ thing }) => visible(thing.name)),
      stroke: (text: string, row: number) => nameStroke(rows[row]?.thing.status ?? "done", paint)(text),
      least: 24,
    },
    { title: "", texts: rows.map(({ place = "" }) => visible(place)), stroke: paint.dim, yields: 3 },
    {
      title: "",
      texts: rows.map(({ state = "" }) => state),
      stroke: stateStroke,
      isRight: canvas.isTerminal,
      isWhole: true,
      yields: 2,
      short: {
        title: "",
        texts: rows.map(({ state = "", shortState = state }) => shortState),
        stroke: stateStroke,
        isRight: canvas.isTerminal,
        isWhole: true,
        yields: 1,
      },
    },
  ];
  const [, ...lines] = columnLines(columns, { ...canvas, width: width - leadWidth });
  return lines.map((line, index) => leads[index] + line);
}

/** What is left of each name: `  ◐   18  `, `  [/] t26  `. */
export function thingLeads(
  roadmap: Roadmap,
  things: readonly Thing[],
  canvas: Canvas,
): { readonly leads: readonly string[]; readonly leadWidth: number } {
  const { paint } = canvas;
  const signs = things.map((thing) => signOf(roadmap, thing, canvas));
  const widths = new Map([...new Set(signs)].map((sign) => [sign, widthInColumns(sign)]));
  const signWidth = Math.max(0, ...widths.values());
  const numbers = things.map(addressText);
  const numberWidth = numbers.reduce((most, { length }) => Math.max(most, length), 0);
  const leads = things.map(({ status }, index) => {
    const sign = signs[index] ?? "";
    const space = signWidth - (widths.get(sign) ?? 0);
    const [before, after] = [" ".repeat(Math.ceil(space / 2)), " ".repeat(Math.floor(space / 2))];
    const number = (numbers[index] ?? "").padStart(numberWidth);
    return `${indent}${before}${statusStroke(status, paint)(sign)}${after} ${paint.dim(number)}  `;
  });
  return { leads, leadWidth: indent.length + signWidth + 1 + numberWidth + 2 };
}

/** The sign of a topic; the box of a task, as in the file. */
export function signOf(roadmap: Roadmap, thing: Thing, { signs }: Pick<Canvas, "signs">): string {
  return "row" in thing ? signs.status[thing.status] : `[${visible(textAt(roadmap.text, thing.mark))}]`;
}

/** The number of a row as it is typed: `18`, `t26`. */
export function addressText(thing: Thing): string {
  return "row" in thing ? `${thing.number}` : `t${thing.number}`;
}
