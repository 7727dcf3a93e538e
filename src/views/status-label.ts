// Status label: the name and color of a status on screen.

import type { Status } from "../model/status.js";
import type { Paint, Stroke } from "./paint.js";

/** In roadmap's words, regardless of the file's own words. */
export const statusLabels: Readonly<Record<Status, string>> = {
  "not-started": "not started",
  "in-progress": "in progress",
  done: "done",
  blocked: "blocked",
  skipped: "skipped",
};

export function statusStroke(status: Status, paint: Paint): Stroke {
  if (status === "done") return paint.good;
  if (status === "in-progress") return paint.active;
  return status === "blocked" ? paint.bad : paint.faint;
}
