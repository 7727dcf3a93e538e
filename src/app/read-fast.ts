// Read fast: the roadmap for shell completion, with the fast reader only.

import { ourText } from "../markdown/conflict-markers.js";
import { bodyStart } from "../markdown/front-matter-place.js";
import { readRoadmap } from "../markdown/read-roadmap.js";
import { scanBlocks } from "../markdown/scan/index.js";
import type { Roadmap } from "../model/roadmap.js";
import { today } from "../store/clock.js";
import { defaultFile, type FileLookup, findRoadmapFile } from "../store/find-file.js";
import { defaultMaxBytes, readRoadmapFile } from "../store/read-file.js";
import { readSettings } from "./parse-text.js";

/** Null if there is none, if it cannot be read, or if only the reference reader could read it. Never throws. */
export async function readFast(lookup: FileLookup): Promise<Roadmap | null> {
  try {
    const day = today(lookup.env);
    const found = findRoadmapFile(lookup);
    if (found.kind === "found") return await readWithScanner(found.path, day);
    for (const path of found.paths) {
      const roadmap = await readWithScanner(path, day);
      if (roadmap && roadmap.tables.length > 0) return roadmap;
    }
    const own = defaultFile(lookup);
    if (own !== null) return await readWithScanner(own, day);
  } catch {
    // Any other command reports the reason.
  }
  return null;
}

async function readWithScanner(path: string, day: string): Promise<Roadmap | null> {
  const file = readRoadmapFile(path, { maxBytes: defaultMaxBytes });
  const text = ourText(file.text)?.text ?? file.text;
  const blocks = scanBlocks(text, bodyStart(text));
  return blocks && readRoadmap(text, blocks, { frontMatter: await readSettings(text), today: day }).roadmap;
}
