// Hashes: SHA-256, and a short fingerprint that is fast to compute.

import process from "node:process";

/** SHA-256 of the bytes, in lower-case hexadecimal. */
export function hashBytes(bytes: Uint8Array | string): string {
  // Loading node:crypto takes a tenth of a minimal start, and most commands never need a hash.
  return process.getBuiltinModule("node:crypto").hash("sha256", bytes, "hex");
}

/**
 * Sixteen hexadecimal digits; detects accidental changes, not malicious ones. SHA-256 would do as well, but loading
 * node:crypto costs ten times as much as this on a typical file. Only for data that stays on this machine, because it
 * uses the native byte order. The loop is short because it runs cold: V8 begins to compile it at about six thousand
 * iterations, which costs more than running it.
 */
export function fingerprint(bytes: Uint8Array): string {
  const isAligned = bytes.byteOffset % 4 === 0;
  const aligned = isAligned ? bytes : new Uint8Array(bytes);
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
  let a = 0x243f6a88 ^ aligned.length;
  let b = 0x05a308d3;
  for (let index = 0; index < words.length; index++) {
    a = Math.imul(a ^ (words[index] ?? 0), 0x9e3779b1);
    a ^= a >>> 15;
    b = Math.imul(b ^ a, 0x85ebca77);
  }
  for (let index = words.length * 4; index < aligned.length; index++) {
    a = Math.imul(a ^ (aligned[index] ?? 0), 0x9e3779b1);
    a ^= a >>> 15;
    b = Math.imul(b ^ a, 0x85ebca77);
  }
  return hex(mixed(a)) + hex(mixed(b ^ (b >>> 16)));
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
