// Change lines: what is true after a change, each cell old → new, and what comes next.

import { isBlankCell, plainText } from "../model/inline-text.js";
import type { Thing } from "../model/names.js";
import { commandFor, nextSteps } from "../model/next.js";
import { beforeName } from "../model/outline.js";
import { percent, progressOfThings } from "../model/progress.js";
import { isStatus, readStatus } from "../model/read-status.js";
import { cellText, phaseTitle, type Roadmap, type Topic } from "../model/roadmap.js";
import type { Status } from "../model/status.js";
import { counted } from "../text/plural.js";
import { visible } from "../text/visible.js";
import { widthInColumns } from "../text/width.js";
import { type Canvas, type Stroke, statusStroke } from "./canvas.js";
import { cellLines, type ShownChange } from "./cell-lines.js";
import { alreadySentence, deedSentence, statusSentence, subjectName, withFullStop } from "./change-words.js";
import { dayText } from "./day-words.js";
import { shortLabel } from "./short-label.js";
import { hintLine, namingFile, wrapText } from "./wrap.js";

interface ShownResult {
  /** `finish`, `add-topic`. */
  readonly operation: string;
  readonly subject: {
    readonly type: "topic" | "task" | "column" | "phase" | "table";
    readonly number: number;
    readonly name: string;
  };
  /** The status of the topic or task before and after; null for anything else. */
  readonly status: { readonly from: Status; readonly to: Status } | null;
  /** What was done, if the values do not show it. */
  readonly summary: string | null;
  readonly changed: readonly ShownChange[];
  readonly already: string | null;
  readonly notes: readonly string[];
  readonly next: string | null;
}

interface ShownResults {
  readonly results: readonly ShownResult[];
  /** After all of them. */
  readonly roadmap: Roadmap;
}

/** One result with everything that changed; of several, a line each and their number. */
export function resultLines({ results, roadmap }: ShownResults, canvas: Canvas): string[] {
  const [only, another] = results;
  if (only && !another) return singleLines(only, roadmap, canvas);
  return [...results.flatMap((result) => briefLines(result, roadmap, canvas)), ...sumLines(results, canvas)];
}

function singleLines(result: ShownResult, roadmap: Roadmap, canvas: Canvas): string[] {
  const topic = topicOf(result, roadmap);
  return [
    ...sentenceLines(result, { roadmap, isOnly: true }, canvas),
    ...(result.already === null ? cellLines(uniqueChanges(result), { isWhole: isWhole(result), topic }, canvas) : []),
    ...proofLines(result, { roadmap, topic }, canvas),
    ...noteLines(result, canvas),
  ];
}

/** Without the values, unless content was overwritten. */
function briefLines(result: ShownResult, roadmap: Roadmap, canvas: Canvas): string[] {
  const lost = uniqueChanges(result).filter((change) => isLost(change, roadmap));
  const isShown = result.already === null && !isWhole(result);
  return [
    ...sentenceLines(result, { roadmap, isOnly: false }, canvas),
    ...(isShown ? cellLines(lost, { isWhole: false, topic: null }, canvas) : []),
    ...noteLines(result, canvas),
  ];
}

function isLost({ column, from }: ShownChange, { vocabulary }: Roadmap): boolean {
  if (column === "mark" || isBlankCell(from)) return false;
  return column !== "status" || !isStatus(readStatus(from, vocabulary));
}

function noteLines({ notes }: ShownResult, canvas: Canvas): string[] {
  return notes.flatMap((note) =>
    wrapText(namingFile(`note: ${visible(note)}`, canvas), canvas.width, { first: 2, rest: 4 }),
  );
}

/** `3 topics and 1 task changed; 1 unchanged`. */
function sumLines(results: readonly ShownResult[], { width }: Canvas): string[] {
  const changed = results.filter(({ already }) => already === null);
  const kinds = (["topic", "task", "phase", "column", "table"] as const).flatMap((kind) => {
    const names = new Set(
      changed.flatMap(({ subject: { type, name, number } }) => (type === kind ? `${number} ${name}` : [])),
    );
    return names.size === 0 ? [] : [counted(names.size, kind)];
  });
  const unchanged = results.length - changed.length;
  const sums = [
    kinds.length === 0 ? "nothing changed" : `${kinds.join(", ")} changed`,
    ...(unchanged === 0 ? [] : [`${unchanged} already so`]),
  ];
  return wrapText(sums.join("; "), width, { first: 0, rest: 2 });
}

// The sentence.

interface Sentence {
  readonly sign: string;
  readonly stroke: Stroke;
  readonly text: string;
}

interface Setting {
  readonly roadmap: Roadmap;
  /** Whether the progress of the phase is shown. */
  readonly isOnly: boolean;
}

function sentenceLines(result: ShownResult, setting: Setting, canvas: Canvas): string[] {
  const { sign, stroke, text } = sentenceOf(result, setting, canvas);
  const indent = widthInColumns(sign) + 1;
  const [first = "", ...rest] = wrapText(text, canvas.width, { first: indent, rest: indent });
  return [`${stroke(sign)} ${canvas.paint.strong(first.slice(indent))}`, ...rest.map(canvas.paint.strong)];
}

