// Palette: the colors of pages and pictures by meaning, for light and dark backgrounds; every pair is readable (WCAG AA).

export const palette = {
  page: ["#ffffff", "#0d1117"],
  sunken: ["#f4f6f8", "#090c11"],
  raised: ["#ffffff", "#161b22"],
  line: ["#dde2e8", "#2a313a"],
  edge: ["#818b96", "#6b747f"],
  ink: ["#1b1f24", "#e8edf3"],
  soft: ["#57606a", "#9aa3ad"],
  accent: ["#0860c9", "#58a6ff"],
  done: ["#14702f", "#4ac26b"],
  active: ["#855400", "#dda83a"],
  blocked: ["#c01c2b", "#ff8078"],
  "on-done": ["#ffffff", "#06210e"],
  "done-fill": ["#2c974b", "#37a354"],
  "active-fill": ["#b97d00", "#cf9722"],
  "blocked-fill": ["#d9434e", "#ea5f58"],
  "rest-fill": ["#e2e7ec", "#262d36"],
  "active-tint": ["#fcf1d6", "#2a2110"],
  "blocked-tint": ["#fdeaea", "#331617"],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;

export type Color = keyof typeof palette;

/** Fonts of common systems; none is ever downloaded. */
export const fonts = "system-ui,-apple-system,'Segoe UI','Noto Sans','Helvetica Neue',Arial,sans-serif";
