// Pace: forecast and burn-up, as `roadmap forecast` and `roadmap burnup` compute them; read when progress is shown.

import { readLate } from "./late.js";
import { route } from "./route.js";

const isShown = () => route.value.view === "progress";

export const forecastAnswer = readLate<"forecast">("forecast", isShown);

/** By what is counted; tasks get their dates from commits. */
export const burnUps = {
  topic: readLate<"burnup">("burnup", isShown),
  task: readLate<"burnup">("burnup?by=task", isShown),
} as const;
