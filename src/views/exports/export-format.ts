// Export format: what an export is declared as, the marker of its files, and texts that several exports share.

import type { DayKind } from "../../model/columns.js";
import type { Day } from "../../model/dates.js";
import { plainText } from "../../model/inline-text.js";
import type { BurnUpHistory } from "../../model/pace/burn-up.js";
import type { Roadmap } from "../../model/roadmap.js";
import type { Canvas } from "../canvas.js";

export interface ExportFormat {
  /** As it is typed: `roadmap export ics`. */
  readonly name: string;
  /** As it is shown: `ICS`. */
  readonly title: string;
  readonly options?: readonly ExportOption[];
  /** The dates it needs, if it shows only topics with one of them. */
  readonly needsDays?: readonly DayKind[];
  /** Whether it shows how the file grew. */
  needsHistory?(choices: ExportChoices): boolean;
  make(source: ExportSource, choices: ExportChoices): string;
  /** Recognizes an earlier export by its beginning, if the format has no comments that could contain the marker. */
  isExport?(beginning: string): boolean;
}

export interface ExportOption {
  /** As in the declaration of a command: `--due <date>`. Formats may share an option. */
  readonly flags: string;
  readonly help: string;
  readonly choices?: readonly string[];
}

export interface ExportSource {
  readonly roadmap: Roadmap;
  readonly today: Day;
  /** How the file grew, if the format needs it and git knows it. */
  readonly history: BurnUpHistory | null;
  /** The dashboard as a terminal shows it. */
  dashboard(canvas: Canvas): readonly string[];
  /** The same JSON as everywhere, which contains more than the roadmap: problems, hash and version. */
  json(): string;
}

/** The values of the options, by name. */
export interface ExportChoices {
  isSet(option: string): boolean;
  text(option: string): string | undefined;
  /** A whole number, 1 or more. */
  count(option: string): number | undefined;
  /** A day, in the future if the words do not say. */
  day(option: string): Day | undefined;
}

/** Tells exports from files written by hand. In a comment, for formats that have comments. */
export function exportMarker(format: string): string {
  return `made by roadmap export ${format}`;
}

/** Whether a text is an export in that format. A badge counts as any other SVG. */
export function isExport(text: string, format: ExportFormat): boolean {
  const beginning = text.slice(0, 2000);
  return format.isExport ? format.isExport(beginning) : beginning.includes(exportMarker(format.name));
}

/** The title of a picture or page of a roadmap. */
export function plainTitle({ title }: Roadmap): string {
  return plainText(title ?? "") || "Roadmap";
}
