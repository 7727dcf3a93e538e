// Plans changes and records them in a real journal, without the file itself: fast enough for thousands.

import type { PlannedChange } from "../../src/app/change-roadmap.js";
import type { OpenedRoadmap } from "../../src/app/open-roadmap.js";
import { parseText } from "../../src/app/parse-text.js";
import type { RoadmapReading } from "../../src/markdown/read-roadmap.js";
import { replayRecords } from "../../src/model/history/journal.js";
import { readJournal } from "../../src/store/journal/read.js";
import { recordChange } from "../../src/store/journal/write.js";
import { findStateFolder } from "../../src/store/paths.js";
import { testDay } from "./check-operation.js";

export interface TestRoadmap {
  text: string;
  /** The value of `XDG_STATE_HOME`. */
  readonly stateFolder: string;
  readonly realPath: string;
}

/**
 * Plans on the text of the roadmap, records the plan, and continues with its text.
 * @param reading of that text, if it is known
 */
export async function saveWith<Planned extends PlannedChange>(
  roadmap: TestRoadmap,
  plan: (opened: OpenedRoadmap) => Promise<Planned>,
  reading?: RoadmapReading,
): Promise<Planned> {
  const { realPath, text } = roadmap;
  const file = { path: "roadmap.md", realPath, text, bytes: Buffer.from(text), hash: "" };
  const planned = await plan({ file, version: null, today: testDay, ...(reading ?? (await parseText(text, testDay))) });
  const stateFolder = findStateFolder({ XDG_STATE_HOME: roadmap.stateFolder });
  const memory = await recordChange(file, planned, { realPath, stateFolder, isStillHeld: () => true });
  if (memory.problem !== null) throw new Error(memory.problem);
  roadmap.text = planned.text;
  return planned;
}

/** The ids of the recorded changes, oldest first. */
export function recordedIds({ stateFolder, realPath, text }: TestRoadmap): string[] {
  const { segments } = readJournal({ XDG_STATE_HOME: stateFolder }, { realPath, text });
  return replayRecords(segments.flatMap(({ records }) => records)).all.map(({ id }) => id);
}
