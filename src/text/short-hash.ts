// Short hashes (FNV-1a, not cryptographic): to tell texts apart, and to get the same seed from the same facts.

/** 32-bit FNV-1a over whole numbers, such as UTF-16 code units. */
export function fnv1a(numbers: readonly number[], basis = 0x811c9dc5): number {
  let hash = basis;
  for (const number of numbers) hash = Math.imul(hash ^ number, 0x01000193);
  return hash >>> 0;
}

/** A 64-bit hash (FNV-1a with two bases) as sixteen hexadecimal digits. */
export function shortHash(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  const hashes = [fnv1a(units), fnv1a(units, 0x9747b28c)];
  return hashes.map((hash) => hash.toString(16).padStart(8, "0")).join("");
}
