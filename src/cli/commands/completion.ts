// Command: prints the script for shell completion.

import { completionScript, shells } from "../../app/shipped-text.js";
import { closestTypo } from "../../model/nearest.js";
import type { CommandDeclaration } from "../command.js";
import { usageError } from "../options.js";

export const completionCommand: CommandDeclaration = {
  name: "completion",
  summary: "Print a completion script for your shell",
  examples: [
    "roadmap completion bash > ~/.local/share/bash-completion/completions/roadmap",
    `roadmap completion zsh > "\${fpath[1]}/_roadmap"`,
    "roadmap completion fish > ~/.config/fish/completions/roadmap.fish",
    "roadmap completion powershell >> $PROFILE",
  ],
  argument: { name: "<shell>", help: "bash, zsh, fish or powershell", choices: shells },
  options: [],
  async run({ words: [typed = ""] }) {
    const shell = shells.find((name) => name === typed);
    if (!shell) {
      const close = closestTypo(typed, shells) ?? "bash";
      throw usageError(
        `no completion for "${typed}"; supported shells: ${shells.join(", ")}`,
        `roadmap completion ${close}`,
      );
    }
    const script = completionScript(shell);
    return {
      lines: () => script.trimEnd().split("\n"),
      data: () => ({ kind: "completion", shell, script }),
    };
  },
};
