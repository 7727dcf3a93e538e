// SVG export: the roadmap as a picture: a progress card, a burn-up chart, or a terminal with the dashboard.

import { burnUp, burnUpKeyOf } from "../../model/pace/burn-up.js";
import { forecast } from "../../model/pace/forecast.js";
import { burnUpSvg } from "./burn-up-svg.js";
import type { ExportFormat, ExportSource } from "./export-format.js";
import { progressCardSvg } from "./progress-card-svg.js";
import { type Theme, themeIn, themeOption } from "./svg.js";

export const svgExport: ExportFormat = {
  name: "svg",
  title: "SVG",
  options: [
    {
      flags: "--style <style>",
      help: "a progress card or a burn-up chart (default: card)",
      choices: ["card", "burnup"],
    },
    themeOption,
  ],
  needsHistory: (choices) => choices.text("style") === "burnup",
  make(source, choices) {
    const theme = themeIn(choices);
    return choices.text("style") === "burnup" ? burnUpPicture(source, theme) : progressCardSvg(source.roadmap, theme);
  },
};

/** Of topics; of a roadmap without any, of its tasks, which commits date. */
function burnUpPicture({ roadmap, today, history }: ExportSource, theme: Theme): string {
  const by = burnUpKeyOf(roadmap);
  const { weekly } = roadmap.settings;
  const assumed = weekly === null ? null : ({ perWeek: weekly, by: "front-matter" } as const);
  const series = burnUp(roadmap, { today, by, history });
  return burnUpSvg(roadmap, { series, expected: by === "task" ? null : forecast(roadmap, { today, assumed }), theme });
}
