// SVG export: the roadmap as a picture, a progress card or a burn-up chart.

import { burnUp } from "../../model/pace/burn-up.js";
import { progressOf } from "../../model/progress.js";
import { burnUpSvg } from "./burn-up-svg.js";
import { type ExportFormat, plainTitle } from "./export-format.js";
import { progressCardSvg } from "./progress-card-svg.js";
import { themeIn, themeOption } from "./svg.js";

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
  make({ roadmap, today }, choices) {
    const shown = { title: plainTitle(roadmap), theme: themeIn(choices) };
    return choices.text("style") === "burnup"
      ? burnUpSvg(burnUp(roadmap, { today }), shown)
      : progressCardSvg(progressOf(roadmap, "phase"), shown);
  },
};
