// Warnings about the surroundings of a command: an unknown time zone, and an interrupted save.

import { findPartlySaved, type PartlySaved } from "../app/partly-saved.js";
import type { UserConfig } from "../app/user-config.js";
import { counted } from "../text/plural.js";
import { visible } from "../text/visible.js";
import { messageLines } from "../views/wrap.js";
import { widthOf } from "./canvas.js";
import type { Invocation } from "./command.js";
import type { Machine } from "./machine.js";

/** Commands that git or a shell runs, which mix their stderr with their own output. */
const runByPrograms = new Set(["merge-driver", "prompt", "textconv"]);

/** Called before the command, which may depend on the date. */
export function warnOfTimeZone(
  command: string,
  { machine, isJson }: { readonly machine: Machine; readonly isJson: boolean },
): void {
  if (isJson || runByPrograms.has(command)) return;
  const zone = machine.unknownTimeZone();
  if (zone === undefined) return;
  const message = `note: unknown time zone "${visible(zone)}" in TZ, so dates are in UTC`;
  const lines = messageLines([message, "set one like `export TZ=Europe/Berlin`"], {
    width: widthOf(machine, "stderr"),
    file: undefined,
  });
  machine.write("stderr", `${lines.join("\n")}\n`);
}

/** About the first problem in the user's settings; `roadmap config` lists them all. */
export function warnOfSettings(
  command: string,
  { problems }: UserConfig,
  { machine, isJson }: { readonly machine: Machine; readonly isJson: boolean },
): void {
  const [first, ...others] = problems;
  if (!first || isJson || runByPrograms.has(command) || command === "config") return;
  const more = others.length === 0 ? [] : [`\`roadmap config\` shows ${counted(others.length, "more problem")}`];
  const texts = [`note: ${first.message}`, first.hint, ...more].map(visible);
  const lines = messageLines(texts, { width: widthOf(machine, "stderr"), file: undefined });
  machine.write("stderr", `${lines.join("\n")}\n`);
}

/** Commands whose arguments are files, which are read in place of the roadmap. */
const readsNamedFiles = new Set(["doctor"]);

/** Called after the command: one that writes has restored the file by then, and reported it. */
export async function warnOfInterruptedSave(
  command: string,
  { words, options, request: { lookup }, isJson, machine }: Invocation,
): Promise<void> {
  if (isJson || runByPrograms.has(command) || options.at !== undefined) return;
  const canvas = { width: widthOf(machine, "stderr"), file: lookup.file };
  for (const found of await partlySaved(lookup, readsNamedFiles.has(command) ? words : []))
    machine.write("stderr", `${messageLines(warning(found), canvas).join("\n")}\n`);
}

async function partlySaved(...args: Parameters<typeof findPartlySaved>): Promise<readonly PartlySaved[]> {
  try {
    return await findPartlySaved(...args);
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
