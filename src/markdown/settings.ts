// Settings: the defaults without front matter.

import type { Settings } from "../model/roadmap.js";

export const defaultSettings: Settings = {
  columns: new Map(),
  status: new Map(),
  dates: null,
  commit: false,
  weekly: null,
  phases: new Map(),
};
