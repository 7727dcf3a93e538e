// Doctor listing: the problems of files, in the requested format and of the chosen kinds.

import type { Examination } from "../../app/examine-roadmap.js";
import { countFixes, fixCommand } from "../../app/fix-roadmap.js";
import { doctorData, examinationData } from "../../json/doctor.js";
import type { DoctorFileData } from "../../json/envelopes/doctor.js";
import { type ExitCode, exitCodes } from "../../model/errors.js";
import { nearest } from "../../model/nearest.js";
import type { Diagnostic } from "../../model/problem.js";
import { codesOnRequest, problemKinds } from "../../rules/index.js";
import { asLine } from "../../text/visible.js";
import type { Canvas } from "../../views/canvas.js";
import { doctorLines } from "../../views/doctor-lines.js";
import type { Invocation, OptionDeclaration, Outcome } from "../command.js";
import { usageError } from "../options.js";
import { sarifText } from "./sarif.js";

export const formats = ["text", "github", "sarif"] as const;

interface Listing {
  readonly choice: ProblemChoice;
  /** One of `formats`. */
  readonly format: string;
  readonly isStrict: boolean;
  /** Whether the files were named, so that the next command has to name one too. */
  readonly isNamed: boolean;
  /** Whether a terminal lists every place. */
  readonly isUnfolded: boolean;
}

export function listingOutcome(examinations: readonly Examination[], listing: Listing): Outcome {
  const { choice, format, isNamed, isUnfolded } = listing;
  const shown = examinations.map((examination) =>
    examination.kind === "refused"
      ? examination
      : { ...examination, problems: examination.problems.filter(({ code }) => choice.includes(code)) },
  );
  return {
    lines(canvas) {
      if (format === "github") return githubLines(shown.map(examinationData));
      if (format === "sarif") return [sarifText(shown.map(examinationData))];
      return textLines(shown, {
        fixable: fixableOf(examinations, listing, choice),
        offered: choice.only === null ? fixableOf(examinations, listing, onRequest(choice)) : null,
        isNamed,
        isChosen: choice.options.length > 0,
        isUnfolded,
        canvas,
      });
    },
    data: () => doctorData(shown),
    exitCode: exitCodeOf(shown, listing),
  };
}

type Fixable = Parameters<typeof doctorLines>[0]["fixable"];

interface Shown extends Pick<Listing, "isNamed" | "isUnfolded"> {
  readonly fixable: Fixable;
  readonly offered: Fixable;
  readonly canvas: Canvas;
  readonly isChosen: boolean;
}

function textLines(
  examinations: readonly Examination[],
  { fixable, offered, isNamed, isChosen, isUnfolded, canvas }: Shown,
): string[] {
  const files = examinations.map((examination) => {
    if (examination.kind === "refused") return { path: examination.path, refusal: examination.refusal };
    const { topics, tasks } = examination.page.roadmap;
    const { path, text } = examination.file;
    return {
      path,
      text,
      topics: topics.length,
      tasks: tasks.length,
      problems: examination.problems,
      isNamed,
      isChosen,
    };
  });
  const meaningOf = (code: string) => problemKinds[code]?.means ?? code;
  return doctorLines({ files, fixable, offered, isUnfolded, meaningOf }, canvas);
}

/** The total number of fixable places, and the command for the first file that has some. */
function fixableOf(
  examinations: readonly Examination[],
  { isNamed }: Listing,
  { fixes, options }: Pick<ProblemChoice, "fixes" | "options">,
): Fixable {
  const counts = examinations.flatMap((examination) => {
    const count = examination.kind === "refused" ? 0 : countFixes(examination.page, examination.problems, fixes);
    return count === 0 || examination.kind === "refused" ? [] : [{ path: examination.file.path, count }];
  });
  const [first] = counts;
  if (!first) return null;
  const count = counts.reduce((sum, own) => sum + own.count, 0);
  return { count, command: fixCommand(isNamed ? first.path : null, options) };
}

