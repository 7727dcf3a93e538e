// Warn of time zone: warns on stderr that the zone in TZ does not exist, before a command depends on the date.

import { visible } from "../text/visible.js";
import { messageLines } from "../views/wrap.js";
import { widthOf } from "./canvas.js";
import type { Machine } from "./machine.js";

/** Commands that git runs; it mixes their stderr with its own messages. */
export const runByGit = new Set(["merge-driver", "textconv"]);

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
