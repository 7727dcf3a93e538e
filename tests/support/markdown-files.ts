// Markdown files to test with.

import { readdirSync, readFileSync } from "node:fs";

/** The paths of all Markdown files in a folder and its subfolders. */
export function markdownPathsIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".md")).map((name) => `${folder}/${name}`);
}

/** Their texts. */
export function markdownFilesIn(folder: string): string[] {
  return markdownPathsIn(folder).map((path) => readFileSync(path, "utf8"));
}
