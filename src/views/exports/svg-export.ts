// SVG export: the roadmap as a picture: a progress card, a burn-up chart, or a terminal with the dashboard.

import { UserError } from "../../model/errors.js";
import { burnUp, burnUpKeyOf } from "../../model/pace/burn-up.js";
import { forecast } from "../../model/pace/forecast.js";
import { paceInFile } from "../../model/pace/require-forecast.js";
import { burnUpSvg } from "./burn-up-svg.js";
import type { ExportChoices, ExportFormat, ExportSource } from "./export-format.js";
import { progressCardSvg } from "./progress-card-svg.js";
import { type Theme, themeIn, themeOption } from "./svg.js";
import { terminalSvg } from "./terminal-svg.js";

const styles = ["card", "burnup", "terminal"] as const;

export const svgExport: ExportFormat = {
  name: "svg",
  title: "SVG",
  options: [
    {
      flags: "--style <style>",
      help: "a progress card, a burn-up chart or the dashboard in a terminal (default: card)",
      choices: styles,
    },
    { flags: "--columns <number>", help: "the width of that terminal (default: 80)" },
    themeOption,
  ],
  needsHistory: (choices) => styleIn(choices) === "burnup",
  make(source, choices) {
    const [style, theme, columns] = [styleIn(choices), themeIn(choices), choices.count("columns")];
    if (columns !== undefined && style !== "terminal")
      throw new UserError("USAGE", "--columns requires --style terminal", "add --style terminal, or omit --columns");
    if (style === "burnup") return burnUpPicture(source, theme);
    if (style === "card") return progressCardSvg(source.roadmap, theme);
    return terminalSvg(source.roadmap, { columns: columns ?? 80, theme, draw: source.dashboard });
  },
};

function styleIn(choices: ExportChoices): (typeof styles)[number] {
  return styles.find((style) => style === choices.text("style")) ?? "card";
}

/** Of topics; of a roadmap without any, of its tasks, which commits date. */
function burnUpPicture({ roadmap, today, history }: ExportSource, theme: Theme): string {
  const by = burnUpKeyOf(roadmap);
  const assumed = paceInFile(roadmap.settings);
  const series = burnUp(roadmap, { today, by, history });
  return burnUpSvg(roadmap, { series, expected: by === "task" ? null : forecast(roadmap, { today, assumed }), theme });
}
