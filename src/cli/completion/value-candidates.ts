// Value candidates: what may be typed as the value of an option, from its declaration and the file.

import { columnKinds } from "../../model/columns.js";
import { plainText } from "../../model/inline-text.js";
import { columnOfKind, findNamedColumn, namedCellText, ownColumns } from "../../model/named-columns.js";
import { columnNames, type Roadmap } from "../../model/roadmap.js";
import { defaultSpelling, statuses, statusOfTaskMarker, taskMarkers } from "../../model/status.js";
import { visible } from "../../text/visible.js";
import type { OptionRow } from "../command-table.js";

export interface Candidate {
  readonly text: string;
  /** Made visible; may be empty. */
  readonly help: string;
}

/**
 * By the name of a value in help. Without a roadmap, only what is the same in all files; null for values that only the
 * user knows.
 */
export function valueCandidates({ names, value, choices }: OptionRow, current: string) {
  const fixed = choices?.map(bare) ?? [];
  const own = ownValues[names.at(-1) ?? ""] ?? ownValues[value ?? ""];
  if (!own) return choices ? () => fixed : null;
  return (roadmap: Roadmap | null) => [...fixed, ...own(roadmap, current)];
}

type Values = (roadmap: Roadmap | null, current: string) => readonly Candidate[];

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** A blank is what `uncheck` writes, and `X` is the same as `x`. */
const offeredMarks = taskMarkers.filter((mark) => mark !== " " && mark !== "X");

/** By the name of an option, or by the placeholder of its value. */
const ownValues: Readonly<Record<string, Values>> = {
  date: () => ["today", "yesterday", ...weekdays].map(bare),
  "--due": () => ["today", "tomorrow", ...weekdays].map(bare),
  rev: () => ["HEAD", "yesterday"].map(bare),
  mark: () => offeredMarks.map((mark) => ({ text: mark, help: statusOfTaskMarker(mark) ?? "" })),
  status: (roadmap) => (roadmap ? statusCandidates(roadmap) : statuses.map(bare)),
  phase: (roadmap) => (roadmap ? phaseCandidates(roadmap) : []),
  track: (roadmap) => [...new Set(roadmap?.tracks.map(({ title }) => title))].map(bare),
  priority: (roadmap) => [...["high", "medium", "low"].map(bare), ...valuesIn(roadmap, "priority")],
  column: (roadmap) => [...new Set(roadmap?.tables.flatMap((table) => columnNames(roadmap.text, table)))].map(bare),
  "header=text": (roadmap) => ownTitles(roadmap).map((title) => ({ text: `${title}=`, help: "" })),
  "--sort": (roadmap) => ownTitles(roadmap).map(bare),
  names: (roadmap, current) => columnCandidates(roadmap, current.slice(0, current.lastIndexOf(",") + 1)),
  condition: conditionCandidates,
};

function ownTitles(roadmap: Roadmap | null): string[] {
  return roadmap ? [...ownColumns(roadmap).values()].map(({ title }) => title) : [];
}

/** After a comma, the columns that are not listed yet. */
function columnCandidates(roadmap: Roadmap | null, before: string): Candidate[] {
  if (!roadmap) return [];
  const listed = before.split(",");
  const kinds = columnKinds.filter((kind) => roadmap.tables.some(({ columns }) => columns.has(kind)));
  return [...kinds, ...ownTitles(roadmap)].filter((name) => !listed.includes(name)).map((name) => bare(before + name));
}

/** `owner=`, then the values that the column has. */
function conditionCandidates(roadmap: Roadmap | null, current: string): Candidate[] {
  const [name = "", value] = current.split(/=(.*)/s);
  if (!roadmap || value === undefined) return columnCandidates(roadmap, "").map(({ text }) => bare(`${text}=`));
  return valuesIn(roadmap, name).map(({ text }) => bare(`${name}=${text}`));
}

const maxValues = 50;

function valuesIn(roadmap: Roadmap | null, name: string): Candidate[] {
  const kind = columnKinds.find((known) => known === name);
  const column = roadmap && (kind ? columnOfKind(roadmap, kind) : findNamedColumn(roadmap, name));
  if (!column) return [];
  const texts = roadmap.topics.map((topic) => plainText(namedCellText(roadmap, topic, column)));
  return [...new Set(texts.filter((text) => text !== ""))].slice(0, maxValues).map(bare);
}

/** Roadmap's own words, and the file's words that differ from them. */
function statusCandidates({ vocabulary, tables }: Roadmap): Candidate[] {
  const spellings = [vocabulary.spelling, ...tables.map(({ spelling }) => spelling)];
  const own = spellings.flatMap((spelling) =>
    [...spelling].filter(([status, text]) => text !== "" && text !== defaultSpelling[status]),
  );
  const words = new Map(own.map(([status, text]) => [text, status]));
  return [...statuses.map(bare), ...[...words].map(([text, status]) => ({ text, help: status }))];
}

function phaseCandidates({ phases }: Roadmap): Candidate[] {
  const texts = new Map<string, string>();
  for (const { label, name, number, topics } of phases) {
    const text = topics.length > 0 && isPlain(label) ? label : number === null ? label : String(number);
    if (!texts.has(text)) texts.set(text, visible(name ?? (text === label ? "" : label)));
  }
  return [...texts].map(([text, help]) => ({ text, help }));
}

export function bare(text: string): Candidate {
  return { text, help: "" };
}

/**
 * Whether a text has no characters that are special to a shell, except spaces and a leading `#`, which the scripts
 * quote.
 */
export function isPlain(text: string): boolean {
  return !/[^\w #%+,./=@\u00a1-\uffff-]|[^\S ]|(?!^)#/.test(text) && visible(text) === text;
}
