// Pace: forecast and burn-up, as `roadmap forecast` and `roadmap burnup` compute them; read when progress is shown.

import type { PageData } from "../../../json/envelopes/page.js";
import { commitsSeen, pathOfShown, readLate } from "./late.js";
import { route } from "./route.js";

const inProgressView = (path: string) => (data: PageData) =>
  route.value.view === "progress" ? pathOfShown(path, data) : null;

export const forecastAnswer = readLate<"forecast">(inProgressView("forecast"));

/** By what is counted; tasks get their dates from commits. */
export const burnUps = {
  topic: readLate<"burnup">(inProgressView("burnup"), commitsSeen),
  task: readLate<"burnup">(inProgressView("burnup?by=task"), commitsSeen),
} as const;
