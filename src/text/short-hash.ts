// Short hash: a text as sixteen hexadecimal digits, to tell texts apart; it protects nothing.

/** Two runs of 32-bit FNV-1a with different beginnings, over UTF-16 code units. */
export function shortHash(text: string): string {
  return digits(text, 0x811c9dc5) + digits(text, 0x9747b28c);
}

function digits(text: string, seed: number): string {
  let hash = seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
