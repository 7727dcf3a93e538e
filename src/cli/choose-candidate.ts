// Choose candidate: asks the person at the terminal what is meant; the only file that imports @clack/prompts.

import { confirm, isCancel, select } from "@clack/prompts";

interface Choice {
  readonly question: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint: string }[];
}

/** The value of the chosen option; null when the person turns away. The texts are safe to show. */
export async function chooseCandidate({ question, options }: Choice): Promise<string | null> {
  const chosen = await select({ message: question, options: [...options], maxItems: 12, output: process.stderr });
  return isCancel(chosen) ? null : chosen;
}

/** Whether the person says yes; turning away is a no. The text is safe to show. */
export async function confirmByPerson(question: string): Promise<boolean> {
  const answer = await confirm({ message: question, initialValue: false, output: process.stderr });
  return answer === true;
}
