// Doctor listing: the problems of files, in the requested format.

import type { Examination } from "../app/examine-roadmap.js";
import { countRepairs, repairCommand } from "../app/repair-roadmap.js";
import { doctorData, examinationData } from "../json/doctor.js";
import { type ExitCode, exitCodes } from "../model/errors.js";
import type { Diagnostic } from "../model/problem.js";
import { doctorLines } from "../views/doctor-lines.js";
import type { Canvas } from "../views/paint.js";
import type { Outcome } from "./command.js";
import { githubLines } from "./doctor-github.js";
import { sarifText } from "./doctor-sarif.js";
import type { ProblemChoice } from "./problem-choice.js";

export const formats = ["text", "github", "sarif"] as const;

interface Listing {
  readonly choice: ProblemChoice;
  /** One of `formats`. */
  readonly format: string;
  readonly isStrict: boolean;
  /** Whether the files were named, so that the next command has to name one too. */
  readonly isNamed: boolean;
}

export function listingOutcome(examinations: readonly Examination[], listing: Listing): Outcome {
  const { choice, format, isNamed } = listing;
  const shown = examinations.map((one) =>
    one.kind === "refused" ? one : { ...one, problems: one.problems.filter(({ code }) => choice.includes(code)) },
  );
  return {
    lines(canvas) {
      if (format === "github") return githubLines(shown.map(examinationData));
      if (format === "sarif") return [sarifText(shown.map(examinationData))];
      return textLines(shown, {
        repair: repairOf(examinations, listing),
        isNamed,
        isChosen: choice.options.length > 0,
        canvas,
      });
    },
    data: () => doctorData(shown),
    exitCode: exitCodeOf(shown, listing),
  };
}

type Repair = Parameters<typeof doctorLines>[0]["repair"];

interface Shown extends Pick<Listing, "isNamed"> {
  readonly repair: Repair;
  readonly canvas: Canvas;
  readonly isChosen: boolean;
}

function textLines(examinations: readonly Examination[], { repair, isNamed, isChosen, canvas }: Shown): string[] {
  const files = examinations.map((one) => {
    if (one.kind === "refused") return { path: one.path, refusal: one.refusal };
    const { topics, tasks } = one.page.roadmap;
    const { path, text } = one.file;
    return { path, text, topics: topics.length, tasks: tasks.length, problems: one.problems, isNamed, isChosen };
  });
  return doctorLines({ files, repair }, canvas);
}

/** The total number of fixable places, and the command for the first file that has some. */
function repairOf(examinations: readonly Examination[], { choice, isNamed }: Listing): Repair {
  const repairable = examinations.flatMap((one) => {
    const count = one.kind === "refused" ? 0 : countRepairs(one.page, one.problems, choice.includes);
    return count === 0 || one.kind === "refused" ? [] : [{ path: one.file.path, count }];
  });
  const [first] = repairable;
  if (!first) return null;
  const count = repairable.reduce((sum, own) => sum + own.count, 0);
  return { count, command: repairCommand(isNamed ? first.path : null, choice.options) };
}

/** A note counts only if it was requested by its code. */
function exitCodeOf(shown: readonly Examination[], { choice: { only }, isStrict }: Listing): ExitCode {
  const refused = shown.find((one) => one.kind === "refused");
  if (refused) return refused.refusal.exitCode;
  const counts = ({ severity }: Diagnostic) => severity !== "note" || only !== null;
  const hasSome = shown.some((one) => one.kind === "examined" && one.problems.some(counts));
  return isStrict && hasSome ? exitCodes.failed : exitCodes.done;
}
