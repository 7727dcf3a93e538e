// Change outcome: what is said after a change, or of one that is only tried.

import type { ChangeReport } from "../app/change-roadmap.js";
import type { PlannedOperations } from "../app/plan-operations.js";
import { diffLines } from "../text/diff.js";
import { lineAt, lineStarts } from "../text/line-index.js";
import { visible } from "../text/visible.js";
import { changeLines } from "../views/change-lines.js";
import type { Paint } from "../views/paint.js";
import { messageLines } from "../views/wrap.js";
import type { Outcome } from "./command.js";

export function changeOutcome(report: ChangeReport<PlannedOperations>, isDryRun: boolean): Outcome {
  const { opened, planned, saved, recovery } = report;
  const { results, edits } = planned;
  const { file, roadmap } = opened;
  const diff = () => (isDryRun ? diffLines(roadmap.text, edits, file.path.split("/").at(-1) ?? file.path) : []);
  return {
    lines(canvas) {
      if (results.length === 0) return ["there is no operation to make; nothing was changed"];
      const said = results.flatMap((result) => changeLines(result, canvas));
      return isDryRun ? [...paintedDiff(diff(), canvas.paint), ...(edits.length === 0 ? said : [])] : said;
    },
    data() {
      const starts = lineStarts(roadmap.text);
      return {
        kind: "change",
        file: file.path,
        hash: (saved ?? file).hash,
        saved: saved?.how ?? null,
        dryRun: isDryRun,
        diff: isDryRun
          ? diff()
              .map((line) => `${line}\n`)
              .join("")
          : null,
        results: results.map(({ operation, subject, changed, already, notes, next }) => {
          const isTopic = "row" in subject;
          const start = isTopic ? subject.row.start : subject.span.start;
          const { number, name } = subject;
          return {
            operation,
            subject: { type: isTopic ? "topic" : "task", number, name, line: lineAt(starts, start) + 1 },
            changed: changed.map((value) => ({ ...value })),
            already,
            notes: [...notes],
            next,
          };
        }),
        keptBeside: saved?.keptBeside ?? null,
        restored: recovery.kind === "restored" ? recovery.tornText : null,
      };
    },
    isSaved: saved !== null,
    warnings: ({ width }) => reportWarnings(report).flatMap((warning) => messageLines(warning, width)),
  };
}

/** Each with what to do about it. */
function reportWarnings({ saved, recovery, opened }: ChangeReport<PlannedOperations>): string[][] {
  const keptBeside = saved?.keptBeside;
  const kept =
    keptBeside === undefined
      ? []
      : [
          `another program wrote ${visible(opened.file.path)} while it was saved; what it wrote is kept in ${visible(keptBeside)}`,
          `compare the two and take over what is missing, then delete the copy`,
        ];
  const restored =
    recovery.kind === "nothing"
      ? []
      : [
          `an earlier save was interrupted: ${visible(opened.file.path)} was first put back as it was before it`,
          `what the interrupted save had left is kept in ${visible(recovery.tornText)}`,
        ];
  return [restored, kept].filter(({ length }) => length > 0);
}

function paintedDiff(lines: readonly string[], paint: Paint): string[] {
  return lines.map((line) => {
    const text = visible(line);
    if (line.startsWith("+++") || line.startsWith("---")) return paint.strong(text);
    if (line.startsWith("+")) return paint.good(text);
    if (line.startsWith("-")) return paint.bad(text);
    return line.startsWith("@@") ? paint.active(text) : text;
  });
}
