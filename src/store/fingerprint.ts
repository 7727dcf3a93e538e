// A short fingerprint of bytes that is quick to work out: it tells texts apart by accident, not against an adversary.

/**
 * Sixteen hexadecimal digits. SHA-256 would do as well, but loading node:crypto costs fifteen times as much as this on
 * a usual file; it is for what only this machine reads, since it takes words as the machine has them.
 */
export function fingerprint(bytes: Uint8Array): string {
  const isAligned = bytes.byteOffset % 4 === 0;
  const aligned = isAligned ? bytes : new Uint8Array(bytes);
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
  let a = 0x243f6a88 | 0;
  let b = 0x05a308d3 ^ aligned.length;
  for (let index = 0; index < words.length; index++) {
    const word = Math.imul(words[index] ?? 0, 0xcc9e2d51);
    a ^= Math.imul((word << 15) | (word >>> 17), 0x1b873593);
    a = (Math.imul((a << 13) | (a >>> 19), 5) + 0xe6546b64) | 0;
    b = Math.imul(b ^ word, 0x9e3779b1);
    b = ((b << 17) | (b >>> 15)) + a;
  }
  for (let index = words.length * 4; index < aligned.length; index++) {
    a = Math.imul(a ^ (aligned[index] ?? 0), 0x01000193);
    b = (Math.imul(b, 31) + a) | 0;
  }
  return hex(mixed(a ^ b)) + hex(mixed(b + Math.imul(a, 3)));
}

function mixed(bits: number): number {
  let mix = bits;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}

function hex(word: number): string {
  return word.toString(16).padStart(8, "0");
}
