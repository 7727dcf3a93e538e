// Command: list what is wrong in roadmaps.

import { type Examination, examineFiles } from "../../app/examine-roadmap.js";
import { type ExitCode, exitCodes } from "../../model/errors.js";
import { problemKinds } from "../../model/problem-kinds.js";
import { doctorLines } from "../../views/doctor-lines.js";
import type { CommandDeclaration, Outcome } from "../command.js";
import { doctorData } from "../doctor-data.js";
import { usageError } from "../options.js";
import { choiceOptions, type ProblemChoice, problemChoice } from "../problem-choice.js";

export const doctorCommand: CommandDeclaration = {
  name: "doctor",
  summary: "List what is wrong in the file, and how to mend it",
  examples: ["roadmap doctor", "roadmap doctor --strict docs/*.md", "roadmap doctor --only TEXT_DAMAGED"],
  argument: { name: "[file...]", help: "files to look at; the roadmap without any" },
  options: [{ flags: "--strict", help: "exit 1 when there is an error or a warning" }, ...choiceOptions],
  async run(invocation) {
    const { request, words, options } = invocation;
    if (words.length > 0 && request.whereabouts.file !== undefined)
      throw usageError("files are named twice, with --file and without", "name them all behind `roadmap doctor`");
    const choice = problemChoice(invocation);
    const examinations = (await examineFiles(words, request)).map((one) => chosen(one, choice));
    return listing(examinations, { choice, isStrict: options.strict === true });
  },
};

function chosen(examination: Examination, { includes }: ProblemChoice): Examination {
  if (examination.kind === "refused") return examination;
  return { ...examination, problems: examination.problems.filter(({ code }) => includes(code)) };
}

function listing(
  examinations: readonly Examination[],
  { choice, isStrict }: { choice: ProblemChoice; isStrict: boolean },
): Outcome {
  const files = examinations.map((one) => {
    if (one.kind === "refused") return { path: one.path, refusal: one.refusal };
    const { text, topics, tasks } = one.page.roadmap;
    return { path: one.file.path, text, topics: topics.length, tasks: tasks.length, problems: one.problems };
  });
  return {
    lines: (canvas) => doctorLines({ files, repair: null }, canvas),
    data: () => doctorData(examinations),
    exitCode: exitCodeOf(examinations, { choice, isStrict }),
  };
}

/** A note counts only where it was asked for by its code. */
function exitCodeOf(
  examinations: readonly Examination[],
  { choice: { only }, isStrict }: { choice: ProblemChoice; isStrict: boolean },
): ExitCode {
  const refused = examinations.find((one) => one.kind === "refused");
  if (refused) return refused.refusal.exitCode;
  const counts = examinations
    .flatMap((one) => (one.kind === "refused" ? [] : one.problems))
    .some(({ code }) => problemKinds[code].severity !== "note" || only !== null);
  return isStrict && counts ? exitCodes.failed : exitCodes.done;
}
