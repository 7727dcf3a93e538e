// Burn-up picture: a chart of done and total over time, and of the days by which the rest is expected.

import { type Day, dayFromNumber, dayNumber, formatDay } from "../../model/dates.js";
import type { BurnUp, BurnUpPoint } from "../../model/pace/burn-up.js";
import type { Forecast, TooLittleHistory } from "../../model/pace/forecast.js";
import { minFinished, minWeeks } from "../../model/pace/throughput.js";
import type { Roadmap } from "../../model/roadmap.js";
import { counted } from "../../text/plural.js";
import { plainTitle } from "./export-format.js";
import type { Color } from "./palette.js";
import { nothingToDo, pictureHead, svgFrame, svgNumber, svgText, type Theme, widthInEm } from "./svg.js";

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
  const isChart = first !== undefined && last !== undefined && first !== last;
  const summary = total === 0 ? nothingToDo : `${done} of ${counted(total, by)} done`;
  const outlook = total === 0 ? "" : outlookText(expected);
  const missing = isChart ? missingText(series) : "";
  const span = first && last ? `${first.day} to ${last.day}` : "";
  return svgFrame({
    width,
    height: isChart ? (missing === "" ? 340 : 358) : 120,
    title: `${plainTitle(roadmap)}: burn-up`,
    description: [summary, outlook, missing, span].filter((text) => text !== "").join("; "),
    theme,
    style: styleOf,
    content: [
      ...pictureHead(roadmap, width),
      ...summaryLine(summary, outlook),
      ...(isChart ? [...chart(series, { first, last, expected }), ...legend(series, expected)] : [noChart(series)]),
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

function outlookText(expected: BurnUpPicture["expected"]): string {
  if (expected === null) return "";
  if (expected.kind === "too-little") return `no forecast yet: ${neededText(expected)}`;
  const { basis, all } = expected;
  if (basis === null) return "";
  if (all.half === null) return "no forecast: more than 20 years at this pace";
  const half = formatDay(all.half, "D MMM YYYY");
  if (basis.kind === "assumed") return `all by ${half}, at ${basis.perWeek} per week`;
  return `50% likely by ${half}, 85% by ${all.most === null ? "more than 20 years from now" : formatDay(all.most, "D MMM YYYY")}`;
}

function neededText({ finished, weeks }: TooLittleHistory): string {
  if (finished < minFinished) return `${finished} of ${minFinished} finished topics`;
  return weeks < minWeeks ? `${weeks} of ${minWeeks} full weeks` : `nothing was finished in ${counted(weeks, "week")}`;
}

function missingText({ undated, ahead }: BurnUp): string {
  const parts = [...(undated > 0 ? [`${undated} undated`] : []), ...(ahead > 0 ? [`${ahead} in the future`] : [])];
  return parts.length === 0 ? "" : `not drawn: ${parts.join(", ")}`;
}

function noChart({ by, points, total }: BurnUp): string {
  if (total === 0) return "";
  const needed =
    by === "task" ? "a chart of tasks needs commits" : "a chart needs dates in the started and finished columns";
  const text = points.length > 0 ? "only one date is known: a chart needs at least two" : needed;
  return svgText({ x: left, y: 92, width: width - 2 * left, size: 13, text, className: "soft" });
}

// The chart.

interface Scale {
  readonly from: Day;
  readonly to: Day;
  readonly most: number;
  x(day: Day): string;
  y(count: number): string;
}

interface Known {
  readonly first: BurnUpPoint;
  /** Today. */
  readonly last: BurnUpPoint;
  readonly expected: BurnUpPicture["expected"];
}

function chart({ points }: BurnUp, { first, last, expected }: Known): string[] {
  const course = courseOf(last, expected);
  const scale = scaleFor(points, first.day, course.at(-1)?.most ?? last.day);
  const { x, y } = scale;
  const stairs = (height: (point: BurnUpPoint) => number) =>
    points
      .map((point, index) => `${index === 0 ? `M${x(point.day)},` : `H${x(point.day)}V`}${y(height(point))}`)
      .join("");
  const done = stairs((point) => point.done);
  return [
    ...grid(scale),
    ...dayLabels(scale),
    ...likelyArea(last, course, scale),
    `<path class="area" d="${done}V${plot.bottom}H${plot.left}Z"/>`,
    `<path class="total" d="${stairs((point) => point.total)}H${plot.right}"/>`,
    ...expectedLine(last, course, scale),
    `<path class="line" d="${done}"/>`,
    ...todayMark(last, scale),
  ];
}

/** By when this many are expected to be done. */
interface Expected {
  readonly half: Day;
  readonly most: Day;
  readonly count: number;
}

/** The end of each phase, as long as it is within reach. */
function courseOf({ done }: BurnUpPoint, expected: BurnUpPicture["expected"]): Expected[] {
  if (expected?.kind !== "forecast") return [];
  let count = done;
  const course: Expected[] = [];
  for (const { left, half, most } of expected.groups) {
    count += left;
    if (left > 0 && half !== null && most !== null) course.push({ half, most, count });
  }
  return course;
}

function scaleFor(points: readonly BurnUpPoint[], from: Day, last: Day): Scale {
  const most = points.reduce((sum, { total }) => Math.max(sum, total), 1);
  const start = dayNumber(from);
  const days = (dayNumber(last) - start) * 1.025;
  const [across, up] = [plot.right - plot.left, plot.bottom - plot.top];
  return {
    from,
    to: dayFromNumber(Math.floor(start + days)),
    most,
    x: (day) => svgNumber(plot.left + ((dayNumber(day) - start) / days) * across),
    y: (count) => svgNumber(plot.bottom - (count / most) * up),
  };
}

function likelyArea(last: BurnUpPoint, course: readonly Expected[], { x, y }: Scale): string[] {
  if (course.every(({ half, most }) => half === most)) return [];
  const there = course.map(({ half, count }) => `L${x(half)},${y(count)}`);
  const back = course.toReversed().map(({ most, count }) => `L${x(most)},${y(count)}`);
  return [`<path class="likely" d="M${x(last.day)},${y(last.done)}${there.join("")}${back.join("")}Z"/>`];
}

function expectedLine(last: BurnUpPoint, course: readonly Expected[], { x, y }: Scale): string[] {
  const end = course.at(-1);
  if (!end) return [];
  const line = course.map(({ half, count }) => `L${x(half)},${y(count)}`).join("");
  const [endX, endY] = [Number(x(end.half)), Number(y(end.count))];
  const text = formatDay(end.half, "D MMM");
  return [
    `<path class="expected" d="M${x(last.day)},${y(last.done)}${line}"/>`,
    `<circle class="end" cx="${endX}" cy="${endY}" r="4.5"/>`,
    svgText({
      ...{ x: Math.min(endX + 30, plot.right), y: endY - 11, width: 60, size: 12, isRight: true },
      ...{ text, className: "ink", weight: "bold" },
    }),
  ];
}

/** A dotted line through today, and how many are done: to the left and above where there is room only there. */
function todayMark({ day, done }: BurnUpPoint, { x, y }: Scale): string[] {
  const [at, height] = [Number(x(day)), Number(y(done))];
  const isRight = at > plot.right - 70;
  const beside = { x: at + (isRight ? -10 : 10), width: 80, isRight } as const;
  return [
    `<path class="today" d="M${at},${plot.top - 6}V${plot.bottom}"/>`,
    svgText({ ...beside, y: plot.top - 8, size: 12, text: "today", className: "soft" }),
    `<circle class="dot" cx="${at}" cy="${height}" r="5"/>`,
    svgText({
      ...beside,
      y: height + (isRight && height > plot.top + 30 ? -10 : 17),
      size: 13,
      text: `${done} done`,
      className: "ink",
      weight: "bold",
    }),
  ];
}

// The axes.

function grid({ most, y }: Scale): string[] {
  const step = stepFor(most);
  const counts = Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
  return counts.flatMap((count) => [
    `<path class="grid" d="M${plot.left},${y(count)}H${plot.right}"/>`,
    svgText({
      ...{ x: plot.left - 10, y: Number(y(count)) + 4, width: plot.left - 12, size: 12, isRight: true },
      ...{ text: String(count), className: "soft" },
    }),
  ]);
}

/** 1, 2 or 5, times a power of ten: at most four steps. */
function stepFor(most: number): number {
  for (let power = 1; ; power *= 10) {
    const step = [1, 2, 5].map((digit) => digit * power).find((size) => most / size <= 4);
    if (step !== undefined) return step;
  }
}

const maxLabels = 12;

/** Months, or years; the first and last day of a time without two months. */
function dayLabels({ from, to, x }: Scale): string[] {
  const label = (day: Day, text: string, isRight = false) =>
    svgText({ x: Number(x(day)), y: plot.bottom + 20, width: 60, size: 12, text, className: "soft", isRight });
  const firsts = monthsBetween(from, to);
  if (firsts.length < 2) return [label(from, formatDay(from, "D MMM")), label(to, formatDay(to, "D MMM"), true)];
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((size) => firsts.length / size <= maxLabels) ?? 600;
  const shown = firsts.filter((day) => (12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1) % step === 0);
  return shown
    .filter((day) => Number(x(day)) < plot.right - 26)
    .map((day) => label(day, formatDay(day, day.slice(5, 7) === "01" ? "YYYY" : "MMM")));
}

/** The first days of the months. */
function monthsBetween(from: Day, to: Day): Day[] {
  const [year = 0, month = 1] = from.split("-").map(Number);
  const [lastYear = 0, lastMonth = 1] = to.split("-").map(Number);
  const count = 12 * (lastYear - year) + lastMonth - month + 1;
  return Array.from({ length: count }, (_, index) => {
    const number = month - 1 + index;
    return `${year + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}-01`;
  }).filter((day) => day >= from);
}

function legend({ points, by }: BurnUp, expected: BurnUpPicture["expected"]): string[] {
  const totals = [points[0]?.total, points.at(-1)?.total];
  const change = totals[0] === totals[1] ? "" : ` (${totals[0]}, then ${totals[1]})`;
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
    { text: `all ${by}s${change}`, draw: line("total") },
  ];
  let x = plot.left;
  return parts.flatMap(({ text, draw }) => {
    const own = Math.ceil(widthInEm(text, "normal") * 12);
    const drawn = [draw(x), svgText({ x: x + 20, y: legendY, width: own, size: 12, text, className: "soft" })];
    x += own + 38;
    return drawn;
  });
}
