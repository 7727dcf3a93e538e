// Examines a text for problems as `roadmap doctor` does, without a file.

import { readFrontMatter } from "../../src/markdown/front-matter.js";
import { bodyStart, frontMatterPlace } from "../../src/markdown/front-matter-place.js";
import { readRoadmap } from "../../src/markdown/read-roadmap.js";
import { readBlocksWithRemark } from "../../src/markdown/remark.js";
import { scanBlocks } from "../../src/markdown/scan/index.js";
import type { Diagnostic, Problem } from "../../src/model/problem.js";
import { findProblems } from "../../src/rules/index.js";
import type { Page } from "../../src/rules/rule.js";
import { textAt } from "../../src/text/edit.js";

interface Examined {
  readonly page: Page;
  /** The problems found by reading. */
  readonly read: readonly Problem[];
  readonly problems: readonly Diagnostic[];
}

export function examined(text: string, today = "2026-11-22"): Examined {
  const place = frontMatterPlace(text);
  const blocks = scanBlocks(text, bodyStart(text)) ?? readBlocksWithRemark(text, bodyStart(text));
  const { roadmap, problems: read } = readRoadmap(text, blocks, {
    frontMatter: place ? readFrontMatter(text, place) : undefined,
    today,
  });
  const page = { roadmap, blocks, today };
  return { page, read, problems: findProblems(page, read) };
}

/** Each problem as its code and the text it marks. */
export function found(text: string, today?: string): string[] {
  return examined(text, today).problems.map(({ code, span }) => `${code} ${textAt(text, span)}`);
}
