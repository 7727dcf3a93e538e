// Rule: settings at the top of the file without the lines that make them front matter.

import { frontMatterPlace } from "../markdown/front-matter-place.js";
import type { Rule } from "./rule.js";

export const openFrontMatter: Rule = {
  code: "FRONT_MATTER_OPEN",
  severity: "warning",
  means: "settings at the top of the file that are not between two `---` lines; they are ignored",
  find({ roadmap: { text } }) {
    const bare = /^\ufeff?roadmap:[ \t]*(?=[{\r\n])/.exec(text);
    if (bare) {
      return [
        {
          span: { start: bare[0].indexOf("r"), end: bare[0].trimEnd().length },
          message: "these settings are not between two lines of ---, so they are ignored",
          hint: "add a line with --- above and below them",
        },
      ];
    }
    const found = /^\ufeff?---[ \t]*[\r\n]+(?:[\w-]+:[^\r\n]*[\r\n]+)?roadmap:/.exec(text);
    if (!found || frontMatterPlace(text)) return [];
    const start = found[0].length - "roadmap:".length;
    return [
      {
        span: { start, end: start + "roadmap:".length },
        message: "the front matter is not closed with ---, so its settings are ignored",
        hint: "add a line with --- after the last setting",
      },
    ];
  },
};
