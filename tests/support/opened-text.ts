// A text as a roadmap that was opened, without a file.

import type { OpenedRoadmap } from "../../src/app/open-roadmap.js";
import { parseForView } from "../../src/app/parse-text.js";
import { hashBytes } from "../../src/store/hash.js";
import { testDay } from "./check-operation.js";

export async function openText(text: string): Promise<OpenedRoadmap> {
  const bytes = Buffer.from(text);
  const file = { path: "roadmap.md", realPath: "/somewhere/roadmap.md", text, bytes, hash: hashBytes(bytes) };
  return { file, version: null, today: testDay, ...(await parseForView(text, testDay)) };
}
