// Theme: whether a picture or a page is light or dark.

import type { ExportChoices, ExportOption } from "./export-marker.js";

const themes = ["auto", "light", "dark"] as const;

/** `auto` follows the preference of the reader's system. */
export type Theme = (typeof themes)[number];

export const themeOption: ExportOption = {
  flags: "--theme <theme>",
  help: "color theme (default: auto, which follows the reader's system)",
  choices: themes,
};

export function themeIn(choices: ExportChoices): Theme {
  return themes.find((theme) => theme === choices.text("theme")) ?? "auto";
}
