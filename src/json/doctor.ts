// Doctor data: the problems of files, as JSON.

import type { Examination } from "../app/examine-roadmap.js";
import type { Diagnostic, Severity } from "../model/problem.js";
import { lineStarts, positionAt } from "../text/lines.js";
import type { DoctorFileData, DoctorProblemData } from "./envelopes/doctor.js";
import type { Envelope } from "./envelopes/index.js";

export function doctorData(examinations: readonly Examination[]): Envelope {
  const files = examinations.map(examinationData);
  const problems = files.flatMap((file) => file.problems);
  const countOf = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  return {
    kind: "doctor",
    files,
    counts: { error: countOf("error"), warning: countOf("warning"), note: countOf("note") },
  };
}

export function examinationData(examination: Examination): DoctorFileData {
  if (examination.kind === "refused") {
    const { code, message, hint } = examination.refusal;
    return { file: examination.path, hash: null, refused: { code, message, hint }, problems: [] };
  }
  const { file, problems } = examination;
  return { file: file.path, hash: file.hash, refused: null, problems: problemsAt(file.text, problems) };
}

export function problemsAt(text: string, problems: readonly Diagnostic[]): DoctorProblemData[] {
  const starts = lineStarts(text);
  return problems.map(({ code, severity, span, message, hint }) => {
    const end = positionAt(text, starts, span.end);
    return {
      code,
      severity,
      message,
      hint,
      ...positionAt(text, starts, span.start),
      endLine: end.line,
      endColumn: end.column,
    };
  });
}
