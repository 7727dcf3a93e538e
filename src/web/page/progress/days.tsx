// Days and weeks: when something was started and finished, and how many topics were finished each week.

import type { PageData } from "../../../json/envelopes/page.js";
import { dayFromNumber, dayNumber } from "../../../model/dates.js";
import { mondayOf, weekOf } from "../../../model/pace/throughput.js";
import { counted } from "../../../text/plural.js";
import { shortMonth } from "../../../views/day-words.js";
import { dayWithYear, weekdayWords } from "../parts/days.js";
import { burnUps } from "../state/pace.js";
import { type StatsData, stats } from "../state/stats.js";
import { Measured } from "./measured.js";
import { Numbers } from "./numbers.js";

export function DaysPanel({ data: { today } }: { readonly data: PageData }) {
  const statistics = stats.value;
  if (!statistics) return <section class="panel" aria-busy="true" aria-label="Days" />;
  const tasks = burnUps.task.value;
  const days = activeDays(statistics, tasks?.kind === "burnup" ? tasks.points : []);
  return (
    <section class="panel" aria-labelledby="days">
      <header>
        <h2 id="days">Days</h2>
        <span class="soft sm">topics started and finished, tasks checked off</span>
      </header>
      <Measured>
        {(width) => (
          <>
            <DayStrip days={days} today={today} width={width} />
            <h3 class="minor">Topics finished each week</h3>
            <WeekBars weeks={statistics.weeks} today={today} width={width} />
          </>
        )}
      </Measured>
    </section>
  );
}

interface Deeds {
  readonly started: number;
  readonly finished: number;
  readonly checked: number;
}

const none: Deeds = { started: 0, finished: 0, checked: 0 };

/** @param points of the burn-up of tasks, whose `done` only rises */
function activeDays(
  { activity }: StatsData,
  points: readonly { readonly day: string; readonly done: number }[],
): ReadonlyMap<string, Deeds> {
  const days = new Map<string, Deeds>(activity.map(({ day, ...deeds }) => [day, { ...deeds, checked: 0 }]));
  for (const [index, { day, done }] of points.entries()) {
    const checked = done - (points[index - 1]?.done ?? 0);
    if (checked > 0) days.set(day, { started: 0, finished: 0, ...days.get(day), checked });
  }
  return days;
}

// Of both pictures, in pixels.
const left = 30;
const step = 17;
const size = 14;
const mostWeeks = 26;

/** The weeks that fit into the width; the last one is the current week. */
function shownWeeks(today: string, width: number): number[] {
  const count = Math.max(4, Math.min(mostWeeks, Math.floor((width - left) / step)));
  const last = weekOf(today);
  return Array.from({ length: count }, (_, index) => last - count + 1 + index);
}

interface DayStripProps {
  readonly days: ReadonlyMap<string, Deeds>;
  readonly today: string;
  readonly width: number;
}

function DayStrip({ days, today, width }: DayStripProps) {
  const weeks = shownWeeks(today, width);
  const [first = weekOf(today)] = weeks;
  const shown = [...days].filter(([day]) => day >= mondayOf(first)).sort(([a], [b]) => (a < b ? -1 : 1));
  const most = shown.reduce((highest, [, deeds]) => Math.max(highest, countOf(deeds)), 1);
  const columns = left + weeks.length * step - 3;
  return (
    <>
      <svg
        class="chart fixed"
        width={columns}
        height="137"
        viewBox={`0 0 ${columns} 137`}
        role="img"
        aria-label={`Days with changes in the last ${weeks.length} weeks: ${shown.length}`}
      >
        <MonthLabels weeks={weeks} y={11} />
        {["Mon", "Wed", "Fri"].map((name, index) => (
          <text key={name} x="0" y={29 + 2 * index * step}>
            {name}
          </text>
        ))}
        {weeks.flatMap((week, column) =>
          Array.from({ length: 7 }, (_, row) => dayFromNumber(dayNumber(mondayOf(week)) + row))
            .filter((day) => day <= today)
            .map((day, row) => {
              const deeds = days.get(day) ?? none;
              const [heat, text] = [Math.ceil((4 * countOf(deeds)) / most), deedsText(day, deeds, today)];
              return <DayBox key={day} x={left + column * step} y={18 + row * step} heat={heat} text={text} />;
            }),
        )}
      </svg>
      <HeatKey />
      <Numbers
        title="Days with changes"
        heads={["Date", "Topics started", "Topics finished", "Tasks checked off"]}
        rows={shown.map(([day, { started, finished, checked }]) => [dayWithYear(day), started, finished, checked])}
      />
    </>
  );
}

