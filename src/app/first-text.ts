// First text: the text of a new roadmap: a template with a title, or the aligned topics of a table.

import type { RoadmapReading } from "../markdown/read-roadmap.js";
import { alignmentEdits } from "../operations/align-table.js";
import { type TemplateName, templates } from "../templates/index.js";
import { applyEdits } from "../text/edit.js";
import { asLine } from "../text/visible.js";
import type { ImportedRow } from "./import-rows.js";
import { parseText } from "./parse-text.js";
import { planOperations } from "./plan-operations.js";

interface FirstText {
  readonly template: TemplateName;
  /** Replaces the template's own title; on one line, without characters that would end it. */
  readonly title?: string | undefined;
  /** Topics that are added to the template. Their tracks are ignored, because no cell contains a track. */
  readonly from?: { readonly rows: readonly ImportedRow[]; readonly today: string } | undefined;
}

/**
 * @throws UserError if the rows cannot be understood
 * @throws Error if roadmap itself would find a problem in a template
 */
export async function firstText({ template, title, from }: FirstText): Promise<RoadmapReading> {
  const text = title === undefined ? templates[template] : withTitle(templates[template], asLine(title));
  const begun = await aligned(text);
  const [problem] = begun.problems;
  if (problem) throw new Error(`the template ${template} has a problem: ${problem.message}`);
  return from ? aligned(await withTopics(begun, from)) : begun;
}

async function aligned(text: string): Promise<RoadmapReading> {
  const { tables } = (await parseText(text, null)).roadmap;
  const edits = tables.flatMap(({ table }) => alignmentEdits(text, table));
  return parseText(applyEdits(text, edits), null);
}

async function withTopics(begun: RoadmapReading, { rows, today }: NonNullable<FirstText["from"]>): Promise<string> {
  const { importSteps } = await import("./import-steps.js");
  const said = rows.map((row) => ({ ...row, fields: new Map([...row.fields].filter(([field]) => field !== "track")) }));
  const { steps } = importSteps(begun.roadmap, { rows: said, isAdding: true, isClearing: false });
  return (await planOperations(begun, steps, today)).text;
}

/** A trailing run of `#` would be read as the end of the heading, not as part of it. */
function withTitle(template: string, title: string): string {
  const written = title.replace(/(^| )(#+)$/, "$1\\$2");
  return template.replace(/^# .*/, () => `# ${written}`);
}
