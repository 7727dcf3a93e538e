// Tiles: four sums; topics and tasks are two kinds and never added.

import type { ComponentChildren } from "preact";
import type { PageData } from "../../../json/envelopes/page.js";
import { percent } from "../../../model/progress.js";
import { counted } from "../../../text/plural.js";
import { daysText } from "../../../views/day-words.js";
import { rate } from "../../../views/pace-words.js";
import { Bar } from "../parts/bar.js";
import { statusCounts } from "../state/items.js";
import { type StatsData, stats, typicalDays } from "../state/stats.js";

export function Tiles({ data }: { readonly data: PageData }) {
  const { topics, tasks, today } = data;
  // Tasks have no dates.
  const statistics = topics.length > 0 ? stats.value : null;
  return (
    <div class="tiles">
      {topics.length > 0 && <CountTile title="Topics" items={topics} />}
      {tasks.length > 0 && <CountTile title="Tasks" items={tasks} />}
      {statistics && <PaceTile statistics={statistics} />}
      {statistics && <StreakTile statistics={statistics} today={today} />}
    </div>
  );
}

interface TileProps {
  readonly title: string;
  readonly big: string;
  readonly unit: string;
  readonly children?: ComponentChildren;
}

function Tile({ title, big, unit, children }: TileProps) {
  return (
    <section class="tile">
      <h2>{title}</h2>
      <p class="big">
        {big} <small>{unit}</small>
      </p>
      {children}
    </section>
  );
}

function CountTile({
  title,
  items,
}: {
  readonly title: string;
  readonly items: PageData["topics"] | PageData["tasks"];
}) {
  const counts = statusCounts(items);
  const total = items.length - counts.skipped;
  const others = (["in-progress", "blocked", "skipped"] as const)
    .filter((status) => counts[status] > 0)
    .map((status) => `${counts[status]} ${status.replace("-", " ")}`);
  return (
    <Tile title={title} big={`${counts.done}`} unit={`of ${total}, ${percent({ done: counts.done, total })}%`}>
      <Bar counts={counts} look="thick" />
      <p class="soft sm">{others.join(", ")}</p>
    </Tile>
  );
}

function PaceTile({ statistics: { fullWeeks, days } }: { readonly statistics: StatsData }) {
  const [number = "", noun = ""] = fullWeeks ? rate(fullWeeks.perWeek).split(" ") : ["–"];
  return (
    <Tile title="Pace" big={number} unit={fullWeeks ? `${noun} per week` : "no full week yet"}>
      <p class="soft sm">{durationWords(days)}</p>
    </Tile>
  );
}

function durationWords({ topics, half, most }: StatsData["days"]): string {
  if (half === null || most === null) return "No topic has a start and a finish date yet";
  const usual = half === 0 ? "less than a day" : counted(half, "day");
  if (topics === 1) return `The only topic with both dates took ${usual}`;
  return typicalDays.value === null
    ? `The median of ${topics} topics is ${usual}`
    : `A topic takes ${usual} (median); 85% took ${most} or fewer`;
}

function StreakTile({ statistics, today }: { readonly statistics: StatsData; readonly today: string }) {
  const { now, best } = statistics.streaks;
  const [number = "", noun = ""] = counted(now?.weeks ?? 0, "week").split(" ");
  return (
    <Tile title="Streak" big={number} unit={noun}>
      {best && (
        <p class="soft sm">
          {now?.from === best.from
            ? "The longest so far"
            : `Best ${counted(best.weeks, "week")}, ${daysText([best.from, best.to], today, short)}`}
        </p>
      )}
    </Tile>
  );
}

const short = { isTerminal: true, days: "short", signs: { dash: "–" } } as const;
