// Burn-up: done and all over time, and by when the rest is expected.

import type { PageData } from "../../../json/envelopes/page.js";
import { counted } from "../../../text/plural.js";
import { burnUpChart } from "../../../views/exports/burn-up-chart.js";
import { missingText, noChartText, outlookText, totalText } from "../../../views/exports/burn-up-words.js";
import { wayToDates } from "../../../views/pace-words.js";
import type { Data } from "../api/request.js";
import { dayWithYear } from "../parts/days.js";
import { Prose } from "../parts/prose.js";
import { burnUps, forecastAnswer } from "../state/pace.js";
import { Measured } from "./measured.js";
import { Numbers } from "./numbers.js";

type Series = Data<"burnup">;
type Chart = NonNullable<ReturnType<typeof burnUpChart>>;

/** Of topics; of a roadmap without any, of its tasks. */
export function BurnUpPanel({ data }: { readonly data: PageData }) {
  const by = data.topics.length === 0 ? "task" : "topic";
  const series = burnUps[by].value;
  if (series?.kind === "error") return <Refused message={series.message} />;
  if (series?.kind !== "burnup") return <section class="panel" aria-busy="true" aria-label="Burn-up" />;
  const expected = by === "topic" && forecastAnswer.value?.kind === "forecast" ? forecastAnswer.value : null;
  const missing = missingText(series);
  return (
    <section class="panel" aria-labelledby="burn-up">
      <header>
        <h2 id="burn-up">Burn-up</h2>
        <span class="soft sm">{withStrongDays(outlookText(expected) || summaryText(series))}</span>
      </header>
      <Measured>{(width) => <Picture series={series} expected={expected} width={width} />}</Measured>
      {missing !== "" && <p class="soft sm">{missing}</p>}
    </section>
  );
}

function Refused({ message }: { readonly message: string }) {
  return (
    <section class="panel">
      <header>
        <h2>Burn-up</h2>
      </header>
      <p class="soft">
        <Prose text={message} />
      </p>
    </section>
  );
}

function summaryText({ done, total, by }: Series): string {
  return `${done} of ${counted(total, by)} done`;
}

/** Every second part is a date. */
function withStrongDays(text: string) {
  return text.split(/(\d+ [A-Z]\w\w \d{4})/).map((part, index) =>
    index % 2 === 1 ? (
      <b key={part} class="strong">
        {part}
      </b>
    ) : (
      part
    ),
  );
}

interface PictureProps {
  readonly series: Series;
  readonly expected: Data<"forecast"> | null;
  readonly width: number;
}

const isNarrow = (width: number) => width < 560;

function Picture({ series, expected, width }: PictureProps) {
  const height = isNarrow(width) ? 260 : 320;
  const plot = { left: 34, right: width - 1, top: 37, bottom: height - 26 };
  const chart = burnUpChart({ points: series.points, groups: expected?.phases ?? [] }, plot);
  if (!chart) {
    const isWithoutDates = series.by === "topic" && series.points.length === 0 && series.total > 0;
    return (
      <p class="soft">
        <Prose text={noChartText(series)} /> {isWithoutDates && <Prose text={wayToDates} />}
      </p>
    );
  }
  return (
    <>
      <svg
        class="chart"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby="burn-up-title burn-up-desc"
      >
        <title id="burn-up-title">Burn-up</title>
        <desc id="burn-up-desc">
          {[summaryText(series), outlookText(expected)].filter((text) => text !== "").join("; ")}
        </desc>
        <Axes chart={chart} plot={plot} />
        {chart.likely && <path class="cone" d={chart.likely} />}
        <path class="area" d={chart.area} />
        <path class="all" d={chart.total} />
        {chart.expected && <path class="half" d={chart.expected.line} />}
        <path class="lineup" d={chart.done} />
        <TodayMark chart={chart} plot={plot} />
        {chart.expected && <EndMark expected={chart.expected} width={width} />}
        {chart.today.x - plot.left > (isNarrow(width) ? 80 : 180) && (
          <text x={plot.left + 6} y={plot.top - 13}>
            {isNarrow(width) ? `all ${series.by}s` : totalText(series)}
          </text>
        )}
      </svg>
      <Legend chart={chart} series={series} />
      <Numbers
        title="Burn-up by date"
        heads={["Date", "Done", "All"]}
        rows={series.points.map(({ day, done, total }) => [dayWithYear(day), done, total])}
      />
    </>
  );
}

interface PlotProps {
  readonly chart: Chart;
  readonly plot: Parameters<typeof burnUpChart>[1];
}

function Axes({ chart: { counts, dates }, plot: { left, right, bottom } }: PlotProps) {
  return (
    <>
      {counts.map(({ count, y }) => (
        <g key={count}>
          <line class="grid" x1={left} x2={right} y1={y} y2={y} />
          <text x={left - 8} y={y + 4} text-anchor="end">
            {count}
          </text>
        </g>
      ))}
      {dates.map(({ text, x, isRight }) => (
        <text key={text + x} x={x} y={bottom + 18} text-anchor={isRight ? "end" : "start"}>
          {text}
        </text>
      ))}
    </>
  );
}

/** A dotted line through today, and how many are done: to the left where there is room only there. */
function TodayMark({ chart: { today, expected }, plot: { top, bottom } }: PlotProps) {
  const { x, y, done, isRight } = today;
  const beside = { x: x + (isRight ? -10 : 10), "text-anchor": isRight ? "end" : "start" } as const;
  // The date at the end of the expected line has that place.
  const hasRoom = !expected || expected.x - x > 90;
  return (
    <>
      <line class="today" x1={x} x2={x} y1={top - 18} y2={bottom} />
      {hasRoom && (
        <text {...beside} x={x + (isRight ? -5 : 5)} y={top - 17}>
          today
        </text>
      )}
      <circle class="dot" cx={x} cy={y} r="5" />
      <text {...beside} class="lbl" y={y + (isRight && y > top + 30 ? -10 : 16)}>
        {done} done
      </text>
    </>
  );
}

function EndMark({
  expected: { x, y, day },
  width,
}: {
  readonly expected: NonNullable<Chart["expected"]>;
  readonly width: number;
}) {
  const text = isNarrow(width) ? dayWithYear(day).slice(0, -5) : dayWithYear(day);
  const half = text.length * 3.6;
  return (
    <>
      <circle class="dot2" cx={x} cy={y} r="4.5" />
      <text class="lbl" x={Math.min(x, width - half)} y={y - 12} text-anchor="middle">
        {text}
      </text>
    </>
  );
}

function Legend({ chart, series }: { readonly chart: Chart; readonly series: Series }) {
  return (
    <p class="key">
      <span>
        <Sample look="lineup" /> done
      </span>
      {chart.expected && (
        <span>
          <Sample look="half" /> expected (50%)
        </span>
      )}
      {chart.likely && (
        <span>
          <svg class="chart i" viewBox="0 0 16 16" aria-hidden="true">
            <rect class="cone" y="3" width="16" height="10" />
          </svg>{" "}
          up to 85%
        </span>
      )}
      <span>
        <Sample look="all" /> {totalText(series)}
      </span>
    </p>
  );
}

function Sample({ look }: { readonly look: string }) {
  return (
    <svg class="chart i" viewBox="0 0 16 16" aria-hidden="true">
      <path class={look} d="M1 8h14" />
    </svg>
  );
}
