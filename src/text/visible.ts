// Visible text: escapes characters that could control a terminal, reorder a line or hide in it.

const plainAscii = /^[\x20-\x7e]*$/;

/**
 * Control characters, line separators, the byte order mark, tags, and format characters that change the writing
 * direction, annotate, or are deprecated: no text needs them.
 */
const terminalControls =
  "\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u206f\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}";

/**
 * Characters that have no width or, like the soft hyphen, only on some terminals: names that differ only in them look
 * the same, and columns shift.
 */
const hidden = "\\xad\\u180e\\u200b\\u2060-\\u2065\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}";

const joiner = /[\u200c\u200d]/;
const selector = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;
const suspect = `[${terminalControls}${hidden}\\u200c\\u200d\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]`;

/** What a terminal may receive unchanged: line breaks, and in the program's own lines the colors of `Paint`. */
const [lineEnd, colorCode] = ["\\n", "\\u001b\\[(?:[12]|22|3[1236]|39)m"];

const allTerminalControls = new RegExp(`[${terminalControls}]`, "gu");
const everySuspect = new RegExp(suspect, "gu");
const suspectInText = new RegExp(`(?!${lineEnd})${suspect}`, "gu");
const suspectInLines = new RegExp(`(?!${lineEnd}|${colorCode})${suspect}`, "gu");

/** `ESC` becomes `^[`, `U+202E` becomes `<U+202E>`; everything else stays as it is. */
export function visible(text: string): string {
  return plainAscii.test(text) ? text : text.replace(everySuspect, unlessNeeded(visibleForm));
}

/** The same for files that other programs show: only control and direction characters are escaped. */
export function withoutTerminalControls(text: string): string {
  return plainAscii.test(text) ? text : text.replace(allTerminalControls, visibleForm);
}

/** A whole output made visible; `painted` lines keep the colors of `Paint`. */
export function visibleOutput(text: string, kind: "painted" | "plain"): string {
  return text
    .replaceAll("\r\n", "\n")
    .replace(kind === "painted" ? suspectInLines : suspectInText, unlessNeeded(visibleForm));
}

/**
 * `JSON.stringify` with control and bidi characters escaped, which leaves its values unchanged. On one line, unless
 * `indent` columns are requested.
 */
export function jsonText(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(everySuspect, unlessNeeded(jsonEscape));
}

/** On one line, with a space in place of each control character: for texts that other programs show. */
export function asLine(text: string): string {
  return text.replace(allTerminalControls, " ").replace(/\s+/g, " ").trim();
}

/** Emoji and some scripts need joiners (never after Latin text), and a variation selector after a character. */
function unlessNeeded(spelled: (character: string) => string) {
  return (character: string, offset: number, text: string): string => {
    const isNeeded = joiner.test(character)
      ? text.charCodeAt(offset - 1) > 0x24f
      : selector.test(character) && offset > 0 && !selector.test(characterBefore(text, offset));
    return isNeeded ? character : spelled(character);
  };
}

function characterBefore(text: string, offset: number): string {
  return /.$/su.exec(text.slice(Math.max(0, offset - 2), offset))?.[0] ?? "";
}

function visibleForm(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return `^${String.fromCharCode(code + 0x40)}`;
  if (code === 0x7f) return "^?";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}

/** JSON has raw line breaks between its values only. */
function jsonEscape(character: string): string {
  if (character === "\n") return character;
  return character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
