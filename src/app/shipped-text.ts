// Shipped text: texts for other programs, generated when roadmap is built.

import { readShippedFile, shippedNames } from "../store/paths.js";

const scripts = {
  bash: "completion/roadmap.bash",
  zsh: "completion/_roadmap",
  fish: "completion/roadmap.fish",
  powershell: "completion/roadmap.ps1",
} as const;

type Shell = keyof typeof scripts;

export const shells: readonly Shell[] = ["bash", "zsh", "fish", "powershell"];

/** The script with which a shell completes the command line. */
export function completionScript(shell: Shell): string {
  return readShippedFile(scripts[shell]);
}

/** The files of the page that `roadmap web` serves, by their path. */
export function webPage(): ReadonlyMap<string, string> {
  const names = shippedNames("web");
  return new Map(names.map((name) => [name === "index.html" ? "/" : `/${name}`, readShippedFile(`web/${name}`)]));
}

/** The manual page in the format of `man`. */
export function readManualPage(): string {
  return readShippedFile("man/roadmap.1");
}
