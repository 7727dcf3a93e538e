// Burn-up: a chart of done and total over time, as a picture for a README.

import { type Day, dayNumber } from "../../model/dates.js";
import type { BurnUp, BurnUpPoint } from "../../model/pace/burn-up.js";
import { counted } from "../../text/plural.js";
import { cardHead, cardWidth, margin } from "./progress-card-svg.js";
import { svgFrame, svgNumber, svgText, type Theme } from "./svg.js";

const height = 288;
const plot = { left: 60, right: cardWidth - margin, top: 92, bottom: 228 };

/** @param series of topics; with less than two days there is no chart, but a text that says what it needs */
export function burnUpSvg(series: BurnUp, { title, theme }: { title: string; theme: Theme }): string {
  const { points, done, total } = series;
  const [first, last] = [points[0], points.at(-1)];
  const range = first && last && first !== last ? { from: first.day, to: last.day } : null;
  const summary = total === 0 ? "nothing to do yet" : `${done} of ${counted(total, "topic")} done`;
  const span = range ? ` · ${range.from} to ${range.to}` : first ? ` · ${first.day}` : "";
  const chart = range ? [...chartOf(points, range), ...legend(series)] : noChart(first);
  return svgFrame({
    width: cardWidth,
    height: range ? height : 132,
    title: `${title}: burn-up`,
    description: summary + span,
    theme,
    content: [...cardHead({ title, text: summary + span, done, total }), ...chart],
  });
}

function noChart(only: BurnUpPoint | undefined): string[] {
  const text = only
    ? "only one date is known: a chart needs at least two"
    : "a chart needs dates in the started and finished columns";
  return [svgText({ x: margin, y: 100, width: plot.right - margin, size: 13, text, className: "faint" })];
}

const legendY = height - 14;

/** The meaning of the two lines, and the number of done topics on unknown days, which neither line contains. */
function legend({ undated, ahead }: BurnUp): string[] {
  const words = { y: legendY, size: 11, className: "faint" } as const;
  const missing = [...(undated > 0 ? [`${undated} undated`] : []), ...(ahead > 0 ? [`${ahead} in the future`] : [])];
  return [
    `<path class="line" d="M${plot.left},${legendY - 4}h18"/>`,
    svgText({ ...words, x: plot.left + 24, width: 40, text: "done" }),
    `<path class="total" d="M${plot.left + 72},${legendY - 4}h18"/>`,
    svgText({ ...words, x: plot.left + 96, width: 60, text: "all topics" }),
    ...(missing.length === 0
      ? []
      : [svgText({ ...words, x: plot.right, width: 230, text: `not drawn: ${missing.join(", ")}`, isRight: true })]),
  ];
}

function chartOf(points: readonly BurnUpPoint[], { from, to }: { from: Day; to: Day }): string[] {
  const most = points.reduce((sum, { total }) => Math.max(sum, total), 1);
  const step = stepFor(most);
  const top = Math.ceil(most / step) * step;
  const days = dayNumber(to) - dayNumber(from);
  const x = (day: Day) => svgNumber(plot.left + ((dayNumber(day) - dayNumber(from)) / days) * (plot.right - plot.left));
  const y = (count: number) => svgNumber(plot.bottom - (count / top) * (plot.bottom - plot.top));
  const stairs = (height: (point: BurnUpPoint) => number) =>
    `${points.map((point, index) => `${index === 0 ? "M" : "H"}${x(point.day)}${index === 0 ? "," : "V"}${y(height(point))}`).join("")}H${plot.right}`;
  const done = stairs((point) => point.done);
  return [
    ...gridLines(top, step, y),
    `<path class="area" d="${done}V${plot.bottom}H${plot.left}Z"/>`,
    `<path class="total" d="${stairs((point) => point.total)}"/>`,
    `<path class="line" d="${done}"/>`,
    ...dayLabels(from, to),
  ];
}

function gridLines(top: number, step: number, y: (count: number) => string): string[] {
  const counts = Array.from({ length: top / step + 1 }, (_, index) => index * step);
  return counts.flatMap((count) => [
    `<path class="grid" d="M${plot.left},${y(count)}H${plot.right}"/>`,
    svgText({
      ...{ x: plot.left - 8, y: Number(y(count)) + 4, width: plot.left - 8, size: 11, isRight: true },
      text: String(count),
      className: "faint",
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

function dayLabels(from: Day, to: Day): string[] {
  const label = { y: plot.bottom + 20, width: 120, size: 11, className: "faint" } as const;
  return [
    svgText({ ...label, x: plot.left, text: from }),
    svgText({ ...label, x: plot.right, text: to, isRight: true }),
  ];
}
