// Stats: how long topics usually take, and at which pace they are finished, as `roadmap stats` counts them.

import { computed } from "@preact/signals";
import type { Data } from "../api/request.js";
import { pathOfShown, readLate } from "./late.js";

export type StatsData = Data<"stats">;

const latest = readLate<"stats">((data) => pathOfShown("stats", data));

/** Null until they are read. */
export const stats = computed(() => (latest.value?.kind === "stats" ? latest.value : null));

/** To compare the days of a topic in progress with, in `elapsedTexts`; null if too few topics say it. */
export const typicalDays = computed(() => stats.value?.usualDays ?? null);
