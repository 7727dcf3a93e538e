// Card facts: what a card says below its name: phase, days, due date, proof, and what it waits for.

import type { PageData } from "../../../json/envelopes/page.js";
import { elapsedDays } from "../../../model/dates.js";
import { phaseTitle } from "../../../model/roadmap.js";
import { isUnfinished } from "../../../model/status.js";
import { memoize } from "../../../text/memoize.js";
import { durationText, elapsedTexts } from "../../../views/day-words.js";
import { dueWords } from "../../../views/due-words.js";
import { shortLabel } from "../../../views/short-label.js";
import { dayWords } from "../parts/days.js";
import { ProofLink } from "../parts/proof-link.js";
import { shortened } from "../parts/shortened.js";
import { webUrl } from "../parts/web-url.js";
import type { TopicItem } from "../state/items.js";
import { typicalDays } from "../state/stats.js";
import type { BoardItem } from "./columns.js";

/** What is to be made next; empty if it is made, or not known. */
export function goalOf({ tables }: PageData, { data }: BoardItem): string {
  if (!("table" in data) || data.status === "done") return "";
  const { table, cells, texts } = data;
  const column = tables[table - 1]?.columns.findIndex(({ kind }) => kind === "deliverables") ?? -1;
  return (texts ?? cells)[column] ?? "";
}

interface FactsProps {
  readonly data: PageData;
  readonly item: BoardItem;
  readonly hasPhase: boolean;
}

export function CardFacts({ data, item, hasPhase }: FactsProps) {
  const { type, data: shown } = item;
  const phase = hasPhase && data.phases.find(({ label, track }) => label === shown.phase && track === shown.track);
  return (
    <div class="meta">
      {phase && <span dir="auto">{shortLabel(phaseTitle(phase))}</span>}
      {type === "topic" && (shown.status === "done" ? doneFacts(shown, data) : openFacts(shown, data))}
    </div>
  );
}

function doneFacts({ started, finished, links, proof }: TopicItem, data: PageData) {
  const link = links.find((one) => webUrl(one) !== null);
  return (
    <>
      {finished !== null && <time dateTime={finished}>{dayWords(finished, data.today)}</time>}
      {started !== null && finished !== null && started <= finished && (
        <span>{durationText(elapsedDays(started, finished))}</span>
      )}
      {link !== undefined && <ProofLink link={link} />}
      {link === undefined && proof !== "" && (
        <span class="cut" dir="auto">
          {shortened(proof)}
        </span>
      )}
      {proof === "" && hasProofs(data) && <span>no proof</span>}
    </>
  );
}

function openFacts(topic: TopicItem, data: PageData) {
  const { status, started, percent, priority } = topic;
  const { today } = data;
  const days = status === "in-progress" ? elapsedTexts(topic, { today, usualDays: typicalDays.value }) : null;
  const due = dueWords(topic, today);
  const awaited = status === "not-started" || status === "blocked" ? unfinishedBefore(topic, data) : [];
  return (
    <>
      {days !== null && <span class="pill is-active">{days.long}</span>}
      {status === "blocked" && started !== null && (
        <span class="pill is-blocked">Blocked, started {dayWords(started, today)}</span>
      )}
      {status === "in-progress" && percent !== null && <span>{percent}%</span>}
      {due !== null && <span class={`pill ${due.endsWith("overdue") ? "is-blocked" : ""}`}>{due}</span>}
      {priority !== "" && (
        <span class="pill cut" dir="auto">
          {priority}
        </span>
      )}
      {awaited.length > 0 && <span dir="auto">waits for {awaited.join(", ")}</span>}
    </>
  );
}

/** Where no topic has a proof, a missing one says nothing. */
const hasProofs = memoize(({ topics }: PageData) => topics.some(({ proof }) => proof !== ""));

const unfinishedNames = memoize(
  ({ topics }: PageData) => new Set(topics.filter(isUnfinished).map(({ name }) => name.toLowerCase())),
);

function unfinishedBefore({ dependsOn }: TopicItem, data: PageData): readonly string[] {
  return dependsOn.filter((name) => unfinishedNames(data).has(name.toLowerCase()));
}
