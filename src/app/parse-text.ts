// Parse text: reads a roadmap with either reader; whatever only few files need is loaded late.

import { conflictProblem, ourText } from "../markdown/conflict-markers.js";
import { editedBlocks } from "../markdown/edited-blocks.js";
import { bodyStart, frontMatterPlace } from "../markdown/front-matter-place.js";
import { type RoadmapReading, readRoadmap, readTables, type TablesReading } from "../markdown/read-roadmap.js";
import { scanBlocks } from "../markdown/scan/index.js";
import type { Blocks } from "../model/blocks.js";
import type { Day } from "../model/dates.js";
import type { Roadmap } from "../model/roadmap.js";
import { statusByDates } from "../model/status.js";
import { runInWorker } from "../store/run-in-worker.js";
import { applyEdits, type Edit, type Span, textAt } from "../text/edit.js";

/** True in tests: then whatever is read only in part is read in full too, and compared. */
declare const ROADMAP_IS_CHECKED: boolean;

const referenceReaderLimit = { processorMs: 5_000, clockMs: 60_000 };

/**
 * @param today the day on which it is read: later dates are plans; null to count every date as a fact
 * @throws UserError TOO_COMPLEX if only the reference reader can decide, and it takes longer than five seconds of
 * processor time
 */
export async function parseText(text: string, today: Day | null): Promise<RoadmapReading> {
  return readRoadmap(text, await parseBlocks(text), { frontMatter: await readSettings(text), today });
}

/**
 * The text after the edits. Where they are inside table rows, only these rows are read again as Markdown; what the
 * roadmap means is always read from all of it.
 * @throws UserError TOO_COMPLEX likewise
 */
export async function parseEdited({ text, blocks, today }: Roadmap, edits: readonly Edit[]): Promise<RoadmapReading> {
  const after = applyEdits(text, edits);
  const edited = editedBlocks(blocks, { before: text, after, edits });
  if (edited === null) return parseText(after, today);
  const reading = readRoadmap(after, edited, { frontMatter: await readSettings(after), today });
  if (ROADMAP_IS_CHECKED) (await import("./check-reading.js")).checkReading(reading, await parseText(after, today));
  return reading;
}

/**
 * The text as shown by views: only our side of conflicts, so nothing is counted twice. The roadmap is that of the
 * shortened text; the problems have their positions in the whole text.
 * @throws UserError TOO_COMPLEX likewise
 */
export async function parseForView(text: string, today: Day | null): Promise<RoadmapReading> {
  const ours = ourText(text);
  if (!ours) return parseText(text, today);
  const { roadmap, problems } = await parseText(ours.text, today);
  const inWhole = ({ start, end }: Span): Span => ({
    start: ours.offsetInWhole(start),
    end: end > start ? ours.offsetInWhole(end - 1) + 1 : ours.offsetInWhole(start),
  });
  const moved = problems.map((problem) => ({ ...problem, span: inWhole(problem.span) }));
  return { roadmap, problems: [...conflictProblem(text), ...moved].sort((a, b) => a.span.start - b.span.start) };
}

/**
 * The same roadmap as of another day: read again only if a date between the two days affects a status.
 * @throws UserError TOO_COMPLEX likewise
 */
export async function asOf(roadmap: Roadmap, today: Day | null): Promise<Roadmap> {
  const isSame = roadmap.topics.every(
    (topic) => topic.isStatusWritten || statusByDates(topic, roadmap.today) === statusByDates(topic, today),
  );
  return isSame ? roadmap : (await parseText(roadmap.text, today)).roadmap;
}

/** @throws UserError TOO_COMPLEX likewise */
export async function parseTables(text: string): Promise<TablesReading> {
  return readTables(text, await parseBlocks(text), (await readSettings(text))?.settings);
}

/** @throws UserError TOO_COMPLEX likewise */
export async function parseBlocks(text: string): Promise<Blocks> {
  const from = bodyStart(text);
  return scanBlocks(text, from) ?? readWithReference(text, from);
}

async function readWithReference(text: string, from: number): Promise<Blocks> {
  return runInWorker<Blocks>(new URL("./reference-reader.js", import.meta.url), { text, from }, referenceReaderLimit);
}

const maybeSettings = /roadmap|^(?:columns|status):[ \t]*(?:\{|$)/m;

/** The settings in the front matter; undefined if there is none, or nothing that looks like one of roadmap. */
export async function readSettings(text: string) {
  const place = frontMatterPlace(text);
  const mayHaveSettings = place !== null && (place.language !== "" || maybeSettings.test(textAt(text, place.content)));
  if (!mayHaveSettings) return undefined;
  const { readFrontMatter } = await import("../markdown/front-matter.js");
  return readFrontMatter(text, place);
}