/** What `--fix` leaves alone unless it is named. */
function onRequest({ includes }: ProblemChoice): Pick<ProblemChoice, "fixes" | "options"> {
  const codes = [...codesOnRequest].filter(includes);
  return { fixes: (code) => codes.includes(code), options: codes.map((code) => `--only ${code}`) };
}

/** A note counts only if it was requested by its code. */
function exitCodeOf(shown: readonly Examination[], { choice: { only }, isStrict }: Listing): ExitCode {
  const refused = shown.find((examination) => examination.kind === "refused");
  if (refused) return refused.refusal.exitCode;
  const counts = ({ severity }: Diagnostic) => severity !== "note" || only !== null;
  const hasSome = shown.some((examination) => examination.kind === "examined" && examination.problems.some(counts));
  return isStrict && hasSome ? exitCodes.failed : exitCodes.done;
}

// Workflow commands for GitHub, which a run shows next to the lines of the problems.

const commands = { error: "error", warning: "warning", note: "notice" } as const;

/** One line each: `::warning file=roadmap.md,line=12,col=14,…::…`. See "Workflow commands for GitHub Actions". */
function githubLines(files: readonly DoctorFileData[]): string[] {
  return files.flatMap(({ file, refused, problems }) => {
    if (refused)
      return [workflowCommand("error", { file, title: refused.code }, `${refused.message}\n${refused.hint}`)];
    return problems.map(({ severity, code, message, hint, line, column }) =>
      workflowCommand(commands[severity], { file, line, col: column, title: code }, `${message}\n${hint}`),
    );
  });
}

function workflowCommand(name: string, properties: Readonly<Record<string, string | number>>, text: string): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  const lines = text.split("\n").map(asLine);
  return `::${name} ${given.join(",")}::${lines.map(escaped).join("%0A")}`;
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// The choice of kinds.

export interface ProblemChoice {
  /** Those given with `--only`; null for all kinds. */
  readonly only: ReadonlySet<string> | null;
  readonly includes: (code: string) => boolean;
  /** Whether problems with this code are fixed, if they have a fix. */
  readonly fixes: (code: string) => boolean;
  /** As typed. */
  readonly options: readonly string[];
}

/** Completion offers all codes; the command itself refuses others, with those that are similar. */
const codes = { choices: Object.keys(problemKinds).sort(), isAnyTaken: true, isList: true };

export const choiceOptions: readonly OptionDeclaration[] = [
  { flags: "--only <code>", help: "only problems with this code (repeatable)", ...codes },
  { flags: "--all", help: "every place (default in a terminal: up to four of each kind)" },
  { flags: "--ignore <code>", help: "skip problems with this code (repeatable)", ...codes },
];

/** @throws UserError (exit 2) for an unknown code */
export function problemChoice(invocation: Invocation): ProblemChoice {
  const [only, ignored] = [codesOf(invocation, "only"), codesOf(invocation, "ignore")];
  const chosenCodes = only.size === 0 ? null : only;
  const options = [
    ...Array.from(only, (code) => `--only ${code}`),
    ...Array.from(ignored, (code) => `--ignore ${code}`),
  ];
  const includes = (code: string) => !ignored.has(code) && (chosenCodes?.has(code) ?? true);
  const fixes = (code: string) => includes(code) && (chosenCodes !== null || !codesOnRequest.has(code));
  return { only: chosenCodes, includes, fixes, options };
}

function codesOf({ options }: Invocation, name: string): ReadonlySet<string> {
  const given = options[name];
  const codes = Array.isArray(given) ? given.map((code) => String(code).toUpperCase()) : [];
  for (const code of codes) if (!Object.hasOwn(problemKinds, code)) refuseUnknownCode(code);
  return new Set(codes);
}

function refuseUnknownCode(code: string): never {
  const close = nearest(code, Object.keys(problemKinds));
  const hint = close.length === 0 ? "" : `did you mean ${close.join(", ")}? `;
  throw usageError(`unknown problem code "${code}"`, `${hint}\`roadmap help problems\` lists all codes`);
}
