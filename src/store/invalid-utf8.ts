// Invalid UTF-8: the position of the first invalid byte. Used only for error messages, so it may be slow.

const replacement = Buffer.from("\ufffd");

/** The offset of the first byte of an invalid UTF-8 sequence, or -1 if there is none. */
export function findInvalidUtf8(bytes: Buffer): number {
  let offset = 0;
  // Decoding replaces invalid bytes; a replacement character that is in the bytes themselves is valid.
  for (const valid of bytes.toString("utf8").split("\ufffd")) {
    offset += Buffer.byteLength(valid);
    if (!replacement.equals(bytes.subarray(offset, offset + replacement.length))) break;
    offset += replacement.length;
  }
  return offset < bytes.length ? offset : -1;
}
