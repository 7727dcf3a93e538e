// Answer completion: what the scripts of the shells are told when a person presses the key.

import { readAtHand } from "../../app/read-at-hand.js";
import type { CommandTable } from "../command-table.js";
import type { Machine } from "../machine.js";
import { completeWords } from "./complete-words.js";
import { splitLine, type TypedLine } from "./split-line.js";

/** Made when the program is built: the declarations bring too much with them to be loaded here. */
declare const ROADMAP_COMMANDS: CommandTable;

/**
 * Answers `line LINE`, a line of shell up to the cursor, and `words WORD… =CURRENT`, words behind the program without
 * their quotes, the last one behind a sign, because some shells drop empty ones. The first line of the answer says
 * whether the shell shall complete names of `files` or the `words` below: each with a tab and what it is.
 */
export async function answerCompletion({ args, env, cwd, write }: Machine): Promise<void> {
  const typed = typedIn(args);
  if (!typed) return;
  const completion = await completeWords(ROADMAP_COMMANDS, typed, (file) =>
    readAtHand({ file: file?.replace(/^~(?=\/)/, env.HOME ?? "~"), env, cwd: cwd() }),
  );
  const lines = completion === "files" ? [] : completion.map(({ text, help }) => `${text}\t${help}`);
  write("stdout", `${[completion === "files" ? "files" : "words", ...lines].join("\n")}\n`);
}

function typedIn([, kind, ...words]: readonly string[]): TypedLine | null {
  if (kind === "line") return splitLine(words[0] ?? "");
  return kind === "words" ? { before: words.slice(0, -1), current: words.at(-1)?.replace(/^=/, "") ?? "" } : null;
}
