// Short hashes (FNV-1a, not cryptographic): to tell texts apart, and to get the same seed from the same facts.

/** 32-bit FNV-1a over so many whole numbers, such as UTF-16 code units. */
export function fnv1a(count: number, numberAt: (index: number) => number, basis = 0x811c9dc5): number {
  let hash = basis;
  for (let index = 0; index < count; index++) hash = Math.imul(hash ^ numberAt(index), 0x01000193);
  return hash >>> 0;
}

/** A 64-bit hash (FNV-1a with two bases) as sixteen hexadecimal digits. */
export function shortHash(text: string): string {
  const unitAt = (index: number) => text.charCodeAt(index);
  const hashes = [fnv1a(text.length, unitAt), fnv1a(text.length, unitAt, 0x9747b28c)];
  return hashes.map((hash) => hash.toString(16).padStart(8, "0")).join("");
}
