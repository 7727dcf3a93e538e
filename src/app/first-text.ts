// First text: what a new roadmap says: a template under a title, its table aligned.

import type { RoadmapReading } from "../markdown/read-roadmap.js";
import { alignmentEdits } from "../operations/align-table.js";
import { type TemplateName, templates } from "../templates/index.js";
import { applyEdits } from "../text/edit.js";
import { asLine } from "../text/visible.js";
import { parseText } from "./parse-text.js";

export interface FirstText {
  readonly template: TemplateName;
  /** In place of the template's own; one line, anything that would end it is left out. */
  readonly title?: string | undefined;
}

/** @throws Error when the program itself would find something wrong in it */
export async function firstText({ template, title }: FirstText): Promise<RoadmapReading> {
  const text = title === undefined ? templates[template] : withTitle(templates[template], asLine(title));
  const { roadmap } = await parseText(text);
  const edits = roadmap.tables.flatMap(({ table }) => alignmentEdits(text, table));
  const reading = await parseText(applyEdits(text, edits));
  const [problem] = reading.problems;
  if (problem) throw new Error(`the template ${template} has a problem: ${problem.message}`);
  return reading;
}

/** A run of `#` at the end would count as the end of the heading, and not as a part of it. */
function withTitle(template: string, title: string): string {
  const written = title.replace(/(^| )(#+)$/, "$1\\$2");
  return template.replace(/^# .*/, () => `# ${written}`);
}
