// Theme: whether a picture or a page is light or dark.

export const themes = ["auto", "light", "dark"] as const;

/** `auto` follows what the reader's system prefers. */
export type Theme = (typeof themes)[number];
