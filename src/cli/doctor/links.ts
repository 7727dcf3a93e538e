// Doctor links: adds the problems found by checking links, with a progress bar.

import type { Examination } from "../../app/examine-roadmap.js";
import { isConflicted, linkKinds, withSeverity } from "../../model/problem.js";
import type { Invocation, OptionDeclaration } from "../command.js";
import { usageError } from "../options.js";
import { withProgressBar } from "../progress-bar.js";

export const linkOptions: readonly OptionDeclaration[] = [
  { flags: "--links", help: "also check proof links: request pages, look up files and commits" },
  { flags: "--allow-private", help: "with --links: also request pages on private networks and this machine" },
];

/** Only with `--links`: nothing else uses the network. */
export async function withLinkProblems(
  { options, request, machine }: Invocation,
  examinations: readonly Examination[],
): Promise<readonly Examination[]> {
  const mayAskPrivate = options.allowPrivate === true;
  if (options.links !== true) {
    if (mayAskPrivate) throw usageError("--allow-private requires --links", "roadmap doctor --links --allow-private");
    const [code] = Array.isArray(options.only) ? options.only.map((code) => String(code).toUpperCase()) : [];
    if (code && Object.hasOwn(linkKinds, code))
      throw usageError(`${code} is found only with --links`, `roadmap doctor --links --only ${code}`);
    return examinations;
  }
  const { checkLinks } = await import("../../app/check-links.js");
  const added: Examination[] = [];
  for (const examination of examinations) {
    // In a file with conflicts, nothing else is checked.
    if (examination.kind === "refused" || isConflicted(examination.problems)) {
      added.push(examination);
      continue;
    }
    const check = {
      roadmap: examination.page.roadmap,
      realPath: examination.file.realPath,
      env: request.lookup.env,
      mayAskPrivate,
    };
    const found = await withProgressBar(machine, "checking links", (onProgress) =>
      checkLinks({ ...check, onProgress }),
    );
    added.push({
      ...examination,
      problems: [...examination.problems, ...found.map(withSeverity)].sort((a, b) => a.span.start - b.span.start),
    });
  }
  return added;
}
