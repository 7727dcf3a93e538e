// Examines a text for problems the way `roadmap doctor` does, without a file.

import type { Page } from "../../src/checks/check.js";
import { findProblems } from "../../src/checks/index.js";
import { readFrontMatter } from "../../src/markdown/front-matter.js";
import { bodyStart, frontMatterPlace } from "../../src/markdown/front-matter-place.js";
import { readRoadmap } from "../../src/markdown/read-roadmap.js";
import { readBlocksWithRemark } from "../../src/markdown/remark.js";
import { scanBlocks } from "../../src/markdown/scan.js";
import type { Problem } from "../../src/model/problem.js";
import { textAt } from "../../src/text/span.js";

export function examined(text: string, today = "2026-11-22"): { page: Page; problems: readonly Problem[] } {
  const place = frontMatterPlace(text);
  const blocks = scanBlocks(text, bodyStart(text)) ?? readBlocksWithRemark(text, bodyStart(text));
  const { roadmap, problems } = readRoadmap(text, blocks, {
    frontMatter: place ? readFrontMatter(text, place) : undefined,
    today,
  });
  const page = { roadmap, blocks, today };
  return { page, problems: findProblems(page, problems) };
}

/** Each problem as its code and the text it points at. */
export function found(text: string, today?: string): string[] {
  return examined(text, today).problems.map(({ code, span }) => `${code} ${textAt(text, span)}`);
}
