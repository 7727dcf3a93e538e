// Fixed text: what `doctor --fix` makes of a text, without a file.

import { expect } from "vitest";
import { planFixes } from "../../src/app/fix-roadmap.js";
import type { OpenedRoadmap } from "../../src/app/open-roadmap.js";
import { testDay } from "./check-operation.js";
import { examined } from "./examine.js";

/** All fixes of that code, or of every code. */
export async function plannedFixes(text: string, code?: string) {
  const { page, read: problems } = examined(text, testDay);
  const file = { path: "roadmap.md", realPath: "/roadmap.md", text, bytes: Buffer.from(text), hash: "" };
  const opened: OpenedRoadmap = { file, version: null, today: testDay, roadmap: page.roadmap, problems };
  const planned = await planFixes((own) => code === undefined || own === code)(opened);
  expect(planned.fixed.length === 0).toBe(planned.text === text);
  return planned;
}

export async function fixedText(text: string, code?: string): Promise<string> {
  return (await plannedFixes(text, code)).text;
}
