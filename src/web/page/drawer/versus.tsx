// Versus: what another program wrote while a field was edited, next to what the user typed.

import { Icon } from "../parts/icon.js";
import { changedAt } from "../state/roadmap.js";
import type { FieldConflict } from "./edit.js";
import { wordChanges } from "./word-changes.js";

interface VersusHeadProps {
  readonly conflict: FieldConflict;
  /** Of the field. */
  readonly title: string;
}

export function VersusHead({ conflict, title }: VersusHeadProps) {
  const titles = conflict.kind === "own" ? [title] : conflict.changes.map((change) => change.title);
  return (
    <div class="row" role="alert">
      <Icon name="warn" look="is-active" />
      <span>
        <b dir="auto">{titles.join(", ")} changed on disk while you were typing.</b>{" "}
        <span class="soft">{changedAt.value}, by another program. Nothing of yours was lost.</span>
      </span>
    </div>
  );
}

/** The text on disk, in which the words that differ are marked. */
export function DiskTexts({ conflict }: { readonly conflict: FieldConflict }) {
  if (conflict.kind === "own") return <DiskText other={conflict.mine} text={conflict.disk} />;
  return (
    <div class="stack tight">
      {conflict.changes.map(({ title, from, to }) => (
        <DiskText key={title} title={title} other={from} text={to} />
      ))}
    </div>
  );
}

interface DiskTextProps {
  readonly title?: string;
  readonly other: string;
  readonly text: string;
}

function DiskText({ title, other, text }: DiskTextProps) {
  return (
    <p dir="auto">
      {title && <b>{title}: </b>}
      {text === "" && <span class="soft">blank</span>}
      {wordChanges(other, text).map((part, index) => (part.isNew ? <mark key={index}>{part.text}</mark> : part.text))}
    </p>
  );
}
