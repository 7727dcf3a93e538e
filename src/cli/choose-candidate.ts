// Choose candidate: asks at the terminal which one is meant; the only file that imports @clack/prompts.

import { autocomplete, confirm, isCancel, select, updateSettings } from "@clack/prompts";
import { foldAccents } from "../text/normalize.js";
import { visible } from "../text/visible.js";

// Ctrl-D would close the input while the question is open, and the program would end silently.
updateSettings({ aliases: { "\u0004": "cancel" } });

// A terminal without a size reports 0 columns, which would wrap a question after each letter.
if (process.stderr.columns === 0) process.stderr.columns = 80;

interface Choice {
  readonly question: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint: string }[];
}

/** The value of the chosen option; null if the user cancels. */
export async function chooseCandidate({ question, options }: Choice): Promise<string | null> {
  const chosen = await select({
    message: visible(question),
    options: options.map(({ value, label, hint }) => ({ value, label: visible(label), hint: visible(hint) })),
    maxItems: 12,
    output: process.stderr,
  });
  return isCancel(chosen) ? null : chosen;
}

/** The same from many options, with a search for words in their labels. */
export async function searchCandidate({ question, options }: Choice): Promise<string | null> {
  const chosen = await autocomplete({
    message: visible(question),
    options: options.map(({ value, label, hint }) => ({ value, label: visible(label), hint: visible(hint) })),
    filter: (search, { label = "" }) =>
      foldAccents(search)
        .split(" ")
        .every((word) => foldAccents(label).includes(word)),
    placeholder: "type to search",
    maxItems: 12,
    output: process.stderr,
  });
  return isCancel(chosen) || chosen === undefined ? null : chosen;
}

export async function confirmByPerson(question: string): Promise<"yes" | "no" | "canceled"> {
  const answer = await confirm({ message: visible(question), initialValue: false, output: process.stderr });
  if (isCancel(answer)) return "canceled";
  return answer ? "yes" : "no";
}
