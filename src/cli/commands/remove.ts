// Command: removes a topic or task; asks first, and scripts have to pass `--yes`.

import type { ChangedData } from "../../json/envelopes/roadmap.js";
import { exitCodes, UserError } from "../../model/errors.js";
import { remove } from "../../operations/remove.js";
import { quoteForShell } from "../../text/quote-for-shell.js";
import type { CommandDeclaration, Invocation } from "../command.js";
import { operationCommand } from "./operation.js";

const restored = "`roadmap undo` restores it";

/**
 * A single removal is reported with the way to restore it; after many lines of `apply`, `undo` would restore them all.
 */
const command = operationCommand({
  ...remove,
  prepare(input, place) {
    const prepared = remove.prepare(input, place);
    return {
      ...prepared,
      plan(roadmap, today) {
        const plan = prepared.plan(roadmap, today);
        return { ...plan, notes: [...plan.notes, restored] };
      },
    };
  },
});

export const removeCommand: CommandDeclaration = {
  ...command,
  options: [{ flags: "-y, --yes", help: "do not ask for confirmation" }, ...command.options],
  async run(invocation) {
    if (invocation.options.yes === true || invocation.isDryRun) return command.run(invocation);
    const tried = (await command.run({ ...invocation, isDryRun: true })).data();
    if (tried.kind !== "change") throw new Error("removing is a change");
    const { what, question } = wordsAbout(tried.results);
    if (!invocation.mayAsk) throw notConfirmed(what, invocation);
    return {
      lines: () => [],
      data: () => tried,
      exitCode: exitCodes.failed,
      question: {
        text: question,
        // The answer is valid for the file that was shown.
        yes: () => command.run({ ...invocation, request: { ...invocation.request, ifMatch: tried.hash } }),
        no: "nothing was removed",
      },
    };
  },
};

/** What would be removed, as a fact and as a question. */
function wordsAbout(results: readonly ChangedData[]): { readonly what: string; readonly question: string } {
  const buts = results.flatMap(({ notes }) => notes.filter((note) => note !== restored).map((note) => `, but ${note}`));
  const all = results.map(({ subject: { type, name, line }, deed }) => {
    const below = deed === "removed" ? "" : ` ${deed?.replace("removed ", "")}`;
    return `the ${type} "${name}" (line ${line})${below}`;
  });
  const [what, but] = [all.join(", "), buts.join("")];
  return { what: `${what} would be removed${but}`, question: `Remove ${what}${but}?` };
}

function notConfirmed(what: string, { words }: Invocation): UserError {
  return new UserError(
    "NOT_CONFIRMED",
    what,
    `confirm with \`roadmap remove --yes ${words.map(quoteForShell).join(" ")}\`, or preview with --dry-run`,
  );
}
