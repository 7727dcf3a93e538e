// Markdown files to test with.

import { readdirSync, readFileSync } from "node:fs";

/** The texts of all Markdown files in a folder and its subfolders. */
export function markdownFilesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".md")).map((name) => readFileSync(`${folder}/${name}`, "utf8"));
}
