// Formula guard: quotes CSV cells that a spreadsheet would run as a formula, and unquotes them on import.

/** Characters that begin a formula in spreadsheets, or are skipped before one. See OWASP, "CSV Injection". */
const guarded = /^'*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;

/** `=1+1` becomes `'=1+1`; a text that already looks like this gets another `'`, so the guard is reversible. */
export function guardFormula(text: string): string {
  return guarded.test(text) ? `'${text}` : text;
}

/** The inverse of `guardFormula`. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && guarded.test(text) ? text.slice(1) : text;
}
