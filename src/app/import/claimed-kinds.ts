// Claimed kinds: which known columns the headers of an imported table can be.

import { type ColumnKind, columnKinds } from "../../model/columns.js";
import { type HeaderRole, readHeader } from "../../model/headers.js";
import { plainText } from "../../model/inline-text.js";
import type { Settings } from "../../model/settings.js";
import { normalize } from "../../text/normalize.js";

/** A column whose name matches a kind. */
interface Claim {
  readonly column: number;
  /** Lower is the better name for that kind. */
  readonly rank: number;
}

/** The kinds that columns claim to be, the best names first; kinds without a column are omitted. */
export function claimedKinds(
  headers: readonly string[],
  settings: Settings,
): ReadonlyMap<ColumnKind, readonly [Claim, ...Claim[]]> {
  const roles = headers.map((header) => roleOf(header, settings));
  const claimed = new Map<ColumnKind, readonly [Claim, ...Claim[]]>();
  for (const kind of columnKinds) {
    const [best, ...others] = roles
      .flatMap(({ role, rank }, column) => (role === kind ? [{ column, rank }] : []))
      .sort((a, b) => a.rank - b.rank || a.column - b.column);
    if (best) claimed.set(kind, [best, ...others]);
  }
  return claimed;
}

function roleOf(header: string, settings: Settings): { readonly role: HeaderRole | null; readonly rank: number } {
  for (const [kind, names] of settings.columns) {
    const index = names.findIndex((name) => normalize(plainText(name)) === normalize(header));
    if (index >= 0) return { role: kind, rank: index - names.length };
  }
  const { role, rank, group, isWeak } = readHeader(header);
  return { role: isWeak ? null : role, rank: group * 1000 + rank };
}
