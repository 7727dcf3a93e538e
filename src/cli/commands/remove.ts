// Command: removes a topic or task; asks first, and scripts have to pass `--yes`.

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
  prepare(input) {
    const prepared = remove.prepare(input);
    if ("issue" in prepared) return prepared;
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
    const [result] = tried.results;
    if (!result) throw new Error("nothing was to be removed");
    const { subject, deed: summary, notes } = result;
    const but = notes.filter((note) => note !== restored).map((note) => `, but ${note}`);
    const what = `the ${subject.type} "${subject.name}" (line ${subject.line}) would be ${summary}${but.join("")}`;
    if (!invocation.mayAsk) throw notConfirmed(what, invocation);
    return {
      lines: () => [],
      data: () => tried,
      exitCode: exitCodes.failed,
      question: {
        text: `Remove the ${subject.type} "${subject.name}" (line ${subject.line})${summary === "removed" ? "" : ` ${summary?.replace("removed ", "")}`}${but.join("")}?`,
        // The answer is valid for the file that was shown.
        yes: () => command.run({ ...invocation, request: { ...invocation.request, ifMatch: tried.hash } }),
        no: "nothing was removed",
      },
    };
  },
};

function notConfirmed(what: string, { words }: Invocation): UserError {
  return new UserError(
    "NOT_CONFIRMED",
    what,
    `confirm with \`roadmap remove --yes ${words.map(quoteForShell).join(" ")}\`, or preview with --dry-run`,
  );
}
