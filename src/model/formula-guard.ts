// Formula guard: cells of a CSV that a spreadsheet would run as a formula are made plain text, and read back as they were.

/** What spreadsheets begin a formula with, or skip before one. See OWASP, "CSV Injection". */
const guarded = /^'*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;

/** `=1+1` becomes `'=1+1`; a text that looks so already gets one more, so that it can be told apart. */
export function guardFormula(text: string): string {
  return guarded.test(text) ? `'${text}` : text;
}

/** The inverse of `guardFormula`. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && guarded.test(text) ? text.slice(1) : text;
}
