// Overview words: headings that only say "overview", "status", "progress" or "legend", in many languages.

import { lazy, memoizeText } from "../text/memoize.js";
import { foldAccents, wordsOf } from "../text/normalize.js";
import { findInTable } from "../text/word-table.js";
import { asciiOverviews, foreignOverviews } from "./languages.js";

/** The patterns of all languages; in scripts without spaces, the words follow each other directly. */
const patterns = lazy(() => {
  const [overview = "", filler = ""] = foreignOverviews().split("\n");
  return {
    overview: new RegExp(`(?<!\\p{L})(?:${overview})|[^\\p{Script=Latin}\\s](?:${overview})`, "u"),
    nothingElse: new RegExp(`^(?:(?:${overview}|${filler})(?![a-z])\\s*)+$`, "u"),
  };
});

/** Whether the heading names no phase, but says that something is shown: `Progress`, `📊 学习进度`. */
export const isOverview = memoizeText((heading): boolean => {
  const words = wordsOf(foldAccents(heading.replace(/[([（].*$/, ""))).join(" ");
  if (/^[ -~]*$/.test(words)) {
    const found = words.split(" ").map((word) => findInTable(asciiOverviews(), word));
    return found.every((kind) => kind !== undefined) && found.includes("overview");
  }
  const { overview, nothingElse } = patterns();
  return nothingElse.test(words) && overview.test(words);
});
