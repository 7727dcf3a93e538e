// Check: settings at the top of the file that no closing line makes front matter of.

import { frontMatterPlace } from "../markdown/front-matter-place.js";
import type { Check } from "./check.js";

export const openFrontMatter: Check = {
  codes: ["FRONT_MATTER_OPEN"],
  find({ roadmap: { text } }) {
    const found = /^\ufeff?---[ \t]*[\r\n]+(?:[\w-]+:[^\r\n]*[\r\n]+)?roadmap:/.exec(text);
    if (!found || frontMatterPlace(text)) return [];
    const start = found[0].length - "roadmap:".length;
    return [
      {
        code: "FRONT_MATTER_OPEN" as const,
        span: { start, end: start + "roadmap:".length },
        message: "the front matter is not closed with ---, so its settings are ignored",
        hint: "add a line with --- after the last setting",
      },
    ];
  },
};
