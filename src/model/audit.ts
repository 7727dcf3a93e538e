// Audit: compares what a commit message claims with what the commit changed.

import { countEach } from "../text/arrays.js";
import { trailersOf } from "./commit-message.js";
import type { Comparison } from "./compare.js";
import type { KnownRename } from "./known-renames.js";

export interface AuditFinding {
  /** Claims in the message that the change does not confirm: `Topic HTTP: status In Progress -> Done`. */
  readonly said: readonly string[];
  /** Changes that the message does not mention. */
  readonly done: readonly string[];
}

/** Null for a message without claims. Both lists are empty when the message matches the change exactly. */
export function auditOf(message: string, comparison: Comparison): AuditFinding | null {
  const said = claimsIn(message);
  if (said.length === 0) return null;
  const done = claims(trailersOf(comparison));
  const isOpen = dependsOnDay(said.filter((claim) => done.includes(claim)));
  const settled = (claim: string) => !isOpen(claim);
  return { said: without(said, done).filter(settled), done: without(done, said).filter(settled) };
}

/**
 * A blank status next to a date on which both sides agree cannot be checked: whether that date was a plan or a fact
 * depends on the author's clock.
 */
function dependsOnDay(agreed: readonly string[]): (claim: string) => boolean {
  const dated = new Set(agreed.flatMap((claim) => /^(.*): (?:started|finished) .* -> /.exec(claim)?.[1] ?? []));
  return (claim) => dated.has(/^(.*): reads as\s/.exec(claim)?.[1] ?? "");
}

/** Every change that a message claims its commit makes to a roadmap. */
export function claimsIn(message: string): string[] {
  return claims(message.split("\n").map((line) => line.trim()));
}

/** The topics and tasks that a message claims its commit renames. */
export function renamesIn(message: string): KnownRename[] {
  return claimsIn(message).flatMap((claim) => {
    const [, type, to = "", from = ""] = /^(Topic|Task) (.*): renamed from (.*)$/.exec(claim) ?? [];
    return type === undefined ? [] : [{ type: type === "Topic" ? "topic" : "task", from, to }];
  });
}

const trailer = /^Roadmap-(Topic|Task|Column|Phase|Text|More|Change): (.*)$/;

/** Each claimed change with its subject, as one text. */
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

/** Multiset difference: the first list without what the second also contains. */
function without(texts: readonly string[], others: readonly string[]): string[] {
  const counts = countEach(others);
  return texts.filter((text) => {
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    return count <= 0;
  });
}
