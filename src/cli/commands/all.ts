// Command: a view over the roadmaps in the settings of the user; the words after it are a command line of their own.

import type { CommandDeclaration } from "../command.js";
import { usageError } from "../options.js";
import { viewsOfSeveral } from "../several-files.js";

export const allCommand: CommandDeclaration = {
  name: "all",
  summary: "Show a view of all roadmaps in your settings",
  examples: ["roadmap all", "roadmap all next --limit 1", "roadmap all list --status in-progress"],
  argument: {
    name: "[view...]",
    help: `one of ${viewsOfSeveral.join(", ")}, with its options (default: dashboard)`,
    choices: viewsOfSeveral,
  },
  options: [],
  async run() {
    // The program has replaced it with the view.
    throw usageError("all needs a view", "run `roadmap all list`");
  },
};