interface DayBoxProps {
  readonly x: number;
  readonly y: number;
  /** From 0 to 4. */
  readonly heat: number;
  /** What happened; empty if nothing did. */
  readonly text: string;
}

function DayBox({ x, y, heat, text }: DayBoxProps) {
  return (
    <rect class={`h${heat}`} x={x} y={y} width={size} height={size} rx="3">
      {text !== "" && <title>{text}</title>}
    </rect>
  );
}

/** `Tue 24 Nov: 1 finished, 2 checked off` */
function deedsText(day: string, { started, finished, checked }: Deeds, today: string): string {
  const parts = [
    [started, "started"],
    [finished, "finished"],
    [checked, "checked off"],
  ] as const;
  const words = parts.flatMap(([count, deed]) => (count === 0 ? [] : [`${count} ${deed}`]));
  return words.length === 0 ? "" : `${weekdayWords(day, today)}: ${words.join(", ")}`;
}

function countOf({ started, finished, checked }: Deeds): number {
  return started + finished + checked;
}

function HeatKey() {
  return (
    <p class="key">
      less
      <svg width="68" height={size} viewBox={`0 0 68 ${size}`} aria-hidden="true">
        {[0, 1, 2, 3, 4].map((heat) => (
          <rect key={heat} class={`h${heat}`} x={14 * heat} y="1" width="11" height="11" rx="3" />
        ))}
      </svg>
      more
    </p>
  );
}

/** At the first week of each month that has room for it. */
function MonthLabels({ weeks, y }: { readonly weeks: readonly number[]; readonly y: number }) {
  const months = weeks.map((week) => mondayOf(week).slice(0, 7));
  const starts = months.flatMap((month, index) => (index === 0 || month !== months[index - 1] ? [index] : []));
  return (
    <>
      {starts
        .filter((start, order) => (starts[order + 1] ?? weeks.length) - start > 1)
        .map((start) => (
          <text key={start} x={left + start * step} y={y}>
            {monthText(mondayOf(weeks[start] ?? 0))}
          </text>
        ))}
    </>
  );
}

/** January has its year. */
function monthText(day: string): string {
  return day.slice(5, 7) === "01" ? day.slice(0, 4) : shortMonth(day);
}

interface WeekBarsProps {
  readonly weeks: StatsData["weeks"];
  readonly today: string;
  readonly width: number;
}

const barTop = 8;
const barBottom = 64;

function WeekBars({ weeks, today, width }: WeekBarsProps) {
  const numbers = shownWeeks(today, width);
  const counts = new Map(weeks.map(({ monday, finished }) => [weekOf(monday), finished]));
  const shown = numbers.map((week) => ({ week, finished: counts.get(week) ?? 0 }));
  const most = shown.reduce((highest, { finished }) => Math.max(highest, finished), 1);
  const total = shown.reduce((sum, { finished }) => sum + finished, 0);
  const y = (count: number) => barBottom - (count / most) * (barBottom - barTop);
  const columns = left + numbers.length * step - 3;
  return (
    <>
      <svg
        class="chart fixed"
        width={columns}
        height="84"
        viewBox={`0 0 ${columns} 84`}
        role="img"
        aria-label={`${counted(total, "topic")} finished in the last ${numbers.length} weeks, up to ${most} in a week`}
      >
        <line class="grid" x1={left} x2={columns} y1={barBottom} y2={barBottom} />
        {[...new Set([0, most % 2 === 0 ? most / 2 : 0, most])].map((count) => (
          <text key={count} x="0" y={y(count) + 4}>
            {count}
          </text>
        ))}
        <MonthLabels weeks={numbers} y={80} />
        {shown.map(({ week, finished }, column) => (
          <rect
            key={week}
            class="f-done"
            x={left + column * step}
            y={y(finished)}
            width={size}
            height={barBottom - y(finished)}
            rx="2"
          />
        ))}
      </svg>
      <Numbers
        title="Topics finished each week"
        heads={["Week of", "Finished"]}
        rows={shown
          .filter(({ finished }) => finished > 0)
          .map(({ week, finished }) => [dayWithYear(mondayOf(week)), finished])}
      />
    </>
  );
}
