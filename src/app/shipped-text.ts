// Shipped text: texts for other programs, generated when roadmap is built.

import { readShippedFile } from "../store/paths.js";

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

/** The files of the page that `roadmap web` serves, by their address. */
export function webPage() {
  const [shell, script, styles] = ["index.html", "app.js", "app.css"].map((name) => readShippedFile(`web/${name}`));
  return { "/": shell ?? "", "/app.js": script ?? "", "/app.css": styles ?? "" };
}

/** The manual page in the format of `man`. */
export function readManualPage(): string {
  return readShippedFile("man/roadmap.1");
}
