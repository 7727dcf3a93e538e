// Warn of time zone: warns on stderr that the zone in TZ does not exist, before a command depends on the date.

import { findPartlySaved, type PartlySaved } from "../app/change-roadmap.js";
import { visible } from "../text/visible.js";
import { messageLines } from "../views/wrap.js";
import { widthOf } from "./canvas.js";
import type { Invocation } from "./command.js";
import type { Machine } from "./machine.js";

// Warn of interrupted save: warns on stderr that the file that was read is only partly saved.

/** Commands whose arguments are files, which are read in place of the roadmap. */
const readsNamedFiles = new Set(["doctor"]);

/** Called after the command: one that writes has restored the file by then, and reported it. */
export async function warnOfInterruptedSave(
  command: string,
  { words, options, request: { lookup }, isJson, machine }: Invocation,
): Promise<void> {
  if (isJson || runByGit.has(command) || options.at !== undefined) return;
  const canvas = { width: widthOf(machine, "stderr"), file: lookup.file };
  for (const found of await partlySaved(lookup, readsNamedFiles.has(command) ? words : []))
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

/** Commands that git runs; it mixes their stderr with its own messages. */
const runByGit = new Set(["merge-driver", "textconv"]);

export function warnOfTimeZone(
  command: string,
  { machine, isJson }: { readonly machine: Machine; readonly isJson: boolean },
): void {
  if (isJson || runByGit.has(command)) return;
  const zone = machine.unknownTimeZone();
  if (zone === undefined) return;
  const message = `note: unknown time zone "${visible(zone)}" in TZ, so dates are in UTC`;
  const lines = messageLines([message, "set one like `export TZ=Europe/Berlin`"], {
    width: widthOf(machine, "stderr"),
    file: undefined,
  });
  machine.write("stderr", `${lines.join("\n")}\n`);
}
