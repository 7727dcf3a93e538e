// Shipped text: texts for other programs that come with this one, made when it was built.

import { readShippedFile } from "../store/shipped-file.js";

const scripts = {
  bash: "completion/roadmap.bash",
  zsh: "completion/_roadmap",
  fish: "completion/roadmap.fish",
  powershell: "completion/roadmap.ps1",
} as const;

type Shell = keyof typeof scripts;

export const shells: readonly Shell[] = ["bash", "zsh", "fish", "powershell"];

/** What a shell reads to complete the words of the command line. */
export function completionScript(shell: Shell): string {
  return readShippedFile(scripts[shell]);
}

/** The manual, as `man` reads it. */
export function manualPage(): string {
  return readShippedFile("man/roadmap.1");
}
