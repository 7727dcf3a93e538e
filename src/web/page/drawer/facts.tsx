// Facts: the cells of a topic, each with its name.

import { useId } from "preact/hooks";
import { elapsedTexts } from "../../../views/day-words.js";
import { Icon } from "../parts/icon.js";
import { itemSign } from "../parts/sign.js";
import type { TopicItem } from "../state/items.js";
import { typicalDays } from "../state/stats.js";
import { cellOfKind, factCells, phaseHeading } from "./cells.js";
import type { FieldCell } from "./edit.js";
import { CellField, CellText } from "./field.js";
import { Links, webLinksIn } from "./links.js";
import type { Opened } from "./opened.js";
import { Proof } from "./proof.js";

interface FactsProps {
  readonly opened: Opened;
  readonly topic: TopicItem;
  /** Whether nothing can be changed. */
  readonly isFixed: boolean;
}

export function TopicFacts({ opened, topic, isFixed }: FactsProps) {
  const { data } = opened;
  const cells = factCells(data, topic);
  const hasPhaseCell = cellOfKind(data, topic, "phase") !== undefined;
  const proof = cellOfKind(data, topic, "proof");
  return (
    <dl class="facts">
      <dt>Status</dt>
      <dd>
        <StatusText topic={topic} today={data.today} />
      </dd>
      {!hasPhaseCell && topic.phase !== null && <PlainFact title="Phase" text={phaseHeading(data, topic.phase)} />}
      {topic.track !== null && <PlainFact title="Track" text={topic.track} />}
      {cells.map((cell) => (
        <CellFact key={cell.column} opened={opened} cell={cell} isFixed={isFixed} />
      ))}
      {proof && <Proof opened={opened} cell={proof} isFixed={isFixed} />}
    </dl>
  );
}

/** Nothing to edit: how the status changes is said by the buttons above. */
function StatusText({ topic, today }: { readonly topic: TopicItem; readonly today: string }) {
  const { icon, look, label } = itemSign("topic", topic.status);
  const elapsed = elapsedTexts(topic, { today, usualDays: typicalDays.value })?.long;
  return (
    <span class="value row">
      <Icon name={icon} look={look} />
      {label}
      {isOwnWord(topic.statusText, label) && (
        <span class="soft" dir="auto">
          {topic.statusText}
        </span>
      )}
      {elapsed && <span class={`pill ${look}`}>{elapsed}</span>}
    </span>
  );
}

/** Whether the cell says it in other words than the page. */
function isOwnWord(text: string, label: string): boolean {
  const words =
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? "";
  return words !== "" && words !== label.toLowerCase();
}

export function PlainFact({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <span class="value" dir="auto">
          {text}
        </span>
      </dd>
    </>
  );
}

interface CellFactProps {
  readonly opened: Opened;
  readonly cell: FieldCell;
  readonly isFixed: boolean;
}

function CellFact({ opened, cell, isFixed }: CellFactProps) {
  const id = useId();
  return (
    <>
      <dt id={id} class="wide" dir="auto">
        {cell.title}
      </dt>
      <dd>
        {isFixed || !cell.change ? (
          <span class="value">
            <CellText cell={cell} />
          </span>
        ) : (
          <CellField opened={opened} cell={cell} labelId={id} />
        )}
        <Links urls={webLinksIn(cell.raw)} />
      </dd>
    </>
  );
}
