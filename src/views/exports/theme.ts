// Theme: whether a picture or a page is light or dark.

export const themes = ["auto", "light", "dark"] as const;

/** `auto` follows the preference of the reader's system. */
export type Theme = (typeof themes)[number];