function sentenceOf(result: ShownResult, setting: Setting, canvas: Canvas): Sentence {
  const { subject, status, summary, already } = result;
  const { paint, signs } = canvas;
  const ofStatus = (text: string): Sentence =>
    status
      ? { sign: signs.status[status.to], stroke: statusStroke(status.to, paint), text }
      : { sign: "·", stroke: paint.dim, text };
  if (already !== null) {
    const since = sinceText(result, already, { roadmap: setting.roadmap, canvas });
    return ofStatus(`${withFullStop(alreadySentence({ subject, already }, since))} Nothing was changed.`);
  }
  if (summary !== null) return structuralSentence(result, summary, canvas);
  if (status && (status.from !== status.to || isAboutStatus(result))) {
    const progress = setting.isOnly && status.to === "done" ? progressText(result, setting.roadmap) : "";
    return ofStatus(`${withFullStop(statusSentence(result, status.to))}${progress}`);
  }
  return { sign: "~", stroke: paint.active, text: withFullStop(changedText(result)) };
}

function changedText(result: ShownResult): string {
  const { subject, changed } = result;
  const isName = ({ column, topic }: ShownChange) =>
    subject.type === "phase" ? column === "phase" : column === "topic" && topic === undefined;
  const renamed = changed.find(isName);
  if (!renamed) return `${subjectName(subject)} is changed`;
  const old = subject.type === "phase" ? phaseTitle({ label: plainText(renamed.from), name: null }) : subject.name;
  return `${visible(old)} is now named ${visible(plainText(renamed.to))}`;
}

function isAboutStatus({ operation, changed }: ShownResult): boolean {
  const isStatus = ({ column }: ShownChange) => column === "status" || column === "mark";
  return operation !== "set" && changed.some(isStatus);
}

/** `, since 18 Nov` */
function sinceText(result: ShownResult, already: string, { roadmap, canvas }: { roadmap: Roadmap; canvas: Canvas }) {
  const topic = topicOf(result, roadmap);
  const text = already.replace(/ \([^)]*\)$/, "");
  const day = topic && (/done$/.test(text) ? topic.finished : /progress$/.test(text) ? topic.started : null);
  const isPlan = day !== null && roadmap.today !== null && day > roadmap.today;
  return day === null || isPlan ? "" : `, since ${dayText(day, roadmap.today ?? day, canvas)}`;
}

function structuralSentence({ subject }: ShownResult, summary: string, { paint }: Canvas): Sentence {
  const text = withFullStop(deedSentence(subject, summary));
  if (subject.type === "table" || /^(?:column |phase )?added/.test(summary))
    return { sign: "+", stroke: paint.done, text };
  if (/^(?:column |phase )?removed/.test(summary)) return { sign: "-", stroke: paint.blocked, text };
  return { sign: "~", stroke: paint.active, text };
}

/** ` Phase 3: 5 of 7.`; empty if the phase has nothing else. */
function progressText(result: ShownResult, roadmap: Roadmap): string {
  const thing = thingOf(result, roadmap);
  if (!thing?.phase) return "";
  const { phase } = thing;
  const group = progressOfThings("row" in thing ? phase.topics : phase.tasks);
  if (group.total < 2) return "";
  const title = visible(beforeName(shortLabel(phaseTitle(phase))));
  const track = phase.track ? `${visible(shortLabel(phase.track.title))}, ` : "";
  const place = track + (track === "" ? title : title.charAt(0).toLowerCase() + title.slice(1));
  const share = `${group.done} of ${group.total}`;
  return percent(group) === 100 ? ` ${place} is complete: ${share}.` : ` ${place}: ${share}.`;
}

function thingOf({ subject: { type, number } }: ShownResult, { topics, tasks }: Roadmap): Thing | null {
  if (type === "topic") return topics[number - 1] ?? null;
  return type === "task" ? (tasks[number - 1] ?? null) : null;
}

function topicOf(result: ShownResult, roadmap: Roadmap): Topic | null {
  const thing = thingOf(result, roadmap);
  return thing && "row" in thing ? thing : null;
}

// Values and the next step.

function isWhole({ operation, summary }: ShownResult): boolean {
  return summary !== null && !operation.startsWith("move");
}

/** The cells of a phase in many topics are shown once. */
function uniqueChanges({ subject, changed }: ShownResult): ShownChange[] {
  const shown = subject.type === "phase" ? changed.map(({ column, from, to }) => ({ column, from, to })) : changed;
  return [...new Map(shown.map((change) => [JSON.stringify(change), change])).values()];
}

/** What a finished topic still owes. */
function proofLines(
  { status, changed }: ShownResult,
  { roadmap, topic }: { roadmap: Roadmap; topic: Topic | null },
  { width }: Canvas,
): string[] {
  const isFinished =
    status?.to === "done" && changed.some(({ column }) => column === "status" || column === "finished");
  if (!topic || !isFinished || !topic.table.columns.has("proof")) return [];
  const owed = visible(plainText(cellText(roadmap, topic, "deliverables")));
  if (owed === "" || !isBlankCell(cellText(roadmap, topic, "proof"))) return [];
  return wrapText(`No proof yet for: ${owed}`, width, { first: 2, rest: 4 });
}

/** The next step after the changes, if one was suggested. */
export function nextHint({ results, roadmap }: ShownResults, canvas: Canvas): string[] {
  const last = results.at(-1);
  // Looking at what was just shown is no step forward.
  if (!last || last.next === null || last.next.startsWith("roadmap show ")) return [];
  if (last.next !== "roadmap next") return hintLine(last.next, canvas, last.operation === "block" ? "say why" : "");
  const subject = thingOf(last, roadmap);
  const steps = nextSteps(roadmap, 100).filter((step) => ("topic" in step ? step.topic : step.task) !== subject);
  const step = steps.find((step) => "topic" in step && step.topic.status === "not-started") ?? steps[0];
  return hintLine(step ? commandFor(roadmap, step) : last.next, canvas);
}
