// Audit: whether what a commit's message says of itself is what the commit did.

import { trailersOf } from "./commit-message.js";
import type { Comparison } from "./compare.js";
import type { KnownRename } from "./known-renames.js";

export interface AuditFinding {
  /** What the message says and the change does not bear out: `Topic HTTP: status In Progress -> Done`. */
  readonly said: readonly string[];
  /** What the change did and the message does not say. */
  readonly done: readonly string[];
}

/** Null for a message that says nothing. Both lists are empty when it says what was done, no more and no less. */
export function auditOf(message: string, comparison: Comparison): AuditFinding | null {
  const said = claimsIn(message);
  if (said.length === 0) return null;
  const done = claims(trailersOf(comparison));
  const isOpen = dependsOnDay(said.filter((claim) => done.includes(claim)));
  const settled = (claim: string) => !isOpen(claim);
  return { said: without(said, done).filter(settled), done: without(done, said).filter(settled) };
}

/**
 * Next to a date that both sides know, what a blank status reads as cannot be checked: whether that date was a plan or
 * a fact depends on the clock of the author.
 */
function dependsOnDay(agreed: readonly string[]): (claim: string) => boolean {
  const dated = new Set(agreed.flatMap((claim) => /^(.*): (?:started|finished) .* -> /.exec(claim)?.[1] ?? []));
  return (claim) => dated.has(/^(.*): reads as\s/.exec(claim)?.[1] ?? "");
}

/** Every change that a message says its commit makes in a roadmap. */
export function claimsIn(message: string): string[] {
  return claims(message.split("\n").map((line) => line.trim()));
}

/** The topics and tasks that a message says its commit renames. */
export function renamesIn(message: string): KnownRename[] {
  return claimsIn(message).flatMap((claim) => {
    const [, type, to = "", from = ""] = /^(Topic|Task) (.*): renamed from (.*)$/.exec(claim) ?? [];
    return type === undefined ? [] : [{ type: type === "Topic" ? "topic" : "task", from, to }];
  });
}

const trailer = /^Roadmap-(Topic|Task|Column|Phase|Text|More|Change): (.*)$/;

/** Each change with what it is a change of, as one text. */
function claims(lines: readonly string[]): string[] {
  const found: string[] = [];
  let thing: string | null = null;
  let isBare = false;
  const close = () => {
    if (isBare && thing !== null) found.push(thing);
    isBare = false;
  };
  for (const line of lines) {
    const [, kind, text = ""] = trailer.exec(line) ?? [];
    if (kind === undefined) continue;
    if (kind === "Change") {
      found.push(`${thing ?? "nothing named"}: ${text}`);
      isBare = false;
      continue;
    }
    close();
    thing = `${kind} ${text}`;
    isBare = true;
  }
  close();
  return found;
}

/** Those of the first list that the second has not as often. */
function without(texts: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of others) counts.set(text, (counts.get(text) ?? 0) + 1);
  return texts.filter((text) => {
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    return count <= 0;
  });
}
