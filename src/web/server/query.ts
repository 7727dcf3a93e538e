// Query: the part of a URL after its path; what is not understood is refused, never ignored.

import { UserError } from "../../model/errors.js";

const patterns = {
  /** A commit, branch, tag or date: no option of git, and no path. */
  at: /^(?!-)[\p{L}\p{N}_./~^@{}+-]{1,200}$/u,
  /** The number of a topic or, after a `t`, of a task. */
  topic: /^t?[1-9]\d{0,8}$/,
  by: /^(?:topic|task)$/,
  limit: /^[1-9]\d{0,8}$/,
  dryRun: /^[01]$/,
  commit: /^[01]$/,
} as const;

export type Query = { readonly [Name in keyof typeof patterns]?: string };

export function readQuery(parameters: URLSearchParams): Query {
  const query: Record<string, string> = {};
  for (const [name, value] of parameters) {
    const pattern = new Map<string, RegExp>(Object.entries(patterns)).get(name);
    if (!pattern?.test(value) || Object.hasOwn(query, name))
      throw new UserError(
        "REQUEST_REFUSED",
        `the query ${name}=${value} has no meaning here`,
        `a query may have ${Object.keys(patterns).join(", ")}, each once`,
      );
    query[name] = value;
  }
  return query;
}

/** Undefined if the query does not have it. */
export function flagOf(value: string | undefined): boolean | undefined {
  return value === undefined ? undefined : value === "1";
}
