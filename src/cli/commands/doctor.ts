// Command: list what is wrong in roadmaps.

import { type Examination, examineFiles } from "../../app/examine-roadmap.js";
import type { OpenRequest } from "../../app/open-roadmap.js";
import { countRepairs } from "../../app/repair-roadmap.js";
import { type ExitCode, exitCodes } from "../../model/errors.js";
import { problemKinds } from "../../model/problem-kinds.js";
import { doctorLines } from "../../views/doctor-lines.js";
import type { CommandDeclaration, Invocation, Outcome } from "../command.js";
import { commitOptions } from "../commit-outcome.js";
import { doctorData } from "../doctor-data.js";
import { fix } from "../doctor-fix.js";
import { usageError } from "../options.js";
import { choiceOptions, type ProblemChoice, problemChoice } from "../problem-choice.js";

export const doctorCommand: CommandDeclaration = {
  name: "doctor",
  summary: "List what is wrong in the file, and mend what has one right answer",
  examples: [
    "roadmap doctor",
    "roadmap doctor --strict docs/*.md",
    "roadmap doctor --fix",
    "roadmap doctor --fix --only TEXT_DAMAGED --yes",
  ],
  argument: { name: "[file...]", help: "files to look at; the roadmap without any" },
  options: [
    { flags: "--strict", help: "exit 1 when there is an error or a warning, or a note named with --only" },
    ...choiceOptions,
    { flags: "--fix", help: "repair what has one right answer: show it as a diff and ask" },
    { flags: "--yes", help: "repair without asking" },
    ...commitOptions,
  ],
  async run(invocation) {
    const { words, options } = invocation;
    const request = requestOf(invocation);
    const choice = problemChoice(invocation);
    if (options.fix === true) return fix({ ...invocation, request }, choice);
    if (options.yes === true) throw usageError("--yes is for repairs", "roadmap doctor --fix --yes");
    const examinations = (await examineFiles(words, request)).map((one) => chosen(one, choice));
    return listing(examinations, { choice, isStrict: options.strict === true, isNamed: words.length > 0 });
  },
};

/** A file named behind the command is the roadmap that it speaks of. */
function requestOf({ request, words, options }: Invocation): OpenRequest {
  const [path, another] = words;
  if (path === undefined) return request;
  const { whereabouts } = request;
  if (whereabouts.file !== undefined)
    throw usageError("files are named twice, with --file and without", "name them all behind `roadmap doctor`");
  if (options.fix !== true) return request;
  if (another !== undefined) throw usageError("--fix repairs one file at a time", `roadmap doctor --fix ${path}`);
  return { ...request, whereabouts: { ...whereabouts, file: path } };
}

function chosen(examination: Examination, { includes }: ProblemChoice): Examination {
  if (examination.kind === "refused") return examination;
  return { ...examination, problems: examination.problems.filter(({ code }) => includes(code)) };
}

function listing(
  examinations: readonly Examination[],
  { choice, isStrict, isNamed }: { choice: ProblemChoice; isStrict: boolean; isNamed: boolean },
): Outcome {
  const files = examinations.map((one) => {
    if (one.kind === "refused") return { path: one.path, refusal: one.refusal };
    const { text, topics, tasks } = one.page.roadmap;
    return { path: one.file.path, text, topics: topics.length, tasks: tasks.length, problems: one.problems };
  });
  const repairable = examinations.map((one) =>
    one.kind === "refused" ? 0 : countRepairs(one.page, one.problems, choice.includes),
  );
  const count = repairable.reduce((sum, own) => sum + own, 0);
  const paths = files.filter((_, index) => repairable[index]).map(({ path }) => path);
  const command = ["roadmap doctor --fix", ...(isNamed ? paths.slice(0, 1) : [])].join(" ");
  return {
    lines: (canvas) => doctorLines({ files, repair: count === 0 ? null : { count, command } }, canvas),
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
