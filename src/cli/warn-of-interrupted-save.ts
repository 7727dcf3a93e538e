// Warn of interrupted save: warns on stderr that the file that was read is only partly saved.

import { findPartlySaved, type PartlySaved } from "../app/change-roadmap.js";
import { visible } from "../text/visible.js";
import { messageLines } from "../views/wrap.js";
import { widthOf } from "./canvas.js";
import type { Invocation } from "./command.js";
import { runByGit } from "./warn-of-time-zone.js";

/** Commands whose arguments are files, which are read in place of the roadmap. */
const readsItsWords = new Set(["doctor"]);

/** Called after the command: one that writes has restored the file by then, and reported it. */
export async function warnOfInterruptedSave(
  command: string,
  { words, options, request: { whereabouts }, isJson, machine }: Invocation,
): Promise<void> {
  if (isJson || runByGit.has(command) || options.at !== undefined) return;
  const canvas = { width: widthOf(machine, "stderr"), file: whereabouts.file };
  for (const found of await partlySaved(whereabouts, readsItsWords.has(command) ? words : []))
    machine.write("stderr", `${messageLines(warning(found), canvas).join("\n")}\n`);
}

async function partlySaved(...asked: Parameters<typeof findPartlySaved>): Promise<readonly PartlySaved[]> {
  try {
    return await findPartlySaved(...asked);
  } catch {
    // If it cannot be found or read, the command itself reports that.
    return [];
  }
}

function warning({ path, oldPath }: PartlySaved): string[] {
  return [
    `note: ${visible(path)} is only partly saved: a save was interrupted, or is still in progress`,
    "the next command that changes the file restores its previous text first",
    `the previous text is also in ${visible(oldPath)}`,
  ];
}
