// Command: where the topic or task is in the file, and what to type in a terminal to do the same as here.

import type { PageData } from "../../../json/envelopes/page.js";
import { quoteForShell } from "../../../text/quote-for-shell.js";
import type { Item } from "../state/items.js";
import { report } from "../state/result.js";
import { openedName } from "./opened.js";

const verbs = {
  "not-started": "start",
  "in-progress": "finish",
  done: "show",
  blocked: "start",
  skipped: "show",
} as const;

/** `roadmap finish 18`; a number alone is that of a row. */
export function itemCommand(data: PageData, item: Item): string {
  const { status } = item.data;
  const verb = item.type === "task" && status === "in-progress" ? "check" : verbs[status];
  return `${programOn(data)} ${verb} ${commandAddress(item)}`;
}

/** Only a file of the usual name is found without being named. */
export function programOn({ file }: PageData): string {
  return file.toLowerCase() === "roadmap.md" ? "roadmap" : `roadmap --file ${quoteForShell(file)}`;
}

export function commandAddress(item: Item): string {
  const { type, number } = openedName(item);
  return type === "topic" ? `${number}` : `t${number}`;
}

export async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    report("done", `Copied: ${text}`);
  } catch {
    report("refused", "the browser did not allow it to be copied", text);
  }
}

interface FootProps {
  readonly data: PageData;
  readonly item: Item;
}

export function DrawerFoot({ data, item }: FootProps) {
  const command = itemCommand(data, item);
  return (
    <footer>
      <span class="mono">
        {data.file}:{item.data.line}
      </span>
      <span class="mono cut">$ {command}</span>
      <button type="button" class="btn small quiet" onClick={() => void copy(command)}>
        Copy
      </button>
    </footer>
  );
}
