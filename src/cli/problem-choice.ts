// Problem choice: the kinds of problems to show.

import { nearest } from "../model/find.js";
import { problemKinds } from "../rules/index.js";
import type { Invocation, OptionDeclaration } from "./command.js";
import { usageError } from "./options.js";

export interface ProblemChoice {
  /** Those given with `--only`; null for all kinds. */
  readonly only: ReadonlySet<string> | null;
  readonly includes: (code: string) => boolean;
  /** As typed. */
  readonly options: readonly string[];
}

export const choiceOptions: readonly OptionDeclaration[] = [
  { flags: "--only <code>", help: "only problems with this code (repeatable)", isList: true },
  { flags: "--ignore <code>", help: "skip problems with this code (repeatable)", isList: true },
];

/** @throws UserError (exit 2) for an unknown code */
export function problemChoice(invocation: Invocation): ProblemChoice {
  const [only, ignored] = [codesOf(invocation, "only"), codesOf(invocation, "ignore")];
  const isAsked = only.size === 0 ? null : only;
  const options = [
    ...Array.from(only, (code) => `--only ${code}`),
    ...Array.from(ignored, (code) => `--ignore ${code}`),
  ];
  return { only: isAsked, includes: (code) => !ignored.has(code) && (isAsked?.has(code) ?? true), options };
}

function codesOf({ options }: Invocation, name: string): ReadonlySet<string> {
  const given = options[name];
  const codes = Array.isArray(given) ? given.map((code) => String(code).toUpperCase()) : [];
  for (const code of codes) if (!Object.hasOwn(problemKinds, code)) refuseUnknownCode(code);
  return new Set(codes);
}

function refuseUnknownCode(code: string): never {
  const close = nearest(code, Object.keys(problemKinds));
  const hint = close.length === 0 ? "" : `did you mean ${close.join(", ")}? `;
  throw usageError(`unknown problem code "${code}"`, `${hint}\`roadmap help problems\` lists all codes`);
}
