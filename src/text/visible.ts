// Visible: file text made safe to show: what could steer a terminal or reorder a line is spelt out instead.

const plainAscii = /^[\x20-\x7e]*$/;

/** Control characters, line separators, the byte order mark, and all that changes the direction of writing. */
const unsafe = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;
const everyUnsafe = new RegExp(unsafe, "gu");

/** `ESC` becomes `^[`, `U+202E` becomes `<U+202E>`; everything else stays as it is. */
export function visible(text: string): string {
  return !plainAscii.test(text) && unsafe.test(text) ? text.replace(everyUnsafe, spell) : text;
}

/** On one line, with a blank in the place of what `visible` would spell out: for texts that other programs show. */
export function asLine(text: string): string {
  return text.replace(everyUnsafe, " ").replace(/\s+/g, " ").trim();
}

function spell(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return `^${String.fromCharCode(code + 0x40)}`;
  if (code === 0x7f) return "^?";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}
