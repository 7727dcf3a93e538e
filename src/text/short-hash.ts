// Non-cryptographic 64-bit hash (2 × FNV-1a) as 16 hex digits.

/** Two runs of 32-bit FNV-1a with different offset bases, over UTF-16 code units. */
export function shortHash(text: string): string {
  return digits(text, 0x811c9dc5) + digits(text, 0x9747b28c);
}

function digits(text: string, seed: number): string {
  let hash = seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
