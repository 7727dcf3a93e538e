// Shortened: the beginning of a text, because cells may be of any length; the drawer has them whole.

/** @param longest in UTF-16 code units; no character is cut in two */
export function shortened(text: string, longest = 300): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, "")}…`;
}
