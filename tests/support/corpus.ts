// Corpus: real roadmaps of other people, next to the project; present only where it is developed.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { markdownPathsIn } from "./markdown-files.js";

export const corpusFolder = join(import.meta.dirname, "../../../shared/corpus");

export const hasCorpus = existsSync(corpusFolder);

/** The path of each of them; none if there is no corpus. */
export const corpusPaths: readonly string[] = hasCorpus ? markdownPathsIn(corpusFolder) : [];
