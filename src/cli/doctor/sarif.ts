// Doctor as SARIF: problems in the format for code scanning (OASIS SARIF 2.1.0).

import type { DoctorFileData, DoctorProblemData } from "../../json/envelopes/doctor.js";
import type { ProblemKind } from "../../model/problem.js";
import { problemKinds } from "../../rules/index.js";
import { jsonText } from "../../text/visible.js";

declare const ROADMAP_VERSION: string;

const codes = Object.keys(problemKinds);

/** The log as one text; it declares every kind of problem as a rule, found or not. */
export function sarifText(files: readonly DoctorFileData[]): string {
  const driver = { name: "roadmap", version: ROADMAP_VERSION, rules: Object.entries(problemKinds).map(ruleOf) };
  const results = files.flatMap(({ file, problems }) => problems.map((problem) => resultOf(file, problem)));
  const notifications = files.flatMap(({ file, refused }) =>
    refused
      ? [
          {
            level: "error",
            message: messageOf(refused),
            locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
          },
        ]
      : [],
  );
  const invocation = { executionSuccessful: notifications.length === 0, toolExecutionNotifications: notifications };
  const counting = { columnKind: "unicodeCodePoints", newlineSequences: ["\r\n", "\n", "\r"] };
  const run = { tool: { driver }, ...counting, invocations: [invocation], results };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return jsonText(log, 2);
}

function ruleOf([id, { severity, means }]: readonly [string, ProblemKind]) {
  return {
    id,
    shortDescription: { text: means },
    help: { text: `${means}. \`roadmap help problems\` explains all kinds of problems.` },
    defaultConfiguration: { level: severity },
  };
}

function resultOf(file: string, problem: DoctorProblemData) {
  const { code, severity, line, column, endLine, endColumn } = problem;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: messageOf(problem),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
  };
}

/** Text from a file must not be taken for a placeholder or a link (SARIF 2.1.0, sections 3.11.5 and 3.11.6). */
function messageOf({ message, hint }: { readonly message: string; readonly hint: string }) {
  const text = `${message}\n${hint}`.replaceAll("{", "{{").replaceAll("}", "}}").replaceAll("](", "\\](");
  return { text };
}

/** A path as a relative reference, or an absolute one as a file URL. */
function uriOf(path: string): string {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? `file://${encoded}` : encoded;
}
