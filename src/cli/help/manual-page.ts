// Manual page: what the build writes for `man`, from the declarations of the commands and the topics of help.

import type { HelpText } from "../../views/help-lines.js";
import { manualText } from "../../views/manual-text.js";
import { readCommandTable } from "../command-table.js";
import { commandHeadings } from "../commands/index.js";
import { helpTopics } from "./topics.js";

declare const ROADMAP_VERSION: string;

const files: HelpText = {
  title: "Files",
  parts: [
    {
      terms: [
        [
          "roadmap.md, ROADMAP.md, docs/roadmap.md",
          "the roadmap: in this folder or the nearest parent, up to the repository root; otherwise a README.md there with a topic table",
        ],
        [
          "~/.local/state/roadmap",
          "the undo journal, and recovery copies of files that cannot be replaced in one step",
        ],
        ["~/.cache/roadmap", "the history cache; safe to delete at any time"],
        [".NAME.roadmap-lock", "the lock, next to the roadmap while a command changes it; see `roadmap unlock`"],
      ],
    },
  ],
};

const seeAlso: HelpText = {
  title: "See also",
  parts: [
    "`roadmap help` and `roadmap help COMMAND` show the same text in the terminal; `roadmap config` shows the settings in effect. git(1), gitattributes(5).",
  ],
};

/** Sections that manuals have names for. */
const usualNames = {
  "exit-codes": { ...helpTopics["exit-codes"], title: "Exit status" },
  environment: { ...helpTopics.environment, title: "Environment" },
};

export async function manualPage(): Promise<string> {
  const { commands, options } = await readCommandTable();
  return manualText({
    version: ROADMAP_VERSION,
    about: "track a learning or engineering roadmap kept in one Markdown file",
    commands: commands
      .filter(({ name }) => name !== "dashboard")
      .map((command) => ({
        ...command,
        options: command.options.filter(({ isHidden }) => !isHidden),
        heading: commandHeadings.get(command.name),
      })),
    options,
    sections: [...Object.values({ ...helpTopics, ...usualNames }), files, seeAlso],
  });
}
