// Pace views: all charts of the pace over time, one below the other.

import { burnUp } from "../../src/model/pace/burn-up.js";
import { forecast } from "../../src/model/pace/forecast.js";
import { statisticsOf } from "../../src/model/pace/statistics.js";
import { timelineOf } from "../../src/model/pace/timeline.js";
import type { Roadmap } from "../../src/model/roadmap.js";
import { burnUpLines } from "../../src/views/burn-up-lines.js";
import type { Canvas } from "../../src/views/canvas.js";
import { forecastLines } from "../../src/views/forecast-lines.js";
import { statisticsLines } from "../../src/views/statistics-lines.js";
import { timelineLines } from "../../src/views/timeline-lines.js";

const today = "2026-11-22";

export function paceViews(roadmap: Roadmap, canvas: Canvas): string[] {
  const observed = forecast(roadmap, { today });
  const assumed = forecast(roadmap, { today, assumed: { perWeek: 1.5, by: "option" } });
  return [
    ...statisticsLines({ ...statisticsOf(roadmap, { today }), today, since: null }, canvas),
    ...(observed.kind === "forecast" ? forecastLines({ ...observed, isPart: false, total: 36, today }, canvas) : []),
    ...(assumed.kind === "forecast" ? forecastLines({ ...assumed, isPart: false, total: 36, today }, canvas) : []),
    ...timelineLines(roadmap, { ...timelineOf(roadmap.topics, { today }), today, since: null, isFolded: true }, canvas),
    ...burnUpLines({ ...burnUp(roadmap, { today }), expected: { day: "2027-05-11", perWeek: 0.8 } }, canvas),
    ...burnUpLines({ ...burnUp(roadmap, { today, by: "task" }), expected: null }, canvas),
  ];
}
