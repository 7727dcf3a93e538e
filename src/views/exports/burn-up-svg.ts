// Burn-up picture: a chart of done and total over time, and of the days by which the rest is expected.

import { formatDay } from "../../model/dates.js";
import type { BurnUp } from "../../model/pace/burn-up.js";
import type { Forecast, TooLittleHistory } from "../../model/pace/forecast.js";
import type { Roadmap } from "../../model/roadmap.js";
import { counted } from "../../text/plural.js";
import { burnUpChart } from "./burn-up-chart.js";
import { missingText, noChartText, outlookText, totalText } from "./burn-up-words.js";
import { plainTitle } from "./export-format.js";
import type { Color } from "./palette.js";
import { nothingToDo, pictureHead, svgFrame, svgText, type Theme, widthInEm } from "./svg.js";

const width = 720;
const left = 24;
const plot = { left: 56, right: width - 28, top: 96, bottom: 278 };
const legendY = 324;

interface BurnUpPicture {
  readonly series: BurnUp;
  /** Null for tasks, which have no forecast. */
  readonly expected: Forecast | TooLittleHistory | null;
  readonly theme: Theme;
}

/** With less than two days there is no chart, but a text that says what it needs. */
export function burnUpSvg(roadmap: Roadmap, { series, expected, theme }: BurnUpPicture): string {
  const { points, done, total, by } = series;
  const [first, last] = [points[0], points.at(-1)];
  const chart = burnUpChart({ points, groups: expected?.kind === "forecast" ? expected.groups : [] }, plot);
  const summary = total === 0 ? nothingToDo : `${done} of ${counted(total, by)} done`;
  const outlook = total === 0 ? "" : outlookText(expected);
  const missing = chart ? missingText(series) : "";
  const span = first && last ? `${first.day} to ${last.day}` : "";
  return svgFrame({
    width,
    height: chart ? (missing === "" ? 340 : 358) : 120,
    title: `${plainTitle(roadmap)}: burn-up`,
    description: [summary, outlook, missing, span].filter((text) => text !== "").join("; "),
    theme,
    style: styleOf,
    content: [
      ...pictureHead(roadmap, width),
      ...summaryLine(summary, outlook),
      ...(chart ? [...chartMarkup(chart), ...legend(series, expected)] : [noChart(series)]),
      svgText({
        x: plot.right,
        y: legendY + 18,
        width: 600,
        size: 12,
        text: missing,
        className: "soft",
        isRight: true,
      }),
    ],
  });
}

function styleOf(color: (name: Color) => string): string {
  const line = (name: Color, width: number) => `fill:none;stroke:${color(name)};stroke-width:${width}`;
  return [
    `.area{fill:${color("done-fill")};fill-opacity:.16}`,
    `.likely{fill:${color("active-fill")};fill-opacity:.2}`,
    `.line{${line("done-fill", 2.5)}}`,
    `.total{${line("edge", 1.5)}}`,
    `.expected{${line("active-fill", 2)};stroke-dasharray:5 4}`,
    `.grid{${line("line", 1)}}`,
    `.today{${line("ink", 1)};stroke-dasharray:2 3}`,
    `.dot{fill:${color("done-fill")};stroke:${color("page")};stroke-width:2}`,
    `.end{fill:${color("page")};stroke:${color("active-fill")};stroke-width:2}`,
  ].join("");
}

// What is said in words.

function summaryLine(summary: string, outlook: string): string[] {
  const outlookLeft = left + Math.ceil(widthInEm(summary, "bold") * 13) + 10;
  return [
    svgText({ x: left, y: 60, width: outlookLeft - left, size: 13, text: summary, className: "ink", weight: "bold" }),
    svgText({ x: outlookLeft, y: 60, width: width - left - outlookLeft, size: 13, text: outlook, className: "soft" }),
  ];
}

function noChart(series: BurnUp): string {
  const text = noChartText(series);
  return text === "" ? "" : svgText({ x: left, y: 92, width: width - 2 * left, size: 13, text, className: "soft" });
}

// The chart.

type Chart = NonNullable<ReturnType<typeof burnUpChart>>;

function chartMarkup(chart: Chart): string[] {
  return [
    ...grid(chart),
    ...dateLabels(chart),
    ...(chart.likely === null ? [] : [`<path class="likely" d="${chart.likely}"/>`]),
    `<path class="area" d="${chart.area}"/>`,
    `<path class="total" d="${chart.total}"/>`,
    ...expectedLine(chart),
    `<path class="line" d="${chart.done}"/>`,
    ...todayMark(chart),
  ];
}

function grid({ counts }: Chart): string[] {
  return counts.flatMap(({ count, y }) => [
    `<path class="grid" d="M${plot.left},${y}H${plot.right}"/>`,
    svgText({
      ...{ x: plot.left - 10, y: y + 4, width: plot.left - 12, size: 12, isRight: true },
      ...{ text: String(count), className: "soft" },
    }),
  ]);
}

function dateLabels({ dates }: Chart): string[] {
  return dates.map((label) => svgText({ ...label, y: plot.bottom + 20, width: 60, size: 12, className: "soft" }));
}

function expectedLine({ expected }: Chart): string[] {
  if (!expected) return [];
  const { line, x, y, day } = expected;
  return [
    `<path class="expected" d="${line}"/>`,
    `<circle class="end" cx="${x}" cy="${y}" r="4.5"/>`,
    svgText({
      ...{ x: Math.min(x + 30, plot.right), y: y - 11, width: 60, size: 12, isRight: true },
      ...{ text: formatDay(day, "D MMM"), className: "ink", weight: "bold" },
    }),
  ];
}

/** A dotted line through today, and how many are done: to the left and above where there is room only there. */
function todayMark({ today: { x, y, done, isRight } }: Chart): string[] {
  const beside = { x: x + (isRight ? -10 : 10), width: 80, isRight } as const;
  return [
    `<path class="today" d="M${x},${plot.top - 6}V${plot.bottom}"/>`,
    svgText({ ...beside, y: plot.top - 8, size: 12, text: "today", className: "soft" }),
    `<circle class="dot" cx="${x}" cy="${y}" r="5"/>`,
    svgText({
      ...beside,
      y: y + (isRight && y > plot.top + 30 ? -10 : 17),
      size: 13,
      text: `${done} done`,
      className: "ink",
      weight: "bold",
    }),
  ];
}

function legend(series: BurnUp, expected: BurnUpPicture["expected"]): string[] {
  const isForecast = expected?.kind === "forecast" && expected.all.half !== null;
  const isRange = isForecast && expected.basis?.kind === "weeks";
  const line = (name: string) => (x: number) => `<path class="${name}" d="M${x},${legendY - 4}h14"/>`;
  const parts = [
    { text: "done", draw: line("line") },
    ...(isForecast ? [{ text: "expected", draw: line("expected") }] : []),
    ...(isRange
      ? [
          {
            text: "up to 85%",
            draw: (x: number) => `<rect class="likely" x="${x}" y="${legendY - 9}" width="14" height="10"/>`,
          },
        ]
      : []),
    { text: totalText(series), draw: line("total") },
  ];
  let x = plot.left;
  return parts.flatMap(({ text, draw }) => {
    const own = Math.ceil(widthInEm(text, "normal") * 12);
    const drawn = [draw(x), svgText({ x: x + 20, y: legendY, width: own, size: 12, text, className: "soft" })];
    x += own + 38;
    return drawn;
  });
}
